"""Whose turn it is on the road, and what the ministry says there."""

from orgflow.domain.access.roles import Permission
from orgflow.domain.proposals.progress import Move
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.states import ACTIONS, Action, ProposalState

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

    A draft is its drafters' turn: nobody else is told of it. A step that is the task of a post is nobody's
    by permission; TU's, where it may be recorded.
    """
    if proposal.state is ProposalState.DRAFT:
        return frozenset()
    return frozenset().union(*(_permissions(move) for move in proposal.progress.awaited))


def _permissions(move: Move) -> frozenset[Permission]:
    if move.step is None:
        return frozenset(ACTIONS[move.action].permission)
    own = {move.step.by} if isinstance(move.step.by, Permission) else set()
    return frozenset(own | ({Permission.RECORD_FOR_LEADERS} if move.step.is_recordable else set()))
