"""The comparison of a proposal's duties with another unit's: begun, taken out, and each pair judged."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from orgflow.domain.audit.overlap_events import OverlapCompared, OverlapJudged
from orgflow.domain.changes.lineage import descents
from orgflow.domain.changes.overlap import (
    Judgement,
    JudgementStale,
    OwnBranch,
    SideBySide,
    UnknownPair,
    Verdict,
    branch_functions,
    side_by_side,
)
from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.organisation import Function
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.values import FunctionId, ProposalId, UnitId, clean_text
from orgflow.services.bringing import BRINGERS, require_open
from orgflow.services.context import Context
from orgflow.services.dossier import Dossier, open_dossier
from orgflow.services.scope import scope_of
from orgflow.services.use_case import use_case
from orgflow.store import overlaps, proposals
from orgflow.store.overlaps import OverlapComparisonRow, OverlapJudgementRow

DISTINCTION_LENGTH: Final = 2_000


class DistinctionMissing(RuleBroken):
    """A judgement says in words what sets two duties apart, or how their overlap is settled."""

    code = "distinction_missing"


@dataclass(frozen=True, slots=True)
class BeginComparison:
    """Take a unit into the comparison."""

    proposal_id: ProposalId
    unit_id: UnitId


@dataclass(frozen=True, slots=True)
class RemoveComparison:
    """Take a unit out of the comparison; what was judged stays, for when it is taken in again."""

    proposal_id: ProposalId
    unit_id: UnitId


@dataclass(frozen=True, slots=True)
class JudgePair:
    """Say what two duties are to each other; ``seen_revision`` 0 when nobody had judged them."""

    proposal_id: ProposalId
    unit_id: UnitId
    function_id: FunctionId
    other_id: FunctionId
    verdict: Verdict
    distinction: str
    seen_revision: int


@use_case(requires=BRINGERS)
def begin_comparison(ctx: Context, command: BeginComparison) -> UUID:
    """Compare the duties of the proposal's unit with those of another.

    Raises:
        UnknownProposal, NotEditable.
        UnknownUnit: it does not stand after the operations.
        OwnBranch: it is the proposal's own unit, one below it or one above it.
    """
    dossier = _opened(ctx, command.proposal_id)
    unit = dossier.after.unit(command.unit_id)
    if unit.id not in {held.id for held in comparable_units(dossier)}:
        raise OwnBranch(unit=unit.name)
    held = overlaps.any_comparison(ctx.session, command.proposal_id, unit.id, is_changing=True)
    if held is None:
        row = OverlapComparisonRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            proposal_id=command.proposal_id,
            unit_id=unit.id,
            begun_by=ctx.actor.name,
            begun_at=ctx.now,
        )
        ctx.session.add(row)
    else:
        held.removed_at = None
    ctx.record(OverlapCompared(str(command.proposal_id), unit.name, "begun"))
    return unit.id


@use_case(requires=BRINGERS)
def remove_comparison(ctx: Context, command: RemoveComparison) -> UUID:
    """Take a unit out of the comparison.

    Raises:
        UnknownProposal, NotEditable, UnknownComparison.
    """
    dossier = _opened(ctx, command.proposal_id)
    held = overlaps.comparison(ctx.session, command.proposal_id, command.unit_id, is_changing=True)
    held.removed_at = ctx.now
    name = compared_name(dossier, command.unit_id)
    ctx.record(OverlapCompared(str(command.proposal_id), name, "removed"))
    return command.proposal_id


@use_case(requires=BRINGERS)
def judge_pair(ctx: Context, command: JudgePair) -> UUID:
    """Keep what a person says of two duties as they read now.

    Raises:
        UnknownProposal, NotEditable, UnknownComparison.
        UnknownPair: a duty is not among those of the two units.
        JudgementStale: somebody judged the pair meanwhile.
        DistinctionMissing, TextTooLong, TextUnprintable.
    """
    dossier = _opened(ctx, command.proposal_id)
    comparison = overlaps.comparison(ctx.session, command.proposal_id, command.unit_id, is_changing=True)
    distinction = clean_text(command.distinction, field="distinction", limit=DISTINCTION_LENGTH)
    if not distinction:
        raise DistinctionMissing(field="distinction")
    own = function_among(own_functions(dossier), command.function_id)
    other = function_among(branch_functions(dossier.organisation_after, command.unit_id), command.other_id)
    row = overlaps.judgement_row(ctx.session, comparison.id, own.id, other.id)
    present = row.revision if row is not None else 0
    if present != command.seen_revision:
        raise JudgementStale(seen=command.seen_revision, present=present)
    before = row.verdict if row is not None else None
    if row is None:
        row = OverlapJudgementRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            comparison_id=comparison.id,
            function_id=own.id,
            other_function_id=other.id,
        )
        ctx.session.add(row)
    row.text, row.other_text, row.verdict, row.distinction = (
        own.text,
        other.text,
        command.verdict,
        distinction,
    )
    row.revision, row.judged_by, row.judged_at = present + 1, ctx.actor.name, ctx.now
    ctx.record(
        OverlapJudged(
            str(command.proposal_id),
            compared_name(dossier, command.unit_id),
            own.text,
            other.text,
            before,
            str(command.verdict),
            distinction,
        )
    )
    return row.id


def own_functions(dossier: Dossier) -> tuple[Function, ...]:
    """Return the duties of the proposal's unit, and of all below it, as the operations leave them.

    Where the unit itself ends, they are those of what comes out of it.
    """
    listed = (placed.operation for placed in dossier.operations)
    after = dossier.organisation_after
    found = descents(dossier.organisation_before, after, listed)
    heirs = [step.successor_id for step in found if step.predecessor_id == dossier.unit.id]
    return branch_functions(after, dossier.unit.id, heirs)


def compared(ctx: Context, dossier: Dossier, comparison_id: UUID, unit_id: UnitId) -> SideBySide:
    """Return the comparison with one unit, as both units' duties read now."""
    return beside(dossier, unit_id, overlaps.judgements_of(ctx.session, comparison_id))


