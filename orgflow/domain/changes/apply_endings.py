"""The rules of units that end: abolished, merged, split, with what stands under them and in them."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from orgflow.domain.changes.apply_units import put_new
from orgflow.domain.changes.operations import (
    AbolishUnit,
    Below,
    EndingOperation,
    Fate,
    MergeUnits,
    SplitUnit,
)
from orgflow.domain.changes.refusals import (
    HeirEnds,
    HeirMissing,
    MergeOfOne,
    NotOfUnit,
    SplitWithoutParts,
    TakenTwice,
)
from orgflow.domain.changes.working import Working
from orgflow.domain.organisation.keeping import ChildrenRemain, RootStays
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.organisation.soundness import UnitCycle
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.values import UnitId


def apply_ending(work: Working, change: EndingOperation) -> None:
    """Change a working copy by an operation by which units end.

    Raises:
        RuleBroken, NotFound: as the operation's rule.
    """
    match change:
        case AbolishUnit():
            apply_abolish(work, change)
        case MergeUnits():
            apply_merge(work, change)
        case SplitUnit():
            apply_split(work, change)
        case _:
            assert_never(change)


def apply_abolish(work: Working, change: AbolishUnit) -> None:
    """Let a unit end; its name is free at once.

    What stands under it stays where ``children`` says; what is in it goes where ``posts`` and ``functions``
    say. Units that end with it share its posts' and functions' fate.

    Raises:
        UnknownUnit: the unit or the heir does not hold.
        RootStays: it is the government itself.
        ChildrenRemain: units stand under it and nothing is said of them.
        HeirMissing: something is to go to an heir and none is named.
        HeirEnds: the heir is the unit itself, or ends with it.
        UnitCycle: the heir stands under the unit and would stand under itself.
        NameTaken: where a unit below goes, another bears its name.
        KindMayNotStand: once all operations are applied.
    """
    unit = work.unit(change.unit_id)
    if unit.parent_id is None:
        raise RootStays(unit=unit.name)
    heir_id = _heir(work, change, unit)
    children = work.children(unit.id)
    if children and change.children is Below.REFUSED:
        names = tuple(child.name for child in children)
        raise ChildrenRemain(unit=unit.name, on=work.on.isoformat(), children=names)
    ending = _subtree(work, unit.id) if change.children is Below.ENDED else [unit]
    for ended in ending:
        _empty(work, ended.id, heir_id, change.posts, change.functions)
    for ended in reversed(ending):
        work.drop_unit(ended.id)
    if change.children in (Below.TO_PARENT, Below.TO_HEIR):
        target = unit.parent_id if change.children is Below.TO_PARENT or heir_id is None else heir_id
        _hand_over(work, children, target)


def apply_merge(work: Working, change: MergeUnits) -> None:
    """Let units, of whichever parents, end and become one new unit; their names are free at once.

    All that stands under them stands under the new one; their posts, duties and functions go to it, the
    functions in the units' order. To leave one elsewhere, transfer it before.

    Raises:
        MergeOfOne: fewer than two different units are named.
        RootStays: one of them is the government itself.
        UnitCycle: the new unit would stand under one of them, or one of them stands under another.
        NotOfUnit: the head's post is none of theirs.
        UnknownUnit, UnknownPost, IdTaken, NameTaken, UnknownKind, PlaceNegative.
        KindMayNotStand: once all operations are applied.
    """
    if len(set(change.unit_ids)) < 2 or len(set(change.unit_ids)) != len(change.unit_ids):
        raise MergeOfOne(count=len(set(change.unit_ids)))
    merged = [work.unit(unit_id) for unit_id in change.unit_ids]
    _require_side_by_side(work, change, merged)
    if change.head_post_id is not None:
        head = work.post(change.head_post_id)
        if head.unit_id not in change.unit_ids:
            raise NotOfUnit(name=head.title or work.unit(head.unit_id).head_title, unit=change.into.name)
    children = [child for unit in merged for child in work.children(unit.id)]
    for unit in merged:
        work.drop_unit(unit.id)
    put_new(work, change.into)
    _hand_over(work, children, change.into.unit_id)
    for unit in merged:
        for post in work.posts_of(unit.id):
            if post.role is PostRole.HEAD and post.id != change.head_post_id:
                work.drop_post(post.id)
            else:
                work.put_post(replace(post, unit_id=change.into.unit_id))
        work.hand_on(work.functions_of(unit.id), change.into.unit_id)


def apply_split(work: Working, change: SplitUnit) -> None:
    """Let a unit end and become its parts, each with the posts, functions and units it takes over.

    The unit's name is free for a part. A post or function that no part takes ends, and the impact names it.

    Raises:
        SplitWithoutParts: fewer than two parts are named.
        RootStays: it is the government itself.
        HeirEnds: the heir is none of the parts.
        TakenTwice: two parts take the same.
        NotOfUnit: a part takes what is not the unit's.
        ChildrenRemain: a unit below is taken by no part.
        UnitCycle: a part would stand under the split unit or below it.
        UnknownUnit, UnknownPost, UnknownFunction, IdTaken, NameTaken, UnknownKind, PlaceNegative.
        KindMayNotStand: once all operations are applied.
    """
    unit = work.unit(change.unit_id)
    if len(change.parts) < 2:
        raise SplitWithoutParts(unit=unit.name, count=len(change.parts))
    if unit.parent_id is None:
        raise RootStays(unit=unit.name)
    if change.heir_id not in [part.unit.unit_id for part in change.parts]:
        raise HeirEnds(unit=unit.name)
    _require_taken_once(work, change, unit)
    for part in change.parts:
        if part.unit.parent_id in work.units and work.is_within(part.unit.parent_id, unit.id):
            raise UnitCycle(unit_id=str(unit.id), unit=unit.name, on=work.on.isoformat())
    work.drop_unit(unit.id)
    for part in change.parts:
        put_new(work, part.unit)
        _hand_over(work, (work.unit(child_id) for child_id in part.child_ids), part.unit.unit_id)
        for post_id in part.post_ids:
            work.put_post(replace(work.post(post_id), unit_id=part.unit.unit_id))
        taken = (work.function(function_id) for function_id in part.function_ids)
        work.hand_on(taken, part.unit.unit_id)
    _empty(work, unit.id, None, Fate.ENDED, Fate.ENDED)


def _require_side_by_side(work: Working, change: MergeUnits, merged: list[Unit]) -> None:
    above = work.unit(change.into.parent_id)
    for unit in merged:
        if unit.parent_id is None:
            raise RootStays(unit=unit.name)
        parents = (above.id, *(other.parent_id for other in merged))
        if any(work.is_within(parent_id, unit.id) for parent_id in parents):
            raise UnitCycle(unit_id=str(unit.id), unit=unit.name, on=work.on.isoformat())


def _heir(work: Working, change: AbolishUnit, unit: Unit) -> UnitId | None:
    if change.heir_id is None:
        if change.children is Below.TO_HEIR or Fate.TO_HEIR in (change.posts, change.functions):
            raise HeirMissing(unit=unit.name)
        return None
    heir = work.unit(change.heir_id)
    if heir.id == unit.id:
        raise HeirEnds(unit=unit.name)
    if work.is_within(heir.id, unit.id):
        if change.children is Below.ENDED:
            raise HeirEnds(unit=unit.name)
        if change.children is Below.TO_HEIR:
            raise UnitCycle(unit_id=str(heir.id), unit=heir.name, on=work.on.isoformat())
    return heir.id


def _require_taken_once(work: Working, change: SplitUnit, unit: Unit) -> None:
    posts = [work.post(post_id) for part in change.parts for post_id in part.post_ids]
    functions = [work.function(taken) for part in change.parts for taken in part.function_ids]
    children = [work.unit(child_id) for part in change.parts for child_id in part.child_ids]
    taken = [
        *((post.id, post.title or unit.head_title, post.unit_id) for post in posts),
        *((function.id, function.text, function.unit_id) for function in functions),
        *((child.id, child.name, child.parent_id) for child in children),
    ]
    seen: set[object] = set()
    for held_id, name, owner in taken:
        if owner != unit.id:
            raise NotOfUnit(name=name, unit=unit.name)
        if held_id in seen:
            raise TakenTwice(name=name)
        seen.add(held_id)
    left = tuple(child.name for child in work.children(unit.id) if child.id not in seen)
    if left:
        raise ChildrenRemain(unit=unit.name, on=work.on.isoformat(), children=left)


def _hand_over(work: Working, children: Iterable[Unit], to: UnitId) -> None:
    """Let units stand under another parent, each in the place number it has."""
    for child in children:
        work.require_free(to, child.name, child.id)
        work.put_unit(replace(child, parent_id=to))


def _empty(work: Working, unit_id: UnitId, heir_id: UnitId | None, posts: Fate, functions: Fate) -> None:
    for post in work.posts_of(unit_id):
        if posts is Fate.TO_HEIR and heir_id is not None:
            work.put_post(replace(post, unit_id=heir_id))
        else:
            work.drop_post(post.id)
    held = work.functions_of(unit_id)
    if functions is Fate.TO_HEIR and heir_id is not None:
        work.hand_on(held, heir_id)
        return
    for function in held:
        work.drop_function(function.id)


def _subtree(work: Working, unit_id: UnitId) -> list[Unit]:
    """Return a unit and all below it, each after the one above it."""
    found = [work.unit(unit_id)]
    for unit in found:
        found.extend(work.children(unit.id))
    return found
