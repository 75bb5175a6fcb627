"""What a step asks for, in the words of that step."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from flask import request
from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString
from wtforms import FileField, RadioField, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Optional, ValidationError

from orgflow.domain.calendar import format_date
from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.proposals.commencement import next_new_year
from orgflow.domain.proposals.recording import RecordingBasis
from orgflow.domain.proposals.states import ACTIONS, Action, Ask
from orgflow.domain.proposals.steps import ReviewOutcome
from orgflow.services.step_offers import ActionOffer
from orgflow.web.current import today
from orgflow.web.office_form import DayField, OfficeForm
from orgflow.web.proposals.step_labels import LABELS, OUTCOMES
from orgflow.web.proposals.words import taker_of
from orgflow.web.uploads import PDF

_NO_DAY: Final = lazy_gettext("Tanggalnya belum diisi. Tulis tanggal seperti 7 Desember 2022.")
_DAY_HINT: Final = lazy_gettext("Tulis tanggal seperti 7 Desember 2022.")
OTHER_DAY: Final = "hari"
NEW_YEAR: Final = "tahun-baru"
UNKNOWN_DAY: Final = "belum-diketahui"
_YEAR: Final = re.compile(r"^\d{4}$")
_SCAN_HINT: Final = lazy_gettext("Pindai sebagai PDF, paling besar 10 MB.")

FIELDS_OF: Final[dict[Ask, tuple[str, ...]]] = {
    Ask.ACTED_ON: ("acted_on",),
    Ask.DOCUMENT: ("document_number",),
    Ask.OUTCOME: ("outcome", "reason"),
    Ask.REASON: ("reason",),
    Ask.REGULATION: ("number", "year", "title", "enacted_on"),
    Ask.GAZETTE: ("gazette_number", "promulgated_on", "commencing", "effective_on", "early_reason"),
    Ask.SCAN: ("scan",),
}
"""Which fields answer what a step asks for, in the order in which they are asked."""

RECORDED_FIELDS: Final = ("person", "acted_on", "basis", "scan")
"""What is asked besides, where a step is recorded for a leader."""

_ALIASES: Final[dict[str, tuple[str, ...]]] = {
    "document": ("document_number",),
    "acted_on": ("acted_on", "enacted_on", "promulgated_on"),
    "step": ("return_to",),
}
"""Names under which rules speak of a field of this form."""


BASES: Final[dict[RecordingBasis, LazyString]] = {
    RecordingBasis.PARAF_SHEET: lazy_gettext("Lembar paraf atau naskah bertanda tangan"),
    RecordingBasis.SRIKANDI: lazy_gettext("Verifikator SRIKANDI"),
}


class StepForm(OfficeForm):
    """Everything a step may ask for; ``ask_only`` leaves what this one asks."""

    return_to = SelectField(lazy_gettext("Dikembalikan ke"), validate_choice=False)
    person = StringField(
        lazy_gettext("Nama pejabat"),
        [DataRequired(lazy_gettext("Nama pejabat belum diisi. Tulis nama lengkap dengan gelarnya."))],
        render_kw={"autocomplete": "off"},
    )
    acted_on = DayField(lazy_gettext("Tanggal"), [DataRequired(_NO_DAY)], description=_DAY_HINT)
    document_number = StringField(
        lazy_gettext("Nomor surat"),
        [DataRequired(lazy_gettext("Nomor surat belum diisi. Salin dari suratnya."))],
        render_kw={"autocomplete": "off"},
    )
    number = StringField(
        lazy_gettext("Nomor Pergub"),
        [DataRequired(lazy_gettext("Nomor Pergub belum diisi."))],
        render_kw={"autocomplete": "off"},
    )
    year = StringField(
        lazy_gettext("Tahun Pergub"),
        [DataRequired(lazy_gettext("Tahun Pergub belum diisi."))],
        render_kw={"inputmode": "numeric", "autocomplete": "off"},
    )
    title = TextAreaField(
        lazy_gettext("Judul Pergub, sesudah kata tentang"),
        [DataRequired(lazy_gettext("Judul Pergub belum diisi. Salin dari naskahnya."))],
        render_kw={"rows": 3},
    )
    enacted_on = DayField(lazy_gettext("Tanggal ditetapkan"), [DataRequired(_NO_DAY)], description=_DAY_HINT)
    gazette_number = StringField(
        lazy_gettext("Nomor Berita Daerah"),
        [DataRequired(lazy_gettext("Nomor Berita Daerah belum diisi."))],
        render_kw={"autocomplete": "off"},
    )
    promulgated_on = DayField(
        lazy_gettext("Tanggal diundangkan"), [DataRequired(_NO_DAY)], description=_DAY_HINT
    )
    commencing = RadioField(
        lazy_gettext("Mulai berlaku"),
        [Optional()],
        default=OTHER_DAY,
        validate_choice=False,
        description=lazy_gettext("Salin dari pasal penutup Pergub."),
    )
    effective_on = DayField(
        lazy_gettext("Tanggal mulai berlaku"),
        [Optional()],
        description=lazy_gettext("Menurut pasal penutup Pergub; sejak tanggal ini susunan berubah."),
    )
    early_reason = TextAreaField(
        lazy_gettext("Alasan bila mulai berlaku sebelum diundangkan"), [Optional()], render_kw={"rows": 2}
    )
    outcome = RadioField(
        lazy_gettext("Hasilnya"),
        [DataRequired(lazy_gettext("Hasilnya belum dipilih."))],
        choices=[(str(outcome), label) for outcome, label in OUTCOMES.items()],
    )
    reason = TextAreaField(
        lazy_gettext("Alasan"),
        [DataRequired(lazy_gettext("Alasannya belum diisi. Alasan ini tercatat dalam riwayat."))],
        render_kw={"rows": 4},
    )
    late_reason = TextAreaField(
        lazy_gettext("Mengapa dicatat tidak menurut urutan?"),
        [DataRequired(lazy_gettext("Alasannya belum diisi. Alasan ini tercatat dalam riwayat."))],
        description=lazy_gettext("Misalnya suratnya baru diterima. Alasan ini tampil dalam riwayat."),
        render_kw={"rows": 2},
    )
    basis = RadioField(
        lazy_gettext("Dicatat dari"),
        [DataRequired(lazy_gettext("Pilih dari mana langkah ini dicatat."))],
        choices=[(str(basis), label) for basis, label in BASES.items()],
    )
    doubt = TextAreaField(
        lazy_gettext("Mengapa tetap dicatat?"),
        [DataRequired(lazy_gettext("Alasannya belum diisi. Alasan ini tercatat dalam riwayat."))],
        description=lazy_gettext("Periksa dahulu nama dan tanggalnya. Alasan ini tampil dalam riwayat."),
        render_kw={"rows": 2},
    )
    scan = FileField(lazy_gettext("Hasil pindai (PDF)"), description=_SCAN_HINT, render_kw={"accept": PDF})

    def validate_year(self, field: StringField) -> None:
        """Refuse what is no year of four digits."""
        if not _YEAR.match((field.data or "").strip()):
            raise ValidationError(gettext("Tahun ditulis dengan empat angka, misalnya 2027."))

    def validate_reason(self, field: TextAreaField) -> None:
        """Ask for the notes where a review's result has some, and for nothing otherwise."""
        chosen = str(self.outcome.data) if "outcome" in self else ""
        wants = chosen in set(ReviewOutcome) and ReviewOutcome(chosen).has_notes
        if wants and not (field.data or "").strip():
            raise ValidationError(gettext("Tulis catatan atau apa yang perlu diperbaiki."))

    def validate_effective_on(self, field: DayField) -> None:
        """Refuse a missing day where one is to be written."""
        if self.chosen_commencing == OTHER_DAY and not (field.data or "").strip():
            raise ValidationError(str(_NO_DAY))

    @property
    def chosen_commencing(self) -> str:
        """Which commencement was chosen: another day, the next new year, or none yet."""
        return str(self.commencing.data or OTHER_DAY)

    @property
    def commences_on(self) -> date | None:
        """The day of commencement, None while it is not known.

        Raises:
            DateUnreadable, DateImpossible, YearOutOfRange.
        """
        if self.chosen_commencing == NEW_YEAR:
            return next_new_year(today())
        return self.effective_on.day if self.chosen_commencing == OTHER_DAY else None

    def offer_new_year(self) -> None:
        """Offer the next 1 January beside another day and none yet."""
        first = next_new_year(today())
        self.commencing.choices = [
            (OTHER_DAY, lazy_gettext("Pada tanggal yang ditulis di bawah")),
            (NEW_YEAR, lazy_gettext("%(day)s, awal tahun anggaran berikutnya", day=format_date(first))),
            (UNKNOWN_DAY, lazy_gettext("Belum diketahui; dicatat kemudian")),
        ]

    def ask_only(self, names: Iterable[str]) -> None:
        """Leave the fields of these names, and the hidden ones."""
        wanted = frozenset(names)
        for name in ALL_FIELDS:
            if name not in wanted:
                del self[name]

    def call_as(self, action: Action) -> None:
        """Give the fields the labels and hints they have in this step."""
        for name, words in LABELS.get(action, {}).items():
            if name in self:
                self[name].label.text = words.label
                self[name].description = words.hint or self[name].description

    def point_out(self, error: DomainError) -> None:
        """Put a refusal beside the field it is about.

        Raises:
            DomainError: the error itself, when it belongs to no field of this step.
        """
        named = error.facts.get("field")
        for name in _ALIASES.get(str(named), (str(named),)):
            if name in self:
                self.show(error, field=name)
                return
        raise error

    @property
    def has_files(self) -> bool:
        """Whether a file comes with the form."""
        return "scan" in self

    @property
    def typed(self) -> dict[str, str]:
        """What was typed, by label, so that nothing is lost when the step can no longer be taken."""
        return {
            str(field.label.text): str(field.data).strip()
            for field in self
            if field.name in ALL_FIELDS and isinstance(field.data, str) and field.data.strip()
        }


