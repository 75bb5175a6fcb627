"""Whose turn it is follows from the road alone."""

from orgflow.domain.access.roles import Permission, Role
from orgflow.domain.notices.turns import turn_of
from orgflow.domain.proposals.states import DESKS, ENDED, Action, ProposalState
from tests.factories.access import an_actor
from tests.factories.proposals import TODAY, a_proposal, all_given, walked

P, S = Permission, ProposalState


def test_a_leaders_turn_is_also_that_of_whoever_records_for_him() -> None:
    waiting = walked(S.INITIALLING)

    assert turn_of(waiting) == {P.PARAF_AS_ASSISTANT, P.RECORD_FOR_LEADERS}


def test_the_second_leader_has_the_turn_once_the_first_has_initialled() -> None:
    first = walked(S.INITIALLING)

    waiting = first.advance(Action.PARAF, an_actor(Role.ASSISTANT), all_given(step="assistant"), TODAY)

    assert turn_of(waiting) == {P.PARAF_AS_SECRETARY, P.RECORD_FOR_LEADERS}


def test_nobody_has_the_turn_of_a_draft_or_of_what_has_ended() -> None:
    assert {turn_of(a_proposal(state)) for state in (S.DRAFT, *ENDED)} == {frozenset()}


def test_nobody_has_the_turn_of_what_commences_by_itself() -> None:
    assert turn_of(a_proposal(S.PROMULGATED)) == frozenset()


def test_whoever_has_the_turn_has_the_desk() -> None:
    for state, desk in DESKS.items():
        assert turn_of(walked(state)) - {P.RECORD_FOR_LEADERS, P.ISSUE_LETTER} <= {*desk}, state
