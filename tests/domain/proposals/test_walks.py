"""Thousands of random walks: the table holds, nobody approves his own work, and every state is reachable."""

from typing import Final

import pytest

from orgflow.domain.access.roles import Permission
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.states import (
    ACTIONS,
    ENDED,
    REVIEW_OF,
    ROUTED,
    STAGES,
    TRANSITIONS,
    Action,
    ProposalState,
)
from orgflow.domain.proposals.steps import ReviewOutcome, Step, done_of, open_steps, stage_after
from tests.domain.proposals.walking import World, walked_at_random

A, S = Action, ProposalState
WALKS: Final = 5_000
A_TENTH: Final = WALKS // 10
FINISHING: Final = {ReviewOutcome.FINISHED, ReviewOutcome.FINISHED_WITH_NOTES}
REFUSALS: Final = {"out_of_turn", "own_work", "permission_missing", "step_date_before_previous"}


def test_a_tenth_of_the_walks_keeps_to_the_rules() -> None:
    reached, refused = _walked(range(A_TENTH))

    assert reached == set(ProposalState)
    assert refused >= REFUSALS


@pytest.mark.slow("walks")
def test_all_the_walks_keep_to_the_rules() -> None:
    reached, refused = _walked(range(WALKS))

    assert reached == set(ProposalState)
    assert REFUSALS | {"step_taken_already", "route_unchanged"} <= refused


def test_a_walk_that_breaks_the_table_is_seen() -> None:
    world = walked_at_random(1)
    jumped = Step(A.SIGN, S.DRAFT, S.SIGNING, None, key="governor")

    with pytest.raises(AssertionError):
        _check_table((*world.proposal.steps, jumped))


def _walked(seeds: range) -> tuple[set[ProposalState], set[str]]:
    """Walk, check each walk, and return the states reached and the codes of refusals met."""
    reached: set[ProposalState] = set()
    refused: set[str] = set()
    for seed in seeds:
        world = walked_at_random(seed)
        _check(world)
        reached.update(proposal.state for proposal in world.stood)
        refused |= world.refused
    return reached, refused


def _check(world: World) -> None:
    for before, after in zip(world.stood, world.stood[1:], strict=False):
        assert after.revision == before.revision + 1
        assert before.state not in ENDED or after.steps[-1].action is A.SUPERSEDE
        if len(after.steps) > len(before.steps):
            _check_step(before, after, world)
    _check_table(world.proposal.steps)
    assert _replayed(world.proposal) is world.proposal.state


def _check_step(before: Proposal, after: Proposal, world: World) -> None:
    step = after.steps[-1]
    if ACTIONS[step.action].is_decision and not step.is_recorded:
        assert step.actor_id not in before.drafters
    if step.is_recorded:
        recorder = next(one for one in world.people if one.user_id == step.actor_id)
        assert recorder.may(Permission.RECORD_FOR_LEADERS)
    if step.action in ROUTED:
        waiting = open_steps(before.route, done_of(before.route, before.steps))
        assert step.key in {one.key for one in waiting}
    if step.action is A.SEND:
        assert set(done_of(before.route, before.steps)) >= before.route.keys
    if step.action is A.ENACT:
        finished = {
            one.action for one in before.steps if one.action in REVIEW_OF and one.outcome in FINISHING
        }
        assert finished == set(REVIEW_OF)


def _check_table(steps: tuple[Step, ...]) -> None:
    at = S.DRAFT
    for step in steps:
        assert step.source is at
        assert step.target in TRANSITIONS[at, step.action]
        at = step.target


def _replayed(proposal: Proposal) -> ProposalState:
    """Return the state that the steps alone lead to; within the route, what is done on it says the stage."""
    state = proposal.steps[-1].target if proposal.steps else S.DRAFT
    if state in STAGES:
        assert stage_after(proposal.route, done_of(proposal.route, proposal.steps)) is state
    return state
