"""Reminders of due dates are given once each, to whom they concern, and move nothing."""

from datetime import date

from orgflow.domain.access.roles import Role
from orgflow.domain.notices.kinds import NoticeKind
from orgflow.domain.proposals.deadlines import Deadline
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import ProposalId
from orgflow.services.deadlines import SetDeadline, set_deadline
from orgflow.services.proposal_pages import show_proposal
from orgflow.services.reminders import remind, remind_all
from tests.factories.office import Office, a_neighbour
from tests.factories.roads import a_draft, a_proposal_in, go
from tests.services.test_notices import told

K, R = NoticeKind, Role
REMINDERS = {K.REMINDER_BEFORE, K.REMINDER_ON, K.REMINDER_AFTER, K.ESCALATED}
BEFORE, DUE_ON, AFTER, LATE = date(2026, 3, 25), date(2026, 3, 30), date(2026, 3, 31), date(2026, 4, 6)
"""Fifteen working days after 2 March 2026, which five days off make longer; 3 April is one more."""


def reminded(office: Office, role: Role) -> list[str]:
    """Return the reminders that a role's holder was given, the oldest first."""
    return [kind for kind in reversed(told(office, role)) if kind in REMINDERS]


def on_day(office: Office, day: date) -> int:
    """Return how many reminders are given on a day, looked for twice."""
    office.clock.set_to(day)
    given = remind_all(office.context(R.AUDITOR))
    assert remind_all(office.context(R.AUDITOR)) == 0
    return given


def state_of(office: Office, proposal_id: ProposalId) -> ProposalState:
    """Return where a proposal stands."""
    return show_proposal(office.context(R.AUDITOR), proposal_id).state


def test_the_ministrys_silence_is_reminded_of_and_approves_nothing(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.MINISTRY_REVIEW)

    given = [on_day(office, day) for day in (date(2026, 3, 24), BEFORE, DUE_ON, AFTER, LATE)]
    later = on_day(office, date(2027, 12, 30))

    assert (given, later) == ([0, 1, 1, 1, 1], 0)
    assert reminded(office, R.LETTER_ADMINISTRATOR) == [K.REMINDER_BEFORE, K.REMINDER_ON, K.REMINDER_AFTER]
    assert reminded(office, R.ORGANISATION_REVIEWER) == [K.ESCALATED]
    assert reminded(office, R.ASSISTANT) == [K.ESCALATED]
    assert reminded(office, R.DRAFTER) == []
    assert state_of(office, proposal_id) is ProposalState.MINISTRY_REVIEW


def test_a_desk_that_was_left_is_not_reminded_any_more(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.MINISTRY_REVIEW)
    on_day(office, DUE_ON)

    go(office, proposal_id, Action.ANSWER_APPROVED)

    assert on_day(office, LATE) == 0


def test_a_desk_without_a_deadline_reminds_nobody_until_it_is_given_one(office: Office) -> None:
    a_draft(office)
    assert on_day(office, date(2026, 12, 1)) == 0
    short = Deadline(2, "Ketentuan karangan", is_verified=False)

    set_deadline(office.context(R.SYSTEM_ADMINISTRATOR), SetDeadline("draft", 0, short))

    assert on_day(office, date(2026, 12, 1)) == 1
    assert K.REMINDER_AFTER in reminded(office, R.BUREAU_HEAD)


def test_each_government_reminds_of_its_own(office: Office) -> None:
    a_proposal_in(office, ProposalState.MINISTRY_REVIEW)
    neighbour = a_neighbour(office)
    office.clock.set_to(DUE_ON)

    assert remind(neighbour.context(R.AUDITOR)) == 0
    assert remind(office.context(R.AUDITOR)) == 1
