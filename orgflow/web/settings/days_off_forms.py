"""What is asked of whoever keeps the days off and their decrees."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from flask_babel import lazy_gettext
from wtforms import BooleanField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, NumberRange, Optional

from orgflow.domain.calendar import EARLIEST_YEAR, LATEST_YEAR, parse_date
from orgflow.domain.days_off import DayOff, DayOffKind, Decree, HeldDecree, days_typed
from orgflow.services.days_off import AddDay, AddDecree
from orgflow.web.office_form import DayField
from orgflow.web.settings.rule_forms import KeptForm
from orgflow.web.settings.time_words import DAY_KINDS

NO_DECREE: Final = ""
DECREE_FIELDS: Final = ("year", "number", "dated_on", "known_on", "source", "is_verified")
LISTS: Final = ("national_days", "leave_days", "local_days")
DAY_FIELDS: Final = ("day", "kind", "name", "decree_id", "source", "is_verified")


class SourcedForm(KeptForm):
    """Where something is known from, and whether that was read."""

    source = TextAreaField(
        lazy_gettext("Sumbernya"),
        [InputRequired(lazy_gettext("Tulis dari mana hari libur ini diketahui."))],
        description=lazy_gettext("Naskah keputusannya bila sudah dibaca; bila belum, dari mana diketahui."),
        render_kw={"rows": 3},
    )
    is_verified = BooleanField(lazy_gettext("Sumbernya sudah dibaca dan cocok"))


class KnownDecreeForm(SourcedForm):
    """A decree that is kept; its year stays."""

    number = StringField(
        lazy_gettext("Keputusan"),
        [InputRequired(lazy_gettext("Tulis jenis dan nomor keputusannya."))],
        description=lazy_gettext("Jenis dan nomornya, misalnya Keputusan Gubernur Nomor 1 Tahun 2026."),
    )
    dated_on = DayField(
        lazy_gettext("Tanggal keputusan"),
        [Optional()],
        description=lazy_gettext("Kosongkan bila belum diketahui."),
    )
    known_on = DayField(
        lazy_gettext("Diumumkan pada"),
        [Optional()],
        description=lazy_gettext("Kosongkan bila belum diketahui."),
    )

    def decree(self, year: int) -> Decree:
        """Return the decree that was typed."""
        return Decree(
            year,
            self.number.data or "",
            self.dated_on.day,
            self.known_on.day,
            self.source.data or "",
            bool(self.is_verified.data),
        )


class DecreeForm(KnownDecreeForm):
    """A decree with the days it gives."""

    year = IntegerField(
        lazy_gettext("Tahun hari liburnya"),
        [
            InputRequired(lazy_gettext("Tulis tahunnya dengan angka.")),
            NumberRange(EARLIEST_YEAR, LATEST_YEAR, lazy_gettext("Tulis tahun dari 1945 sampai 2199.")),
        ],
    )
    national_days = TextAreaField(
        lazy_gettext("Libur nasional"),
        [Optional()],
        description=lazy_gettext(
            "Satu hari satu baris: tanggalnya, lalu namanya bila ada, misalnya 1 Januari 2026 Tahun Baru."
        ),
        render_kw={"rows": 6},
    )
    leave_days = TextAreaField(
        lazy_gettext("Cuti bersama"),
        [Optional()],
        description=lazy_gettext("Satu hari satu baris, seperti di atas."),
        render_kw={"rows": 6},
    )
    local_days = TextAreaField(
        lazy_gettext("Libur daerah"),
        [Optional()],
        description=lazy_gettext("Satu hari satu baris, misalnya hari pemungutan suara."),
        render_kw={"rows": 3},
    )

    def command(self) -> AddDecree:
        """Return the decree and the days that were typed; a day is as sure as the decree.

        Raises:
            DateUnreadable, DateImpossible, YearOutOfRange.
        """
        decree = self.decree(self.year.data or 0)
        listed = (
            (self.national_days, DayOffKind.NATIONAL),
            (self.leave_days, DayOffKind.COLLECTIVE),
            (self.local_days, DayOffKind.LOCAL),
        )
        days = (
            DayOff(day, kind, name, decree.source, decree.is_verified)
            for field, kind in listed
            for day, name in days_typed(field.data or "", field=field.short_name)
        )
        return AddDecree(decree, tuple(days))


class KnownDayForm(SourcedForm):
    """A day off that is kept; the day and its kind stay."""

    name = StringField(
        lazy_gettext("Nama harinya"),
        [Optional()],
        description=lazy_gettext("Misalnya Hari Jadi Provinsi."),
    )


class DayForm(KnownDayForm):
    """A day off."""

    day = DayField(lazy_gettext("Tanggal"), [InputRequired(lazy_gettext("Tulis tanggalnya."))])
    kind = SelectField(
        lazy_gettext("Jenis"),
        choices=[(str(kind), DAY_KINDS[kind]) for kind in reversed(DayOffKind)],
    )
    decree_id = SelectField(
        lazy_gettext("Keputusannya"),
        description=lazy_gettext(
            "Libur daerah boleh tanpa keputusan yang tercatat; tulis sumbernya di bawah."
        ),
    )

    def offer(self, decrees: Iterable[HeldDecree]) -> None:
        """Offer the decrees a day may rest on, the newest first."""
        held = reversed(tuple(decrees))
        self.decree_id.choices = [
            (NO_DECREE, lazy_gettext("Tanpa keputusan yang tercatat")),
            *((str(one.id), f"{one.decree.year}: {one.decree.number}") for one in held),
        ]

    def command(self) -> AddDay:
        """Return the day that was typed."""
        entry = DayOff(
            parse_date(self.day.data or "", field="day"),
            DayOffKind(self.kind.data),
            self.name.data or "",
            self.source.data or "",
            bool(self.is_verified.data),
        )
        return AddDay(entry, UUID(self.decree_id.data) if self.decree_id.data else None)


class DayRemovalForm(KeptForm):
    """Why a day is worked on after all."""

    reason = StringField(
        lazy_gettext("Alasan"),
        [InputRequired(lazy_gettext("Tulis alasan menghapus hari libur ini."))],
        description=lazy_gettext("Alasan ini tercatat dalam riwayat."),
    )
