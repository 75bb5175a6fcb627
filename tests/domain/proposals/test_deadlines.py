"""Due dates of desks, and the reminders before, on and after them."""

from dataclasses import replace
from datetime import date

import pytest

from orgflow.domain.proposals.deadlines import (
    ABOVE,
    COMPLETION,
    STEP_CODES,
    Deadline,
    DeadlineBasisMissing,
    DeadlineDaysUnfit,
    Desk,
    Due,
    RemindBeforeTooLong,
    ReminderKind,
    checked_deadline,
    desk_of,
    due_of,
    reminded,
    reminders_of,
)
from orgflow.domain.proposals.states import TRANSITIONS, Action, ProposalState
from orgflow.domain.proposals.stays import DatedStep
from orgflow.domain.working_days import Workdays

A, S, K = Action, ProposalState, ReminderKind
BEGUN = date(2026, 2, 2)
WORKDAYS = Workdays(frozenset({date(2026, 3, 18), date(2026, 3, 19), date(2026, 3, 20)}))
DEADLINE = Deadline(15, "karangan", is_verified=False, remind_before=3, escalate_after=2)
MINISTRY = Desk(str(S.MINISTRY_REVIEW), date(2026, 3, 2), 9)
DUE_ON = date(2026, 3, 26)


def passage(
    action: Action, source: ProposalState, day: date, target: ProposalState | None = None
) -> DatedStep:
    """Return a step of the road, to the only state it leads to or the one that is named."""
    targets = TRANSITIONS[source, action]
    return DatedStep(action, source, target or targets[0], day)


def due_seen(today: date) -> Due:
    """Return the ministry's due date as seen on a day."""
    due = due_of(MINISTRY, DEADLINE, WORKDAYS, today)
    assert due is not None
    return due


def test_a_draft_lies_on_its_desk_since_it_was_begun() -> None:
    assert desk_of(S.DRAFT, [], BEGUN) == Desk("draft", BEGUN, 0)


def test_a_desk_is_entered_by_the_step_that_led_there_not_by_one_taken_on_it() -> None:
    steps = [
        passage(A.APPROVE, S.LEGAL_REVIEW, date(2026, 2, 9), S.INITIALLING),
        passage(A.PARAF, S.INITIALLING, date(2026, 2, 11), S.INITIALLING),
    ]

    assert desk_of(S.INITIALLING, steps, BEGUN) == Desk("initialling", date(2026, 2, 9), 1)


def test_the_ministrys_clock_stops_while_it_waits_and_begins_anew_with_the_completion() -> None:
    received = passage(A.RECEIVE, S.SUBMITTED, date(2026, 3, 2))
    asked = passage(A.ANSWER_ASKS_COMPLETION, S.MINISTRY_REVIEW, date(2026, 3, 9))
    completed = passage(A.COMPLETE, S.MINISTRY_REVIEW, date(2026, 3, 16))

    assert desk_of(S.MINISTRY_REVIEW, [received], BEGUN).entered_on == date(2026, 3, 2)
    assert desk_of(S.MINISTRY_REVIEW, [received, asked], BEGUN) == Desk(COMPLETION, date(2026, 3, 9), 2)
    assert desk_of(S.MINISTRY_REVIEW, [received, asked, completed], BEGUN) == Desk(
        "ministry_review", date(2026, 3, 16), 3
    )


def test_the_due_date_leaves_out_days_off() -> None:
    due = due_seen(date(2026, 3, 11))

    assert (due.due_on, due.left, due.over, due.is_past) == (DUE_ON, 8, 0, False)


def test_a_desk_without_a_deadline_is_never_late() -> None:
    assert due_of(MINISTRY, replace(DEADLINE, working_days=None), WORKDAYS, date(2027, 1, 1)) is None


@pytest.mark.parametrize(
    ("today", "kinds"),
    [
        (date(2026, 3, 17), ()),
        (date(2026, 3, 23), (K.BEFORE,)),
        (date(2026, 3, 25), (K.BEFORE,)),
        (DUE_ON, (K.TODAY,)),
        (date(2026, 3, 27), (K.AFTER,)),
        (date(2026, 3, 29), (K.AFTER,)),
        (date(2026, 3, 30), (K.AFTER, K.ESCALATION)),
        (date(2026, 12, 30), (K.AFTER, K.ESCALATION)),
    ],
)
def test_reminders_come_before_on_and_after_and_then_go_up(
    today: date, kinds: tuple[ReminderKind, ...]
) -> None:
    assert reminders_of(due_seen(today)) == kinds


def test_a_weekend_after_the_due_date_is_past_it_and_tells_nobody() -> None:
    friday = Desk("ministry_review", date(2026, 3, 12), 1)
    due = due_of(friday, replace(DEADLINE, working_days=1), WORKDAYS, date(2026, 3, 14))

    assert due is not None
    assert (due.due_on, due.is_past, due.over) == (date(2026, 3, 13), True, 0)
    assert reminders_of(due) == ()


@pytest.mark.parametrize("code", STEP_CODES)
def test_every_desk_has_somebody_to_remind_and_somebody_above(code: str) -> None:
    desk = Desk(code, BEGUN, 1)

    assert reminded(K.TODAY, desk)
    assert reminded(K.ESCALATION, desk) == ABOVE[code]
    assert not set(ABOVE[code]) & set(reminded(K.TODAY, desk)) or code == S.INITIALLING


@pytest.mark.parametrize(
    ("deadline", "refused"),
    [
        (replace(DEADLINE, working_days=0), DeadlineDaysUnfit),
        (replace(DEADLINE, working_days=251), DeadlineDaysUnfit),
        (replace(DEADLINE, escalate_after=0), DeadlineDaysUnfit),
        (replace(DEADLINE, basis=" "), DeadlineBasisMissing),
        (replace(DEADLINE, working_days=3), RemindBeforeTooLong),
    ],
)
def test_a_deadline_that_cannot_be_is_refused(deadline: Deadline, refused: type[Exception]) -> None:
    with pytest.raises(refused):
        checked_deadline(deadline)


def test_a_desk_whose_days_are_left_blank_says_nothing_else() -> None:
    blank = checked_deadline(replace(DEADLINE, working_days=None))

    assert blank == Deadline(None, "", is_verified=False)
