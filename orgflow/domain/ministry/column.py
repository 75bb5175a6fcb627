"""The ministry's column of the matriks persandingan: what of each proposed row it granted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from orgflow.domain.papers.comparison import Aspect, ComparisonRow, Verdict

_SEVERAL: Final = frozenset({Aspect.POST, Aspect.DUTY, Aspect.FUNCTION})
"""Of these a unit has many rows: they are told apart by what they were, or else by what they become."""
_STILL: Final = frozenset({Verdict.SAME, Verdict.UNKNOWN})
Key = tuple[object, ...]


class Approval(StrEnum):
    """What the ministry said to a row."""

    NONE = "none"
    GRANTED = "granted"
    CHANGED = "changed"
    REFUSED = "refused"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """A row as proposed with what was granted of it; ``granted`` is how it reads then."""

    row: ComparisonRow
    approval: Approval
    granted: str = ""


def judged_rows(proposed: Iterable[ComparisonRow], granted: Iterable[ComparisonRow]) -> tuple[JudgedRow, ...]:
    """Return the proposed rows, each with what was granted; what the ministry added follows its unit's rows.

    A row that nobody proposed to change has no approval unless the ministry changed it.
    """
    held: dict[Key, list[ComparisonRow]] = {}
    for row in granted:
        held.setdefault(_key(row), []).append(row)
    found = [_judged(row, held) for row in proposed]
    return tuple(_with_added(found, [row for rows in held.values() for row in rows]))


def _judged(row: ComparisonRow, held: dict[Key, list[ComparisonRow]]) -> JudgedRow:
    rows = held.get(_key(row))
    other = rows.pop(0) if rows else None
    if other is None:
        return JudgedRow(row, Approval.NONE if row.verdict in _STILL else Approval.REFUSED)
    if _after(other) == _after(row) and other.other == row.other:
        return JudgedRow(row, Approval.NONE if row.verdict in _STILL else Approval.GRANTED)
    if other.verdict in _STILL:
        return JudgedRow(row, Approval.REFUSED)
    return JudgedRow(row, Approval.CHANGED, _after(other))


def _with_added(found: list[JudgedRow], left: list[ComparisonRow]) -> Iterator[JudgedRow]:
    """Yield the rows with those that only the grant has, after the last row of their unit."""
    added = [JudgedRow(row, Approval.ADDED, _after(row)) for row in left if row.verdict not in _STILL]
    last = {one.row.unit_id: place for place, one in enumerate(found)}
    for place, one in enumerate(found):
        yield one
        if last[one.row.unit_id] == place:
            yield from (more for more in added if more.row.unit_id == one.row.unit_id)
    yield from (more for more in added if more.row.unit_id not in last)


def _key(row: ComparisonRow) -> Key:
    if row.aspect not in _SEVERAL:
        return (row.unit_id, row.aspect)
    return (row.unit_id, row.aspect, row.old) if row.old else (row.unit_id, row.aspect, "", _after(row))


def _after(row: ComparisonRow) -> str:
    return "".join(word.text for word in row.after)
