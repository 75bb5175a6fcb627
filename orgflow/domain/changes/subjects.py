"""Which units an operation is about, and which begin by it."""

from typing import assert_never

from orgflow.domain.changes import operations as ops
from orgflow.domain.changes.operations import EndingOperation, Operation, UnitOperation
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.values import PostId, UnitId


def subjects(operation: Operation, standing: Organisation) -> tuple[UnitId, ...]:
    """Return the units that an operation acts on, the one it is about first.

    An heir and what a unit's own subordinates become are not among them. A unit that begins is.

    Args:
        standing: the organisation that the operation meets.
    """
    if isinstance(operation, UnitOperation):
        return _of_unit_operation(operation)
    if isinstance(operation, EndingOperation):
        return _of_ending(operation)
    match operation:
        case ops.ReviseFunctions(unit_id=unit_id):
            return (unit_id,)
        case ops.TransferFunction() | ops.TransferPost():
            return (operation.from_id, operation.to_id)
        case ops.CreatePost(post=post):
            return (post.unit_id,)
        case ops.AbolishPost(post_id=post_id) | ops.ChangePost(post_id=post_id):
            return _home(post_id, standing)
        case _:
            assert_never(operation)


def _of_unit_operation(operation: UnitOperation) -> tuple[UnitId, ...]:
    match operation:
        case ops.SwapNames(unit_id=unit_id, other_id=other_id):
            return (unit_id, other_id)
        case ops.CreateUnit(unit=unit):
            return (unit.unit_id, unit.parent_id)
        case ops.MoveUnit(unit_id=unit_id, parent_id=parent_id):
            return (unit_id, parent_id)
        case ops.ReorderUnits(parent_id=parent_id):
            return (parent_id,)
        case ops.RenameUnit() | ops.ChangeKind() | ops.RecodeUnit() | ops.ReviseDutyField():
            return (operation.unit_id,)
        case _:
            assert_never(operation)


def _of_ending(operation: EndingOperation) -> tuple[UnitId, ...]:
    match operation:
        case ops.AbolishUnit(unit_id=unit_id):
            return (unit_id,)
        case ops.MergeUnits(unit_ids=unit_ids, into=into):
            return (*unit_ids, into.unit_id)
        case ops.SplitUnit(unit_id=unit_id, parts=parts):
            return (unit_id, *(part.unit.unit_id for part in parts))
        case _:
            assert_never(operation)


def begun_by(operation: Operation) -> tuple[ops.NewUnit, ...]:
    """Return the units that begin by an operation."""
    match operation:
        case ops.CreateUnit(unit=unit):
            return (unit,)
        case ops.MergeUnits(into=into):
            return (into,)
        case ops.SplitUnit(parts=parts):
            return tuple(part.unit for part in parts)
        case _:
            return ()


def _home(post_id: PostId, standing: Organisation) -> tuple[UnitId, ...]:
    post = standing.posts.get(post_id)
    return (post.unit_id,) if post is not None else ()
