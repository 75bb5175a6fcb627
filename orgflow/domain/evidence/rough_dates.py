"""A date known only so far: a year, a month, or a day."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from orgflow.domain.calendar import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    MONTHS,
    DateUnreadable,
    YearOutOfRange,
    format_date,
    parse_date,
)

_YEAR: Final = re.compile(r"^(\d{4})$")
_ISO_MONTH: Final = re.compile(r"^(\d{4})-(\d{1,2})$")
_MONTH: Final = re.compile(r"^([A-Za-z]+)\s+(\d{4})$")


@dataclass(frozen=True, slots=True, order=True)
class RoughDate:
    """A date as far as it is known; 0 is what is not."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def words(self) -> str:
        """How an office writes it: ``2020``, ``Desember 2025``, ``7 Desember 2022``."""
        if self.day:
            return format_date(date(self.year, self.month, self.day))
        return f"{MONTHS[self.month - 1]} {self.year}" if self.month else str(self.year)

    @property
    def code(self) -> str:
        """How it is kept: ``2020``, ``2025-12``, ``2022-12-07``."""
        parts = (f"{self.year:04d}", f"{self.month:02d}", f"{self.day:02d}")
        return "-".join(parts[: 3 if self.day else 2 if self.month else 1])


def rough_date(text: str, *, field: str) -> RoughDate:
    """Read ``2020``, ``Desember 2025``, ``2025-12``, or any form of a day.

    Raises:
        DateUnreadable, DateImpossible, YearOutOfRange.
    """
    trimmed = " ".join(text.split())
    if match := _YEAR.match(trimmed):
        read = RoughDate(int(match[1]))
    elif match := _ISO_MONTH.match(trimmed):
        read = RoughDate(int(match[1]), int(match[2]))
    elif match := _MONTH.match(trimmed):
        read = RoughDate(int(match[2]), _month(match[1]))
    else:
        day = parse_date(trimmed, field=field)
        return RoughDate(day.year, day.month, day.day)
    if not EARLIEST_YEAR <= read.year <= LATEST_YEAR:
        raise YearOutOfRange(field=field, text=trimmed, earliest=EARLIEST_YEAR, latest=LATEST_YEAR)
    if not (_YEAR.match(trimmed) or 1 <= read.month <= len(MONTHS)):
        raise DateUnreadable(field=field, text=text[:60])
    return read


def rough_date_if_any(text: str, *, field: str) -> RoughDate | None:
    """Return what ``rough_date`` does; None for what is blank.

    Raises:
        DateUnreadable, DateImpossible, YearOutOfRange.
    """
    return rough_date(text, field=field) if text.strip() else None


def _month(word: str) -> int:
    wanted = word.casefold()
    found = [number for number, name in enumerate(MONTHS, start=1) if name.casefold().startswith(wanted)]
    return found[0] if len(wanted) >= 3 and len(found) == 1 else 0
