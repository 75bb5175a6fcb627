"""Whoever must know of a step is told of it once, and nobody of what he did himself."""

import json
from datetime import timedelta

import pytest

from orgflow.domain.access.roles import DelegationKind, Permission, Role
from orgflow.domain.notices.kinds import NoticeKind, NoticeWordsUnfit
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import ProposalId
from orgflow.services.notices import holders_of, takers_today, tell
from orgflow.services.use_case import housekeeping
from orgflow.store.notices import notices_page
from orgflow.store.proposals import UnknownProposal
from tests.factories.authority import (
    LAST,
    a_post_with_holder,
    lend,
    make_person,
    substitute,
    user_of,
)
from tests.factories.governments import HUMAS
from tests.factories.office import Office, a_neighbour
from tests.factories.roads import ASSISTANT, a_draft, a_proposal_in, go, take

tell_now = housekeeping(tell)
holders_now = housekeeping(holders_of)
takers_now = housekeeping(takers_today)
OLD = "Contoh Lama, S.E."


def told(office: Office, role: Role) -> list[str]:
    """Return the kinds of what a role's holder was told, the newest first."""
    with office.resources.reading() as session:
        rows = notices_page(session, user_of(office, role), first=0, limit=100)
    return [row.kind for row in rows]


def test_whoever_has_the_turn_is_told_and_nobody_else(office: Office) -> None:
    proposal_id = a_draft(office)

    go(office, proposal_id, Action.FORWARD)

    assert told(office, Role.ORGANISATION_REVIEWER) == [NoticeKind.YOUR_TURN]
    assert [role for role in Role if told(office, role)] == [Role.ORGANISATION_REVIEWER]


def test_the_drafters_are_told_that_a_proposal_came_back(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.ORG_REVIEW)

    take(office, proposal_id, Action.RETURN, Role.ORGANISATION_REVIEWER, reason="kurang jelas")

    assert told(office, Role.BUREAU_HEAD) == [NoticeKind.RETURNED]


def test_a_leader_is_told_of_what_was_recorded_for_him(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.INITIALLING)

    take(office, proposal_id, ASSISTANT, Role.LETTER_ADMINISTRATOR, person="Asisten Contoh")

    assert told(office, Role.ASSISTANT) == [NoticeKind.RECORDED_FOR_YOU, NoticeKind.YOUR_TURN]
    assert told(office, Role.SECRETARY) == [NoticeKind.YOUR_TURN]


def test_a_notice_bears_its_words_and_the_units_name(office: Office) -> None:
    proposal_id = a_draft(office)
    reader = user_of(office, Role.AUDITOR)

    tell_now(office.as_system(), NoticeKind.TASK_GIVEN, proposal_id, [reader, reader], task="Ganti kop")

    with office.resources.reading() as session:
        (row,) = notices_page(session, reader, first=0, limit=10)
    assert json.loads(row.words) == {"task": "Ganti kop", "unit": HUMAS}
    assert row.read_at is None


def test_a_notice_with_other_words_is_refused(office: Office) -> None:
    reader = user_of(office, Role.AUDITOR)

    with pytest.raises(NoticeWordsUnfit):
        tell_now(office.as_system(), NoticeKind.TASK_GIVEN, None, [reader], chore="Ganti kop")
    with pytest.raises(UnknownProposal):
        tell_now(office.as_system(), NoticeKind.TASK_GIVEN, ProposalId(reader), [reader], task="Ganti kop")

    assert told(office, Role.AUDITOR) == []


def test_people_of_another_government_are_never_told(office: Office) -> None:
    neighbour = a_neighbour(office)

    tell_now(
        office.as_system(),
        NoticeKind.TASK_GIVEN,
        None,
        [user_of(neighbour, Role.AUDITOR)],
        task="Ganti kop",
    )

    assert told(neighbour, Role.AUDITOR) == []


def test_unit_bound_roles_hold_a_permission_for_their_unit_and_below_it_only(office: Office) -> None:
    other = next(unit for name, unit in office.units.items() if name != HUMAS and "Biro" in name)
    head = user_of(office, Role.BUREAU_HEAD)

    near = holders_now(office.as_system(), [Permission.REVIEW_AS_UNIT], office.units[HUMAS])
    far = holders_now(office.as_system(), [Permission.REVIEW_AS_UNIT], other)

    assert near == {head}
    assert far == frozenset()


def test_a_task_is_told_to_whoever_stands_in_for_its_taker_as_long_as_he_does(office: Office) -> None:
    lend(office, Role.LEGAL_REVIEWER, Role.ORGANISATION_REVIEWER, Permission.REVIEW_AS_LEGAL)

    during = holders_now(office.as_system(), [Permission.REVIEW_AS_LEGAL], office.units[HUMAS])
    office.clock.set_to(LAST + timedelta(days=1))
    after = holders_now(office.as_system(), [Permission.REVIEW_AS_LEGAL], office.units[HUMAS])

    assert during == {user_of(office, Role.LEGAL_REVIEWER), user_of(office, Role.ORGANISATION_REVIEWER)}
    assert after == {user_of(office, Role.LEGAL_REVIEWER)}


def test_a_posts_task_is_told_to_its_holder_and_follows_the_post(office: Office) -> None:
    post_id = a_post_with_holder(office, Role.BUREAU_HEAD, HUMAS, OLD, until=LAST)
    make_person(office, Role.BUREAU_HEAD, OLD)
    substitute(office, post_id, Role.DRAFTER, DelegationKind.DAILY_ACTING)

    asked = [post_id, Permission.REVIEW_AS_UNIT]
    by_post = [takers_now(office.as_system(), [one], office.units[HUMAS]) for one in asked]
    office.clock.set_to(LAST + timedelta(days=1))
    after = [takers_now(office.as_system(), [one], office.units[HUMAS]) for one in asked]

    both = {user_of(office, Role.BUREAU_HEAD), user_of(office, Role.DRAFTER)}
    assert by_post == [both, both]
    assert after == [frozenset(), frozenset()]
