"""What differs between two snapshots: pieces added, removed, changed and moved."""

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from orgflow.domain.changes.matrix import Word
from orgflow.domain.snapshots.snapshot import Piece, Section, Snapshot
from orgflow.domain.snapshots.words import compare_texts

_DAY: Final = re.compile(r"\b(?:(?:19|20)\d\d|X?(?:IX|IV|V?I{0,3})(?<=[IVX]))\b")
"""A year, and a month in Roman numerals, within a letter's number."""


class Changed(StrEnum):
    """What became of a piece."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


class Aspect(StrEnum):
    """What of a piece is another."""

    TITLE = "title"
    TEXT = "text"
    FILE = "file"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class PieceChange:
    """One difference; a piece that was changed and moved is told as both.

    Attributes:
        before: the piece in the earlier snapshot, None when it was added.
        after: the piece in the later one, None when it was removed.
        aspects: what of it changed, where it changed.
    """

    kind: Changed
    before: Piece | None
    after: Piece | None
    aspects: frozenset[Aspect] = frozenset()

    @property
    def piece(self) -> Piece:
        """The piece it is about, as it is after where it still is."""
        found = self.after or self.before
        if found is None:
            raise LookupError("a difference is about a piece")
        return found

    def words(self) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
        """Return the piece's text before and after, with what differs marked."""
        before = self.before.text if self.before is not None else ""
        after = self.after.text if self.after is not None else ""
        return compare_texts(before, after)


def compare(before: Snapshot, after: Snapshot) -> tuple[PieceChange, ...]:
    """Return exactly what differs, section by section: what was removed, then what is there."""
    return tuple(change for section in Section for change in _section(before.of(section), after.of(section)))


def _section(old: tuple[Piece, ...], new: tuple[Piece, ...]) -> Iterator[PieceChange]:
    held, wanted = {piece.key: piece for piece in old}, {piece.key: piece for piece in new}
    for piece in old:
        if piece.key not in wanted:
            yield PieceChange(Changed.REMOVED, piece, None)
    moved = moved_keys([key for key in held if key in wanted], [key for key in wanted if key in held])
    for piece in new:
        earlier = held.get(piece.key)
        if earlier is None:
            yield PieceChange(Changed.ADDED, None, piece)
            continue
        aspects = frozenset(_aspects(earlier, piece))
        if aspects:
            yield PieceChange(Changed.CHANGED, earlier, piece, aspects)
        if piece.key in moved:
            yield PieceChange(Changed.MOVED, earlier, piece)


def _aspects(before: Piece, after: Piece) -> Iterator[Aspect]:
    if before.title != after.title:
        yield Aspect.TITLE
    if before.text != after.text:
        yield Aspect.TEXT
    if before.checksum != after.checksum:
        yield Aspect.FILE
    if before.source != after.source and _told(before) != _told(after):
        yield Aspect.SOURCE


def _told(piece: Piece) -> object:
    """Return what people put into a source: no mark of a state, no present day, no form of printing."""
    if not piece.source or piece.section not in (Section.PAPERS, Section.LETTERS):
        return piece.source
    held: dict[str, object] = json.loads(piece.source)
    if held.get("is_concept"):
        # Both bear the day on which the concept was looked at.
        held["date"], held["number"] = None, _DAY.sub("", json.dumps(held.get("number")))
        return held
    if held.pop("stylesheet", None) is None:
        return piece.source
    written = held.get("document")
    if isinstance(written, str):
        document: dict[str, object] = json.loads(written)
        held["document"] = document | {"marks": None}
    return held


def moved_keys(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """Return the fewest keys that were moved to get from one order of them to the other.

    Args:
        after: the same keys in another order.
    """
    place = {key: number for number, key in enumerate(before)}
    tails: list[int] = []
    ends: list[str] = []
    earlier: dict[str, str | None] = {}
    for key in after:
        at = bisect_left(tails, place[key])
        earlier[key] = ends[at - 1] if at else None
        tails[at : at + 1], ends[at : at + 1] = [place[key]], [key]
    stayed: set[str] = set()
    last = ends[-1] if ends else None
    while last is not None:
        stayed.add(last)
        last = earlier[last]
    return frozenset(key for key in after if key not in stayed)
