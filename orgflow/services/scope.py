"""Which proposals and letters an actor sees: the government's, or those of the own unit and posts."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from orgflow.domain.access.roles import EVERYBODY, Permission
from orgflow.domain.organisation.structure import Structure
from orgflow.domain.values import UnitId
from orgflow.services.context import Context
from orgflow.store import governments, organisation, structures
from orgflow.store.proposals import Scope

Descents = tuple[tuple[UnitId, UnitId], ...]
"""An old unit and one that came out of it, each time."""
_READING: Final = EVERYBODY - {Permission.SIGN_IN}


def scope_of(ctx: Context) -> Scope:
    """Return the actor's scope for what the gate asked.

    Whoever reads, or takes a step of a route, sees also what has a step of a post that is the actor's today;
    where the gate asked nothing, nobody reads by a post.
    """
    held = scope_for(ctx, ctx.asked)
    if not _READING & frozenset(ctx.asked):
        return held
    return replace(held, post_ids=ctx.actor.posts)


def scope_for(ctx: Context, permissions: Iterable[Permission]) -> Scope:
    """Return what the actor reaches by any of the permissions: unit-bound, the unit and what is below it.

    Letters and proposals of a unit that ended are seen by the units that came out of it or took its place.
    """
    reach = ctx.actor.reach(permissions)
    return Scope(ctx.government_id, units_below(ctx, reach) if reach is not None else None)


def units_below(ctx: Context, unit_ids: frozenset[UnitId]) -> frozenset[UnitId]:
    """Return the units with all that is below them today, and the ended units whose heirs they are."""
    return each_with_below(ctx, (unit_ids,))[unit_ids]


def each_with_below(
    ctx: Context, sets: Iterable[frozenset[UnitId]]
) -> Mapping[frozenset[UnitId], frozenset[UnitId]]:
    """Return sets of units, each as ``units_below`` says it; as many statements are asked as for one."""
    wanted = frozenset(sets)
    found = {units: units for units in wanted}
    if not any(wanted):
        return found
    structure = structure_today(ctx)
    descents = _descents(ctx, structure)
    for units in filter(None, wanted):
        reach = frozenset[UnitId]().union(*(units_in_reach(unit_id, structure) for unit_id in units))
        found[units] = _with_inherited(reach, structure, descents)
    return found


def units_reaching(ctx: Context, candidates: Iterable[UnitId], unit_id: UnitId) -> frozenset[UnitId]:
    """Return those of the candidates within whose reach a unit is, each as ``units_below`` says it."""
    structure = structure_today(ctx)
    descents = _descents(ctx, structure)
    return frozenset(
        one
        for one in frozenset(candidates)
        if unit_id in _with_inherited(units_in_reach(one, structure), structure, descents)
    )


def units_in_reach(unit_id: UnitId | None, structure: Structure) -> frozenset[UnitId]:
    """Return the unit and all below it; nothing for an actor without a unit."""
    if unit_id is None:
        return frozenset()
    if unit_id not in structure.units:
        return frozenset({unit_id})
    return frozenset(unit.id for unit in structure.subtree(unit_id))


def _descents(ctx: Context, structure: Structure) -> Descents:
    """Return which unit came out of which, until the structure's day."""
    return tuple(organisation.successions_until(ctx.session, ctx.government_id, structure.on))


def _with_inherited(reach: frozenset[UnitId], structure: Structure, descents: Descents) -> frozenset[UnitId]:
    """Return the units with those that ended and whose heirs they are, over any number of generations."""
    found, more = set(reach), set(reach)
    while more:
        more = {
            old for old, new in descents if new in more and old not in structure.units and old not in found
        }
        found |= more
    return frozenset(found)


def today_of(ctx: Context) -> date:
    """Return the day it is in the zone of the actor's government."""
    return ctx.today(governments.government(ctx.session, ctx.government_id).zone)


def structure_today(ctx: Context) -> Structure:
    """Return the structure of the actor's government on this day in its zone."""
    return structures.structure_on(ctx.session, ctx.government_id, today_of(ctx))
