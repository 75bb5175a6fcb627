"""Where the operations of two running proposals touch the same thing."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never
from uuid import UUID

from orgflow.domain.changes import operations as ops
from orgflow.domain.changes.encoding import encode
from orgflow.domain.changes.operations import (
    EndingOperation,
    FunctionOperation,
    Operation,
    PostOperation,
    UnitOperation,
)
from orgflow.domain.changes.rebase_carrying import named_ids
from orgflow.domain.changes.subjects import begun_by
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.values import FunctionId, PostId, UnitId, comparable


class CrossingCode(StrEnum):
    """How two operations touch each other."""

    SAME_THING = "same_thing"
    SAME_NAME = "same_name"
    THEY_END_IT = "they_end_it"
    WE_END_IT = "we_end_it"


@dataclass(frozen=True, slots=True)
class Crossing:
    """Two operations of two proposals that touch one thing.

    Attributes:
        place, other_place: in their lists, from 0.
        key: stays the same as long as both operations do.
        name: of the thing, as it is called in the structure of today; of the name both want.
    """

    code: CrossingCode
    place: int
    other_place: int
    key: str
    name: str


def crossings(
    ours: Sequence[Operation], theirs: Sequence[Operation], standing: Organisation
) -> tuple[Crossing, ...]:
    """Return where two lists of operations touch each other, at most once for any two operations."""
    found: list[Crossing] = []
    others = [_Touch.of(other, standing) for other in theirs]
    for place, operation in enumerate(ours):
        one = _Touch.of(operation, standing)
        for other_place, other in enumerate(others):
            met = next(_meetings(one, other), None)
            if met is not None:
                code, thing = met
                both = f"{encode(operation)}\n{encode(theirs[other_place])}\n{code}"
                key = hashlib.sha256(both.encode()).hexdigest()[:32]
                name = _name(thing, standing) if isinstance(thing, UUID) else thing
                found.append(Crossing(code, place, other_place, key, name))
    return tuple(found)


def may_cross(ours: Sequence[Operation], theirs: Sequence[Operation]) -> bool:
    """Say whether two lists may touch each other at all, before any structure is looked at."""
    if not frozenset(named_ids(tuple(ours))).isdisjoint(named_ids(tuple(theirs))):
        return True
    return not frozenset(_new_names(ours)).isdisjoint(_new_names(theirs))


def _new_names(operations: Sequence[Operation]) -> Iterator[str]:
    for operation in operations:
        if isinstance(operation, ops.RenameUnit):
            yield comparable(operation.new_name)
        yield from (comparable(new.name) for new in begun_by(operation))


@dataclass(frozen=True, slots=True)
class _Touch:
    """What one operation ends, needs, gives another value and names."""

    ended: frozenset[UUID]
    needed: frozenset[UUID]
    written: frozenset[tuple[UUID, str]]
    names: Mapping[tuple[UnitId | None, str], str]

    @staticmethod
    def of(operation: Operation, standing: Organisation) -> "_Touch":
        """Return what an operation touches."""
        needed = frozenset(named_ids(operation))
        return _Touch(_ends(operation), needed, _writes(operation), _names(operation, standing))


def _meetings(one: _Touch, other: _Touch) -> Iterator[tuple[CrossingCode, UUID | str]]:
    """Yield how two operations touch each other: the thing's id, or the name both want."""
    written = {held for held, _ in one.written & other.written}
    for thing in (*sorted(one.ended & other.ended), *sorted(written)):
        yield CrossingCode.SAME_THING, thing
    for thing in sorted(one.needed & other.ended):
        yield CrossingCode.THEY_END_IT, thing
    for thing in sorted(one.ended & other.needed):
        yield CrossingCode.WE_END_IT, thing
    for place, name in one.names.items():
        if place in other.names:
            yield CrossingCode.SAME_NAME, name


def _ends(operation: Operation) -> frozenset[UUID]:
    """Return the ids of units, posts and functions that end by an operation."""
    match operation:
        case ops.AbolishUnit(unit_id=unit_id) | ops.SplitUnit(unit_id=unit_id):
            return frozenset({unit_id})
        case ops.MergeUnits(unit_ids=unit_ids):
            return frozenset(unit_ids)
        case ops.AbolishPost(post_id=post_id):
            return frozenset({post_id})
        case ops.ReviseFunctions(abolished=abolished):
            return frozenset(abolished)
        case _:
            return frozenset()


def _writes(operation: Operation) -> frozenset[tuple[UUID, str]]:
    """Return what an operation gives another value: a thing and what of it."""
    if isinstance(operation, UnitOperation):
        return frozenset(_of_unit(operation))
    if isinstance(operation, EndingOperation):
        return frozenset()
    if isinstance(operation, FunctionOperation):
        return frozenset(_of_functions(operation))
    if isinstance(operation, PostOperation):
        return frozenset(_of_post(operation))
    assert_never(operation)


def _of_unit(operation: UnitOperation) -> Iterator[tuple[UUID, str]]:
    match operation:
        case ops.RenameUnit(unit_id=unit_id):
            yield unit_id, "name"
        case ops.SwapNames(unit_id=unit_id, other_id=other_id):
            yield unit_id, "name"
            yield other_id, "name"
        case ops.MoveUnit(unit_id=unit_id):
            yield unit_id, "place"
        case ops.ReorderUnits(places=places):
            for place in places:
                yield place.unit_id, "order"
        case ops.ChangeKind(unit_id=unit_id):
            yield unit_id, "kind"
        case ops.RecodeUnit(unit_id=unit_id):
            yield unit_id, "codes"
        case ops.ReviseDutyField(unit_id=unit_id):
            yield unit_id, "duty_field"
        case ops.CreateUnit():
            return
        case _:
            assert_never(operation)


def _of_functions(operation: FunctionOperation) -> Iterator[tuple[UUID, str]]:
    match operation:
        case ops.ReviseFunctions(amended=amended):
            for point in amended:
                yield point.function_id, "text"
        case ops.TransferFunction(function_id=function_id):
            yield function_id, "owner"
        case _:
            assert_never(operation)


def _of_post(operation: PostOperation) -> Iterator[tuple[UUID, str]]:
    match operation:
        case ops.ChangePost(post_id=post_id):
            yield post_id, "post"
        case ops.TransferPost(post_id=post_id):
            yield post_id, "owner"
        case ops.CreatePost() | ops.AbolishPost():
            return
        case _:
            assert_never(operation)


def _names(operation: Operation, standing: Organisation) -> dict[tuple[UnitId | None, str], str]:
    """Return the names that an operation takes, each under the unit where no other may bear it.

    A bureau's or agency's is taken everywhere.
    """
    taken: dict[tuple[UnitId | None, str], str] = {}
    if isinstance(operation, ops.RenameUnit) and operation.unit_id in standing.units:
        unit = standing.units[operation.unit_id]
        parent = None if unit.kind.stands_alone else unit.parent_id
        taken[parent, comparable(operation.new_name)] = operation.new_name
    for new in begun_by(operation):
        kind = standing.kinds.get(new.kind_code)
        parent = None if kind is not None and kind.stands_alone else new.parent_id
        taken[parent, comparable(new.name)] = new.name
    return taken


def _name(thing: UUID, standing: Organisation) -> str:
    unit = standing.units.get(UnitId(thing))
    if unit is not None:
        return unit.name
    post = standing.posts.get(PostId(thing))
    if post is not None:
        return standing.title_of(post)
    function = standing.functions.get(FunctionId(thing))
    return function.text if function is not None else ""
