"""Days off by decree or of the region itself, and when one is refused."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from orgflow.domain.calendar import EARLIEST_YEAR, LATEST_YEAR, DateUnreadable, parse_date
from orgflow.domain.errors import RuleBroken
from orgflow.domain.values import clean_line, clean_words, clean_words_if_any, comparable, lines_of

_DATED: Final = re.compile(
    r"^(\d{1,2}\s+[A-Za-z]+\s+\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2})(?:[\s,:;]+(.*))?$"
)


class DayOffKind(StrEnum):
    """Why the office does not work."""

    NATIONAL = "national_holiday"
    COLLECTIVE = "collective_leave"
    LOCAL = "local_holiday"


class DayOffTwice(RuleBroken):
    """The day is off already."""

    code = "day_off_twice"


class DayOutsideDecree(RuleBroken):
    """The day is not in the year that the decree is about."""

    code = "day_outside_decree"


class DecreeNeeded(RuleBroken):
    """A national holiday or collective leave stands in a decree."""

    code = "decree_needed"


class DecreeTwice(RuleBroken):
    """The decree of this number about this year is kept already."""

    code = "decree_twice"


class DecreeYearUnfit(RuleBroken):
    """The year is outside ``earliest`` to ``latest``."""

    code = "decree_year_unfit"


class DecreeKnownTooEarly(RuleBroken):
    """The decree is said to have been made known before its own date."""

    code = "decree_known_too_early"


@dataclass(frozen=True, slots=True)
class Decree:
    """A decision that gives days off in one year.

    Attributes:
        number: as the decree bears it, with its kind.
        dated_on: None when it is not known.
        known_on: the day it was made known; None when it is not known.
    """

    year: int
    number: str
    dated_on: date | None
    known_on: date | None
    source: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day on which the office does not work; ``name`` is "" when nobody wrote what it is."""

    day: date
    kind: DayOffKind
    name: str
    source: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class HeldDecree:
    """A decree with what it is changed by."""

    id: UUID
    revision: int
    decree: Decree


@dataclass(frozen=True, slots=True)
class HeldDay:
    """A day off that stands, with what it is changed by; ``decree_id`` None rests on no decree."""

    id: UUID
    revision: int
    decree_id: UUID | None
    entry: DayOff


def checked_decree(decree: Decree, beside: Iterable[Decree]) -> Decree:
    """Return the decree as it is kept.

    Args:
        beside: the other decrees of the government.

    Raises:
        DecreeYearUnfit, DecreeTwice, DecreeKnownTooEarly.
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    if not EARLIEST_YEAR <= decree.year <= LATEST_YEAR:
        raise DecreeYearUnfit(field="year", earliest=EARLIEST_YEAR, latest=LATEST_YEAR)
    cleaned = replace(
        decree,
        number=clean_words(decree.number, field="number", limit=200),
        source=clean_line(decree.source, field="source"),
    )
    for other in beside:
        if other.year == cleaned.year and comparable(other.number) == comparable(cleaned.number):
            raise DecreeTwice(field="number", number=other.number, year=other.year)
    if cleaned.dated_on is not None and cleaned.known_on is not None and cleaned.known_on < cleaned.dated_on:
        raise DecreeKnownTooEarly(field="known_on", dated_on=cleaned.dated_on.isoformat())
    return cleaned


def checked_day(
    entry: DayOff, decree: Decree | None, beside: Iterable[date], *, listed_in: str | None = None
) -> DayOff:
    """Return the day off as it is kept.

    Args:
        decree: what it rests on; None for a day of the region whose decision has no row.
        beside: the other days that are off.
        listed_in: the field in which the day stood among others; None when it has fields of its own.

    Raises:
        DecreeNeeded, DayOutsideDecree, DayOffTwice.
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    if decree is None and entry.kind is not DayOffKind.LOCAL:
        raise DecreeNeeded(field="decree_id", kind=str(entry.kind))
    if decree is not None and entry.day.year != decree.year:
        raise DayOutsideDecree(
            field=listed_in or "day", day=entry.day.isoformat(), number=decree.number, year=decree.year
        )
    if entry.day in frozenset(beside):
        raise DayOffTwice(field=listed_in or "day", day=entry.day.isoformat())
    return replace(
        entry,
        name=clean_words_if_any(entry.name, field=listed_in or "name", limit=200),
        source=clean_line(entry.source, field="source"),
    )


def days_typed(text: str, *, field: str) -> tuple[tuple[date, str], ...]:
    """Return the days of a list, one a line: the date, and after it what the day is, which may be left out.

    Raises:
        DateUnreadable, DateImpossible, YearOutOfRange: of the first line that is no date.
    """
    found: list[tuple[date, str]] = []
    for line in lines_of(text):
        match = _DATED.match(line)
        if match is None:
            raise DateUnreadable(field=field, text=line[:60])
        found.append((parse_date(match[1], field=field), (match[2] or "").strip()))
    return tuple(found)
