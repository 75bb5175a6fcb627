"""By when the present desk is to be done, and who is reminded; nothing approves itself by silence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import NotFound, RuleBroken
from orgflow.domain.proposals.states import DESKS, RUNNING, Action, ProposalState
from orgflow.domain.proposals.stays import DatedStep
from orgflow.domain.values import ProposalId, clean_line
from orgflow.domain.working_days import Workdays

MOST_DAYS: Final = 250
"""About the working days of a year."""
COMPLETION: Final = "completion"
"""The desk of the office while the ministry waits for what it asked for."""
STEP_CODES: Final = (*(str(state) for state in ProposalState if state in RUNNING), COMPLETION)
"""The desks that may have a deadline, in the order of the road."""
_RESTARTING: Final = frozenset({Action.ANSWER_ASKS_COMPLETION, Action.COMPLETE})
"""Acts that stop one clock and start another while the state stays."""

_P, _S = Permission, ProposalState
ABOVE: Final[dict[str, tuple[Permission, ...]]] = {
    _S.DRAFT: (_P.REVIEW_AS_UNIT,),
    _S.UNIT_REVIEW: (_P.PARAF_AS_ASSISTANT,),
    _S.ORG_REVIEW: (_P.PARAF_AS_ASSISTANT,),
    _S.LEGAL_REVIEW: (_P.PARAF_AS_ASSISTANT,),
    _S.INITIALLING: (_P.PARAF_AS_SECRETARY,),
    _S.SIGNING: (_P.PARAF_AS_SECRETARY,),
    _S.SUBMITTED: (_P.REVIEW_AS_ORGANISATION,),
    _S.MINISTRY_REVIEW: (_P.REVIEW_AS_ORGANISATION, _P.PARAF_AS_ASSISTANT),
    COMPLETION: (_P.REVIEW_AS_ORGANISATION,),
    _S.HARMONIZATION: (_P.PARAF_AS_ASSISTANT,),
    _S.FACILITATION: (_P.PARAF_AS_ASSISTANT,),
    _S.ENACTED: (_P.PARAF_AS_SECRETARY,),
    _S.PROMULGATED: (_P.PARAF_AS_SECRETARY,),
}
"""Who is told when a desk stays late: whoever stands above it."""
_ABOVE_ALL: Final = (_P.PARAF_AS_SECRETARY,)


class UnknownStepCode(NotFound):
    """No desk of the road is called so."""

    code = "unknown_step_code"


class DeadlineDaysUnfit(RuleBroken):
    """A number of working days is outside 1 to ``largest``."""

    code = "deadline_days_unfit"


class DeadlineBasisMissing(RuleBroken):
    """A deadline says how many days, and not on what basis."""

    code = "deadline_basis_missing"


class RemindBeforeTooLong(RuleBroken):
    """The reminder would come before the desk is entered."""

    code = "remind_before_too_long"


@dataclass(frozen=True, slots=True)
class Deadline:
    """How many working days a desk has; None is *belum diisi*, which is no deadline.

    Attributes:
        remind_before: so many working days before the due date somebody is reminded; None never.
        escalate_after: so many working days after it the next above is told; None never.
    """

    working_days: int | None
    basis: str
    is_verified: bool
    remind_before: int | None = None
    escalate_after: int | None = None


@dataclass(frozen=True, slots=True)
class HeldDeadline:
    """A deadline with the revision it is changed by."""

    revision: int
    deadline: Deadline


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a proposal lies, since when, and by which step it came there; 0 is its beginning."""

    code: str
    entered_on: date
    sequence: int


@dataclass(frozen=True, slots=True)
class Due:
    """The due date of a desk as seen on a day.

    Attributes:
        left: working days from today to the due date; 0 on it and after it.
        over: working days since the due date; 0 until it has passed.
    """

    desk: Desk
    due_on: date
    left: int
    over: int
    is_past: bool
    deadline: Deadline


class ReminderKind(StrEnum):
    """When a reminder comes."""

    BEFORE = "before"
    TODAY = "today"
    AFTER = "after"
    ESCALATION = "escalation"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder of one desk of a proposal; it is given once."""

    proposal_id: ProposalId
    sequence: int
    kind: ReminderKind
    due_on: date


def checked_deadline(deadline: Deadline) -> Deadline:
    """Return the deadline as it is kept.

    Raises:
        DeadlineDaysUnfit, DeadlineBasisMissing, RemindBeforeTooLong, TextTooLong, TextUnprintable.
    """
    numbers = {
        "working_days": deadline.working_days,
        "remind_before": deadline.remind_before,
        "escalate_after": deadline.escalate_after,
    }
    for field, number in numbers.items():
        if number is not None and not 1 <= number <= MOST_DAYS:
            raise DeadlineDaysUnfit(field=field, largest=MOST_DAYS)
    if deadline.working_days is None:
        return Deadline(None, "", is_verified=False)
    if not deadline.basis.strip():
        raise DeadlineBasisMissing(field="basis")
    if deadline.remind_before is not None and deadline.remind_before >= deadline.working_days:
        raise RemindBeforeTooLong(field="remind_before", days=deadline.working_days)
    return replace(deadline, basis=clean_line(deadline.basis, field="basis"))


def desk_of(state: ProposalState, steps: Sequence[DatedStep], begun_on: date) -> Desk:
    """Return the desk a proposal lies on; while the ministry asks for completion it is the office's.

    Args:
        steps: all in the order they were taken.
        begun_on: the day the proposal was begun.
    """
    for sequence, step in reversed(list(enumerate(steps, start=1))):
        if step.source is not step.target or step.action in _RESTARTING:
            asked = step.action is Action.ANSWER_ASKS_COMPLETION
            return Desk(COMPLETION if asked else str(state), step.on, sequence)
    return Desk(str(state), begun_on, 0)


def due_of(desk: Desk, deadline: Deadline, workdays: Workdays, today: date) -> Due | None:
    """Return when the desk is to be done; None when it has no deadline."""
    if deadline.working_days is None:
        return None
    due_on = workdays.after(desk.entered_on, deadline.working_days)
    return Due(
        desk,
        due_on,
        workdays.between(today, due_on),
        workdays.between(due_on, today),
        due_on < today,
        deadline,
    )


def reminders_of(due: Due) -> tuple[ReminderKind, ...]:
    """Return the reminders whose time it is on the day of ``due``, given already or not.

    One that the day has gone past is not made up for: after the due date nobody is told that it comes.
    """
    before, escalate = due.deadline.remind_before, due.deadline.escalate_after
    if due.over:
        late = escalate is not None and due.over >= escalate
        return (ReminderKind.AFTER, ReminderKind.ESCALATION) if late else (ReminderKind.AFTER,)
    if due.is_past:
        return ()
    if due.left == 0:
        return (ReminderKind.TODAY,)
    return (ReminderKind.BEFORE,) if before is not None and due.left <= before else ()


def reminded(kind: ReminderKind, desk: Desk) -> tuple[Permission, ...]:
    """Return the permissions of whoever a reminder goes to: the desk's, or those next above it."""
    if kind is ReminderKind.ESCALATION:
        return ABOVE.get(desk.code, _ABOVE_ALL)
    if desk.code == COMPLETION:
        return (Permission.RECORD_MINISTRY, Permission.EDIT_PROPOSAL)
    return DESKS[ProposalState(desk.code)]
