"""What an operation speaks of that is not as it was when it was written."""

from collections.abc import Iterator
from typing import assert_never

from orgflow.domain.changes import operations as ops
from orgflow.domain.changes.operations import (
    Below,
    EndingOperation,
    Fate,
    FunctionOperation,
    Operation,
    Point,
    PostOperation,
    UnitOperation,
)
from orgflow.domain.changes.rebase_conflicts import Both, ConflictCode, Difference
from orgflow.domain.organisation.organisation import Post
from orgflow.domain.values import FunctionId, PostId, UnitId

C = ConflictCode


def differences(operation: Operation, both: Both) -> tuple[Difference, ...]:
    """Return what a person must decide on before the operation meets the organisation that stands now.

    What began by an operation before it is in neither organisation and is no difference.
    """
    if isinstance(operation, UnitOperation):
        return tuple(_of_unit(operation, both))
    if isinstance(operation, EndingOperation):
        return tuple(_of_ending(operation, both))
    if isinstance(operation, FunctionOperation):
        return tuple(_of_functions(operation, both))
    if isinstance(operation, PostOperation):
        return tuple(_of_post(operation, both))
    assert_never(operation)


def _of_unit(operation: UnitOperation, both: Both) -> Iterator[Difference]:
    match operation:
        case ops.RenameUnit(unit_id=unit_id, new_name=name):
            yield from _named(unit_id, name, both)
        case ops.SwapNames(unit_id=unit_id, other_id=other_id):
            yield from _named(unit_id, both.name(both.old, other_id), both)
            yield from _named(other_id, both.name(both.old, unit_id), both)
        case ops.CreateUnit(unit=unit):
            yield from both.parent_ended(unit.parent_id)
        case ops.MoveUnit(unit_id=unit_id, parent_id=parent_id):
            yield from both.ended(unit_id)
            yield from both.parent_ended(parent_id)
            if both.stand(unit_id):
                then, now = (both.parent_name(held, unit_id) for held in (both.old, both.new))
                if both.old.units[unit_id].parent_id != both.new.units[unit_id].parent_id:
                    wanted = both.name(both.new, parent_id)
                    yield Difference(C.UNIT_MOVED, unit_id, both.old.units[unit_id].name, then, now, wanted)
        case ops.ReorderUnits():
            yield from _of_order(operation, both)
        case ops.ChangeKind() | ops.RecodeUnit() | ops.ReviseDutyField():
            yield from both.ended(operation.unit_id)
            if both.stand(operation.unit_id):
                yield from _of_field(operation, both)
        case _:
            assert_never(operation)


def _named(unit_id: UnitId, wanted: str, both: Both) -> Iterator[Difference]:
    yield from both.ended(unit_id)
    if both.stand(unit_id):
        then, now = both.old.units[unit_id].name, both.new.units[unit_id].name
        yield from both.unit(C.UNIT_RENAMED, unit_id, then, now, wanted)


def _of_field(
    operation: ops.ChangeKind | ops.RecodeUnit | ops.ReviseDutyField, both: Both
) -> Iterator[Difference]:
    unit_id = operation.unit_id
    old, new = both.old.units[unit_id], both.new.units[unit_id]
    match operation:
        case ops.ChangeKind(kind_code=code):
            wanted = both.new.kinds[code].name if code in both.new.kinds else code
            yield from both.unit(C.KIND_CHANGED, unit_id, old.kind.name, new.kind.name, wanted)
        case ops.RecodeUnit(short_name=short, letter_code=code):
            then, now = ((held.short_name, held.letter_code) for held in (old, new))
            yield from both.unit(C.UNIT_RECODED, unit_id, _codes(*then), _codes(*now), _codes(short, code))
        case ops.ReviseDutyField(duty_field=field):
            yield from both.unit(C.DUTY_FIELD_CHANGED, unit_id, old.duty_field, new.duty_field, field)


def _codes(short_name: str | None, letter_code: str | None) -> str:
    return ", ".join(part for part in (short_name, letter_code) if part)


def _of_order(operation: ops.ReorderUnits, both: Both) -> Iterator[Difference]:
    yield from both.ended(operation.parent_id)
    if not both.stand(operation.parent_id):
        return
    placed = [place.unit_id for place in operation.places if both.stand(place.unit_id)]
    if any(both.old.units[held].position != both.new.units[held].position for held in placed):
        then, now = (
            ", ".join(unit.name for unit in held.structure.children(operation.parent_id))
            for held in (both.old, both.new)
        )
        name = both.old.units[operation.parent_id].name
        yield Difference(C.UNITS_REORDERED, operation.parent_id, name, then, now)


def _of_ending(operation: EndingOperation, both: Both) -> Iterator[Difference]:
    match operation:
        case ops.AbolishUnit(unit_id=unit_id, heir_id=heir_id):
            yield from both.ended(heir_id)
            yield from _filled(
                unit_id,
                both,
                children=operation.children is Below.ENDED,
                posts=operation.posts is not Fate.TO_HEIR,
                functions=operation.functions is not Fate.TO_HEIR,
            )
        case ops.MergeUnits(unit_ids=unit_ids, into=into, head_post_id=post_id):
            yield from both.ended(*unit_ids)
            yield from both.parent_ended(into.parent_id)
            if post_id is not None and post_id in both.old.posts and post_id not in both.new.posts:
                yield _gone_post(post_id, both)
        case ops.SplitUnit(unit_id=unit_id, parts=parts):
            yield from both.ended(unit_id)
            yield from both.parent_ended(*(part.unit.parent_id for part in parts))
            yield from _filled(unit_id, both, children=True, posts=True, functions=True)
        case _:
            assert_never(operation)


