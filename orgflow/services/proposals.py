"""Proposals as they are drafted: begun by a few questions, edited, given operations and documents."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.events import ProposalCreated, ProposalEdited
from orgflow.domain.changes.apply import apply_proposed
from orgflow.domain.changes.operations import Operation, RenameUnit
from orgflow.domain.errors import RuleBroken
from orgflow.domain.letters.kinds import MAIN_KIND
from orgflow.domain.organisation.structure import Structure, UnknownUnit
from orgflow.domain.proposals.asking import StepFacts
from orgflow.domain.proposals.proposal import drafters_with
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import OperationId, ProposalId, UnitId, clean_name, clean_text
from orgflow.services.carrying import carry_parts
from orgflow.services.context import Context
from orgflow.services.drafting import draft_letter, load_draft, save_edited
from orgflow.services.scope import scope_of, structure_today
from orgflow.services.stepping import record_step
from orgflow.services.use_case import use_case
from orgflow.store import organisation, organisations, proposals
from orgflow.store.proposals import PlacedOperation, ProposalRow


class UnitMayNotPropose(RuleBroken):
    """Proposals are drafted by units of kinds that may, such as a biro."""

    code = "unit_may_not_propose"


class EffectiveBeforeUnit(RuleBroken):
    """The wished day lies before the unit existed."""

    code = "effective_before_unit"


class NotRunningAgain(RuleBroken):
    """A new proposal is made from one that was rejected or withdrawn, not from a running one."""

    code = "predecessor_still_running"


@dataclass(frozen=True, slots=True)
class CreateProposal:
    """Begin a proposal to rename a unit: the answers to the few questions.

    ``considerations`` are printed in the letter, one a line; ``background`` is for the reviewers only.
    """

    unit_id: UnitId
    new_name: str
    considerations: str
    background: str = ""
    effective_on: date | None = None
    facts_on: date | None = None


@dataclass(frozen=True, slots=True)
class CopyProposal:
    """Begin a new proposal from one that was rejected or withdrawn."""

    predecessor_id: ProposalId
    seen_revision: int


@dataclass(frozen=True, slots=True)
class EditProposal:
    """Change what a draft says beside its operations."""

    proposal_id: ProposalId
    seen_revision: int
    considerations: str
    background: str
    effective_on: date | None
    facts_on: date | None


@use_case(requires=Permission.EDIT_PROPOSAL)
def create_proposal(ctx: Context, command: CreateProposal) -> UUID:
    """Begin a proposal with its rename and its letter to the ministry.

    Raises:
        UnknownUnit: not valid today, or outside the actor's reach.
        UnitMayNotPropose: the unit's kind drafts no proposals.
        NameTaken, NameUnchanged, EffectiveBeforeUnit.
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    structure = structure_today(ctx)
    _require_reach(ctx, command.unit_id)
    unit = structure.unit(command.unit_id)
    if not unit.kind.may_propose:
        raise UnitMayNotPropose(unit=unit.name)
    operation = RenameUnit(unit.id, clean_name(command.new_name, field="new_name"))
    row = _new_row(ctx, structure, unit.id)
    _write_texts(row, command.considerations, command.background)
    row.effective_on, row.facts_on = command.effective_on, command.facts_on
    _check_effective(ctx, row)
    _store_new(ctx, row, (operation,), structure)
    ctx.record(ProposalCreated(str(row.id), unit.name, None))
    return row.id


