"""The six phases of the stage track."""

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.proposals.phases import PHASES, Phase, PhaseStatus, track
from orgflow.domain.proposals.states import ENDED, Action, ProposalState
from tests.factories.access import an_actor
from tests.factories.proposals import TODAY, a_proposal, all_given, walked

S = ProposalState


def test_every_state_on_the_way_has_a_phase() -> None:
    assert set(PHASES) == set(ProposalState) - (ENDED - {S.IMPLEMENTED})


@pytest.mark.parametrize(
    ("state", "phase"),
    [
        (S.DRAFT, Phase.DRAFTING),
        (S.LEGAL_REVIEW, Phase.REVIEW),
        (S.SIGNING, Phase.SIGNING),
        (S.FACILITATION, Phase.MINISTRY),
        (S.PROMULGATED, Phase.REGULATION),
    ],
)
def test_phases_before_the_present_one_are_done(state: ProposalState, phase: Phase) -> None:
    standings = {standing.phase: standing.status for standing in track(walked(state))}

    order = list(Phase)
    at = order.index(phase)
    assert standings[phase] is PhaseStatus.NOW
    assert all(standings[earlier] is PhaseStatus.DONE for earlier in order[:at])
    assert all(standings[later] is PhaseStatus.NEXT for later in order[at + 1 :])


def test_at_the_end_every_phase_is_done() -> None:
    assert {standing.status for standing in track(walked(S.IMPLEMENTED))} == {PhaseStatus.DONE}


def test_a_returned_proposal_shows_where_it_came_back_to() -> None:
    reviewer = an_actor(Role.ORGANISATION_REVIEWER)
    returned = walked(S.ORG_REVIEW).advance(Action.RETURN, reviewer, all_given(), TODAY)

    assert track(returned)[0].status is PhaseStatus.RETURNED


@pytest.mark.parametrize("state", [S.WITHDRAWN, S.REJECTED, S.SUPERSEDED])
def test_a_road_that_ended_early_is_a_sentence_and_no_track(state: ProposalState) -> None:
    assert track(a_proposal(state)) == ()
