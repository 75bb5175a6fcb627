"""Plain text with paragraphs, numbered points and simple tables, as an office types it, and its blocks."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from orgflow.letters.blocks import Blank, Block, Item, Listing, Marker, Paragraph, Run, Runs, Table, Text
from orgflow.letters.markers import marker_text

_POINT = re.compile(r"(?:(?P<number>\d{1,3})|(?P<letter>[a-z]{1,2})|(?P<capital>[A-Z]))[.)]\s+(?P<words>.*)")
_ROW = re.compile(r"\|(?P<cells>.*)\|")
_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[\s:|-]+")
AS_IT_STANDS = "\\"
"""Stands before a paragraph that would be read as a point or a row."""
STEP = "   "
"""How far what stands within a point is set in."""
_WHOLE = 100
_LEAST, _MOST = 6, 48
"""The fewest and the most characters that a column is weighed with."""


def read_text(text: str, gap_labels: Mapping[str, str]) -> tuple[Block, ...]:
    """Return the blocks that a typed text stands for.

    Each line is a paragraph. One that begins with ``1.``, ``a.`` or ``A.`` is a point; points counted in
    another way below it stand within it, and so does a line set in by spaces. A line between two bars is a
    row of a table, its cells parted by bars; the first row is its head, and a table set in stands within
    the point above. ``[belum diisi: ...]`` is a gap again where the label is known. A backslash stands
    before a bar within a cell, and before a paragraph that would be read as a point or a row.
    """
    reader = _Reader(_Gaps(gap_labels))
    for line in text.splitlines():
        reader.take(line)
    return reader.finished()


def write_text(blocks: Sequence[Block]) -> str:
    """Return the text that stands for these blocks; how words stand out is lost."""
    return "\n".join(_lines(blocks, ""))


def is_writable(blocks: Sequence[Block]) -> bool:
    """Say whether the text of these blocks stands for the same blocks again, their emphasis apart."""
    labels = {run.key: run.label for run in _runs(blocks) if isinstance(run, Blank)}
    read = read_text(write_text(blocks), labels)
    return tuple(map(_plain, read)) == tuple(map(_plain, blocks))


@dataclass(slots=True)
class _Point:
    first: Paragraph
    rest: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class _Points:
    marker: Marker
    points: list[_Point] = field(default_factory=list)

    def closed(self) -> Listing:
        return Listing(self.marker, tuple(Item(point.first, tuple(point.rest)) for point in self.points))


class _Gaps:
    """Finds the gaps that a text shows."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self._keys = {Blank(key, label).words: key for key, label in labels.items()}
        self._labels = labels
        found = sorted(self._keys, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, found))) if found else None

    def runs(self, words: str) -> Runs:
        words = " ".join(words.split(" ")).strip()
        if self._pattern is None:
            return (Text(words),) if words else ()
        runs: list[Run] = []
        at = 0
        for found in self._pattern.finditer(words):
            if found.start() > at:
                runs.append(Text(words[at : found.start()]))
            key = self._keys[found[0]]
            runs.append(Blank(key, self._labels[key]))
            at = found.end()
        if at < len(words):
            runs.append(Text(words[at:]))
        return tuple(runs)


