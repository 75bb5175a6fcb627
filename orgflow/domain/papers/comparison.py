"""The rows of the matriks persandingan: a unit's name, place, duties and posts before and after.

A unit that differs itself is compared whole, with what stays; one below which only others came or went has
its one row of what stands under it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from orgflow.domain.changes.apply import steps
from orgflow.domain.changes.matrix import Word, compare_words
from orgflow.domain.changes.operations import Operation
from orgflow.domain.changes.subjects import subjects
from orgflow.domain.organisation.organisation import Function, Organisation, Post
from orgflow.domain.organisation.records import FunctionKind, PostRole
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.values import UnitId

BETWEEN: Final = "; "


class Aspect(StrEnum):
    """What a row compares."""

    NAME = "name"
    KIND = "kind"
    SUPERIOR = "superior"
    SUBORDINATES = "subordinates"
    SHORT_NAME = "short_name"
    LETTER_CODE = "letter_code"
    DUTY_FIELD = "duty_field"
    POST = "post"
    DUTY = "duty"
    FUNCTION = "function"


class Verdict(StrEnum):
    """What became of what a row compares."""

    SAME = "same"
    CHANGED = "changed"
    FOLLOWS = "follows"
    BEGUN = "begun"
    ENDED = "ended"
    CAME = "came"
    WENT = "went"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One row.

    Attributes:
        other: the unit from which a post or function came, or to which it went.
        reasons: why, as the operations on this unit say it; on the first row of a unit that they change.
    """

    unit_id: UnitId
    aspect: Aspect
    before: tuple[Word, ...]
    after: tuple[Word, ...]
    verdict: Verdict
    other: str = ""
    reasons: tuple[str, ...] = ()

    @property
    def old(self) -> str:
        """What it was, in one piece."""
        return "".join(word.text for word in self.before)


def comparison(
    before: Organisation, after: Organisation, operations: Iterable[Operation]
) -> tuple[ComparisonRow, ...]:
    """Return the rows, units in the order in which they stand, those that begin after them."""
    reasons = _reasons(before, tuple(operations))
    order = [*_depth_first(before), *(unit for unit in _depth_first(after) if unit not in before.units)]
    rows: list[ComparisonRow] = []
    for unit_id in order:
        rows += _rows_of(before, after, unit_id, reasons.get(unit_id, ()))
    return tuple(rows)


def post_words(organisation: Organisation, post: Post) -> str:
    """Return a post as a table names it: its title, echelon or rank, and seats where there are several."""
    rank = ", ".join(text for text in (post.echelon, post.functional_rank) if text)
    title = organisation.title_of(post) + (f" ({rank})" if rank else "")
    return title if post.seats == 1 else f"{title}, {post.seats} formasi"


def _depth_first(organisation: Organisation) -> Iterator[UnitId]:
    waiting = [unit.id for unit in reversed(organisation.structure.children(None))]
    while waiting:
        unit_id = waiting.pop()
        yield unit_id
        waiting += [child.id for child in reversed(organisation.structure.children(unit_id))]


def _reasons(before: Organisation, operations: tuple[Operation, ...]) -> Mapping[UnitId, tuple[str, ...]]:
    found: dict[UnitId, tuple[str, ...]] = {}
    for operation, standing, _ in steps(before, operations):
        if operation.reason:
            for unit_id in subjects(operation, standing)[:1]:
                found[unit_id] = (*found.get(unit_id, ()), operation.reason)
    return found


def _rows_of(
    before: Organisation, after: Organisation, unit_id: UnitId, reasons: tuple[str, ...]
) -> list[ComparisonRow]:
    old, new = before.units.get(unit_id), after.units.get(unit_id)
    own = [
        *_unit_rows(before, after, unit_id, old, new),
        *_post_rows(before, after, unit_id),
        *_function_rows(before, after, unit_id),
    ]
    below = _below_row(before, after, unit_id)
    differs = any(row.verdict not in (Verdict.SAME, Verdict.UNKNOWN) for row in own)
    if not differs:
        own = []
    if below is not None and (differs or _ids_below(before, unit_id) != _ids_below(after, unit_id)):
        place = next((at for at, row in enumerate(own) if row.aspect is Aspect.DUTY_FIELD), len(own))
        own.insert(place, below)
    for place, row in enumerate(own):
        if row.verdict not in (Verdict.SAME, Verdict.UNKNOWN):
            own[place] = _with_reasons(row, reasons)
            break
    return own


def _with_reasons(row: ComparisonRow, reasons: tuple[str, ...]) -> ComparisonRow:
    return replace(row, reasons=reasons)


