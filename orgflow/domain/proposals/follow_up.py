"""What an office still does once a regulation holds: a list of tasks by kind of change, each told of."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.organisation import Organisation


class ChangeKind(StrEnum):
    """What a regulation changed, as far as its follow-up depends on it."""

    NAMES = "names"
    STRUCTURE = "structure"
    POSTS = "posts"
    DUTIES = "duties"


class FollowUpState(StrEnum):
    """How far a task is."""

    OPEN = "open"
    BEGUN = "begun"
    DONE = "done"
    NOT_NEEDED = "not_needed"


CLOSED = frozenset({FollowUpState.DONE, FollowUpState.NOT_NEEDED})


class FollowUpNeedsReason(RuleBroken):
    """That a task is not needed is said with its reason."""

    code = "follow_up_needs_reason"


class FollowUpNeedsDay(RuleBroken):
    """A task that is done bears the day on which it was."""

    code = "follow_up_needs_day"


class FollowUpDayAhead(RuleBroken):
    """A task cannot be done on a day that has not come."""

    code = "follow_up_day_ahead"


class FollowUpKindsMissing(RuleBroken):
    """A rule of follow-up is for at least one kind of change."""

    code = "follow_up_kinds_missing"


@dataclass(frozen=True, slots=True)
class FollowUpRule:
    """One task that a government's follow-up lists have.

    Attributes:
        code: stays the same however the task is worded.
        usual: who usually does it.
        kinds: the kinds of change after which it is to be done.
        basis: why, with its source; ``is_verified`` whether somebody read it there.
        is_active: whether new lists have it.
    """

    code: str
    title: str
    usual: str
    kinds: frozenset[ChangeKind]
    basis: str
    is_verified: bool
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One task of a list, with what was told of it.

    Attributes:
        who: who does it or did, None while nobody said.
        acted_on: when it was done.
        reason: why it is not needed.
    """

    code: str
    title: str
    usual: str
    state: FollowUpState = FollowUpState.OPEN
    who: str = ""
    acted_on: date | None = None
    note: str = ""
    reason: str = ""

    @property
    def is_closed(self) -> bool:
        """Whether nothing is left to do."""
        return self.state in CLOSED

    def told(self, news: "FollowUpNews", today: date) -> "FollowUp":
        """Return the task after somebody told how far it is; a task that was closed may be opened again.

        Raises:
            FollowUpNeedsReason, FollowUpNeedsDay, FollowUpDayAhead.
        """
        state = news.state
        if state is FollowUpState.NOT_NEEDED and not news.reason.strip():
            raise FollowUpNeedsReason(field="reason")
        if state is FollowUpState.DONE and news.acted_on is None:
            raise FollowUpNeedsDay(field="acted_on")
        if news.acted_on is not None and news.acted_on > today:
            raise FollowUpDayAhead(field="acted_on", acted_on=news.acted_on.isoformat())
        return replace(
            self,
            state=state,
            who=news.who,
            acted_on=news.acted_on if state is FollowUpState.DONE else None,
            note=news.note,
            reason=news.reason if state is FollowUpState.NOT_NEEDED else "",
        )


@dataclass(frozen=True, slots=True)
class FollowUpNews:
    """What is told of a task."""

    state: FollowUpState
    who: str = ""
    acted_on: date | None = None
    note: str = ""
    reason: str = ""


def kinds_of_change(before: Organisation, after: Organisation) -> frozenset[ChangeKind]:
    """Return what differs between the organisation before a commencement and after it."""
    kinds: set[ChangeKind] = set()
    if set(before.units) != set(after.units):
        kinds.add(ChangeKind.STRUCTURE)
    for unit_id in set(before.units) & set(after.units):
        old, new = before.units[unit_id], after.units[unit_id]
        if old.name != new.name:
            kinds.add(ChangeKind.NAMES)
        if (old.parent_id, old.kind) != (new.parent_id, new.kind):
            kinds.add(ChangeKind.STRUCTURE)
    if before.posts != after.posts:
        kinds.add(ChangeKind.POSTS)
    if before.functions != after.functions:
        kinds.add(ChangeKind.DUTIES)
    return frozenset(kinds)


def follow_ups_for(rules: Iterable[FollowUpRule], kinds: frozenset[ChangeKind]) -> tuple[FollowUp, ...]:
    """Return the tasks that changes of these kinds bring, in the order of the rules."""
    return tuple(
        FollowUp(rule.code, rule.title, rule.usual) for rule in rules if rule.is_active and rule.kinds & kinds
    )
