"""What is asked of a post, and of who holds it."""

from collections.abc import Iterable
from datetime import date

from flask_babel import gettext, lazy_gettext
from wtforms import IntegerField, StringField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from orgflow.domain.organisation.records import Official, PostRecord, PostRole, UnitRecord
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.values import OfficialId, UnitId
from orgflow.services.organisation.posts import PostFields
from orgflow.web.office_form import DayField
from orgflow.web.registry.choices import Choice, id_of
from orgflow.web.registry.keeping_form import KeepingForm, OfficialChangeForm, reason_field
from orgflow.web.registry.words import APPOINTMENTS, ROLES

_LONG = lazy_gettext("Terlalu panjang.")
_KINDS = [(str(kind), words) for kind, words in APPOINTMENTS.items()]


class PostRankForm(KeepingForm):
    """How high a post stands, and how many may hold it."""

    echelon = StringField(
        lazy_gettext("Eselon"),
        [Optional(), Length(max=60, message=_LONG)],
        description=lazy_gettext("Misalnya II.b. Kosongkan untuk jabatan fungsional atau pelaksana."),
    )
    functional_rank = StringField(
        lazy_gettext("Jenjang fungsional"),
        [Optional(), Length(max=60, message=_LONG)],
        description=lazy_gettext("Misalnya Ahli Muda. Kosongkan untuk jabatan struktural."),
    )
    seats = IntegerField(
        lazy_gettext("Jumlah formasi"),
        [
            InputRequired(lazy_gettext("Tulis jumlahnya dengan angka.")),
            NumberRange(1, 100_000, lazy_gettext("Jumlah formasi paling sedikit 1.")),
        ],
    )


class PostDataForm(PostRankForm):
    """What a post is on a day."""

    title = StringField(
        lazy_gettext("Nama jabatan"),
        [InputRequired(lazy_gettext("Tulis nama jabatannya.")), Length(max=200, message=_LONG)],
    )
    unit = Choice(lazy_gettext("Unit"))

    def offer_units(self, record: PostRecord, units: Iterable[UnitRecord]) -> None:
        """Offer the units to which the post may belong; a head's title follows the unit and is not asked."""
        held = list(units)
        name = next((one.name for one in held if one.unit_id == record.unit_id), "")
        kept = gettext("Tetap di %(name)s", name=name) if name else gettext("Tetap seperti tercatat")
        others = [one for one in held if one.unit_id != record.unit_id]
        self.unit.choices = [("", kept), *((str(one.unit_id), one.name) for one in others)]
        if record.role is PostRole.HEAD:
            del self.title
            del self.unit

    def fields_against(self, record: PostRecord) -> PostFields:
        """Return what differs from a record, so that nothing else is carried into other periods."""
        chosen = id_of(self.unit) if "unit" in self else None
        title = self.typed("title") if "title" in self else record.title or ""
        return PostFields(
            _changed(title, record.title or ""),
            _changed(self.typed("echelon"), record.echelon or ""),
            _changed(self.typed("functional_rank"), record.functional_rank or ""),
            None if self.seats.data == record.seats else self.seats.data,
            UnitId(chosen) if chosen is not None else None,
        )


class ChangePostForm(PostDataForm, OfficialChangeForm):
    """A post that changes officially."""


class CorrectPostForm(PostDataForm):
    """A post that was wrongly recorded; its basis stays as it is recorded."""

    reason = reason_field(lazy_gettext("Alasan ralat"))


class FoundPostForm(PostRankForm, OfficialChangeForm):
    """A new post."""

    role = Choice(lazy_gettext("Kedudukannya"))
    title = StringField(
        lazy_gettext("Nama jabatan"),
        [Optional(), Length(max=200, message=_LONG)],
        description=lazy_gettext("Untuk pimpinan unit dikosongkan: namanya mengikuti nama unit."),
    )

    def offer_roles(self) -> None:
        """Offer what a post is to its unit."""
        self.role.choices = [(str(role), words) for role, words in ROLES.items()]

    @property
    def fields(self) -> PostFields:
        """What is said of the new post."""
        return PostFields(
            self.typed("title"), self.typed("echelon"), self.typed("functional_rank"), self.seats.data
        )


