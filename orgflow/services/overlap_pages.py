"""The comparison of duties as its pages and files read it."""

from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.changes.overlap import Measure, Pair, SideBySide, branch_functions
from orgflow.domain.organisation.organisation import Function
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.values import FunctionId, ProposalId, UnitId
from orgflow.services.acting import reader_of
from orgflow.services.context import Context
from orgflow.services.dossier import Dossier, open_dossier
from orgflow.services.overlap import (
    comparable_units,
    compared,
    compared_name,
    function_among,
    own_functions,
)
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read
from orgflow.store import overlaps, proposals
from orgflow.store.governments import Government


@dataclass(frozen=True, slots=True)
class ComparisonLine:
    """One comparison in the list: ``unit_id`` None once the unit stands no more."""

    compared_id: UnitId
    name: str
    stands: bool
    count: int
    unjudged: int
    outdated: int


@dataclass(frozen=True, slots=True)
class OverlapPage:
    """Every comparison of a proposal; ``choices`` are the units that may still be taken in."""

    comparisons: tuple[ComparisonLine, ...]
    choices: tuple[Unit, ...]
    may_judge: bool


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """Two units' duties beside each other.

    Attributes:
        own_name: the proposal's unit as it will be called.
        owners: the name of the unit below either that bears a duty, for those not borne by the unit itself.
    """

    government: Government
    proposal_id: ProposalId
    own_id: UnitId
    own_name: str
    unit_id: UnitId
    unit_name: str
    own: tuple[Function, ...]
    others: tuple[Function, ...]
    owners: dict[FunctionId, str]
    held: SideBySide
    may_judge: bool
    is_sample: bool


@read(requires=Permission.VIEW_PROPOSALS)
def show_overlap(ctx: Context, proposal_id: UUID) -> OverlapPage:
    """Return the comparisons of a proposal.

    Raises:
        UnknownProposal.
    """
    dossier = _dossier(ctx, proposal_id)
    rows = overlaps.comparisons_of(ctx.session, ProposalId(proposal_id))
    taken = {row.unit_id for row in rows}
    lines = []
    for row in rows:
        unit_id = UnitId(row.unit_id)
        held = (
            compared(ctx, dossier, row.id, unit_id)
            if unit_id in dossier.after.units
            else SideBySide((), (), ())
        )
        lines.append(
            ComparisonLine(
                unit_id,
                compared_name(dossier, unit_id),
                unit_id in dossier.after.units,
                held.count,
                len(held.unjudged),
                len(held.outdated),
            )
        )
    choices = tuple(unit for unit in comparable_units(dossier) if unit.id not in taken)
    return OverlapPage(
        tuple(lines), choices, dossier.proposal.takes_documents_from(reader_of(ctx, dossier.row.unit_id))
    )


@read(requires=Permission.VIEW_PROPOSALS)
def show_comparison(ctx: Context, proposal_id: UUID, unit_id: UUID) -> ComparisonPage:
    """Return one comparison.

    Raises:
        UnknownProposal, UnknownComparison.
        UnknownUnit: the unit stands no more after the operations.
    """
    return comparison_of(ctx, _dossier(ctx, proposal_id), unit_id)


def comparison_of(ctx: Context, dossier: Dossier, unit_id: UUID) -> ComparisonPage:
    """Return one comparison of a dossier, in the present session.

    Raises:
        UnknownComparison, UnknownUnit: as ``show_comparison``.
    """
    row = overlaps.comparison(ctx.session, dossier.proposal.id, unit_id)
    unit = dossier.after.unit(UnitId(row.unit_id))
    own, others = own_functions(dossier), branch_functions(dossier.organisation_after, unit.id)
    own_unit = dossier.after.units.get(dossier.unit.id, dossier.unit)
    tops = {own_unit.id, unit.id}
    owners = {
        held.id: dossier.after.unit(held.unit_id).name for held in (*own, *others) if held.unit_id not in tops
    }
    return ComparisonPage(
        dossier.government,
        dossier.proposal.id,
        own_unit.id,
        own_unit.name,
        unit.id,
        unit.name,
        own,
        others,
        owners,
        compared(ctx, dossier, row.id, unit.id),
        dossier.proposal.takes_documents_from(reader_of(ctx, dossier.row.unit_id)),
        dossier.government.is_sample,
    )


def pair_of(page: ComparisonPage, own_id: UUID, other_id: UUID) -> Pair:
    """Return a pair of a comparison, whether or not it is listed.

    Raises:
        UnknownPair: a duty is not among those of the two units.
    """
    listed = page.held.pair(FunctionId(own_id), FunctionId(other_id))
    if listed is not None:
        return listed
    own = function_among(page.own, FunctionId(own_id))
    other = function_among(page.others, FunctionId(other_id))
    return Pair(own, other, Measure((*page.own, *page.others)).of(own, other))


def _dossier(ctx: Context, proposal_id: UUID) -> Dossier:
    return open_dossier(ctx, proposals.load_row(ctx.session, scope_of(ctx), proposal_id))