def beside(dossier: Dossier, unit_id: UnitId, judgements: Iterable[Judgement]) -> SideBySide:
    """Return the duties of a dossier's unit beside another's, with what was said of them."""
    others = branch_functions(dossier.organisation_after, unit_id)
    return side_by_side(own_functions(dossier), others, judgements)


def comparable_units(dossier: Dossier) -> tuple[Unit, ...]:
    """Return the units that may be compared with: those known by name alone, the agencies first.

    None of them is in the proposal's own branch.
    """
    after, own = dossier.after, dossier.unit.id
    branch = {unit.id for unit in after.subtree(own)} if own in after.units else {own}
    listed = after.subtree(after.root().id)
    found = [unit for unit in listed if unit.kind.stands_alone and unit.id not in branch]
    return tuple(sorted(found, key=lambda unit: not unit.kind.is_agency))


def compared_name(dossier: Dossier, unit_id: UUID) -> str:
    """Return the name of a unit compared with, which may have ended since."""
    unit = dossier.after.units.get(UnitId(unit_id)) or dossier.before.units.get(UnitId(unit_id))
    return unit.name if unit is not None else ""


def function_among(functions: tuple[Function, ...], function_id: FunctionId) -> Function:
    """Return one of these duties.

    Raises:
        UnknownPair: it is not among them.
    """
    for held in functions:
        if held.id == function_id:
            return held
    raise UnknownPair(function_id=str(function_id))


def _opened(ctx: Context, proposal_id: ProposalId) -> Dossier:
    dossier = open_dossier(ctx, proposals.load_row(ctx.session, scope_of(ctx), proposal_id))
    require_open(ctx, dossier.proposal)
    return dossier
