"""One proposal whole, as its pages read it, and what its reader may do."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from orgflow.domain.access.roles import Actor, DelegationKind, Permission
from orgflow.domain.changes.apply import steps
from orgflow.domain.changes.diff import UnitChange
from orgflow.domain.changes.findings import Finding, review_dates, review_names
from orgflow.domain.changes.matrix import MatrixRow, matrix
from orgflow.domain.changes.operations import RenameUnit, SwapNames
from orgflow.domain.changes.perda import review_perda
from orgflow.domain.changes.subjects import subjects
from orgflow.domain.errors import DomainError
from orgflow.domain.letters.kinds import MAIN_KIND
from orgflow.domain.letters.lifecycle import LetterState
from orgflow.domain.ministry.grants import Granted
from orgflow.domain.organisation.instruments import Instrument
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.organisation.structure import Structure, Unit
from orgflow.domain.proposals.acting import reaching
from orgflow.domain.proposals.completeness import Lack
from orgflow.domain.proposals.phases import PhaseStanding, track
from orgflow.domain.proposals.progress import Ahead, Move
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.proposals.steps import ReviewOutcome, Standing
from orgflow.domain.values import LetterId, ProposalId, UnitId, lines_of
from orgflow.services.acting import actor_with_units
from orgflow.services.context import Context
from orgflow.services.document_views import DocumentView, documents_of
from orgflow.services.dossier import Dossier, open_dossier
from orgflow.services.scope import scope_of
from orgflow.services.statements import sentence
from orgflow.services.step_offers import ActionOffer, RoutePlace, offers_of, places_of, recordable_parafs
from orgflow.services.use_case import read
from orgflow.store import instruments, letters, proposal_sets, proposals
from orgflow.store.governments import Government
from orgflow.store.letters import LetterRow
from orgflow.store.proposals import PlacedOperation, StepRow


@dataclass(frozen=True, slots=True)
class StepView:
    """A step as a sentence needs it."""

    action: Action
    source: ProposalState
    target: ProposalState
    acted_on: date
    actor_name: str
    is_recorded: bool
    person: str | None
    reason: str | None
    document_number: str | None
    file_id: UUID | None
    recorded_at: datetime
    step: str | None
    outcome: ReviewOutcome | None
    late_reason: str | None
    on_behalf_of: str | None = None
    on_behalf_kind: DelegationKind | None = None


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter of the proposal."""

    id: LetterId
    kind: str
    state: LetterState
    number: str | None
    dated_on: date | None
    revision: int


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """A proposal whole.

    ``before`` and ``after`` are the structures of ``organisation_before`` and ``organisation_after``;
    ``broken_by`` is the rule that refuses the operations.
    ``standing`` says where it is and which steps of its route are open, ``awaited`` what brings it on,
    ``ahead`` what comes after that,
    ``places`` how each step of the route stands, ``recordable_parafs`` the keys of those that the reader
    records for others; ``may_change_route`` whether the reader may move it.
    ``reader`` has what of the authority reaches the proposal.
    ``operations`` are those that the proposal asks, or what the ministry made of them in its answer item by
    item; ``asked`` is what it asked, ``granted`` what the ministry said to each.
    """

    government: Government
    today: date
    id: ProposalId
    revision: int
    state: ProposalState
    unit: Unit
    operations: tuple[PlacedOperation, ...]
    changes: tuple[UnitChange, ...]
    organisation_before: Organisation
    organisation_after: Organisation
    matrix: tuple[MatrixRow, ...]
    findings: tuple[Finding, ...]
    broken_by: DomainError | None
    guideline_name: str | None
    considerations: tuple[str, ...]
    considerations_text: str
    background: str
    effective_on: date | None
    facts_on: date | None
    phases: tuple[PhaseStanding, ...]
    steps: tuple[StepView, ...]
    standing: Standing
    awaited: tuple[Move, ...]
    ahead: Ahead
    places: tuple[RoutePlace, ...]
    recordable_parafs: frozenset[str]
    may_change_route: bool
    offers: tuple[ActionOffer, ...]
    is_editable: bool
    may_attach: bool
    lacks: tuple[Lack, ...]
    documents: tuple[DocumentView, ...]
    letters: tuple[LetterView, ...]
    other_letters: tuple[LetterView, ...]
    regulation: Instrument | None
    base_regulation: Instrument | None
    predecessor_id: ProposalId | None
    successor_id: ProposalId | None
    may_copy: bool
    changed_at: datetime
    reader: Actor
    asked: tuple[PlacedOperation, ...]
    granted: tuple[Granted, ...]

    @property
    def renames(self) -> tuple[UnitChange, ...]:
        """The units that bear another name after the operations."""
        return tuple(change for change in self.changes if change.before.name != change.after.name)

    @property
    def others_said(self) -> tuple[str, ...]:
        """The operations that give no unit another name, as plain Indonesian sentences."""
        listed = (placed.operation for placed in self.operations)
        return tuple(
            sentence(operation, met)
            for operation, met, _ in steps(self.organisation_before, listed)
            if not isinstance(operation, RenameUnit | SwapNames)
        )

    @property
    def before(self) -> Structure:
        """The structure before the operations."""
        return self.organisation_before.structure

    @property
    def after(self) -> Structure:
        """The structure after the operations."""
        return self.organisation_after.structure


