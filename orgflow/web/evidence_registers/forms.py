"""What is asked of whoever keeps the evidence registers."""

from typing import Final

from flask_babel import gettext, lazy_gettext
from wtforms import FileField, HiddenField, IntegerField, StringField, TextAreaField
from wtforms.validators import InputRequired, Optional, ValidationError

from orgflow.domain.errors import DomainError
from orgflow.domain.evidence.partners import KindCount, Partner, PartnerKind
from orgflow.domain.evidence.precedents import Precedent, Stance
from orgflow.domain.evidence.rough_dates import RoughDate, rough_date_if_any
from orgflow.domain.evidence.tallies import Tally
from orgflow.services.evidence_words import KIND_NAMES, STANCES
from orgflow.web.messages import message_for
from orgflow.web.office_form import DayField, OfficeForm
from orgflow.web.registry.choices import Choice
from orgflow.web.settings.rule_forms import KeptForm
from orgflow.web.uploads import TABLE

_OFF: Final = {"autocomplete": "off"}
_DAY_HINT: Final = lazy_gettext("Tulis tanggal seperti 7 Desember 2022.")
_SOURCE: Final = lazy_gettext("Tulis dari mana hal ini diketahui.")
PARTNER_FIELDS: Final = ("kind", "name", "starts_on", "last_day", "contact", "source", "note")
PRECEDENT_FIELDS: Final = (
    "province",
    "unit_name",
    "former_name",
    "since",
    "regulation",
    "source",
    "seen_when",
    "stance",
    "note",
)
NARROW: Final = frozenset(
    {"kind", "starts_on", "last_day", "on", "since", "seen_when", "total", *PartnerKind}
)


class RoughDateField(StringField):
    """A date as far as it is known: a year, a month of a year, or a day."""

    def pre_validate(self, form: object) -> None:
        """Say beside the field why what was typed is no date."""
        try:
            rough_date_if_any(self.data or "", field=self.short_name)
        except DomainError as error:
            raise ValidationError(str(message_for(error))) from error

    @property
    def known(self) -> RoughDate | None:
        """What was typed.

        Raises:
            DateUnreadable, DateImpossible, YearOutOfRange.
        """
        return rough_date_if_any(self.data or "", field=self.short_name)


class PartnerForm(KeptForm):
    """A medium."""

    kind = Choice(
        lazy_gettext("Jenis media"), choices=[(str(kind), words) for kind, words in KIND_NAMES.items()]
    )
    name = StringField(
        lazy_gettext("Nama media"),
        [InputRequired(lazy_gettext("Nama media belum diisi."))],
        render_kw=_OFF,
    )
    starts_on = DayField(
        lazy_gettext("Hari pertama kontrak"),
        [Optional()],
        description=lazy_gettext("Tulis tanggal seperti 7 Desember 2022; tanpa ini medianya belum dihitung."),
    )
    last_day = DayField(
        lazy_gettext("Hari terakhir kontrak"),
        [Optional()],
        description=lazy_gettext("Hari itu masih dihitung. Kosongkan bila belum ditentukan."),
    )
    contact = StringField(lazy_gettext("Kontak"), [Optional()], render_kw=_OFF)
    source = StringField(
        lazy_gettext("Sumber"),
        [Optional()],
        description=lazy_gettext("Misalnya nomor kontrak; diperlukan untuk verifikasi."),
        render_kw=_OFF,
    )
    note = TextAreaField(lazy_gettext("Catatan"), [Optional()], render_kw={"rows": 2})

    @property
    def partner(self) -> Partner:
        """The medium that was typed."""
        return Partner(
            PartnerKind(self.kind.data),
            self.name.data or "",
            self.starts_on.day,
            self.last_day.day,
            self.contact.data or "",
            self.note.data or "",
            self.source.data or "",
        )


def _count(label: str) -> IntegerField:
    return IntegerField(label, [Optional()], render_kw={"inputmode": "numeric", "autocomplete": "off"})


