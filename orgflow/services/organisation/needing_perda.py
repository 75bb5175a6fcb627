"""What needs a Perda and not a Pergub: told before a change, and of what is recorded for a day."""

from datetime import date, timedelta
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.organisation.instruments import REGIONAL_REGULATION
from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.rules import NeedsPerda, StructureFinding, StructureRule, review_change
from orgflow.domain.values import InstrumentId
from orgflow.services.context import Context
from orgflow.services.organisation.importing_plan import Plan
from orgflow.services.registry import held_history
from orgflow.services.use_case import read
from orgflow.store import instruments, organisation, structure_rules


@read(requires=Permission.KEEP_REGISTRY)
def kinds_by_perda(ctx: Context) -> tuple[tuple[UnitKind, NeedsPerda], ...]:
    """Return the kinds of unit whose founding, end, name or kind only a Perda changes, with the rule."""
    kinds = organisation.kinds(ctx.session, ctx.government_id)
    held = structure_rules.structure_rules(ctx.session, ctx.government_id)
    found = (entry.rule for entry in held if isinstance(entry.rule, NeedsPerda))
    return tuple((kinds[rule.kind_code], rule) for rule in found)


@read(requires=Permission.KEEP_REGISTRY)
def lacking_perda(
    ctx: Context, unit_id: UUID, on: date, instrument_id: InstrumentId | None
) -> tuple[StructureFinding, ...]:
    """Return what of a unit, as recorded for a day, needs a Perda, where it rests on none; it warns.

    Args:
        instrument_id: on what the change is said to rest; None while *belum diisi*.
    """
    if instrument_id is not None:
        basis = instruments.instrument(ctx.session, ctx.government_id, instrument_id)
        if basis is not None and basis.kind == REGIONAL_REGULATION:
            return ()
    history = held_history(ctx)
    before, after = history.structure_on(on - timedelta(days=1)), history.structure_on(on)
    return tuple(found for found in review_change(before, after, _rules(ctx)) if found.unit.id == unit_id)


def lacking_perda_of(ctx: Context, plan: Plan) -> tuple[StructureFinding, ...]:
    """Return what of a file needs a Perda, where its lines name none.

    A history tells what was, and the first structure of a government is no change.
    """
    if plan.is_history or plan.faults or not any(plan.before.units_on(plan.on)):
        return ()
    held = (*instruments.all_instruments(ctx.session, ctx.government_id), *plan.regulations.wanted)
    perda = {one.id for one in held if one.kind == REGIONAL_REGULATION}
    resting = {
        record.unit_id for record in plan.after.units_on(plan.on) if record.basis.instrument_id in perda
    }
    changes = review_change(plan.before.structure_on(plan.on), plan.after.structure_on(plan.on), _rules(ctx))
    return tuple(found for found in changes if found.unit.id not in resting)


def _rules(ctx: Context) -> tuple[StructureRule, ...]:
    held = structure_rules.structure_rules(ctx.session, ctx.government_id)
    return tuple(entry.rule for entry in held)