class _Reader:
    def __init__(self, gaps: _Gaps) -> None:
        self._gaps = gaps
        self._blocks: list[Block] = []
        self._open: list[_Points] = []
        self._rows: list[tuple[Runs, ...]] = []
        self._row_depth = 0

    def finished(self) -> tuple[Block, ...]:
        self._close_table()
        self._close_points(0)
        return tuple(self._blocks)

    def take(self, line: str) -> None:
        words = line.strip()
        is_plain, words = words.startswith(AS_IT_STANDS), words.removeprefix(AS_IT_STANDS)
        row = None if is_plain else _ROW.fullmatch(words)
        point = None if is_plain else _POINT.fullmatch(words)
        if row is not None:
            if not self._rows:
                self._row_depth = self._depth(line)
            if not _RULE.fullmatch(row["cells"]) or "-" not in row["cells"]:
                cells = (cell.replace("\\|", "|") for cell in _BAR.split(row["cells"]))
                self._rows.append(tuple(self._gaps.runs(cell) for cell in cells))
            return
        self._close_table()
        if not words:
            return
        if point is not None:
            self._add_point(_marker(point), point["words"])
        elif depth := self._depth(line):
            self._close_points(depth)
            self._open[-1].points[-1].rest.append(Paragraph(self._gaps.runs(words)))
        else:
            self._close_points(0)
            self._blocks.append(Paragraph(self._gaps.runs(words)))

    def _depth(self, line: str) -> int:
        """Return within how many open lists a line stands: none unless it is set in."""
        if not self._open or not line[:1].isspace():
            return 0
        return max(1, (len(line) - len(line.lstrip())) // len(STEP))

    def _add_point(self, marker: Marker, words: str) -> None:
        kinds = [opened.marker for opened in self._open]
        if marker in kinds:
            self._close_points(kinds.index(marker) + 1)
        else:
            self._close_points(1)
            self._open.append(_Points(marker))
        self._open[-1].points.append(_Point(Paragraph(self._gaps.runs(words))))

    def _close_points(self, kept: int) -> None:
        """Close the lists deeper than the first ``kept``."""
        while len(self._open) > kept:
            closed = self._open.pop().closed()
            if self._open:
                self._open[-1].points[-1].rest.append(closed)
            else:
                self._blocks.append(closed)

    def _close_table(self) -> None:
        if not self._rows:
            return
        self._close_points(self._row_depth)
        count = max(len(row) for row in self._rows)
        heads, *rows = (row + ((),) * (count - len(row)) for row in self._rows)
        table = Table(_widths((heads, *rows)), heads, tuple(rows))
        (self._open[-1].points[-1].rest if self._open else self._blocks).append(table)
        self._rows = []


def _marker(point: re.Match[str]) -> Marker:
    if point["number"] is not None:
        return Marker.NUMBER
    return Marker.LETTER if point["letter"] is not None else Marker.CAPITAL


def _widths(rows: Sequence[tuple[Runs, ...]]) -> tuple[int, ...]:
    """Return the columns' shares of the line, in percent, after the longest words each holds."""
    columns = list(zip(*rows, strict=True))
    needs = [min(_MOST, max(_LEAST, *(len(_words(cell)) for cell in column))) for column in columns]
    shares = [max(1, need * _WHOLE // sum(needs)) for need in needs]
    widest = shares.index(max(shares))
    shares[widest] += _WHOLE - sum(shares)
    return tuple(shares)


def _lines(blocks: Sequence[Block], indent: str) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(runs=runs):
                yield f"{indent}{paragraph_line(_words(runs))}"
            case Listing(marker=marker, items=items):
                for position, item in enumerate(items, start=1):
                    yield f"{indent}{marker_text(marker, position)} {_words(item.first.runs)}"
                    yield from _lines(item.rest, f"{indent}{STEP}")
            case Table(heads=heads, rows=rows):
                yield from (
                    f"{indent}{row_line(map(_words, row))}" for row in ((heads, *rows) if heads else rows)
                )


def paragraph_line(words: str) -> str:
    """Return the line that stands for a paragraph of these words."""
    is_read_otherwise = words.startswith(AS_IT_STANDS) or _POINT.fullmatch(words) or _ROW.fullmatch(words)
    return f"{AS_IT_STANDS}{words}" if is_read_otherwise else words


def row_line(cells: Iterable[str]) -> str:
    """Return the line that stands for a table's row of these cells."""
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _words(runs: Runs) -> str:
    return "".join(run.words for run in runs)


def _plain(block: Block) -> Block:
    match block:
        case Paragraph(runs=runs):
            return Paragraph(_plain_runs(runs), block.look)
        case Listing(marker=marker, items=items):
            return Listing(
                marker,
                tuple(
                    Item(Paragraph(_plain_runs(item.first.runs)), tuple(map(_plain, item.rest)))
                    for item in items
                ),
            )
        case Table(heads=heads, rows=rows):
            return Table(
                (),
                tuple(map(_plain_runs, heads)),
                tuple(tuple(map(_plain_runs, row)) for row in rows),
                is_ruled=block.is_ruled,
            )


def _plain_runs(runs: Runs) -> Runs:
    plain: list[Run] = []
    for run in runs:
        if isinstance(run, Text) and plain and isinstance(plain[-1], Text):
            plain[-1] = Text(plain[-1].words + run.words)
        else:
            plain.append(Text(run.words) if isinstance(run, Text) else run)
    return tuple(plain)


def _runs(blocks: Sequence[Block]) -> Iterator[Run]:
    for block in blocks:
        match block:
            case Paragraph(runs=runs):
                yield from runs
            case Listing(items=items):
                for item in items:
                    yield from item.first.runs
                    yield from _runs(item.rest)
            case Table(heads=heads, rows=rows):
                for row in (heads, *rows):
                    for cell in row:
                        yield from cell
