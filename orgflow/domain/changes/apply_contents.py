"""The rules of what is in units: posts, duties and functions created, changed, transferred, abolished."""

from dataclasses import replace
from typing import assert_never

from orgflow.domain.changes.operations import (
    AbolishPost,
    ChangePost,
    CreatePost,
    FunctionOperation,
    Point,
    PostOperation,
    ReviseFunctions,
    TransferFunction,
    TransferPost,
)
from orgflow.domain.changes.refusals import (
    FunctionMovedAway,
    NotOfUnit,
    PlaceNegative,
    PostMovedAway,
    TakenTwice,
)
from orgflow.domain.changes.working import Working
from orgflow.domain.organisation.keeping_posts import SeatsTooFew
from orgflow.domain.organisation.organisation import Function, Post
from orgflow.domain.organisation.timeline import NothingChanges
from orgflow.domain.values import UnitId


def apply_to_functions(work: Working, change: FunctionOperation) -> None:
    """Change a working copy by an operation on duties and functions.

    Raises:
        RuleBroken, NotFound: as the operation's rule.
    """
    match change:
        case ReviseFunctions():
            apply_functions(work, change)
        case TransferFunction():
            apply_transfer_function(work, change)
        case _:
            assert_never(change)


def apply_to_posts(work: Working, change: PostOperation) -> None:
    """Change a working copy by an operation on posts.

    Raises:
        RuleBroken, NotFound: as the operation's rule.
    """
    match change:
        case CreatePost():
            apply_create_post(work, change)
        case AbolishPost():
            apply_abolish_post(work, change)
        case ChangePost():
            apply_change_post(work, change)
        case TransferPost():
            apply_transfer_post(work, change)
        case _:
            assert_never(change)


def apply_functions(work: Working, change: ReviseFunctions) -> None:
    """Let duties and functions of one unit begin, read otherwise, or end expressly.

    Raises:
        UnknownUnit, UnknownFunction.
        IdTaken: one that is to begin is held already.
        NotOfUnit: one that is to change or end is another unit's at this moment.
        TakenTwice: one is named twice.
        NothingChanges: nothing is named, or one is to read as it does.
        PlaceNegative.
    """
    unit = work.unit(change.unit_id)
    named = [
        *(point.function_id for point in change.amended),
        *change.abolished,
        *(point.function_id for point in change.added),
    ]
    if not named:
        raise NothingChanges(on=work.on.isoformat())
    if len(set(named)) != len(named):
        raise TakenTwice(name=unit.name)
    for function_id in named[: len(named) - len(change.added)]:
        held = work.function(function_id)
        if held.unit_id != unit.id:
            raise NotOfUnit(name=held.text, unit=unit.name)
    for function_id in change.abolished:
        work.drop_function(function_id)
    for point in change.amended:
        amended = _as_function(point, unit.id)
        if amended == work.function(point.function_id):
            raise NothingChanges(on=work.on.isoformat())
        work.put_function(amended)
    for point in change.added:
        work.require_new(point.function_id)
        work.put_function(_as_function(point, unit.id))


def apply_transfer_function(work: Working, change: TransferFunction) -> None:
    """Give a duty or function to another unit, of whichever perangkat daerah.

    Raises:
        UnknownUnit, UnknownFunction.
        FunctionMovedAway: it is not with ``from_id`` at this moment.
        NothingChanges: both units are one.
        PlaceNegative.
    """
    function = work.function(change.function_id)
    source, target = work.unit(change.from_id), work.unit(change.to_id)
    if function.unit_id != source.id:
        raise FunctionMovedAway(text=function.text, unit=work.unit(function.unit_id).name)
    if source.id == target.id:
        raise NothingChanges(on=work.on.isoformat())
    _require_place(change.position)
    work.put_function(replace(function, unit_id=target.id, position=change.position))


def apply_create_post(work: Working, change: CreatePost) -> None:
    """Let a post begin.

    Raises:
        UnknownUnit, IdTaken, SeatsTooFew.
    """
    work.unit(change.post.unit_id)
    work.require_new(change.post.id)
    _require_seats(change.post)
    work.put_post(change.post)


def apply_abolish_post(work: Working, change: AbolishPost) -> None:
    """Let a post end.

    Raises:
        UnknownPost.
    """
    work.drop_post(work.post(change.post_id).id)


def apply_change_post(work: Working, change: ChangePost) -> None:
    """Let a post bear another title, echelon or rank, or have another number of seats.

    Raises:
        UnknownPost, SeatsTooFew, NothingChanges.
    """
    held = work.post(change.post_id)
    changed = replace(
        held,
        role=change.role,
        title=change.title,
        echelon=change.echelon,
        functional_rank=change.functional_rank,
        seats=change.seats,
    )
    _require_seats(changed)
    if changed == held:
        raise NothingChanges(on=work.on.isoformat())
    work.put_post(changed)


def apply_transfer_post(work: Working, change: TransferPost) -> None:
    """Let a post go to another unit with its holders.

    Raises:
        UnknownUnit, UnknownPost.
        PostMovedAway: it is not with ``from_id`` at this moment.
        NothingChanges: both units are one.
    """
    post = work.post(change.post_id)
    source, target = work.unit(change.from_id), work.unit(change.to_id)
    if post.unit_id != source.id:
        home = work.unit(post.unit_id)
        raise PostMovedAway(post=post.title or home.head_title, unit=home.name)
    if source.id == target.id:
        raise NothingChanges(on=work.on.isoformat())
    work.put_post(replace(post, unit_id=target.id))


def _as_function(point: Point, unit_id: UnitId) -> Function:
    _require_place(point.position)
    return Function(point.function_id, unit_id, point.kind, point.position, point.text)


def _require_seats(post: Post) -> None:
    if post.seats < 1:
        raise SeatsTooFew(seats=post.seats)


def _require_place(position: int) -> None:
    if position < 0:
        raise PlaceNegative(place=position)
