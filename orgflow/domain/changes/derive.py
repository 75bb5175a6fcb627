"""The change-set that leads from one organisation to another whose ids are not the same."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType

from orgflow.domain.changes import operations as ops
from orgflow.domain.changes.diff import diff
from orgflow.domain.changes.matching import Coded, Doubt, Matched, in_the_ids_of_the_first
from orgflow.domain.changes.matching_contents import match_functions, match_posts
from orgflow.domain.changes.matching_units import match_units
from orgflow.domain.changes.operations import Operation
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.organisation.structure import Structure
from orgflow.domain.values import PostId, UnitId


@dataclass(frozen=True, slots=True)
class Derived:
    """What was derived.

    Attributes:
        before: the first organisation.
        after: the second one in the ids of the first; applying the operations to ``before`` gives it.
        asked: the pairs that a person must look at.
    """

    before: Organisation
    after: Organisation
    operations: tuple[Operation, ...]
    asked: tuple[Doubt, ...]


def derive(before: Coded, after: Coded, *, by_name: bool = False, takes_order: bool = True) -> Derived:
    """Return the operations that turn the first organisation into the second.

    Args:
        by_name: leave the codes aside; for files whose codes are only running numbers.
        takes_order: whether the second's position numbers count; else only its order among siblings.
    """
    matched = match(before, after, by_name=by_name)
    wished = in_the_ids_of_the_first(after.organisation, matched)
    wished = replace(wished, structure=replace(wished.structure, on=before.organisation.structure.on))
    if not takes_order:
        wished = replace(wished, structure=in_the_places_of(before.organisation.structure, wished.structure))
    found = diff(before.organisation, wished)
    coded = tuple(_coded(operation, after.unit_codes, after.post_codes) for operation in found)
    return Derived(before.organisation, wished, coded, tuple(matched.asked))


def match(before: Coded, after: Coded, *, by_name: bool = False) -> Matched:
    """Return which unit, post and function of the second organisation is which of the first."""
    matched = Matched()
    match_units(before, after, matched, by_name=by_name)
    match_posts(before, after, matched, by_name=by_name)
    match_functions(before, after, matched, by_name=by_name)
    return matched


def in_the_places_of(before: Structure, wished: Structure) -> Structure:
    """Return the wished structure with places as before, where its order allows it.

    Siblings that stand in the same order keep their places and what is new comes after them; where the
    order is another, all of them are numbered anew.
    """
    units = dict(wished.units)
    for parent_id in {unit.parent_id for unit in wished.units.values()}:
        siblings = wished.children(parent_id)
        kept = [
            before.units[unit.id].position
            for unit in siblings
            if unit.id in before.units and before.units[unit.id].parent_id == parent_id
        ]
        places: Mapping[UnitId, int] = {unit.id: place for place, unit in enumerate(siblings, start=1)}
        leading = siblings[: len(kept)]
        is_kept = all(
            unit.id in before.units and before.units[unit.id].parent_id == parent_id for unit in leading
        )
        if is_kept and all(one < other for one, other in pairwise(kept)):
            last = kept[-1] if kept else 0
            added = {unit.id: last + n for n, unit in enumerate(siblings[len(kept) :], start=1)}
            places = {unit.id: place for unit, place in zip(leading, kept, strict=True)} | added
        for unit in siblings:
            units[unit.id] = replace(unit, position=places[unit.id])
    return replace(wished, units=MappingProxyType(units))


def _coded(
    operation: Operation, unit_codes: Mapping[UnitId, str], post_codes: Mapping[PostId, str]
) -> Operation:
    match operation:
        case ops.CreateUnit(unit=unit):
            return replace(operation, unit=replace(unit, code=unit_codes.get(unit.unit_id)))
        case ops.CreatePost(post=post):
            return replace(operation, code=post_codes.get(post.id))
        case _:
            return operation
