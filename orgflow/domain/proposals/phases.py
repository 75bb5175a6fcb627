"""The six phases of the stage track, and where a state stands among them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.states import Action, ProposalState

S = ProposalState


class Phase(StrEnum):
    """A phase as people name it."""

    DRAFTING = "drafting"
    REVIEW = "review"
    SIGNING = "signing"
    MINISTRY = "ministry"
    REGULATION = "regulation"
    IN_FORCE = "in_force"


class PhaseStatus(StrEnum):
    """How a phase stands."""

    DONE = "done"
    NOW = "now"
    RETURNED = "returned"
    NEXT = "next"


PHASES: Final[dict[ProposalState, Phase]] = {
    S.DRAFT: Phase.DRAFTING,
    S.UNIT_REVIEW: Phase.REVIEW,
    S.ORG_REVIEW: Phase.REVIEW,
    S.LEGAL_REVIEW: Phase.REVIEW,
    S.INITIALLING: Phase.SIGNING,
    S.SIGNING: Phase.SIGNING,
    S.SUBMITTED: Phase.MINISTRY,
    S.MINISTRY_REVIEW: Phase.MINISTRY,
    S.HARMONIZATION: Phase.MINISTRY,
    S.FACILITATION: Phase.MINISTRY,
    S.ENACTED: Phase.REGULATION,
    S.PROMULGATED: Phase.REGULATION,
    S.IMPLEMENTED: Phase.IN_FORCE,
}


@dataclass(frozen=True, slots=True)
class PhaseStanding:
    """One phase of the track."""

    phase: Phase
    status: PhaseStatus


def track(proposal: Proposal) -> tuple[PhaseStanding, ...]:
    """Return the six phases with their status; empty for a road that ended before its goal."""
    if proposal.state not in PHASES:
        return ()
    present = PHASES[proposal.state]
    order = tuple(Phase)
    at = order.index(present)
    returned = bool(proposal.steps) and proposal.steps[-1].action is Action.RETURN
    standings: list[PhaseStanding] = []
    for position, phase in enumerate(order):
        if position < at or proposal.state is S.IMPLEMENTED:
            status = PhaseStatus.DONE
        elif position > at:
            status = PhaseStatus.NEXT
        else:
            status = PhaseStatus.RETURNED if returned else PhaseStatus.NOW
        standings.append(PhaseStanding(phase, status))
    return tuple(standings)