def _unit_rows(
    before: Organisation, after: Organisation, unit_id: UnitId, old: Unit | None, new: Unit | None
) -> Iterator[ComparisonRow]:
    def row(aspect: Aspect, was: str | None, becomes: str | None) -> ComparisonRow:
        return _row(unit_id, aspect, was if old else None, becomes if new else None)

    yield row(Aspect.NAME, old.name if old else None, new.name if new else None)
    kinds = (old.kind.name if old else None, new.kind.name if new else None)
    above = (_superior(before, old), _superior(after, new))
    pairs = (
        (Aspect.KIND, kinds, old is None or new is None or old.kind == new.kind),
        (Aspect.SUPERIOR, above, new is None or (old is not None and old.parent_id == new.parent_id)),
        (Aspect.SHORT_NAME, _field(old, new, "short_name"), old is None or new is None),
        (Aspect.LETTER_CODE, _field(old, new, "letter_code"), old is None or new is None),
    )
    for aspect, (was, becomes), is_left_out in pairs:
        if not is_left_out and was != becomes:
            yield row(aspect, was or "", becomes or "")
    was, becomes = _field(old, new, "duty_field")
    if was or becomes or (old is not None and new is not None):
        yield row(Aspect.DUTY_FIELD, was or "", becomes or "")


def _field(old: Unit | None, new: Unit | None, name: str) -> tuple[str | None, str | None]:
    return (getattr(old, name) if old else None, getattr(new, name) if new else None)


def _superior(organisation: Organisation, unit: Unit | None) -> str:
    if unit is None or unit.parent_id is None:
        return ""
    return organisation.units[unit.parent_id].name


def _ids_below(organisation: Organisation, unit_id: UnitId) -> tuple[UnitId, ...]:
    return tuple(unit.id for unit in organisation.structure.children(unit_id))


def _below_row(before: Organisation, after: Organisation, unit_id: UnitId) -> ComparisonRow | None:
    if not _ids_below(before, unit_id) and not _ids_below(after, unit_id):
        return None
    was, becomes = (
        BETWEEN.join(unit.name for unit in organisation.structure.children(unit_id))
        if unit_id in organisation.units
        else None
        for organisation in (before, after)
    )
    row = _row(unit_id, Aspect.SUBORDINATES, was, becomes)
    left, right = _compared_items(was or "", becomes or "")
    return replace(row, before=left, after=right)


def _compared_items(was: str, becomes: str) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Return two lists name by name: a name that stands in only one of them is marked whole."""
    old, new = was.split(BETWEEN) if was else [], becomes.split(BETWEEN) if becomes else []
    return _items(old, frozenset(new)), _items(new, frozenset(old))


def _items(names: list[str], others: frozenset[str]) -> tuple[Word, ...]:
    words: list[Word] = []
    for place, name in enumerate(names):
        words += [Word(BETWEEN, is_changed=False)] if place else []
        words.append(Word(name, name not in others))
    return tuple(words)


def _post_rows(before: Organisation, after: Organisation, unit_id: UnitId) -> Iterator[ComparisonRow]:
    for post in before.posts_of(unit_id):
        then = after.posts.get(post.id)
        old = post_words(before, post)
        if then is not None and then.unit_id != unit_id:
            to = after.units[then.unit_id].name
            yield _row(unit_id, Aspect.POST, old, None, verdict=Verdict.WENT, other=to)
            continue
        new = post_words(after, then) if then is not None else None
        follows = then == post and post.role is PostRole.HEAD and old != new
        yield _row(unit_id, Aspect.POST, old, new, verdict=Verdict.FOLLOWS if follows else None)
    for post in after.posts_of(unit_id):
        was = before.posts.get(post.id)
        if was is None or was.unit_id != unit_id:
            came = before.units[was.unit_id].name if was is not None else ""
            verdict = Verdict.CAME if came else None
            yield _row(unit_id, Aspect.POST, None, post_words(after, post), verdict=verdict, other=came)


def _function_rows(before: Organisation, after: Organisation, unit_id: UnitId) -> Iterator[ComparisonRow]:
    for held in before.functions_of(unit_id):
        then = after.functions.get(held.id)
        if then is not None and then.unit_id != unit_id:
            to = after.units[then.unit_id].name
            yield _row(unit_id, _aspect(held), held.text, None, verdict=Verdict.WENT, other=to)
            continue
        yield _row(unit_id, _aspect(held), held.text, then.text if then is not None else None)
    for held in after.functions_of(unit_id):
        was = before.functions.get(held.id)
        if was is None or was.unit_id != unit_id:
            came = before.units[was.unit_id].name if was is not None else ""
            verdict = Verdict.CAME if came else None
            yield _row(unit_id, _aspect(held), None, held.text, verdict=verdict, other=came)


def _aspect(held: Function) -> Aspect:
    return Aspect.DUTY if held.kind is FunctionKind.DUTY else Aspect.FUNCTION


def _row(
    unit_id: UnitId,
    aspect: Aspect,
    was: str | None,
    becomes: str | None,
    *,
    verdict: Verdict | None = None,
    other: str = "",
) -> ComparisonRow:
    """Return a row; None is a side on which it does not exist, an empty text one that nobody recorded."""
    left, right = compare_words(was or "", becomes or "")
    return ComparisonRow(unit_id, aspect, left, right, verdict or _judged(was, becomes), other)


def _judged(was: str | None, becomes: str | None) -> Verdict:
    if was is None:
        return Verdict.BEGUN
    if becomes is None:
        return Verdict.ENDED
    if was == becomes:
        return Verdict.SAME if was else Verdict.UNKNOWN
    return Verdict.CHANGED
