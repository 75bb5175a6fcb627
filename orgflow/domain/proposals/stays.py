"""How long a proposal stood where: each stay with its days, and its age, counted as the office counts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from orgflow.domain.proposals.states import ENDED, Action, ProposalState

CountDays = Callable[[date, date], int]
"""Counts the working days after the first day, up to and with the last."""


@dataclass(frozen=True, slots=True)
class DatedStep:
    """A step with the day it was taken."""

    action: Action
    source: ProposalState
    target: ProposalState
    on: date


@dataclass(frozen=True, slots=True)
class Stay:
    """One unbroken time in a state; ``until`` is None while the proposal still stands there.

    Attributes:
        days: working days after ``since`` up to ``until``, or up to the day that was asked for.
    """

    state: ProposalState
    since: date
    until: date | None
    days: int


@dataclass(frozen=True, slots=True)
class Course:
    """A proposal's way so far: when it was begun, and its dated steps in the order they were taken."""

    begun_on: date
    steps: tuple[DatedStep, ...]

    def until(self, day: date) -> "Course":
        """Return the way as it was at the end of a day."""
        return Course(self.begun_on, tuple(step for step in self.steps if step.on <= day))

    @property
    def state(self) -> ProposalState:
        """Where it stands."""
        return self.steps[-1].target if self.steps else ProposalState.DRAFT

    @property
    def ending(self) -> DatedStep | None:
        """The step that ended its road, or None; what supersedes an ended one does not end it again."""
        return next((step for step in self.steps if step.target in ENDED), None)

    @property
    def ended_on(self) -> date | None:
        """The day its road ended; None while it runs."""
        return self.ending.on if self.ending is not None else None

    def stays(self, today: date, count: CountDays) -> tuple[Stay, ...]:
        """Return where it stood and for how long, the present stay last; an ended road has none at its end.

        A step recorded for a day before the last one's begins its stay on that last day: no stay is
        shorter than nothing.
        """
        found: list[Stay] = []
        state, since = ProposalState.DRAFT, self.begun_on
        for on, target in _changes(self.steps, self.begun_on):
            found.append(Stay(state, since, on, count(since, on)))
            state, since = target, on
        if state not in ENDED:
            found.append(Stay(state, since, None, count(since, max(since, today))))
        return tuple(found)

    def age(self, today: date, count: CountDays) -> int:
        """Return the working days from its beginning to its end, or to today while it runs."""
        last = self.ended_on or today
        return count(self.begun_on, max(self.begun_on, last))


def _changes(steps: Iterable[DatedStep], begun_on: date) -> Iterable[tuple[date, ProposalState]]:
    latest = begun_on
    for step in steps:
        latest = max(latest, step.on)
        if step.target is step.source:
            continue
        yield latest, step.target
        if step.target in ENDED:
            return
