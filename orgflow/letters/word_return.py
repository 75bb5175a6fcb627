"""A letter that came back from Word: what differs in each passage, and the text that a passage would get."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from orgflow.domain.letters.facts import LetterFacts
from orgflow.letters.blocks import Block, Item, Listing, Marker, Paragraph, Passage, Runs, Table
from orgflow.letters.compose import worded_parts
from orgflow.letters.markers import marker_text
from orgflow.letters.structured_text import STEP, paragraph_line, row_line
from orgflow.letters.templates import LetterTemplate
from orgflow.letters.word_alignment import Pair, aligned
from orgflow.letters.word_pieces import FRAME, Piece, PieceKind, blanks_single, read_word_pieces

_CELLS_APART: Final = " | "


@dataclass(frozen=True, slots=True)
class PieceDifference:
    """A piece that reads otherwise, is gone or is new; an empty side is one that has none."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ReturnedPassage:
    """A passage that reads otherwise, and its words as structured text."""

    key: str
    differences: tuple[PieceDifference, ...]
    text: str


@dataclass(frozen=True, slots=True)
class LetterComparison:
    """What came back against the letter as it stands.

    Attributes:
        passages: those that differ, in the letter's order.
        others: what differs outside any passage; it comes from data.
        found_percent: how much of the letter was found again.
        stood: everything that the letter says, a piece a line; ``said`` what came back.
    """

    passages: tuple[ReturnedPassage, ...]
    others: tuple[PieceDifference, ...]
    found_percent: int
    stood: tuple[str, ...]
    said: tuple[str, ...]


def compare_returned(
    template: LetterTemplate, facts: LetterFacts, sent: bytes, returned: bytes
) -> LetterComparison:
    """Return what differs between the Word file of these facts and the one that came back.

    Args:
        sent: the Word file that was written from these facts.

    Raises:
        WordUnreadable: what came back is no Word document, or too large.
    """
    old, new = read_word_pieces(sent), read_word_pieces(returned)
    spans = _spans(worded_parts(template, facts), old)
    owners = [""] * len(old)
    for key, (start, end) in spans.items():
        owners[start:end] = [key] * (end - start)
    pairs = aligned(old, new)
    owned = tuple(zip(pairs, _owners(pairs, old, new, owners, spans), strict=True))
    passages = (_returned(key, [pair for pair, owner in owned if owner == key], old, new) for key in spans)
    return LetterComparison(
        tuple(passage for passage in passages if passage.differences),
        tuple(_differences([pair for pair, owner in owned if not owner], old, new)),
        100 * sum(pair.is_alike for pair in pairs) // max(1, len(old)),
        tuple(piece.said for piece in old),
        tuple(piece.said for piece in new),
    )


def _spans(parts: Sequence[Block | Passage], old: Sequence[Piece]) -> dict[str, tuple[int, int]]:
    """Return where each passage stands among the pieces of the file.

    Raises:
        LookupError: the file was not written from these parts.
    """
    told = [(part, tuple(_said(part.blocks if isinstance(part, Passage) else (part,)))) for part in parts]
    body = [words for _, pieces in told for words in pieces]
    heard = [piece.said for piece in old]
    starts = (at for at in range(len(heard) - len(body) + 1) if heard[at : at + len(body)] == body)
    at = next(starts, None)
    if at is None:
        raise LookupError("the Word file does not hold the letter's body")
    spans: dict[str, tuple[int, int]] = {}
    for part, pieces in told:
        if isinstance(part, Passage):
            spans[part.key] = (at, at + len(pieces))
        at += len(pieces)
    return spans


