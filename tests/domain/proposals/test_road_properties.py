"""What holds of the road however it is walked."""

from hypothesis import given, settings
from hypothesis import strategies as st

from orgflow.domain.access.roles import PERMISSIONS, Permission, Role
from orgflow.domain.errors import DomainError
from orgflow.domain.proposals.deadlines import STEP_CODES
from orgflow.domain.proposals.phases import Phase, PhaseStatus, track
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.routes import HOUSE_STEPS
from orgflow.domain.proposals.state_rules import STATE_RULES
from orgflow.domain.proposals.states import ACTIONS, ENDED, ROUTED, TRANSITIONS, Action, ProposalState
from tests.factories.access import an_actor
from tests.factories.proposals import TODAY, a_proposal, all_given

KEYS = [None, *(step.key for step in HOUSE_STEPS)]
Try = tuple[Action, str | None, Role]
TRIES = st.lists(
    st.tuples(st.sampled_from(Action), st.sampled_from(KEYS), st.sampled_from(Role)), max_size=40
)


def strolled(tries: list[Try]) -> list[Proposal]:
    """Let people try actions on a proposal; return it as it stood after each that was allowed."""
    proposal = a_proposal()
    proposal = proposal.edited_by(an_actor(Role.DRAFTER))
    stood = [proposal]
    for action, key, role in tries:
        try:
            proposal = proposal.advance(action, an_actor(role), all_given(step=key), TODAY)
        except DomainError:
            continue
        stood.append(proposal)
    return stood


def test_every_action_has_its_rule_and_every_rule_its_row() -> None:
    assert set(ACTIONS) == set(Action)
    assert {action for _, action in TRANSITIONS} == set(Action)


def test_every_state_is_reached_and_every_unended_one_left() -> None:
    reached = {target for targets in TRANSITIONS.values() for target in targets} | {ProposalState.DRAFT}

    assert reached == set(ProposalState)
    assert {state for state, _ in TRANSITIONS} >= set(ProposalState) - ENDED


def test_everything_under_way_lies_on_somebodys_desk() -> None:
    assert set(STATE_RULES) == set(ProposalState)
    held = frozenset[Permission]().union(*PERMISSIONS.values())
    for state, rule in STATE_RULES.items():
        assert bool(held.intersection(rule.actors)) == (state not in ENDED)
        assert (rule.deadline in STEP_CODES) == (state not in ENDED)


@given(TRIES)
@settings(max_examples=200)
def test_a_proposal_moves_only_along_the_table(tries: list[Try]) -> None:
    last = strolled(tries)[-1]

    at = ProposalState.DRAFT
    for step in last.steps:
        assert step.source is at
        assert step.target in TRANSITIONS[step.source, step.action]
        at = step.target
    assert last.state is at


@given(TRIES)
def test_every_step_counts_in_the_revision(tries: list[Try]) -> None:
    for before, after in zip(stood := strolled(tries), stood[1:], strict=False):
        assert after.revision == before.revision + 1
        assert len(after.steps) == len(before.steps) + 1


@given(TRIES, st.sampled_from(Role))
def test_what_is_offered_is_taken_and_nothing_else(tries: list[Try], role: Role) -> None:
    proposal, actor = strolled(tries)[-1], an_actor(role)
    offered = {(move.action, move.key) for move in proposal.allowed_moves(actor)}

    for action in set(Action) - {Action.CHANGE_ROUTE}:
        if action is Action.SUBMIT and role is Role.BUREAU_HEAD:
            continue
        keys = [step.key for step in proposal.route.steps] if action in ROUTED else [None]
        for key in keys:
            try:
                proposal.advance(action, actor, all_given(step=key), TODAY)
            except DomainError:
                assert (action, key) not in offered
            else:
                assert (action, key) in offered


@given(TRIES)
def test_the_signature_comes_after_both_initials_of_its_round(tries: list[Try]) -> None:
    for proposal in strolled(tries):
        done = set(proposal.progress.done)
        if Action.SEND in proposal.acts_of_round():
            assert done == set(proposal.route.keys)
        if "governor" in done:
            assert {"assistant", "secretary"} <= done
        if "secretary" in done:
            assert "assistant" in done


@given(TRIES)
def test_the_track_has_one_present_phase_until_the_end(tries: list[Try]) -> None:
    proposal = strolled(tries)[-1]
    standings = track(proposal)

    if proposal.state in ENDED - {ProposalState.IMPLEMENTED}:
        assert standings == ()
        return
    present = [s for s in standings if s.status in (PhaseStatus.NOW, PhaseStatus.RETURNED)]
    assert [standing.phase for standing in standings] == list(Phase)
    assert len(present) == (0 if proposal.state is ProposalState.IMPLEMENTED else 1)
