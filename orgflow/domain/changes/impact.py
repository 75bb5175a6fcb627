"""What a change-set comes to: what is left without a home or owner, who is touched, what is counted."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from orgflow.domain.changes import operations as ops
from orgflow.domain.changes.operations import Fate, Operation
from orgflow.domain.organisation.organisation import Function, Organisation, Post
from orgflow.domain.organisation.records import PostRole
from orgflow.domain.values import FunctionId, PostId, UnitId, comparable


class ImpactCode(StrEnum):
    """What a line of the impact says."""

    POST_WITHOUT_HOME = "post_without_home"
    FUNCTION_ORPHANED = "function_orphaned"
    FUNCTION_OWNED_TWICE = "function_owned_twice"
    UNIT_WITHOUT_FUNCTIONS = "unit_without_functions"
    UNIT_WITHOUT_HEAD = "unit_without_head"
    SEVERAL_HEADS = "several_heads"
    SUBORDINATE_TOUCHED = "subordinate_touched"


@dataclass(frozen=True, slots=True)
class ImpactLine:
    """One line of the impact.

    Attributes:
        unit_id: the unit it is about, of the organisation before when it ended.
        unit_name: its name there.
        other_id: the second unit that owns a function, or the changed unit above a subordinate one.
        other_name: its name.
        detail: the post's title or the function's wording.
    """

    code: ImpactCode
    unit_id: UnitId
    unit_name: str
    post_id: PostId | None = None
    function_id: FunctionId | None = None
    other_id: UnitId | None = None
    other_name: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class EchelonTotal:
    """Posts and seats of one echelon; ``echelon`` None is those without one."""

    echelon: str | None
    posts_before: int
    posts_after: int
    seats_before: int
    seats_after: int


@dataclass(frozen=True, slots=True)
class Impact:
    """The impact whole.

    Attributes:
        touched_posts: posts whose holders must hear of it: ended, changed or transferred, or in a unit that
            is renamed, moved, of another kind or ends.
        totals: by echelon in their order, those without one last.
    """

    lines: tuple[ImpactLine, ...]
    touched_posts: tuple[PostId, ...]
    totals: tuple[EchelonTotal, ...]


def impact(before: Organisation, after: Organisation, operations: Iterable[Operation]) -> Impact:
    """Return what the operations come to that lead from one organisation to the other."""
    express = _expressly_ended(before, tuple(operations))
    return Impact(
        (
            *_homeless_posts(before, after, express),
            *_orphaned_functions(before, after, express),
            *_owned_twice(before, after),
            *_heads(before, after),
            *_subordinates(before, after),
        ),
        tuple(_touched_posts(before, after)),
        echelon_totals(before.posts.values(), after.posts.values()),
    )


def _expressly_ended(before: Organisation, operations: tuple[Operation, ...]) -> frozenset[object]:
    """Return the ids of posts, functions and units with whose end the operations say what they mean."""
    found: set[object] = set()
    for operation in operations:
        match operation:
            case ops.AbolishPost(post_id=post_id):
                found.add(post_id)
            case ops.ReviseFunctions(abolished=abolished):
                found.update(abolished)
            case ops.AbolishUnit(unit_id=unit_id, children=children, posts=posts, functions=functions):
                units = [unit_id]
                if children is ops.Below.ENDED and unit_id in before.units:
                    units = [unit.id for unit in before.structure.subtree(unit_id)]
                for ended in units:
                    if posts is Fate.ENDED:
                        found.update(post.id for post in before.posts_of(ended))
                    if functions is Fate.ENDED:
                        found.update(held.id for held in before.functions_of(ended))
            case _:
                pass
    return frozenset(found)


def _homeless_posts(
    before: Organisation, after: Organisation, express: frozenset[object]
) -> Iterator[ImpactLine]:
    for post in before.posts.values():
        if post.id not in after.posts and post.id not in express:
            unit = before.units[post.unit_id]
            yield ImpactLine(
                ImpactCode.POST_WITHOUT_HOME,
                unit.id,
                unit.name,
                post_id=post.id,
                detail=before.title_of(post),
            )


def _orphaned_functions(
    before: Organisation, after: Organisation, express: frozenset[object]
) -> Iterator[ImpactLine]:
    for held in before.functions.values():
        if held.id not in after.functions and held.id not in express:
            unit = before.units[held.unit_id]
            code = ImpactCode.FUNCTION_ORPHANED
            yield ImpactLine(code, unit.id, unit.name, function_id=held.id, detail=held.text)


def _owned_twice(before: Organisation, after: Organisation) -> Iterator[ImpactLine]:
    """Yield functions that read alike in two units and did not before."""
    already = {
        (words, first.unit_id, other.unit_id)
        for words, owners in _by_words(before).items()
        for first in owners
        for other in owners
    }
    for words, owners in _by_words(after).items():
        for place, held in enumerate(owners[1:], start=1):
            first = next((one for one in owners[:place] if one.unit_id != held.unit_id), None)
            if first is None or (words, first.unit_id, held.unit_id) in already:
                continue
            unit, other = after.units[held.unit_id], after.units[first.unit_id]
            yield ImpactLine(
                ImpactCode.FUNCTION_OWNED_TWICE,
                unit.id,
                unit.name,
                function_id=held.id,
                other_id=other.id,
                other_name=other.name,
                detail=held.text,
            )


def _by_words(organisation: Organisation) -> dict[str, list[Function]]:
    found: dict[str, list[Function]] = defaultdict(list)
    for held in organisation.functions.values():
        found[comparable(held.text)].append(held)
    return {words: owners for words, owners in found.items() if len(owners) > 1}


def _heads(before: Organisation, after: Organisation) -> Iterator[ImpactLine]:
    """Yield units whose number of heads the operations made wrong, and new ones without functions."""
    has_heads = any(post.role is PostRole.HEAD for post in before.posts.values())
    for unit in after.units.values():
        count = _head_count(after, unit.id)
        is_new = unit.id not in before.units
        was = 1 if is_new else _head_count(before, unit.id)
        if has_heads and count == 0 and was > 0:
            yield ImpactLine(ImpactCode.UNIT_WITHOUT_HEAD, unit.id, unit.name)
        if count > 1 and (is_new or was <= 1):
            yield ImpactLine(ImpactCode.SEVERAL_HEADS, unit.id, unit.name, detail=str(count))
        if is_new and before.functions and not after.functions_of(unit.id):
            yield ImpactLine(ImpactCode.UNIT_WITHOUT_FUNCTIONS, unit.id, unit.name)


def _head_count(organisation: Organisation, unit_id: UnitId) -> int:
    return sum(post.role is PostRole.HEAD for post in organisation.posts_of(unit_id))


def _subordinates(before: Organisation, after: Organisation) -> Iterator[ImpactLine]:
    """Yield the units right below one that is renamed, moved, of another kind, or ends."""
    for unit_id in _touched_units(before, after):
        above = before.units[unit_id]
        for child in before.structure.children(unit_id):
            yield ImpactLine(
                ImpactCode.SUBORDINATE_TOUCHED,
                child.id,
                child.name,
                other_id=above.id,
                other_name=above.name,
            )


def _touched_units(before: Organisation, after: Organisation) -> Iterator[UnitId]:
    for unit_id, old in before.units.items():
        new = after.units.get(unit_id)
        if new is None or (old.name, old.parent_id, old.kind) != (new.name, new.parent_id, new.kind):
            yield unit_id


def _touched_posts(before: Organisation, after: Organisation) -> Iterator[PostId]:
    units = frozenset(_touched_units(before, after))
    for post in before.posts.values():
        if after.posts.get(post.id) != post or post.unit_id in units:
            yield post.id


def echelon_totals(before: Iterable[Post], after: Iterable[Post]) -> tuple[EchelonTotal, ...]:
    """Return posts and their seats before and after, by echelon in their order, those without one last."""
    old, new = _by_echelon(before), _by_echelon(after)
    ordered = sorted({*old, *new}, key=lambda echelon: (echelon is None, echelon or ""))
    return tuple(
        EchelonTotal(
            echelon,
            len(old.get(echelon, ())),
            len(new.get(echelon, ())),
            sum(post.seats for post in old.get(echelon, ())),
            sum(post.seats for post in new.get(echelon, ())),
        )
        for echelon in ordered
    )


def _by_echelon(posts: Iterable[Post]) -> dict[str | None, list[Post]]:
    found: dict[str | None, list[Post]] = defaultdict(list)
    for post in posts:
        found[post.echelon].append(post)
    return dict(found)
