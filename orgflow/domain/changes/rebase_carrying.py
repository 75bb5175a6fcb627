"""An operation carried over to another structure: what it leaves out, follows, or no longer needs to say."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from uuid import UUID

from orgflow.domain.changes import operations as ops
from orgflow.domain.changes.operations import Operation
from orgflow.domain.changes.rebase_conflicts import Both, ConflictCode, Difference
from orgflow.domain.changes.subjects import begun_by
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.values import FunctionId, PostId, UnitId


def carried(operation: Operation, both: Both) -> Operation | None:
    """Return the operation without what nobody need be asked about; None when its aim is reached already.

    What it abolishes and is gone is left out, and so are the parts of a split or an order that belong to
    the unit no more.
    """
    match operation:
        case ops.AbolishUnit(unit_id=unit_id) if _is_gone(unit_id, both):
            return None
        case ops.AbolishPost(post_id=post_id) if post_id in both.old.posts and post_id not in both.new.posts:
            return None
        case ops.ReorderUnits(parent_id=parent_id, places=places) if both.stand(parent_id):
            kept = tuple(place for place in places if not _left(place.unit_id, parent_id, both))
            return replace(operation, places=kept) if kept else None
        case ops.SplitUnit(unit_id=unit_id, parts=parts) if both.stand(unit_id):
            return replace(operation, parts=tuple(_part(part, unit_id, both) for part in parts))
        case ops.ReviseFunctions():
            return _revision(operation, both)
        case _:
            return operation


def without(operation: Operation, difference: Difference) -> Operation | None:
    """Return the operation without the part a difference is about; None when nothing is left of it."""
    match operation:
        case ops.ReviseFunctions() if difference.thing != operation.unit_id:
            return _without_point(operation, FunctionId(difference.thing))
        case ops.MergeUnits(unit_ids=unit_ids) if difference.code is ConflictCode.UNIT_ENDED:
            left = tuple(unit_id for unit_id in unit_ids if unit_id != difference.thing)
            return replace(operation, unit_ids=left) if len(left) > 1 else None
        case ops.MergeUnits() if difference.code is ConflictCode.POST_ENDED:
            return replace(operation, head_post_id=None)
        case _:
            return None


def following(operation: Operation, standing: Organisation) -> Operation:
    """Return the operation with what it takes from where it is now."""
    match operation:
        case ops.TransferFunction(function_id=function_id) if function_id in standing.functions:
            return replace(operation, from_id=standing.functions[function_id].unit_id)
        case ops.TransferPost(post_id=post_id) if post_id in standing.posts:
            return replace(operation, from_id=standing.posts[post_id].unit_id)
        case _:
            return operation


def begun_ids(operation: Operation) -> frozenset[UUID]:
    """Return the ids of all that begins by an operation."""
    units = (unit.unit_id for unit in begun_by(operation))
    match operation:
        case ops.CreatePost(post=post):
            return frozenset({post.id})
        case ops.ReviseFunctions(added=added):
            return frozenset(point.function_id for point in added)
        case _:
            return frozenset(units)


def named_ids(value: object) -> Iterator[UUID]:
    """Yield every id that an operation names, whatever it is of."""
    if isinstance(value, UUID):
        yield value
    elif isinstance(value, tuple):
        for entry in value:
            yield from named_ids(entry)
    elif is_dataclass(value) and not isinstance(value, type):
        for held in fields(value):
            yield from named_ids(getattr(value, held.name))


def _is_gone(unit_id: UnitId, both: Both) -> bool:
    return unit_id in both.old.units and unit_id not in both.new.units


def _left(unit_id: UnitId, parent_id: UnitId, both: Both) -> bool:
    """Say whether a unit stood under a parent and does so no more."""
    old, new = both.old.units.get(unit_id), both.new.units.get(unit_id)
    return old is not None and old.parent_id == parent_id and (new is None or new.parent_id != parent_id)


def _part(part: ops.Part, unit_id: UnitId, both: Both) -> ops.Part:
    def has_post(post_id: PostId) -> bool:
        held = both.new.posts.get(post_id)
        return post_id not in both.old.posts or (held is not None and held.unit_id == unit_id)

    def has_function(function_id: FunctionId) -> bool:
        held = both.new.functions.get(function_id)
        return function_id not in both.old.functions or (held is not None and held.unit_id == unit_id)

    return replace(
        part,
        post_ids=tuple(filter(has_post, part.post_ids)),
        function_ids=tuple(filter(has_function, part.function_ids)),
        child_ids=tuple(child for child in part.child_ids if not _left(child, unit_id, both)),
    )


def _revision(operation: ops.ReviseFunctions, both: Both) -> Operation | None:
    """Leave out abolitions of what is gone and wordings that read so already."""

    def is_said(point: ops.Point) -> bool:
        old, new = both.old.functions.get(point.function_id), both.new.functions.get(point.function_id)
        if old is None or new is None or old == new:
            return False
        return (new.kind, new.position, new.text) == (point.kind, point.position, point.text)

    def is_gone(function_id: FunctionId) -> bool:
        return function_id in both.old.functions and function_id not in both.new.functions

    kept = replace(
        operation,
        amended=tuple(point for point in operation.amended if not is_said(point)),
        abolished=tuple(held for held in operation.abolished if not is_gone(held)),
    )
    return kept if kept.added or kept.amended or kept.abolished else None


def _without_point(operation: ops.ReviseFunctions, function_id: FunctionId) -> Operation | None:
    kept = replace(
        operation,
        amended=tuple(point for point in operation.amended if point.function_id != function_id),
        abolished=tuple(held for held in operation.abolished if held != function_id),
    )
    return kept if kept.added or kept.amended or kept.abolished else None
