"""Dates as an Indonesian office writes them, and which day it is in a government's zone."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from orgflow.domain.errors import RuleBroken

MONTHS: Final = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
WEEKDAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
ROMAN_MONTHS: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
EARLIEST_YEAR: Final = 1945
LATEST_YEAR: Final = 2199

_WORDS = re.compile(r"^(\d{1,2})\s+([A-Za-z]+)\s+(\d{4})$")
_DIGITS = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")


class DateUnreadable(RuleBroken):
    """A text is not a date in any form the office uses."""

    code = "date_unreadable"


class DateImpossible(RuleBroken):
    """The calendar has no such day."""

    code = "date_impossible"


class YearOutOfRange(RuleBroken):
    """The year is outside ``earliest`` to ``latest``."""

    code = "year_out_of_range"


def parse_date(text: str, *, field: str = "date") -> date:
    """Read ``7 Desember 2022``, ``7/12/2022`` or ``2022-12-07``.

    Raises:
        DateUnreadable: none of these forms.
        DateImpossible: such a day does not exist.
        YearOutOfRange: its year is before 1945 or after 2199.
    """
    trimmed = " ".join(text.split())
    if match := _WORDS.match(trimmed):
        day, month, year = int(match[1]), _month_number(match[2], text, field), int(match[3])
    elif match := _DIGITS.match(trimmed):
        day, month, year = int(match[1]), int(match[2]), int(match[3])
    elif match := _ISO.match(trimmed):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
    else:
        raise DateUnreadable(field=field, text=text[:60])
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise YearOutOfRange(field=field, text=trimmed, earliest=EARLIEST_YEAR, latest=LATEST_YEAR)
    try:
        return date(year, month, day)
    except ValueError:
        raise DateImpossible(field=field, text=trimmed) from None


def _month_number(word: str, text: str, field: str) -> int:
    wanted = word.casefold()
    matches = [n for n, name in enumerate(MONTHS, start=1) if name.casefold() == wanted]
    if not matches and len(wanted) >= 3:
        matches = [n for n, name in enumerate(MONTHS, start=1) if name.casefold().startswith(wanted)]
    if len(matches) != 1:
        raise DateUnreadable(field=field, text=text[:60])
    return matches[0]


def format_date(day: date) -> str:
    """Return ``7 Desember 2022``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def format_day(day: date) -> str:
    """Return ``Rabu, 7 Desember 2022``."""
    return f"{WEEKDAYS[day.weekday()]}, {format_date(day)}"


def format_month(day: date) -> str:
    """Return ``Desember 2022``."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def local_date(instant: datetime, zone: str) -> date:
    """Return the day it is in the zone at a UTC instant."""
    return instant.astimezone(ZoneInfo(zone)).date()


def last_instant(day: date, zone: str) -> datetime:
    """Return the last microsecond of a day in the zone, as an instant in UTC."""
    next_day = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone))
    return next_day.astimezone(UTC) - timedelta(microseconds=1)


def format_instant(instant: datetime, zone: str) -> str:
    """Return ``7 Desember 2022 pukul 09.14`` in the zone."""
    local = instant.astimezone(ZoneInfo(zone))
    return f"{format_date(local.date())} pukul {local.hour:02d}.{local.minute:02d}"
