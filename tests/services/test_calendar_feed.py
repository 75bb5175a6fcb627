"""What the calendar at a secret address holds on the day it is read."""

from datetime import date
from typing import Final

from icalendar import Calendar

from orgflow.domain.access.roles import ANONYMOUS, DelegationKind, Role
from orgflow.domain.proposals.states import ProposalState
from orgflow.services.accounts import ChangeUser, change_user
from orgflow.services.calendar_feed import MakeCalendarAddress, calendar_at, make_calendar_address
from orgflow.services.context import Context
from tests.factories.authority import a_post_with_holder, make_person, substitute, user_of
from tests.factories.governments import HUMAS, UMUM
from tests.factories.office import Office
from tests.factories.roads import a_proposal_in

R = Role
CHANGE: Final = date(2026, 3, 4)


def dates_at(office: Office, token: str) -> int:
    """Return how many due dates whoever has an address reads there."""
    content = calendar_at(Context(office.resources, ANONYMOUS), token, str)
    return len(Calendar.from_ical(content).walk("VEVENT"))


def test_a_calendar_is_read_by_the_posts_and_loans_of_today(office: Office) -> None:
    a_proposal_in(office, ProposalState.MINISTRY_REVIEW)
    elsewhere = ChangeUser(
        user_of(office, R.DRAFTER), 1, "Contoh", frozenset({R.DRAFTER}), office.units[UMUM]
    )
    change_user(office.context(R.SYSTEM_ADMINISTRATOR), elsewhere)
    post_id = a_post_with_holder(office, R.BUREAU_HEAD, HUMAS, "Contoh Lama, S.E.", until=CHANGE)
    make_person(office, R.BUREAU_HEAD, "Contoh Lama, S.E.")
    for role in (R.BUREAU_HEAD, R.DRAFTER):
        make_calendar_address(office.context(role), MakeCalendarAddress(str(role)))
    before = dates_at(office, R.BUREAU_HEAD), dates_at(office, R.DRAFTER)

    substitute(office, post_id, R.DRAFTER, DelegationKind.ACTING)
    office.clock.set_to(CHANGE)

    assert before == (1, 0)
    assert (dates_at(office, R.BUREAU_HEAD), dates_at(office, R.DRAFTER)) == (0, 1)