ALL_FIELDS: Final = (
    "return_to",
    "outcome",
    "late_reason",
    "person",
    "acted_on",
    "basis",
    "doubt",
    "document_number",
    "number",
    "year",
    "title",
    "enacted_on",
    "gazette_number",
    "promulgated_on",
    "commencing",
    "effective_on",
    "early_reason",
    "reason",
    "scan",
)


LATE: Final = ("late_reason",)
DOUBTED: Final = ("doubt",)


def form_for(
    action: Action, offer: ActionOffer | None, unit: Unit, revision: int, also: Iterable[str] = ()
) -> StepForm:
    """Return the form of a step: what it asks for, and what is asked where TU records it for a leader.

    Args:
        offer: None when the step is not offered any more; then the form keeps what was sent.
        also: fields that are asked besides.
    """
    form = StepForm(revision=revision)
    form.ask_only(dict.fromkeys((*_names(action, offer), *also)))
    form.call_as(action)
    if "return_to" in form:
        back = [(step.key, taker_of(step, unit)) for step in (offer.targets if offer is not None else ())]
        draft = gettext("%(unit)s, untuk diperbaiki", unit=unit.name)
        form.return_to.choices = [("", draft), *back]
    if "basis" in form and not form.basis.data:
        form.basis.data = str(RecordingBasis.PARAF_SHEET)
    if "outcome" in form:
        form.reason.validators = ()
        form.reason.flags.required = False
    if "commencing" in form:
        form.offer_new_year()
    return form


def _names(action: Action, offer: ActionOffer | None) -> Iterator[str]:
    if action is Action.RETURN and (offer.targets if offer else "return_to" in request.form):
        yield "return_to"
    for ask in Ask:
        if ask in ACTIONS[action].asks:
            yield from FIELDS_OF[ask]
    if offer.is_recorded if offer else "person" in request.form:
        yield from RECORDED_FIELDS
    if "doubt" in request.form:
        yield from DOUBTED
    if "late_reason" in request.form or (offer and offer.needs_late_reason):
        yield from LATE
