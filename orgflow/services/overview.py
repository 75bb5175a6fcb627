"""Proposals in a list: where each stands, what it lacks, and whether its reader is to act."""

from dataclasses import dataclass
from datetime import datetime

from orgflow.domain.access.roles import Permission
from orgflow.domain.changes.diff import UnitChange
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.proposals.completeness import Lack
from orgflow.domain.proposals.phases import PhaseStanding, track
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import ProposalId
from orgflow.services.context import Context
from orgflow.services.dossier import open_dossier, required_lacks
from orgflow.services.proposal_pages import LetterView, StepView, is_recording, letter_view, step_view
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read
from orgflow.store import letters, proposals
from orgflow.store.proposals import ProposalRow


@dataclass(frozen=True, slots=True)
class ProposalCard:
    """One proposal in a list; ``is_on_desk`` when the reader is to act.

    ``may_complete`` when the reader may bring what the ministry asked for; ``may_copy`` when a new
    proposal may be made from it.
    """

    id: ProposalId
    unit: Unit
    changes: tuple[UnitChange, ...]
    state: ProposalState
    phases: tuple[PhaseStanding, ...]
    last_step: StepView | None
    required: tuple[Lack, ...]
    allowed: tuple[Action, ...]
    is_on_desk: bool
    is_recording: bool
    letters: tuple[LetterView, ...]
    may_complete: bool
    may_copy: bool
    is_sample: bool
    changed_at: datetime


@read(requires=Permission.VIEW_PROPOSALS)
def list_proposals(ctx: Context) -> tuple[ProposalCard, ...]:
    """Return the proposals in the actor's reach, the most recently changed first."""
    return tuple(_card(ctx, row) for row in proposals.proposals_in(ctx.session, scope_of(ctx)))


def _card(ctx: Context, row: ProposalRow) -> ProposalCard:
    dossier = open_dossier(ctx, row)
    proposal = dossier.proposal
    steps = proposals.steps_of(ctx.session, proposal.id)
    allowed = proposal.allowed_actions(ctx.actor)
    may_edit = ctx.actor.may(Permission.EDIT_PROPOSAL)
    forward = [action for action in allowed if is_forward(action)]
    return ProposalCard(
        proposal.id,
        dossier.unit,
        dossier.changes,
        proposal.state,
        track(proposal),
        step_view(steps[-1]) if steps else None,
        required_lacks(dossier),
        allowed,
        bool(forward),
        bool(forward) and all(is_recording(proposal, action, ctx.actor) for action in forward),
        tuple(letter_view(letter) for letter in letters.letters_of(ctx.session, proposal.id)),
        proposal.awaits_completion and may_edit,
        may_edit and proposal.state in (ProposalState.REJECTED, ProposalState.WITHDRAWN),
        dossier.government.is_sample,
        row.changed_at,
    )


def is_forward(action: Action) -> bool:
    """Say whether an action brings a proposal on, rather than back or to an end."""
    return action not in (
        Action.RETURN,
        Action.GO_BACK,
        Action.RECALL,
        Action.REJECT,
        Action.WITHDRAW,
        Action.SUPERSEDE,
    )
