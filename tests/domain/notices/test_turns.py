"""Whose turn it is follows from the road alone."""

from dataclasses import replace
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.notices.turns import turn_of
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.states import DESKS, ENDED, Action, ProposalState
from orgflow.domain.proposals.steps import Step
from orgflow.domain.values import ProposalId, UnitId
from tests.factories.access import GOVERNMENT_ID
from tests.factories.proposals import a_route

P, S = Permission, ProposalState
DRAFT = Proposal(
    ProposalId(UUID(int=1)), GOVERNMENT_ID, UnitId(UUID(int=2)), S.DRAFT, 1, frozenset(), a_route()
)


def test_a_leaders_turn_is_also_that_of_whoever_records_for_him() -> None:
    waiting = replace(DRAFT, state=S.INITIALLING)

    assert turn_of(waiting) == {P.PARAF_AS_ASSISTANT, P.RECORD_FOR_LEADERS}


def test_the_second_leader_has_the_turn_once_the_first_has_initialled() -> None:
    step = Step(Action.PARAF, S.INITIALLING, S.INITIALLING, None, key="assistant")
    waiting = replace(DRAFT, state=S.INITIALLING, steps=(step,))

    assert turn_of(waiting) == {P.PARAF_AS_SECRETARY, P.RECORD_FOR_LEADERS}


def test_nobody_has_the_turn_of_a_draft_or_of_what_has_ended() -> None:
    assert {turn_of(replace(DRAFT, state=state)) for state in (S.DRAFT, *ENDED)} == {frozenset()}


def test_whoever_has_the_turn_has_the_desk() -> None:
    for state, desk in DESKS.items():
        assert turn_of(replace(DRAFT, state=state)) - {P.RECORD_FOR_LEADERS} <= {*desk}, state
