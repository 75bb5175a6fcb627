"""A document that came back from another hand: what differs, and the same document with its words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final

from orgflow.domain.changes.matrix import Word, compare_words
from orgflow.domain.papers.document import (
    Block,
    Document,
    Line,
    Row,
    Style,
    Table,
    plain,
    texts_of,
    words_of,
)
from orgflow.domain.papers.drafting import runs_of

_MARKER: Final = re.compile(r"^(\d+\.|[a-z]\.|\(\d+[a-z]?\))\s+(.*)$", re.DOTALL)
_ROW: Final = re.compile(r"^(Menimbang|Mengingat|Menetapkan)?\s*(:)?\s*(\d+\.|[a-z]\.)?\s*(.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class TextDifference:
    """A paragraph that reads otherwise, is gone, or is new; an empty side is one that has none."""

    before: tuple[Word, ...]
    after: tuple[Word, ...]


def text_differences(derived: Document, lines: Sequence[str]) -> tuple[TextDifference, ...]:
    """Return what differs between a document and the lines that came back, in the reading order."""
    old = texts_of(derived)
    return tuple(
        TextDifference(*compare_words(before, after))
        for before, after in _pairs(old, lines)
        if before != after
    )


def with_lines(derived: Document, lines: Sequence[str]) -> Document:
    """Return the document with the lines that came back; each looks as the one it stands for."""
    said, silent = _said_and_silent(derived.blocks)
    kept: list[_Piece] = []
    for tag, i1, i2, j1, j2 in _opcodes([piece.text for piece in said], lines):
        for place in range(i1, i2):
            kept += silent[place]
            if tag == "equal":
                kept.append(said[place])
            elif j1 + place - i1 < j2:
                kept.append(_worded(said[place], lines[j1 + place - i1], is_new=False))
        if tag != "equal":
            model = said[max(i2 - 1, 0)]
            kept += [_worded(model, text, is_new=True) for text in lines[j1 + i2 - i1 : j2]]
    return replace(derived, blocks=tuple(_blocks([*kept, *silent[len(said)]])))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block, or one row of a table; ``text`` is empty for what says nothing."""

    block: Block
    row: Row | None
    text: str


def _said_and_silent(blocks: Iterable[Block]) -> tuple[list[_Piece], list[list[_Piece]]]:
    """Return the pieces that say something, and before each of them and at the end those that do not."""
    said: list[_Piece] = []
    silent: list[list[_Piece]] = [[]]
    for piece in _pieces(blocks):
        if piece.text:
            said.append(piece)
            silent.append([])
        else:
            silent[-1].append(piece)
    return said, silent


def _pieces(blocks: Iterable[Block]) -> Iterator[_Piece]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield _Piece(block, row, " ".join(" ".join(map(words_of, row.cells)).split()))
        elif isinstance(block, Line):
            yield _Piece(block, None, " ".join(f"{block.marker} {words_of(block.runs)}".split()))
        else:
            yield _Piece(block, None, "")


def _worded(model: _Piece, text: str, *, is_new: bool) -> _Piece:
    """Return a piece that looks as another and says this."""
    if model.row is not None and isinstance(model.block, Table):
        found = _ROW.match(text)
        if found is not None and len(model.row.cells) == 4:
            cells = (found[1] or "", found[2] or "", found[3] or "", found[4])
            return replace(model, row=Row((*map(plain, cells[:3]), runs_of(cells[3]))), text=text)
        *lead, _ = model.row.cells
        words = found[4] if found is not None and found[1] else text
        return replace(model, row=Row((*lead, runs_of(words))), text=text)
    marked = _MARKER.match(text)
    line = model.block if isinstance(model.block, Line) else Line(Style.BODY, ())
    if marked is not None and (line.marker or is_new):
        level = line.level if line.level else 1
        return _Piece(replace(line, runs=runs_of(marked[2]), marker=marked[1], level=level), None, text)
    style = Style.BODY if is_new and line.style in (Style.TITLE, Style.NAME, Style.HEADING) else line.style
    return _Piece(replace(line, style=style, runs=runs_of(text), marker=""), None, text)


def _blocks(pieces: Iterable[_Piece]) -> Iterator[Block]:
    """Yield the pieces as blocks, the rows of one table together again."""
    table: Table | None = None
    rows: list[Row] = []
    for piece in pieces:
        if table is not None and (piece.row is None or piece.block is not table):
            yield replace(table, rows=tuple(rows))
            table, rows = None, []
        if piece.row is not None and isinstance(piece.block, Table):
            table = piece.block
            rows.append(piece.row)
        else:
            yield piece.block
    if table is not None:
        yield replace(table, rows=tuple(rows))


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    for tag, i1, i2, j1, j2 in _opcodes(old, new):
        if tag == "equal":
            yield from zip(old[i1:i2], new[j1:j2], strict=True)
            continue
        for place in range(max(i2 - i1, j2 - j1)):
            yield (
                old[i1 + place] if i1 + place < i2 else "",
                new[j1 + place] if j1 + place < j2 else "",
            )


def _opcodes(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())
