"""Which piece of a Word file that came back stands for which piece of the letter that went out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final

from orgflow.letters.word_pieces import Piece, PieceKind

LEAST_ALIKE: Final = 0.4
"""The share of words that two pieces must have in common to be one piece that was edited."""
MOST_COMPARED: Final = 40_000
"""Pairs of pieces that are weighed against each other; beyond, pieces are paired as they come."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The places of a piece before and after, None where it has none; two may stand together unalike."""

    old: int | None
    new: int | None
    is_alike: bool = False


def aligned(old: Sequence[Piece], new: Sequence[Piece]) -> tuple[Pair, ...]:
    """Return the pieces of both files beside each other, each once and in both orders."""
    told = [piece.likeness for piece in old], [piece.likeness for piece in new]
    pairs: list[Pair] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, *told, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs += [Pair(i1 + step, j1 + step, is_alike=True) for step in range(i2 - i1)]
        else:
            for pair in _together(tuple(_best(old[i1:i2], new[j1:j2])), old[i1:i2], new[j1:j2]):
                before = None if pair.old is None else i1 + pair.old
                pairs.append(replace(pair, old=before, new=None if pair.new is None else j1 + pair.new))
    return tuple(pairs)


def _best(old: Sequence[Piece], new: Sequence[Piece]) -> Iterator[Pair]:
    """Yield the pairs that have the most words in common."""
    if len(old) * len(new) > MOST_COMPARED:
        for place in range(max(len(old), len(new))):
            yield Pair(place if place < len(old) else None, place if place < len(new) else None)
        return
    left, right = [_words(piece) for piece in old], [_words(piece) for piece in new]
    alike = [
        [_alike(old[i], new[j], one, other) for j, other in enumerate(right)] for i, one in enumerate(left)
    ]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], alike[i][j] + best[i + 1][j + 1])
    i = j = 0
    while i < len(old) and j < len(new):
        if alike[i][j] > 0 and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            yield Pair(i, j, is_alike=True)
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield Pair(i, None)
            i += 1
        else:
            yield Pair(None, j)
            j += 1
    yield from (Pair(place, None) for place in range(i, len(old)))
    yield from (Pair(None, place) for place in range(j, len(new)))


def _together(pairs: Sequence[Pair], old: Sequence[Piece], new: Sequence[Piece]) -> Iterator[Pair]:
    """Yield the pairs; what is gone and what is new in one place stand together, as a piece written anew."""
    gone: list[int] = []
    for pair in pairs:
        if pair.old is not None and pair.new is None:
            gone.append(pair.old)
        elif pair.old is None and pair.new is not None and gone and _fit(old[gone[0]], new[pair.new]):
            yield Pair(gone.pop(0), pair.new)
        else:
            yield from (Pair(place, None) for place in gone)
            gone.clear()
            yield pair
    yield from (Pair(place, None) for place in gone)


def _fit(one: Piece, other: Piece) -> bool:
    """Say whether both are rows, or neither."""
    return (one.kind is PieceKind.ROW) == (other.kind is PieceKind.ROW)


def _words(piece: Piece) -> Counter[str]:
    return Counter(" ".join(piece.cells).lower().split())


def _alike(one: Piece, other: Piece, words: Counter[str], others: Counter[str]) -> float:
    """Return how much two pieces have in common, from 0 for too little to 1."""
    if not _fit(one, other):
        return 0.0
    if one.likeness == other.likeness:
        return 1.0
    total = words.total() + others.total()
    share = 2 * (words & others).total() / total if total else 1.0
    return share if share >= LEAST_ALIKE else 0.0
