"""The report of a month: what came and went, what runs at its end, and how long each step takes."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import median
from typing import Final

from orgflow.domain.calendar import EARLIEST_YEAR, LATEST_YEAR, MONTHS
from orgflow.domain.errors import RuleBroken
from orgflow.domain.proposals.states import ANSWERS, ENDED, Action, ProposalState
from orgflow.domain.proposals.stays import CountDays, Course, Stay
from orgflow.domain.values import ProposalId

_MONTH: Final = re.compile(r"(\d{4})-(\d{2})")
MONTHS_COUNTED: Final = 12
"""How many months, up to and with the report's own, the times of the steps are taken from."""


class MonthUnreadable(RuleBroken):
    """A month is not written as year and month, as 2026-11, or lies outside the calendar of the office."""

    code = "month_unreadable"


class Happening(StrEnum):
    """What is counted in a month."""

    BEGUN = "begun"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    SENT = "sent"
    ANSWERED = "answered"
    ENACTED = "enacted"
    IN_FORCE = "in_force"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Month":
        """Return the month that a day is in."""
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.later(1).first - timedelta(days=1)

    @property
    def words(self) -> str:
        """The month as it is written: ``November 2026``."""
        return f"{MONTHS[self.number - 1]} {self.year}"

    @property
    def code(self) -> str:
        """The month as an address writes it: ``2026-11``."""
        return f"{self.year:04d}-{self.number:02d}"

    def later(self, months: int) -> "Month":
        """Return the month so many after this one; before it, where the number is negative."""
        year, number = divmod(self.year * 12 + self.number - 1 + months, 12)
        return Month(year, number + 1)

    def holds(self, day: date) -> bool:
        """Say whether a day is in it."""
        return Month.of(day) == self


def parse_month(text: str) -> Month:
    """Read ``2026-11``.

    Raises:
        MonthUnreadable.
    """
    found = _MONTH.fullmatch(text.strip())
    if found is None or not 1 <= int(found[2]) <= 12 or not EARLIEST_YEAR <= int(found[1]) < LATEST_YEAR:
        raise MonthUnreadable(month=text[:20])
    return Month(int(found[1]), int(found[2]))


@dataclass(frozen=True, slots=True)
class Reported:
    """A proposal as the report counts it."""

    id: ProposalId
    unit_name: str
    course: Course


@dataclass(frozen=True, slots=True)
class Running:
    """A proposal that ran at the month's end: where, for how many working days, and how old it was."""

    id: ProposalId
    unit_name: str
    state: ProposalState
    days: int
    age: int


@dataclass(frozen=True, slots=True)
class Ended:
    """A proposal whose road ended in the month."""

    id: ProposalId
    unit_name: str
    state: ProposalState
    on: date
    age: int


@dataclass(frozen=True, slots=True)
class StepTime:
    """How long proposals stood in a state, in working days; ``count`` is how many stays ended."""

    state: ProposalState
    count: int
    median: float
    longest: int


@dataclass(frozen=True, slots=True)
class UnitTime:
    """A bureau's proposals: how many run at the month's end, how many ended, and how long those took."""

    unit_name: str
    running: int
    ended: int
    median: float | None


@dataclass(frozen=True, slots=True)
class MonthlyReport:
    """A month as it is reported.

    Attributes:
        as_of: the day it is counted to: the month's last, or today while it lasts.
        steps, units: of the twelve months up to that day.
    """

    month: Month
    as_of: date
    happened: Mapping[Happening, int]
    running: tuple[Running, ...]
    ended: tuple[Ended, ...]
    steps: tuple[StepTime, ...]
    units: tuple[UnitTime, ...]


_SUBMITTING: Final = frozenset({Action.SUBMIT, Action.FORWARD})
_BY_ACTION: Final[dict[Action, Happening]] = {
    Action.RETURN: Happening.RETURNED,
    Action.SEND: Happening.SENT,
    Action.ENACT: Happening.ENACTED,
    Action.COMMENCE: Happening.IN_FORCE,
    Action.WITHDRAW: Happening.WITHDRAWN,
}


def report_of(proposals: Iterable[Reported], month: Month, today: date, count: CountDays) -> MonthlyReport:
    """Return the report of a month from the ways of the proposals in somebody's reach.

    A month that has not come is empty; what happened after the day counted to is not seen.
    """
    as_of = min(month.last, today)
    known = [
        Reported(one.id, one.unit_name, one.course.until(as_of))
        for one in proposals
        if one.course.begun_on <= as_of
    ]
    happened = dict.fromkeys(Happening, 0)
    for one in known:
        for what in _happenings(one.course, month):
            happened[what] += 1
    running = [_running(one, as_of, count) for one in known if one.course.state not in ENDED]
    ended = [
        Ended(one.id, one.unit_name, one.course.state, on, one.course.age(as_of, count))
        for one in known
        if (on := one.course.ended_on) is not None and month.holds(on)
    ]
    since = month.later(1 - MONTHS_COUNTED).first
    return MonthlyReport(
        month,
        as_of,
        happened,
        tuple(sorted(running, key=lambda one: (-one.age, one.unit_name, str(one.id)))),
        tuple(sorted(ended, key=lambda one: (one.on, one.unit_name, str(one.id)))),
        _step_times(known, since, as_of, count),
        _unit_times(known, since, as_of, count),
    )


def _happenings(course: Course, month: Month) -> Iterable[Happening]:
    if month.holds(course.begun_on):
        yield Happening.BEGUN
    for step in course.steps:
        if not month.holds(step.on):
            continue
        if step.action in _SUBMITTING:
            yield Happening.SUBMITTED
        elif step.action in ANSWERS:
            yield Happening.ANSWERED
        elif step.action in _BY_ACTION:
            yield _BY_ACTION[step.action]
        if step.target is ProposalState.REJECTED:
            yield Happening.REJECTED


def _running(one: Reported, as_of: date, count: CountDays) -> Running:
    present = one.course.stays(as_of, count)[-1]
    return Running(one.id, one.unit_name, present.state, present.days, one.course.age(as_of, count))


def _step_times(
    known: Iterable[Reported], since: date, as_of: date, count: CountDays
) -> tuple[StepTime, ...]:
    stays: dict[ProposalState, list[Stay]] = defaultdict(list)
    for one in known:
        for stay in one.course.stays(as_of, count):
            if stay.until is not None and stay.until >= since:
                stays[stay.state].append(stay)
    return tuple(
        StepTime(
            state,
            len(held),
            float(median(stay.days for stay in held)),
            max(stay.days for stay in held),
        )
        for state in ProposalState
        if (held := stays.get(state))
    )


def _unit_times(
    known: Iterable[Reported], since: date, as_of: date, count: CountDays
) -> tuple[UnitTime, ...]:
    running: dict[str, int] = defaultdict(int)
    ages: dict[str, list[int]] = defaultdict(list)
    for one in known:
        ended_on = one.course.ended_on
        if ended_on is None:
            running[one.unit_name] += 1
        elif ended_on >= since:
            ages[one.unit_name].append(one.course.age(as_of, count))
    return tuple(
        UnitTime(
            name,
            running.get(name, 0),
            len(ages.get(name, ())),
            float(median(ages[name])) if name in ages else None,
        )
        for name in sorted({*running, *ages})
    )
