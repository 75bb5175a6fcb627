"""What holds of the road however it is walked."""

from hypothesis import given, settings
from hypothesis import strategies as st

from orgflow.domain.access.roles import PERMISSIONS, Permission, Role
from orgflow.domain.errors import DomainError
from orgflow.domain.proposals.phases import Phase, PhaseStatus, track
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.states import ACTIONS, DESKS, ENDED, TRANSITIONS, Action, ProposalState
from tests.factories.access import an_actor
from tests.factories.proposals import TODAY, a_proposal, all_given

TRIES = st.lists(st.tuples(st.sampled_from(Action), st.sampled_from(Role)), max_size=40)


def strolled(tries: list[tuple[Action, Role]]) -> list[Proposal]:
    """Let people try actions on a proposal; return it as it stood after each that was allowed."""
    proposal = a_proposal()
    proposal = proposal.edited_by(an_actor(Role.DRAFTER))
    stood = [proposal]
    for action, role in tries:
        try:
            proposal = proposal.advance(action, an_actor(role), all_given(), TODAY)
        except DomainError:
            continue
        stood.append(proposal)
    return stood


def test_every_action_has_its_rule_and_every_rule_its_row() -> None:
    assert set(ACTIONS) == set(Action)
    assert {action for _, action in TRANSITIONS} == set(Action)


def test_every_state_is_reached_and_every_unended_one_left() -> None:
    reached = set(TRANSITIONS.values()) | {ProposalState.DRAFT}

    assert reached == set(ProposalState)
    assert {state for state, _ in TRANSITIONS} >= set(ProposalState) - ENDED


def test_everything_under_way_lies_on_somebodys_desk() -> None:
    assert set(DESKS) == set(ProposalState) - ENDED
    held = frozenset[Permission]().union(*PERMISSIONS.values())
    assert all(held.intersection(desk) for desk in DESKS.values())


@given(TRIES)
@settings(max_examples=200)
def test_a_proposal_moves_only_along_the_table(tries: list[tuple[Action, Role]]) -> None:
    last = strolled(tries)[-1]

    at = ProposalState.DRAFT
    for step in last.steps:
        assert step.source is at
        assert TRANSITIONS[step.source, step.action] is step.target
        at = step.target
    assert last.state is at


@given(TRIES)
def test_every_step_counts_in_the_revision(tries: list[tuple[Action, Role]]) -> None:
    for before, after in zip(stood := strolled(tries), stood[1:], strict=False):
        assert after.revision == before.revision + 1
        assert len(after.steps) == len(before.steps) + 1


@given(TRIES, st.sampled_from(Role))
def test_what_is_offered_is_taken_and_nothing_else(tries: list[tuple[Action, Role]], role: Role) -> None:
    proposal, actor = strolled(tries)[-1], an_actor(role)

    for action in Action:
        if action is Action.SUBMIT and role is Role.BUREAU_HEAD:
            continue
        try:
            proposal.advance(action, actor, all_given(), TODAY)
        except DomainError:
            assert action not in proposal.allowed_actions(actor)
        else:
            assert action in proposal.allowed_actions(actor)


@given(TRIES)
def test_the_signature_comes_after_both_initials_of_its_round(tries: list[tuple[Action, Role]]) -> None:
    for proposal in strolled(tries):
        acts = proposal.acts_of_round()
        if Action.SEND in acts:
            assert acts.index(Action.SIGN) < acts.index(Action.SEND)
        if Action.PARAF_SECRETARY in acts:
            assert acts.index(Action.PARAF_ASSISTANT) < acts.index(Action.PARAF_SECRETARY)


@given(TRIES)
def test_the_track_has_one_present_phase_until_the_end(tries: list[tuple[Action, Role]]) -> None:
    proposal = strolled(tries)[-1]
    standings = track(proposal)

    if proposal.state in ENDED - {ProposalState.IMPLEMENTED}:
        assert standings == ()
        return
    present = [s for s in standings if s.status in (PhaseStatus.NOW, PhaseStatus.RETURNED)]
    assert [standing.phase for standing in standings] == list(Phase)
    assert len(present) == (0 if proposal.state is ProposalState.IMPLEMENTED else 1)
