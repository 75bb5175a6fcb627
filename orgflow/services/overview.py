"""Proposals in a list: where each stands, what it lacks, and whether its reader is to act."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.changes.diff import UnitChange
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.proposals.acting import offered_to, reaching
from orgflow.domain.proposals.completeness import Lack
from orgflow.domain.proposals.deadlines import Due
from orgflow.domain.proposals.phases import PhaseStanding, track
from orgflow.domain.proposals.progress import Move
from orgflow.domain.proposals.states import ENDED, RUNNING, Action, ProposalState
from orgflow.domain.proposals.steps import Standing
from orgflow.domain.values import ProposalId
from orgflow.services.acting import actor_with_units
from orgflow.services.context import Context
from orgflow.services.dossier import Dossier, open_dossiers, required_lacks
from orgflow.services.paging import PAGE, Place, place_of
from orgflow.services.proposal_pages import LetterView, StepView, letter_view, step_view
from orgflow.services.proposal_time import Clock, clock_of
from orgflow.services.scope import scope_of
from orgflow.services.step_offers import is_recording
from orgflow.services.use_case import read
from orgflow.store import letter_lists, proposal_sets
from orgflow.store.letters import LetterRow
from orgflow.store.proposals import ProposalRow


@dataclass(frozen=True, slots=True)
class ProposalCard:
    """One proposal in a list; ``is_on_desk`` when the reader is to act.

    ``may_complete`` when the reader may bring what the ministry asked for; ``may_copy`` when a new
    proposal may be made from it. ``due`` None has no deadline.
    """

    id: ProposalId
    unit: Unit
    changes: tuple[UnitChange, ...]
    state: ProposalState
    phases: tuple[PhaseStanding, ...]
    last_step: StepView | None
    required: tuple[Lack, ...]
    standing: Standing
    awaited: tuple[Move, ...]
    allowed: tuple[Move, ...]
    is_on_desk: bool
    is_recording: bool
    letters: tuple[LetterView, ...]
    may_complete: bool
    may_copy: bool
    is_sample: bool
    changed_at: datetime
    due: Due | None


@dataclass(frozen=True, slots=True)
class ProposalWish:
    """Which proposals are asked for, and which page of them."""

    states: frozenset[ProposalState] = frozenset(ProposalState)
    page: int = 1


@dataclass(frozen=True, slots=True)
class ProposalList:
    """A page of proposals: the running first, then the most recently changed."""

    cards: tuple[ProposalCard, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class DeskPage:
    """The proposals Beranda tells of: all that run, and the rejected that the reader may make anew."""

    cards: tuple[ProposalCard, ...]
    ended_count: int


_NOT_FORWARD: Final = frozenset(
    {
        Action.RETURN,
        Action.RECALL,
        Action.REJECT,
        Action.WITHDRAW,
        Action.SUPERSEDE,
        Action.CHANGE_ROUTE,
    }
)
EVERY_PROPOSAL: Final = ProposalWish()


@read(requires=Permission.VIEW_PROPOSALS)
def list_proposals(ctx: Context, wish: ProposalWish = EVERY_PROPOSAL) -> ProposalList:
    """Return a page of the proposals in the actor's reach."""
    scope = scope_of(ctx)
    place = place_of(proposal_sets.count_proposals(ctx.session, scope, wish.states), wish.page)
    rows = proposal_sets.proposals_page(ctx.session, scope, wish.states, first=place.first, limit=PAGE)
    return ProposalList(cards_of(ctx, rows), place)


@read(requires=Permission.VIEW_PROPOSALS)
def desk_proposals(ctx: Context) -> DeskPage:
    """Return the proposals in the actor's reach that Beranda tells of."""
    scope = scope_of(ctx)
    states = RUNNING
    if ctx.actor.may(Permission.EDIT_PROPOSAL):
        states = states | {ProposalState.REJECTED}
    rows = proposal_sets.proposals_page(ctx.session, scope, states)
    return DeskPage(cards_of(ctx, rows), proposal_sets.count_proposals(ctx.session, scope, ENDED))


def cards_of(ctx: Context, rows: list[ProposalRow]) -> tuple[ProposalCard, ...]:
    """Return proposals as lists tell of them, in the present session."""
    written = letter_lists.letters_by_proposal(ctx.session, [row.id for row in rows])
    clock, actor = clock_of(ctx), actor_with_units(ctx)
    return tuple(
        _card(dossier, written.get(dossier.row.id, []), clock, actor) for dossier in open_dossiers(ctx, rows)
    )


def _card(dossier: Dossier, written: list[LetterRow], clock: Clock, actor: Actor) -> ProposalCard:
    proposal = dossier.proposal
    allowed, seen = offered_to(proposal, actor), reaching(proposal, actor)
    may_edit = seen.may(Permission.EDIT_PROPOSAL)
    forward = [move for move in allowed if is_forward(move.action)]
    return ProposalCard(
        proposal.id,
        dossier.unit,
        dossier.told.changes,
        proposal.state,
        track(proposal),
        step_view(dossier.steps[-1]) if dossier.steps else None,
        required_lacks(dossier),
        proposal.standing,
        proposal.progress.awaited,
        allowed,
        bool(forward),
        bool(forward) and all(is_recording(proposal, move, seen) for move in forward),
        tuple(letter_view(letter) for letter in written),
        proposal.awaits_completion and may_edit,
        may_edit and proposal.state in (ProposalState.REJECTED, ProposalState.WITHDRAWN),
        dossier.government.is_sample,
        dossier.row.changed_at,
        clock.due(dossier.row, dossier.steps),
    )


def is_forward(action: Action) -> bool:
    """Say whether an action brings a proposal on, rather than back, aside or to an end."""
    return action not in _NOT_FORWARD
