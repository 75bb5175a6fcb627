"""The options of a proposal side by side, each measured alike."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.changes.apply import apply_proposed
from orgflow.domain.changes.diff import changed_units
from orgflow.domain.changes.overlap import Judgement
from orgflow.domain.errors import DomainError
from orgflow.domain.evidence.precedents import of_others
from orgflow.domain.options.measures import Measures, OptionResult, Yardstick, measured
from orgflow.domain.options.option import OptionLetter, OptionName, is_undecided
from orgflow.domain.proposals.acting import reaching
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import ProposalId, UnitId
from orgflow.services.acting import actor_with_units
from orgflow.services.context import Context
from orgflow.services.dossier import Dossier, open_dossier
from orgflow.services.options import first_option, sentences
from orgflow.services.overlap import beside, comparable_units
from orgflow.services.precedents import held_precedents
from orgflow.services.scope import scope_of
from orgflow.services.starting.objections import known_objections
from orgflow.services.use_case import read
from orgflow.store import options, overlaps, proposals
from orgflow.store.proposals import PlacedOperation


@dataclass(frozen=True, slots=True)
class MeasuredOption:
    """One option with its operations as sentences and on every measure."""

    name: OptionName
    operations: tuple[PlacedOperation, ...]
    said: tuple[str, ...]
    measures: Measures


@dataclass(frozen=True, slots=True)
class OptionsPage:
    """All options of a proposal.

    Attributes:
        guideline_name: the guideline's other name for the unit, from which an option may be begun.
        is_undecided: there are several, and what is worked on is not the one chosen.
        is_begun: whether any was put beside the first.
    """

    proposal_id: ProposalId
    revision: int
    unit_name: str
    options: tuple[MeasuredOption, ...]
    guideline_name: str | None
    is_editable: bool
    is_begun: bool
    is_undecided: bool

    @property
    def may_add(self) -> bool:
        """Whether the reader may put one more beside them."""
        return self.is_editable and len(self.options) < len(OptionLetter)


@read(requires=Permission.VIEW_PROPOSALS)
def show_options(ctx: Context, proposal_id: UUID) -> OptionsPage:
    """Return the options of a proposal; the change-set that is there is the first where none was begun.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    dossier = open_dossier(ctx, row)
    held = measured_options(ctx, dossier)
    actor = reaching(dossier.proposal, actor_with_units(ctx))
    is_draft = dossier.proposal.state is ProposalState.DRAFT
    names = tuple(one.name for one in held)
    return OptionsPage(
        dossier.proposal.id,
        row.revision,
        dossier.unit.name,
        held,
        dossier.guideline_name if not dossier.follows_guideline else None,
        is_draft and actor.may(Permission.EDIT_PROPOSAL),
        bool(options.options_of(ctx.session, row.id)),
        is_undecided(names),
    )


def measured_options(ctx: Context, dossier: Dossier) -> tuple[MeasuredOption, ...]:
    """Return the options of a proposal on the same measures, in the present session."""
    rows = options.options_of(ctx.session, dossier.row.id)
    ground = _ground(ctx, dossier)
    if not rows:
        return (_measured(ground, first_option(dossier), dossier.operations),)
    return tuple(
        _measured(ground, row.name, dossier.operations if row.operations is None else options.aside(row))
        for row in rows
    )


def _yardstick(ctx: Context, dossier: Dossier) -> Yardstick:
    return Yardstick(
        dossier.unit.id, dossier.rules, dossier.guideline, known_objections(), _precedents(ctx, dossier)
    )


def _precedents(ctx: Context, dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """Return the other provinces of the register with what each calls the unit."""
    rows = of_others((held.precedent for held in held_precedents(ctx)), dossier.government.name)
    return tuple((one.province, one.unit_name) for one in rows)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What every option of a proposal is measured on.

    Attributes:
        compared: by the units that duties are compared with, what was said of each pair.
    """

    dossier: Dossier
    yardstick: Yardstick
    compared: Mapping[UnitId, tuple[Judgement, ...]]


def _ground(ctx: Context, dossier: Dossier) -> _Ground:
    held = overlaps.comparisons_of(ctx.session, dossier.proposal.id)
    said = {UnitId(row.unit_id): overlaps.judgements_of(ctx.session, row.id) for row in held}
    return _Ground(dossier, _yardstick(ctx, dossier), said)


def _measured(ground: _Ground, name: OptionName, placed: tuple[PlacedOperation, ...]) -> MeasuredOption:
    dossier = ground.dossier
    before = dossier.organisation_before
    operations = tuple(one.operation for one in placed)
    broken_by: DomainError | None = None
    after = before
    try:
        after = apply_proposed(before, operations)
    except DomainError as refused:
        broken_by = refused
    as_if = replace(
        dossier,
        operations=placed,
        organisation_after=after,
        changes=changed_units(before.structure, after.structure),
        broken_by=broken_by,
    )
    standing = {unit.id for unit in comparable_units(as_if)}
    sides = tuple(
        beside(as_if, unit_id, judgements)
        for unit_id, judgements in ground.compared.items()
        if unit_id in standing
    )
    applied = operations if broken_by is None else ()
    result = OptionResult(before, after, applied, broken_by, sides)
    return MeasuredOption(name, placed, sentences(before, placed), measured(result, ground.yardstick))
