"""What is asked of whoever records what went to the ministry and what came back."""

from typing import Final

from flask_babel import lazy_gettext
from wtforms import FileField, HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Optional

from orgflow.domain.errors import DomainError
from orgflow.domain.ministry.delivery import DeliveryMethod
from orgflow.web.messages import message_for
from orgflow.web.ministry.words import METHODS
from orgflow.web.office_form import KEY_FIELDS, DayField, OfficeForm
from orgflow.web.registry.choices import Choice
from orgflow.web.settings.rule_forms import KeptForm
from orgflow.web.uploads import PDF

_DAY_HINT: Final = lazy_gettext("Tulis tanggal seperti 7 Desember 2022.")
_NO_DAY: Final = lazy_gettext("Tanggalnya belum diisi. Tulis tanggal seperti 7 Desember 2022.")
_SCAN_HINT: Final = lazy_gettext("Pindai sebagai PDF, paling besar 10 MB.")
_OFF: Final = {"autocomplete": "off"}
IN_USE: Final = "dipakai"
OUT_OF_USE: Final = "lama"


class TripForm(OfficeForm):
    """A form that keeps every refusal: beside its field, or above all of them."""

    def point_out(self, refused: DomainError) -> None:
        """Put a refusal beside the field it is about, else above all of them."""
        name = refused.facts.get("field")
        if isinstance(name, str) and name in self and name not in KEY_FIELDS:
            self.show(refused, name)
        else:
            self.form_errors = [*self.form_errors, str(message_for(refused))]


class LinkForm(TripForm):
    """Which proposal a letter of the agenda is about."""

    about = Choice(lazy_gettext("Tentang usulan"))


class IncomingForm(TripForm):
    """A letter that came in."""

    about = Choice(
        lazy_gettext("Tentang usulan"),
        description=lazy_gettext("Surat tampil pada utas usulan yang dipilih."),
    )
    received_on = DayField(lazy_gettext("Tanggal terima"), [DataRequired(_NO_DAY)], description=_DAY_HINT)
    number = StringField(
        lazy_gettext("Nomor surat"),
        [DataRequired(lazy_gettext("Nomor surat belum diisi. Salin dari suratnya."))],
        render_kw=_OFF,
    )
    dated_on = DayField(lazy_gettext("Tanggal surat"), [DataRequired(_NO_DAY)], description=_DAY_HINT)
    sender = StringField(
        lazy_gettext("Asal surat"),
        [DataRequired(lazy_gettext("Asal surat belum diisi. Tulis jabatan penanda tangannya."))],
        render_kw=_OFF,
    )
    subject = TextAreaField(
        lazy_gettext("Hal"),
        [DataRequired(lazy_gettext("Hal surat belum diisi. Salin dari suratnya."))],
        render_kw={"rows": 2},
    )
    desk = Choice(
        lazy_gettext("Meja Kemendagri"),
        description=lazy_gettext("Surat tiap meja tampil sebagai utas sendiri pada usulannya."),
    )
    scan = FileField(lazy_gettext("Hasil pindai (PDF)"), description=_SCAN_HINT, render_kw={"accept": PDF})
    late_reason = TextAreaField(
        lazy_gettext("Alasan dicatat tidak menurut urutan"),
        [Optional()],
        description=lazy_gettext("Diisi bila surat yang diterima lebih kemudian sudah dicatat."),
        render_kw={"rows": 2},
    )


class ProofForm(TripForm):
    """How a sending arrived."""

    method = RadioField(
        lazy_gettext("Cara pengiriman"),
        [DataRequired(lazy_gettext("Cara pengiriman belum dipilih."))],
        choices=[(str(one), METHODS[one]) for one in DeliveryMethod],
    )
    delivered_on = DayField(lazy_gettext("Tanggal sampai"), [DataRequired(_NO_DAY)], description=_DAY_HINT)
    received_by = StringField(lazy_gettext("Nama penerima"), [Optional()], render_kw=_OFF)
    reference = StringField(lazy_gettext("Nomor tanda terima atau resi"), [Optional()], render_kw=_OFF)
    scan = FileField(
        lazy_gettext("Hasil pindai tanda terima (PDF)"),
        [Optional()],
        description=_SCAN_HINT,
        render_kw={"accept": PDF},
    )


class ItemAnswerForm(TripForm):
    """What answers an item."""

    text = TextAreaField(
        lazy_gettext("Jawaban atau tindak lanjut"),
        [DataRequired(lazy_gettext("Jawaban belum diisi. Tulis satu atau dua kalimat."))],
        description=lazy_gettext("Dicetak dalam matriks surat penyampaian."),
        render_kw={"rows": 4},
    )
    done = TextAreaField(lazy_gettext("Yang dilakukan"), [Optional()], render_kw={"rows": 2})
    found_at = StringField(
        lazy_gettext("Dokumen atau halaman"),
        [Optional()],
        description=lazy_gettext("Misalnya Lampiran II halaman 4."),
        render_kw=_OFF,
    )


class RecordForm(TripForm):
    """The composed answer recorded as it stands."""

    answer_revision = HiddenField()
    late_reason = TextAreaField(
        lazy_gettext("Alasan dicatat menyusul"),
        [Optional()],
        description=lazy_gettext("Surat ini menjawab putaran yang sudah disusul pengiriman lain."),
        render_kw={"rows": 2},
    )


class DeskForm(KeptForm):
    """A desk of the ministry."""

    name = StringField(
        lazy_gettext("Nama meja"),
        [DataRequired(lazy_gettext("Nama meja belum diisi. Tulis nama direktoratnya."))],
        render_kw=_OFF,
    )
    state = SelectField(
        lazy_gettext("Dipakai?"),
        choices=[(IN_USE, lazy_gettext("Dipakai")), (OUT_OF_USE, lazy_gettext("Tidak dipakai lagi"))],
    )
