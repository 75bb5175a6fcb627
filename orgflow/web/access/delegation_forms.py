"""What is asked where tasks are lent or taken back."""

from typing import Final
from uuid import UUID

from flask_babel import gettext, lazy_gettext
from wtforms import FileField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Optional

from orgflow.domain.access.delegation import LENDABLE
from orgflow.domain.access.roles import DelegationKind, Permission
from orgflow.domain.calendar import parse_date
from orgflow.domain.errors import DomainError
from orgflow.domain.values import OfficialId, PostId, UserId
from orgflow.services.delegation_pages import AllDelegations, OwnDelegations
from orgflow.services.delegations import RecordDelegation, Terms
from orgflow.services.uploads import CheckedUpload
from orgflow.web.access.delegation_words import KINDS, TASKS
from orgflow.web.office_form import DayField
from orgflow.web.settings.authority_forms import TickedField
from orgflow.web.settings.rule_forms import KeptForm
from orgflow.web.uploads import PDF, pdf_if_chosen

_NOBODY_YET: Final = ("", lazy_gettext("Pilih penerima"))


class DelegationForm(KeptForm):
    """Which own tasks are lent, to whom, for how long, and by which letter."""

    tasks = TickedField(lazy_gettext("Tugas yang didelegasikan"))
    post_id = SelectField(
        lazy_gettext("Jabatan yang tugasnya ikut"),
        description=lazy_gettext(
            "Semua tugas jabatan itu ikut; penerimanya menelaah dan memaraf sebagai jabatan itu."
        ),
    )
    delegate_id = SelectField(
        lazy_gettext("Penerima tugas"), [InputRequired(lazy_gettext("Pilih siapa yang menerima tugasnya."))]
    )
    first_day = DayField(
        lazy_gettext("Hari pertama"),
        [InputRequired(lazy_gettext("Tulis hari pertamanya."))],
        description=lazy_gettext("Tulis tanggal seperti 7 Desember 2022."),
    )
    last_day = DayField(
        lazy_gettext("Hari terakhir"),
        [InputRequired(lazy_gettext("Tulis hari terakhirnya."))],
        description=lazy_gettext("Keesokan harinya tugas kembali dengan sendirinya."),
    )
    letter_number = StringField(
        lazy_gettext("Nomor surat"),
        [InputRequired(lazy_gettext("Tulis nomor surat pendelegasian atau penunjukannya."))],
        render_kw={"autocomplete": "off"},
    )
    letter_date = DayField(
        lazy_gettext("Tanggal surat"), [InputRequired(lazy_gettext("Tulis tanggal suratnya."))]
    )
    scan = FileField(
        lazy_gettext("Pindaian surat (PDF)"),
        [Optional()],
        description=lazy_gettext("Pindai sebagai PDF, paling besar 10 MB."),
        render_kw={"accept": PDF},
    )
    reason = TextAreaField(
        lazy_gettext("Alasan"),
        [InputRequired(lazy_gettext("Tulis alasannya, misalnya dinas luar atau cuti."))],
        render_kw={"rows": 2},
    )

    def offer(self, page: OwnDelegations) -> None:
        """Offer the own tasks and posts, and who may take them."""
        self.tasks.choices = [(str(task), str(TASKS[task])) for task in page.tasks]
        self.post_id.choices = [
            ("", gettext("Tidak ada")),
            *((str(post.id), post.title) for post in page.posts),
        ]
        self.delegate_id.choices = [_NOBODY_YET, *((str(one.id), one.name) for one in page.people)]
        if not page.tasks:
            del self.tasks
        if not page.posts:
            del self.post_id

    def upload(self) -> CheckedUpload | None:
        """Return the scan that was chosen; why it is refused stands beside its field."""
        try:
            return pdf_if_chosen(self.scan)
        except DomainError as refused:
            self.show(refused, field="scan")
            return None

    def terms(self, scan: CheckedUpload | None) -> Terms:
        """Return what was typed.

        Raises:
            DateUnreadable: a day was not typed.
        """
        post = self.post_id.data if "post_id" in self else ""
        return Terms(
            delegate_id=UserId(UUID(self.delegate_id.data)),
            tasks=frozenset(Permission(code) for code in (self.tasks.data or ()) if "tasks" in self),
            post_id=PostId(UUID(post)) if post else None,
            first_day=parse_date(self.first_day.data or "", field="first_day"),
            last_day=parse_date(self.last_day.data or "", field="last_day"),
            letter_number=self.letter_number.data or "",
            letter_date=parse_date(self.letter_date.data or "", field="letter_date"),
            reason=self.reason.data or "",
            scan=scan,
        )


class RecordForm(DelegationForm):
    """What an administrator records besides: in which form, and in whose place."""

    kind = SelectField(lazy_gettext("Bentuk"))
    principal_id = SelectField(
        lazy_gettext("Pemberi tugas, bila mempunyai akun"),
        description=lazy_gettext("Tugas yang dicentang diambil dari akun ini."),
    )
    official_id = SelectField(
        lazy_gettext("Pejabat yang digantikan, bila tidak mempunyai akun"),
        description=lazy_gettext("Boleh dikosongkan bagi Plt. pada jabatan yang lowong."),
    )

    def offer_all(self, page: AllDelegations) -> None:
        """Offer every task, post, account and person of the government."""
        nobody = ("", gettext("Tidak disebut"))
        self.kind.choices = [(str(kind), str(KINDS[kind])) for kind in DelegationKind]
        self.tasks.choices = [(str(task), str(TASKS[task])) for task in LENDABLE]
        self.post_id.choices = [
            ("", gettext("Tidak ada")),
            *((str(post.id), post.title) for post in page.posts),
        ]
        self.delegate_id.choices = [_NOBODY_YET, *((str(one.id), one.name) for one in page.people)]
        self.principal_id.choices = [nobody, *((str(one.id), one.name) for one in page.people)]
        self.official_id.choices = [nobody, *((str(one.id), one.name) for one in page.persons)]

    def command(self, scan: CheckedUpload | None) -> RecordDelegation:
        """Return what was typed.

        Raises:
            DateUnreadable: a day was not typed.
        """
        principal, official = self.principal_id.data, self.official_id.data
        return RecordDelegation(
            DelegationKind(self.kind.data),
            self.terms(scan),
            UserId(UUID(principal)) if principal else None,
            OfficialId(UUID(official)) if official else None,
        )


class RecallForm(KeptForm):
    """Why lent tasks are taken back."""

    reason = TextAreaField(
        lazy_gettext("Alasan"),
        [InputRequired(lazy_gettext("Tulis alasan mencabutnya."))],
        description=lazy_gettext("Alasan ini tercatat dalam riwayat."),
        render_kw={"rows": 2},
    )
