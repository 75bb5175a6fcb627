"""Whose turn it is on the road."""

from typing import Final

from orgflow.domain.access.roles import Permission
from orgflow.domain.proposals.progress import Move
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.routes import Taker
from orgflow.domain.proposals.states import ACTIONS, ProposalState

WITHOUT_DAY: Final = frozenset({Permission.RECORD_REGULATION})
"""Whose turn it is while nobody knows the day on which a promulgated regulation commences."""


def turn_of(proposal: Proposal) -> frozenset[Taker]:
    """Return the permissions and posts any of which lets somebody bring the proposal on from where it stands.

    A draft is its drafters' turn: nobody else is told of it. What may be recorded is TU's turn too. What is
    promulgated commences by itself on its day: only where the day is unknown is it ``WITHOUT_DAY``'s turn.
    """
    if proposal.state in (ProposalState.DRAFT, ProposalState.PROMULGATED):
        return frozenset()
    return frozenset().union(*(_takers(move) for move in proposal.progress.awaited))


def _takers(move: Move) -> frozenset[Taker]:
    if move.step is None:
        return frozenset(ACTIONS[move.action].permission)
    recording: frozenset[Taker] = frozenset({Permission.RECORD_FOR_LEADERS})
    return frozenset({move.step.by}) | (recording if move.step.is_recordable else frozenset())
