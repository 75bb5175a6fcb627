"""National holidays and collective leave that every government starts from, read from the file beside.

Source: [SKB-HOLIDAYS].
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, TypedDict

from orgflow.domain.days_off import DayOff, DayOffKind, Decree

_FILE: Final = Path(__file__).with_name("national_days.toml")


class _Day(TypedDict, total=False):
    day: date
    name: str
    unsure: bool


class _Decree(TypedDict, total=False):
    year: int
    number: str
    dated_on: date
    known_on: date
    source: str
    are_days_verified: bool
    national_holidays: list[_Day]
    collective_leave: list[_Day]


@dataclass(frozen=True, slots=True)
class DecreeEntry:
    """A decree with the days it gives."""

    decree: Decree
    days: tuple[DayOff, ...]


def national_decrees() -> tuple[DecreeEntry, ...]:
    """Return the decrees in the order in which they were made; nobody has read the decrees themselves."""
    sheet: dict[str, list[_Decree]] = tomllib.loads(_FILE.read_text("utf-8"))
    return tuple(_entry(held) for held in sheet["decrees"])


def _entry(held: _Decree) -> DecreeEntry:
    decree = Decree(
        year=held["year"],
        number=held["number"],
        dated_on=held.get("dated_on"),
        known_on=held.get("known_on"),
        source=held["source"],
        is_verified=False,
    )
    national = (_day(held, day, DayOffKind.NATIONAL) for day in held.get("national_holidays", []))
    leave = (_day(held, day, DayOffKind.COLLECTIVE) for day in held.get("collective_leave", []))
    return DecreeEntry(decree, (*national, *leave))


def _day(held: _Decree, day: _Day, kind: DayOffKind) -> DayOff:
    is_verified = held["are_days_verified"] and not day.get("unsure", False)
    return DayOff(day["day"], kind, day["name"], held["source"], is_verified)
