"""Working days: Monday to Friday without the days off, counted and added."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

_WORKED_A_WEEK: Final = 5
_A_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Workdays:
    """A calendar of working days; a day off on a Saturday or Sunday changes nothing."""

    days_off: frozenset[date]

    def is_working(self, day: date) -> bool:
        """Say whether the office works on the day."""
        return day.weekday() < _WORKED_A_WEEK and day not in self.days_off

    def between(self, first: date, last: date) -> int:
        """Return how many working days come after ``first``, up to and with ``last``.

        Returns:
            0 when ``last`` is not after ``first``.
        """
        days = max((last - first).days, 0)
        weeks, rest = divmod(days, 7)
        over = sum(1 for n in range(1, rest + 1) if (first.weekday() + n) % 7 < _WORKED_A_WEEK)
        off = sum(1 for day in self.days_off if first < day <= last and day.weekday() < _WORKED_A_WEEK)
        return weeks * _WORKED_A_WEEK + over - off

    def after(self, day: date, count: int) -> date:
        """Return the working day on which ``count`` working days after ``day`` are full.

        Args:
            count: 0 returns the day itself, whether or not it is worked on.
        """
        reached = day
        for _ in range(count):
            reached += _A_DAY
            while not self.is_working(reached):
                reached += _A_DAY
        return reached


@dataclass(frozen=True, slots=True)
class RecordedDay:
    """A day off with the instants between which counts know of it.

    Attributes:
        known_at: None when it was known before any count was made.
        ended_at: None when it still stands.
    """

    day: date
    known_at: datetime | None
    ended_at: datetime | None = None

    def is_known_at(self, instant: datetime) -> bool:
        """Say whether a count made at the instant leaves the day out."""
        is_begun = self.known_at is None or self.known_at <= instant
        return is_begun and (self.ended_at is None or instant < self.ended_at)


@dataclass(frozen=True, slots=True)
class DayBook:
    """All days off ever recorded: a count made earlier stays what it was when the book has grown."""

    days: tuple[RecordedDay, ...]

    def workdays(self, known_at: datetime | None = None) -> Workdays:
        """Return the calendar as it was known at an instant; without one, as it stands now."""
        return Workdays(frozenset(recorded.day for recorded in self._known(known_at)))

    def _known(self, instant: datetime | None) -> Iterable[RecordedDay]:
        if instant is None:
            return (recorded for recorded in self.days if recorded.ended_at is None)
        return (recorded for recorded in self.days if recorded.is_known_at(instant))