class EndForm(KeepingForm):
    """From which day something is no more, and why."""

    effective_on = DayField(
        lazy_gettext("Hari pertama tidak ada lagi"),
        [InputRequired(lazy_gettext("Tulis tanggalnya, seperti 7 Desember 2022."))],
        description=lazy_gettext("Tulis tanggal seperti 7 Desember 2022."),
    )
    reason = reason_field(lazy_gettext("Alasan"))


class LeaveForm(KeepingForm):
    """From which day a person no longer holds a post."""

    effective_on = DayField(
        lazy_gettext("Hari pertama tidak lagi menjabat"),
        [InputRequired(lazy_gettext("Tulis tanggalnya, seperti 7 Desember 2022."))],
        description=lazy_gettext("Tulis tanggal seperti 7 Desember 2022."),
    )


class HolderForm(KeepingForm):
    """Who holds a post, in what quality, by which letter."""

    name = StringField(
        lazy_gettext("Nama lengkap dengan gelar"),
        [InputRequired(lazy_gettext("Tulis nama lengkapnya.")), Length(max=200, message=_LONG)],
    )
    nip = StringField(
        lazy_gettext("NIP"), [Optional(), Length(max=60, message=_LONG)], render_kw={"inputmode": "numeric"}
    )
    rank = StringField(
        lazy_gettext("Pangkat dan golongan"),
        [Optional(), Length(max=200, message=_LONG)],
        description=lazy_gettext("Misalnya Pembina Tingkat I (IV/b)."),
    )
    kind = Choice(lazy_gettext("Sebagai"))
    letter = StringField(
        lazy_gettext("Surat pengangkatan"),
        [Optional(), Length(max=500, message=_LONG)],
        description=lazy_gettext("Nomor dan tanggal SK atau surat perintahnya."),
    )

    def offer_kinds(self) -> None:
        """Offer in what quality a post may be held."""
        self.kind.choices = _KINDS

    @property
    def appointment_kind(self) -> AppointmentKind:
        """In what quality the post was held."""
        return AppointmentKind(self.kind.data)


class AppointForm(HolderForm, OfficialChangeForm):
    """Who takes up a post, in what quality, by which letter."""

    official = Choice(lazy_gettext("Pejabat"))
    name = StringField(
        lazy_gettext("Nama lengkap dengan gelar"),
        [Optional(), Length(max=200, message=_LONG)],
        description=lazy_gettext("Diisi untuk orang yang belum tercatat, seperti pada surat keputusannya."),
    )
    until = DayField(
        lazy_gettext("Hari pertama tidak lagi menjabat"),
        [Optional()],
        description=lazy_gettext("Kosongkan bila belum ditentukan."),
    )

    def offer_officials(self, held: Iterable[Official]) -> None:
        """Offer the people who are recorded already."""
        known = [(str(one.official_id), _named(one)) for one in held]
        self.offer_kinds()
        self.official.choices = [("", gettext("Orang baru, namanya ditulis di bawah")), *known]
        self.effective_on.label.text = gettext("Menjabat sejak tanggal")

    @property
    def official_id(self) -> OfficialId | None:
        """The person chosen from the list."""
        chosen = id_of(self.official)
        return OfficialId(chosen) if chosen is not None else None

    @property
    def last_day_after(self) -> date | None:
        """The first day on which the person no longer holds the post."""
        return self.until.day


class CorrectTermForm(HolderForm):
    """A person's period in a post that was wrongly recorded."""

    start = DayField(
        lazy_gettext("Menjabat sejak tanggal"),
        [InputRequired(lazy_gettext("Tulis tanggal mulai menjabat."))],
        description=lazy_gettext("Tulis tanggal seperti 7 Desember 2022."),
    )
    end = DayField(
        lazy_gettext("Hari pertama tidak lagi menjabat"),
        [Optional()],
        description=lazy_gettext("Kosongkan bila belum ditentukan."),
    )
    reason = reason_field(lazy_gettext("Alasan ralat"))


def _named(one: Official) -> str:
    return gettext("%(name)s, NIP %(nip)s", name=one.name, nip=one.nip) if one.nip else one.name


def _changed(typed: str, held: str) -> str | None:
    return None if typed == held else typed