def _filled(
    unit_id: UnitId, both: Both, *, children: bool, posts: bool, functions: bool
) -> Iterator[Difference]:
    """Yield a unit that ends, when something came under it or into it of whose fate nothing is said."""
    if not both.stand(unit_id):
        return
    old, new = both.old, both.new
    came: list[str] = []
    if children:
        held = {unit.id for unit in old.structure.children(unit_id)}
        came += [unit.name for unit in new.structure.children(unit_id) if unit.id not in held]
    if posts:
        held_posts = {post.id for post in old.posts_of(unit_id)}
        came += [new.title_of(post) for post in new.posts_of(unit_id) if post.id not in held_posts]
    if functions:
        held_points = {point.id for point in old.functions_of(unit_id)}
        came += [point.text for point in new.functions_of(unit_id) if point.id not in held_points]
    if came:
        yield Difference(C.UNIT_FILLED, unit_id, old.units[unit_id].name, "", "; ".join(came))


def _of_functions(operation: FunctionOperation, both: Both) -> Iterator[Difference]:
    match operation:
        case ops.ReviseFunctions(unit_id=unit_id, amended=amended, abolished=abolished):
            yield from both.ended(unit_id)
            if unit_id in both.old.units and unit_id not in both.new.units:
                return
            for point in amended:
                yield from _of_point(point.function_id, unit_id, point, both)
            for function_id in abolished:
                yield from _of_point(function_id, unit_id, None, both)
        case ops.TransferFunction(function_id=function_id, to_id=to_id):
            yield from both.ended(to_id)
            old, new = both.old.functions.get(function_id), both.new.functions.get(function_id)
            if old is not None and new is None:
                yield Difference(C.FUNCTION_ENDED, function_id, old.text, old.text)
            elif old is not None and new is not None and old.unit_id != new.unit_id:
                yield _moved_function(function_id, both, both.name(both.new, to_id))
        case _:
            assert_never(operation)


def _of_point(
    function_id: FunctionId, unit_id: UnitId, wanted: Point | None, both: Both
) -> Iterator[Difference]:
    old, new = both.old.functions.get(function_id), both.new.functions.get(function_id)
    if old is None:
        return
    text = wanted.text if wanted is not None else ""
    if new is None:
        if wanted is not None:
            yield Difference(C.FUNCTION_ENDED, function_id, old.text, old.text, "", text)
    elif new.unit_id not in (old.unit_id, unit_id):
        yield _moved_function(function_id, both, text)
    elif (old.kind, old.text) != (new.kind, new.text):
        yield Difference(C.FUNCTION_REWORDED, function_id, old.text, old.text, new.text, text)


def _moved_function(function_id: FunctionId, both: Both, wanted: str) -> Difference:
    old, new = both.old.functions[function_id], both.new.functions[function_id]
    then, now = both.name(both.old, old.unit_id), both.name(both.new, new.unit_id)
    return Difference(C.FUNCTION_MOVED, function_id, old.text, then, now, wanted)


def _of_post(operation: PostOperation, both: Both) -> Iterator[Difference]:
    match operation:
        case ops.CreatePost(post=post):
            yield from both.ended(post.unit_id)
        case ops.AbolishPost(post_id=post_id):
            yield from _changed_post(post_id, both, "")
        case ops.ChangePost(post_id=post_id, title=title):
            if post_id in both.old.posts and post_id not in both.new.posts:
                yield _gone_post(post_id, both)
            yield from _changed_post(post_id, both, title or "")
        case ops.TransferPost(post_id=post_id, to_id=to_id):
            yield from both.ended(to_id)
            old, new = both.old.posts.get(post_id), both.new.posts.get(post_id)
            if old is not None and new is None:
                yield _gone_post(post_id, both)
            elif old is not None and new is not None and old.unit_id != new.unit_id:
                then, now = both.name(both.old, old.unit_id), both.name(both.new, new.unit_id)
                wanted = both.name(both.new, to_id)
                yield Difference(C.POST_MOVED, post_id, both.old.title_of(old), then, now, wanted)
        case _:
            assert_never(operation)


def _changed_post(post_id: PostId, both: Both, wanted: str) -> Iterator[Difference]:
    old, new = both.old.posts.get(post_id), both.new.posts.get(post_id)
    if old is None or new is None or _said(old) == _said(new):
        return
    then, now = (held.title_of(post) for held, post in ((both.old, old), (both.new, new)))
    yield Difference(C.POST_CHANGED, post_id, then, _post_words(then, old), _post_words(now, new), wanted)


def _gone_post(post_id: PostId, both: Both) -> Difference:
    title = both.old.title_of(both.old.posts[post_id])
    return Difference(C.POST_ENDED, post_id, title, title)


def _said(post: Post) -> tuple[object, ...]:
    return (post.role, post.title, post.echelon, post.functional_rank, post.seats)


def _post_words(title: str, post: Post) -> str:
    parts = (title, post.echelon, post.functional_rank)
    return ", ".join(part for part in parts if part) + f" ({post.seats})"