@read(requires=Permission.VIEW_PROPOSALS)
def show_proposal(ctx: Context, proposal_id: UUID) -> ProposalPage:
    """Return one proposal.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    dossier = open_dossier(ctx, row)
    told = dossier.told
    proposal, whole = dossier.proposal, actor_with_units(ctx)
    actor = reaching(proposal, whole)
    is_draft = proposal.state is ProposalState.DRAFT
    may_edit = actor.may(Permission.EDIT_PROPOSAL)
    held = tuple(letter_view(letter) for letter in letters.letters_of(ctx.session, proposal.id))
    linked = instruments.instruments_of(ctx.session, ctx.government_id, proposal.id)
    return ProposalPage(
        dossier.government,
        dossier.today,
        proposal.id,
        row.revision,
        proposal.state,
        dossier.unit,
        told.operations,
        told.changes,
        dossier.organisation_before,
        told.organisation_after,
        matrix(dossier.before, told.organisation_after.structure, _touched(dossier)),
        _findings(dossier),
        told.broken_by,
        dossier.guideline_name,
        lines_of(row.considerations),
        row.considerations,
        row.background,
        row.effective_on,
        row.facts_on,
        track(proposal),
        tuple(step_view(step) for step in dossier.steps),
        proposal.standing,
        proposal.progress.awaited,
        proposal.progress.ahead,
        places_of(proposal) if row.route_id is not None else (),
        recordable_parafs(proposal, whole),
        row.route_id is not None and proposal.is_on_route and actor.may(Permission.MANAGE_SETTINGS),
        offers_of(dossier, whole),
        is_draft and may_edit,
        proposal.takes_documents_from(actor),
        dossier.lacks,
        documents_of(ctx, dossier),
        tuple(view for view in held if view.kind == MAIN_KIND),
        tuple(view for view in held if view.kind != MAIN_KIND),
        linked[-1] if linked else None,
        dossier.regulation,
        ProposalId(row.predecessor_id) if row.predecessor_id else None,
        proposal_sets.successor_of(ctx.session, proposal.id),
        may_edit and proposal.state in (ProposalState.REJECTED, ProposalState.WITHDRAWN),
        row.changed_at,
        actor,
        dossier.operations,
        dossier.granted,
    )


def _touched(dossier: Dossier) -> Iterator[UnitId]:
    standing = dossier.organisation_before
    for operation, met, _ in steps(standing, (placed.operation for placed in dossier.told.operations)):
        yield from subjects(operation, met)


def _findings(dossier: Dossier) -> tuple[Finding, ...]:
    return (
        *review_names(dossier.told.changes, dossier.guideline),
        *review_perda(dossier.before, dossier.told.organisation_after.structure, dossier.rules),
        *review_dates(dossier.row.effective_on, dossier.row.facts_on, dossier.today),
    )


def step_view(row: StepRow) -> StepView:
    """Return a step as a sentence needs it."""
    return StepView(
        Action(row.action),
        ProposalState(row.source),
        ProposalState(row.target),
        row.acted_on,
        row.actor_name,
        row.is_recorded,
        row.person,
        row.reason,
        row.document_number,
        row.file_id,
        row.recorded_at,
        row.step_key,
        ReviewOutcome(row.outcome) if row.outcome else None,
        row.late_reason,
        row.on_behalf_of,
        DelegationKind(row.on_behalf_kind) if row.on_behalf_kind else None,
    )


def letter_view(row: LetterRow) -> LetterView:
    """Return a letter as a sentence needs it."""
    return LetterView(
        LetterId(row.id), row.kind, LetterState(row.state), row.number, row.dated_on, row.revision
    )