class TallyForm(KeptForm):
    """A count that somebody published; the fields of its parts are named as the kinds."""

    subject = StringField(
        lazy_gettext("Apa yang dihitung?"),
        [InputRequired(lazy_gettext("Tulis apa yang dihitung, misalnya mitra media biro."))],
        render_kw=_OFF,
    )
    on = DayField(
        lazy_gettext("Keadaan per"),
        [InputRequired(lazy_gettext("Tanggalnya belum diisi. Tulis seperti 7 Desember 2022."))],
        description=_DAY_HINT,
    )
    cetak = _count(KIND_NAMES[PartnerKind.PRINT])
    online = _count(KIND_NAMES[PartnerKind.ONLINE])
    televisi = _count(KIND_NAMES[PartnerKind.TELEVISION])
    radio = _count(KIND_NAMES[PartnerKind.RADIO])
    media_sosial = _count(KIND_NAMES[PartnerKind.SOCIAL])
    total = IntegerField(
        lazy_gettext("Jumlah seluruhnya"),
        [InputRequired(lazy_gettext("Jumlah seluruhnya belum diisi. Tulis seperti pada sumbernya."))],
        description=lazy_gettext("Ditolak bila tidak sama dengan rinciannya."),
        render_kw={"inputmode": "numeric", "autocomplete": "off"},
    )
    source = StringField(
        lazy_gettext("Sumber"),
        [InputRequired(_SOURCE)],
        description=lazy_gettext("Alamat atau judul tempat hitungan ini dimuat."),
        render_kw=_OFF,
    )
    note = TextAreaField(lazy_gettext("Catatan"), [Optional()], render_kw={"rows": 2})

    @property
    def tally(self) -> Tally:
        """The count that was typed.

        Raises:
            LookupError: the form is not valid.
        """
        if self.on.day is None:
            raise LookupError("a form that is valid bears its day")
        typed = ((kind, self[str(kind)].data) for kind in PartnerKind)
        parts = tuple(KindCount(kind, count) for kind, count in typed if count is not None)
        source, note = self.source.data or "", self.note.data or ""
        return Tally(self.subject.data or "", self.on.day, self.total.data or 0, parts, source, note)


TALLY_FIELDS: Final = ("subject", "on", *map(str, PartnerKind), "total", "source", "note")


class PrecedentForm(KeptForm):
    """What one province calls the unit."""

    province = StringField(
        lazy_gettext("Provinsi"), [InputRequired(lazy_gettext("Provinsi belum diisi."))], render_kw=_OFF
    )
    unit_name = StringField(
        lazy_gettext("Nama unit di sana"),
        [InputRequired(lazy_gettext("Nama unit belum diisi. Salin seperti pada sumbernya."))],
        render_kw=_OFF,
    )
    former_name = StringField(lazy_gettext("Nama sebelumnya"), [Optional()], render_kw=_OFF)
    since = RoughDateField(
        lazy_gettext("Sejak"),
        [Optional()],
        description=lazy_gettext("Sejauh diketahui: 2020, Desember 2025, atau 7 Desember 2022."),
        render_kw=_OFF,
    )
    regulation = StringField(lazy_gettext("Dasar"), [Optional()], render_kw=_OFF)
    source = StringField(
        lazy_gettext("Terlihat pada"),
        [InputRequired(_SOURCE)],
        description=lazy_gettext("Alamat atau judul tempat nama itu terlihat."),
        render_kw=_OFF,
    )
    seen_when = RoughDateField(
        lazy_gettext("Terlihat kapan?"),
        [Optional()],
        description=lazy_gettext("Tahun, bulan, atau tanggalnya, sejauh diketahui."),
        render_kw=_OFF,
    )
    stance = Choice(
        lazy_gettext("Bagi usulan"), choices=[(str(stance), words) for stance, words in STANCES.items()]
    )
    note = TextAreaField(lazy_gettext("Catatan"), [Optional()], render_kw={"rows": 2})

    @property
    def precedent(self) -> Precedent:
        """The precedent that was typed."""
        return Precedent(
            self.province.data or "",
            self.unit_name.data or "",
            self.source.data or "",
            Stance(self.stance.data),
            self.former_name.data or "",
            self.since.known,
            self.regulation.data or "",
            self.seen_when.known,
            self.note.data or "",
        )


class TakeOutForm(KeptForm):
    """Why an entry leaves its register."""

    reason = TextAreaField(
        lazy_gettext("Alasan"),
        [InputRequired(lazy_gettext("Alasan belum diisi. Tulis satu kalimat."))],
        render_kw={"rows": 2},
    )


class TrustForm(OfficeForm):
    """Whether an entry is true to its source."""

    is_verified = HiddenField()


class PartnerFileForm(OfficeForm):
    """A file with media."""

    upload = FileField(
        lazy_gettext("Berkas mitra media (XLSX atau CSV)"),
        description=lazy_gettext("Kolomnya seperti pada berkas yang diunduh dari register ini."),
        render_kw={"accept": TABLE},
    )


class SeenPlanForm(OfficeForm):
    """The decision on a preview that was looked at."""

    seen_plan = HiddenField()


class ChooseForm(OfficeForm):
    """On what else a proposal rests; the entries are checked by their own addresses in ``bukti``."""

    counted_on = DayField(lazy_gettext("Hitung mitra media pada"), [Optional()], description=_DAY_HINT)


def nothing_chosen() -> str:
    """Return what is said where nothing was chosen."""
    return gettext("Belum ada yang dipilih. Centang sedikitnya satu data dukung, atau isi tanggalnya.")