@use_case(requires=Permission.EDIT_PROPOSAL)
def copy_proposal(ctx: Context, command: CopyProposal) -> UUID:
    """Begin a new proposal from an old one, which becomes superseded by it.

    Raises:
        UnknownProposal, StaleRevision.
        NotRunningAgain: the old one was neither rejected nor withdrawn.
    """
    old = proposals.load_row(ctx.session, scope_of(ctx), command.predecessor_id, seen=command.seen_revision)
    if ProposalState(old.state) not in (ProposalState.REJECTED, ProposalState.WITHDRAWN):
        raise NotRunningAgain(state=old.state)
    structure = structure_today(ctx)
    row = _new_row(ctx, structure, UnitId(old.unit_id))
    row.considerations, row.background = old.considerations, old.background
    row.effective_on, row.facts_on, row.predecessor_id = old.effective_on, old.facts_on, old.id
    operations = tuple(p.operation for p in proposals.operations_of(ctx.session, ProposalId(old.id)))
    _store_new(ctx, row, operations, structure)
    carry_parts(ctx, old, row)
    record_step(ctx, old, Action.SUPERSEDE, StepFacts(acted_on=structure.on))
    ctx.record(ProposalCreated(str(row.id), structure.unit(UnitId(old.unit_id)).name, str(old.id)))
    return row.id


@use_case(requires=Permission.EDIT_PROPOSAL)
def edit_proposal(ctx: Context, command: EditProposal) -> UUID:
    """Change a draft's reasons and dates.

    Raises:
        UnknownProposal, StaleRevision, NotEditable, EffectiveBeforeUnit, TextTooLong, TextUnprintable.
    """
    row = load_draft(ctx, command.proposal_id, command.seen_revision)
    before = _texts(row)
    _write_texts(row, command.considerations, command.background)
    row.effective_on, row.facts_on = command.effective_on, command.facts_on
    _check_effective(ctx, row)
    for (field, old), (_, new) in zip(before.items(), _texts(row).items(), strict=True):
        if old != new:
            ctx.record(ProposalEdited(str(row.id), field, old, new))
    if not ctx.events:
        ctx.record(ProposalEdited(str(row.id), "none", "", ""))
    save_edited(ctx, row)
    return row.id


def _new_row(ctx: Context, structure: Structure, unit_id: UnitId) -> ProposalRow:
    return ProposalRow(
        id=ctx.new_id(),
        government_id=ctx.government_id,
        unit_id=unit_id,
        state=str(ProposalState.DRAFT),
        revision=1,
        background="",
        considerations="",
        base_on=structure.on,
        base_known_at=ctx.now,
        created_at=ctx.now,
        changed_at=ctx.now,
    )


def _store_new(
    ctx: Context, row: ProposalRow, operations: tuple[Operation, ...], structure: Structure
) -> None:
    apply_proposed(organisations.organisation_on(ctx.session, ctx.government_id, structure.on), operations)
    ctx.session.add(row)
    ctx.session.flush()
    placed = tuple(PlacedOperation(OperationId(ctx.new_id()), operation) for operation in operations)
    proposals.put_operations(ctx.session, ctx.government_id, ProposalId(row.id), placed)
    proposal = proposals.proposal_of(ctx.session, row)
    proposals.save(ctx.session, row, replace(proposal, drafters=drafters_with(proposal, ctx.actor)), ctx.now)
    draft_letter(ctx, ProposalId(row.id), MAIN_KIND)


def _write_texts(row: ProposalRow, considerations: str, background: str) -> None:
    row.considerations = clean_text(considerations, field="considerations")
    row.background = clean_text(background, field="background")


def _texts(row: ProposalRow) -> dict[str, str]:
    return {
        "considerations": row.considerations,
        "background": row.background,
        "effective_on": row.effective_on.isoformat() if row.effective_on else "",
        "facts_on": row.facts_on.isoformat() if row.facts_on else "",
    }


def _check_effective(ctx: Context, row: ProposalRow) -> None:
    versions = organisation.versions_of(ctx.session, ctx.government_id, UnitId(row.unit_id))
    if row.effective_on is not None and versions and row.effective_on < versions[0].valid_from:
        raise EffectiveBeforeUnit(
            field="effective_on", unit=versions[0].name, since=versions[0].valid_from.isoformat()
        )


def _require_reach(ctx: Context, unit_id: UnitId) -> None:
    reach = scope_of(ctx).unit_ids
    if reach is not None and unit_id not in reach:
        raise UnknownUnit(unit_id=str(unit_id), on="")
