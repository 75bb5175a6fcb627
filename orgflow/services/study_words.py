"""Structured text, as an office types it, as the blocks of a derived document."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from orgflow.domain.papers.document import Block, Line, Mark, Row, Run, Runs, Style, Table
from orgflow.domain.study.sections import Asked
from orgflow.letters import blocks as typed
from orgflow.letters.markers import marker_text
from orgflow.letters.structured_text import read_text

ANSWERS: Final = {
    Asked.YEAR: "Tahun data: ",
    Asked.WEAKNESS: "Kelemahan pilihan yang diusulkan: ",
}
"""What is printed before the answer to what a section asks besides."""
_GAP: Final = re.compile(r"(\[belum diisi(?:: [^\]\n]*)?\])")


def blocks_of_text(text: str) -> tuple[Block, ...]:
    """Return the blocks that a structured text stands for; what it says is not filled in stands out."""
    return tuple(_blocks(read_text(text, {}), 0))


def runs_of_text(words: str) -> Runs:
    """Return one line of text; what it says is not filled in stands out."""
    parts = (part for part in _GAP.split(words) if part)
    return tuple(Run(part, Mark.GAP if _GAP.fullmatch(part) else Mark.PLAIN) for part in parts)


def _blocks(read: Iterable[typed.Block], level: int) -> Iterator[Block]:
    for block in read:
        match block:
            case typed.Paragraph(runs=runs):
                yield Line(Style.ITEM if level else Style.BODY, _runs(runs), level=level)
            case typed.Listing(marker=marker, items=items):
                for position, item in enumerate(items, start=1):
                    number = marker_text(marker, position)
                    yield Line(Style.ITEM, _runs(item.first.runs), number, level + 1)
                    yield from _blocks(item.rest, level + 1)
            case typed.Table(widths=widths, heads=heads, rows=rows):
                cells = tuple(Row(tuple(_runs(cell) for cell in row)) for row in rows)
                yield Table(tuple(_words(head) for head in heads), widths, cells)


def _runs(runs: typed.Runs) -> Runs:
    return runs_of_text(_words(runs))


def _words(runs: typed.Runs) -> str:
    return "".join(run.words for run in runs)
