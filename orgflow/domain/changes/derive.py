"""The change-set that leads from one organisation to another whose ids are not the same."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType

from orgflow.domain.changes import operations as ops
from orgflow.domain.changes.diff import diff
from orgflow.domain.changes.matching import (
    Answers,
    Coded,
    Doubt,
    Matched,
    Thing,
    in_the_ids_of_the_first,
    settle,
)
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


@dataclass(frozen=True, slots=True)
class Says:
    """What of the second organisation counts.

    Attributes:
        places: its position numbers; else only the order among siblings.
        gaps: what it leaves open is to be open; else it stays as the first has it.
        kinds: its kinds of unit; else they were guessed, and what is known stays.
    """

    places: bool = True
    gaps: bool = True
    kinds: bool = True


def derive(
    before: Coded,
    after: Coded,
    *,
    by_name: bool = False,
    says: Says | None = None,
    answers: Answers | None = None,
) -> Derived:
    """Return the operations that turn the first organisation into the second.

    Args:
        by_name: leave the codes aside; for files whose codes are only running numbers.
        says: what of the second counts; None is all of it.
        answers: what a person said of doubtful pairs; the pairs stay among those asked.
    """
    counts = says or Says()
    matched = match(before, after, by_name=by_name, answers=answers)
    first = before.organisation
    wished = in_the_ids_of_the_first(after.organisation, matched)
    wished = replace(wished, structure=replace(wished.structure, on=first.structure.on))
    wished = _with_the_same_top(first, wished)
    if not (counts.gaps and counts.kinds):
        wished = _completed(first, wished, counts)
    if not counts.places:
        wished = replace(wished, structure=in_the_places_of(first.structure, wished.structure))
    found = diff(first, wished)
    coded = tuple(_coded(operation, after.unit_codes, after.post_codes) for operation in found)
    return Derived(first, wished, coded, tuple(matched.asked))


def _with_the_same_top(before: Organisation, wished: Organisation) -> Organisation:
    """Return the wished organisation whose government stands as before: it has no place to change."""
    if not before.units or not wished.units:
        return wished
    old, new = before.structure.root(), wished.structure.root()
    top = replace(new, position=old.position, placement=old.placement)
    return replace(wished, structure=wished.structure.with_unit(top))


def _completed(before: Organisation, wished: Organisation, counts: Says) -> Organisation:
    units = dict(wished.units)
    posts = dict(wished.posts)
    for unit_id, old in before.units.items():
        unit = units.get(unit_id)
        if unit is None:
            continue
        if not counts.kinds:
            unit = replace(unit, kind=old.kind)
        if not counts.gaps:
            unit = replace(
                unit,
                short_name=unit.short_name or old.short_name,
                letter_code=unit.letter_code or old.letter_code,
                duty_field=unit.duty_field or old.duty_field,
                placement=old.placement if unit.parent_id == old.parent_id else unit.placement,
            )
        units[unit_id] = unit
    for post_id, held in before.posts.items() if not counts.gaps else ():
        if post_id in posts:
            post = posts[post_id]
            rank = post.functional_rank or held.functional_rank
            posts[post_id] = replace(post, echelon=post.echelon or held.echelon, functional_rank=rank)
    structure = replace(wished.structure, units=MappingProxyType(units))
    return Organisation.of(structure, wished.kinds, posts.values(), wished.functions.values())


def match(before: Coded, after: Coded, *, by_name: bool = False, answers: Answers | None = None) -> Matched:
    """Return which unit, post and function of the second organisation is which of the first."""
    matched, said = Matched(), answers or {}
    before, after = before.held(), after.held()
    match_units(before, after, matched, by_name=by_name)
    settle(matched.units, Thing.UNIT, said)
    match_posts(before, after, matched, by_name=by_name)
    settle(matched.posts, Thing.POST, said)
    match_functions(before, after, matched, by_name=by_name)
    settle(matched.functions, Thing.FUNCTION, said)
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
