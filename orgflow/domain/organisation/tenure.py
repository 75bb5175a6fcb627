"""Who holds a post on a day, and when we do not know."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class AppointmentKind(StrEnum):
    """In what quality a person holds a post."""

    DEFINITIVE = "definitif"
    ACTING = "plt"
    DAILY_ACTING = "plh"
    INTERIM = "pj"
    TEMPORARY = "pjs"


@dataclass(frozen=True, slots=True)
class Tenure:
    """One appointment.

    Attributes:
        valid_from: first day it is known to hold.
        valid_to: first day it no longer holds; None while it runs.
        is_end_known: False for a person seen in office on ``valid_from`` alone, the end unknown:
            such a tenure proves that one day and no other.
    """

    official_name: str
    post_title: str
    kind: AppointmentKind
    valid_from: date
    valid_to: date | None
    is_end_known: bool
    rank: str | None = None
    nip: str | None = None
    source: str | None = None
    letter: str | None = None

    def holds_on(self, day: date) -> bool:
        """Say whether the tenure is known to hold on the day."""
        if not self.is_end_known:
            return day == self.valid_from
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


def holder_on(tenures: Iterable[Tenure], day: date) -> Tenure | None:
    """Return the tenure known to hold on the day, the most recently begun first; None if unknown."""
    holding = [tenure for tenure in tenures if tenure.holds_on(day)]
    return max(holding, key=lambda tenure: tenure.valid_from, default=None)


def last_seen(tenures: Iterable[Tenure], day: date) -> Tenure | None:
    """Return the latest tenure begun on or before the day, whether or not it still holds."""
    begun = [tenure for tenure in tenures if tenure.valid_from <= day]
    return max(begun, key=lambda tenure: tenure.valid_from, default=None)