def _said(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield what a Word file written from the blocks says, piece by piece."""
    for block in blocks:
        match block:
            case Paragraph(runs=runs):
                yield from filter(None, (_words(runs),))
            case Listing(items=items):
                for item in items:
                    yield from _said_in(item)
            case Table(heads=heads, rows=rows):
                for row in (heads, *rows) if heads else rows:
                    yield blanks_single(" ".join(map(_words, row)))


def _said_in(item: Item) -> Iterator[str]:
    yield from filter(None, (_words(item.first.runs),))
    yield from _said(item.rest)


def _words(runs: Runs) -> str:
    return blanks_single("".join(run.words for run in runs))


def _owners(
    pairs: Sequence[Pair],
    old: Sequence[Piece],
    new: Sequence[Piece],
    owners: Sequence[str],
    spans: dict[str, tuple[int, int]],
) -> Iterator[str]:
    """Yield to which passage each pair belongs; empty for none."""
    empty = {start: key for key, (start, end) in spans.items() if start == end}
    behind, left, above, was_kept = 0, "", None, True
    for pair in pairs:
        if pair.old is not None:
            behind, left = pair.old + 1, owners[pair.old]
            was_kept = pair.is_alike
        elif pair.new is not None:
            piece = new[pair.new]
            right = owners[behind] if behind < len(old) else ""
            goes_on = piece.kind is PieceKind.ROW and above is not None and piece.group == above.group
            is_point = piece.kind in (PieceKind.POINT, PieceKind.REST)
            after_point = above is not None and above.kind in (PieceKind.POINT, PieceKind.REST) and is_point
            if piece.style in FRAME and piece.kind is not PieceKind.ROW:
                left = left if left == right and left else ""
            elif behind in empty and was_kept and not (goes_on or after_point):
                left = empty[behind]
            elif not goes_on:
                left = left or right
        if pair.new is not None:
            above = new[pair.new]
        yield left


def _returned(key: str, pairs: Sequence[Pair], old: Sequence[Piece], new: Sequence[Piece]) -> ReturnedPassage:
    pieces = [new[pair.new] for pair in pairs if pair.new is not None]
    return ReturnedPassage(key, tuple(_differences(pairs, old, new)), _text(pieces))


def _differences(
    pairs: Sequence[Pair], old: Sequence[Piece], new: Sequence[Piece]
) -> Iterator[PieceDifference]:
    counts = _Counts(), _Counts()
    for pair in pairs:
        before = old[pair.old] if pair.old is not None else None
        after = new[pair.new] if pair.new is not None else None
        told = tuple(
            "" if piece is None else count.shown(piece)
            for count, piece in zip(counts, (before, after), strict=True)
        )
        if before is None or after is None or before.likeness != after.likeness:
            yield PieceDifference(*told)


class _Counts:
    """Counts points as they would be printed within one passage."""

    def __init__(self) -> None:
        self._points: list[tuple[str, int]] = []

    def marker(self, piece: Piece) -> str:
        """Return what stands before a point; a new list begins anew."""
        del self._points[piece.level + 1 :]
        while len(self._points) <= piece.level:
            self._points.append((piece.group, 0))
        group, count = self._points[piece.level]
        count = count + 1 if group == piece.group or piece.level else 1
        self._points[piece.level] = (piece.group, count)
        return marker_text(piece.marker, count)

    def shown(self, piece: Piece) -> str:
        """Return a piece as a line to be read."""
        words = _CELLS_APART.join(piece.cells)
        return f"{self.marker(piece)} {words}" if piece.kind is PieceKind.POINT else words


def _text(pieces: Sequence[Piece]) -> str:
    """Return the structured text that stands for these pieces."""
    lines: list[str] = []
    open_levels, counted, above = 0, [0, 0], None
    for place, piece in enumerate(pieces):
        match piece.kind:
            case PieceKind.POINT:
                level = min(piece.level, open_levels)
                counted[level] += 1
                counted[level + 1 :] = [0] * (len(counted) - level - 1)
                marker = marker_text(_own_marker(piece, level), counted[level])
                lines.append(f"{STEP * level}{marker} {piece.cells[0]}")
                open_levels = level + 1
            case PieceKind.REST if open_levels:
                set_in = STEP * min(piece.level + 1, open_levels)
                lines.append(f"{set_in}{paragraph_line(piece.cells[0])}")
            case PieceKind.ROW:
                is_first = above is None or above.group != piece.group
                if is_first and not _is_within(pieces, place):
                    open_levels, counted = 0, [0, 0]
                if is_first and above is not None and above.kind is PieceKind.ROW:
                    lines.append("")
                lines.append(f"{STEP * min(open_levels, 1)}{row_line(piece.cells)}")
            case _:
                open_levels, counted = 0, [0, 0]
                lines.append(paragraph_line(piece.cells[0]))
        above = piece
    return "\n".join(lines)


def _own_marker(piece: Piece, level: int) -> Marker:
    """Return how a point is counted; one level is told from the other by it."""
    if level and piece.marker is Marker.NUMBER:
        return Marker.LETTER
    return piece.marker if level or piece.level == 0 else Marker.NUMBER


def _is_within(pieces: Sequence[Piece], place: int) -> bool:
    """Say whether the list above a table goes on below it."""
    above = next((one for one in reversed(pieces[:place]) if one.kind is not PieceKind.ROW), None)
    below = next((one for one in pieces[place:] if one.kind is not PieceKind.ROW), None)
    if above is None or below is None or below.kind is PieceKind.PARAGRAPH:
        return False
    points = [one for one in pieces[:place] if one.kind is PieceKind.POINT]
    return bool(points) and (below.kind is PieceKind.REST or below.group == points[-1].group)
