"""Operations that turn one organisation into another: the inverse of applying them.

Linear in the two organisations: everything is looked at once, and only what differs is looked at again.
"""

from dataclasses import dataclass, field

from orgflow.domain.changes.operations import (
    AbolishPost,
    AbolishUnit,
    ChangeKind,
    ChangePost,
    CreatePost,
    Operation,
    Place,
    Point,
    RecodeUnit,
    ReorderUnits,
    ReviseDutyField,
    ReviseFunctions,
    TransferFunction,
    TransferPost,
)
from orgflow.domain.changes.placing import place_units
from orgflow.domain.organisation.organisation import Function, Organisation, Post
from orgflow.domain.organisation.structure import Structure, Unit
from orgflow.domain.values import FunctionId, UnitId


@dataclass(frozen=True, slots=True)
class UnitChange:
    """One unit that is not the same after as before."""

    unit_id: UnitId
    before: Unit
    after: Unit


@dataclass(slots=True)
class _Revision:
    """What becomes of one unit's duties and functions."""

    added: list[Point] = field(default_factory=list)
    amended: list[Point] = field(default_factory=list)
    abolished: list[FunctionId] = field(default_factory=list)


def changed_units(before: Structure, after: Structure) -> tuple[UnitChange, ...]:
    """Return the units of both that differ, in the order of the tree before."""
    changes = [
        UnitChange(unit_id, before.units[unit_id], unit)
        for unit_id, unit in after.units.items()
        if unit_id in before.units and before.units[unit_id] != unit
    ]
    if not changes:
        return ()
    order = {unit.id: n for n, unit in enumerate(before.subtree(before.root().id))}
    return tuple(sorted(changes, key=lambda change: order.get(change.unit_id, 0)))


def diff(before: Organisation, after: Organisation) -> tuple[Operation, ...]:
    """Return operations that turn ``before`` into ``after``: the inverse of ``apply_all``.

    Both are whole (``Organisation.check``), of one government and one scheme of kinds; the government itself
    has no place to change. What ends is ended by
    itself, never merged or split: that is for a person to say. Posts and functions of an abolished unit
    that are nowhere afterwards end with it unsaid, for the impact to point out.
    """
    changed, created, abolished = _sorted_out(before, after)
    touched = (*(unit.id for unit in created), *(change.unit_id for change in changed))
    placed = place_units(before, after, touched)
    for operation in placed:
        if isinstance(operation, AbolishUnit):
            del abolished[operation.unit_id]
    return (
        *_kinds(changed),
        *placed,
        *_fields(changed),
        *_order(changed),
        *_posts(before, after),
        *_functions(before, after),
        *_abolitions(abolished),
    )


def _sorted_out(
    before: Organisation, after: Organisation
) -> tuple[list[UnitChange], list[Unit], dict[UnitId, Unit]]:
    changed: list[UnitChange] = []
    created: list[Unit] = []
    held = before.units
    for unit_id, unit in after.units.items():
        old = held.get(unit_id)
        if old is None:
            created.append(unit)
        elif old != unit:
            changed.append(UnitChange(unit_id, old, unit))
    if len(after.units) - len(created) == len(held):
        return changed, created, {}
    kept = after.units
    return changed, created, {unit_id: unit for unit_id, unit in held.items() if unit_id not in kept}


def _kinds(changed: list[UnitChange]) -> list[Operation]:
    return [
        ChangeKind(change.unit_id, change.after.kind.code)
        for change in changed
        if change.before.kind.code != change.after.kind.code
    ]


def _fields(changed: list[UnitChange]) -> list[Operation]:
    found: list[Operation] = []
    for change in changed:
        old, new = change.before, change.after
        if (old.short_name, old.letter_code) != (new.short_name, new.letter_code):
            found.append(RecodeUnit(new.id, new.short_name, new.letter_code))
        if old.duty_field != new.duty_field:
            found.append(ReviseDutyField(new.id, new.duty_field))
    return found


def _order(changed: list[UnitChange]) -> list[Operation]:
    places: dict[UnitId, list[Place]] = {}
    for change in changed:
        old, new = change.before, change.after
        is_moved = (old.parent_id, old.placement) != (new.parent_id, new.placement)
        if not is_moved and new.parent_id is not None and old.position != new.position:
            places.setdefault(new.parent_id, []).append(Place(new.id, new.position))
    return [ReorderUnits(parent_id, tuple(sorted(held, key=_place))) for parent_id, held in places.items()]


def _place(place: Place) -> int:
    return place.position


def _posts(before: Organisation, after: Organisation) -> list[Operation]:
    found: list[Operation] = []
    for post_id, post in after.posts.items():
        old = before.posts.get(post_id)
        if old is None:
            found.append(CreatePost(post))
        elif old != post:
            found += _changed_post(old, post)
    found += [
        AbolishPost(post_id)
        for post_id, post in before.posts.items()
        if post_id not in after.posts and post.unit_id in after.units
    ]
    return found


def _changed_post(old: Post, new: Post) -> list[Operation]:
    found: list[Operation] = []
    if old.unit_id != new.unit_id:
        found.append(TransferPost(new.id, old.unit_id, new.unit_id))
    said = (new.role, new.title, new.echelon, new.functional_rank, new.seats)
    if said != (old.role, old.title, old.echelon, old.functional_rank, old.seats):
        found.append(ChangePost(new.id, *said))
    return found


def _functions(before: Organisation, after: Organisation) -> list[Operation]:
    transfers: list[Operation] = []
    revisions: dict[UnitId, _Revision] = {}
    for function_id, function in after.functions.items():
        old = before.functions.get(function_id)
        if old is None:
            revisions.setdefault(function.unit_id, _Revision()).added.append(_point(function))
            continue
        if old == function:
            continue
        position = old.position
        if old.unit_id != function.unit_id:
            position = function.position
            transfers.append(TransferFunction(function.id, old.unit_id, function.unit_id, position))
        if (old.kind, position, old.text) != (function.kind, function.position, function.text):
            revisions.setdefault(function.unit_id, _Revision()).amended.append(_point(function))
    for function_id, function in before.functions.items():
        if function_id not in after.functions and function.unit_id in after.units:
            revisions.setdefault(function.unit_id, _Revision()).abolished.append(function_id)
    return [
        *transfers,
        *(
            ReviseFunctions(unit_id, tuple(held.added), tuple(held.amended), tuple(held.abolished))
            for unit_id, held in revisions.items()
        ),
    ]


def _point(function: Function) -> Point:
    return Point(function.id, function.kind, function.position, function.text)


def _abolitions(abolished: dict[UnitId, Unit]) -> list[Operation]:
    """Return the endings, each unit after all that end below it."""
    below: dict[UnitId | None, list[UnitId]] = {}
    for unit in abolished.values():
        below.setdefault(unit.parent_id, []).append(unit.id)
    waiting = [unit_id for unit_id, unit in abolished.items() if unit.parent_id not in abolished]
    for unit_id in waiting:
        waiting.extend(below.get(unit_id, ()))
    return [AbolishUnit(unit_id) for unit_id in reversed(waiting)]
