"""Whose turn it is on the road, and who is told when a step is taken."""

from collections.abc import Iterable

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import RuleBroken
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.states import ACTIONS, TRANSITIONS, Action, ProposalState

_AWAY = frozenset(
    {Action.RETURN, Action.GO_BACK, Action.RECALL, Action.REJECT, Action.WITHDRAW, Action.SUPERSEDE}
)
ANSWERS = frozenset(
    {
        Action.ANSWER_APPROVED,
        Action.ANSWER_APPROVED_WITH_NOTES,
        Action.ANSWER_ASKS_COMPLETION,
        Action.ANSWER_REJECTED,
    }
)
"""What the ministry says."""


def turn_of(proposal: Proposal) -> frozenset[Permission]:
    """Return the permissions any of which lets somebody bring the proposal on from where it stands.

    A draft is its drafters' turn: nobody else is told of it.
    """
    if proposal.state is ProposalState.DRAFT:
        return frozenset()
    found: set[Permission] = set()
    for action in _open_actions(proposal):
        found.update(ACTIONS[action].permission)
        if proposal.is_recordable(action):
            found.add(Permission.RECORD_FOR_LEADERS)
    return frozenset(found)


def _open_actions(proposal: Proposal) -> Iterable[Action]:
    for state, action in TRANSITIONS:
        if state is not proposal.state or action in _AWAY:
            continue
        try:
            proposal.check_turn(action)
        except RuleBroken:
            continue
        yield action
