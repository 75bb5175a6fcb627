"""The sources of a document's claims: a raised number after each sentence, and the list they lead to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from orgflow.domain.evidence.claims import MARK, key_of
from orgflow.domain.papers.document import (
    Block,
    Document,
    Line,
    Mark,
    Row,
    Run,
    Runs,
    Style,
    Table,
    plain,
)

TITLE: Final = "Sumber"
_UNKNOWN: Final = "[sumber belum ada: {key}]"
_PARTED: Final = ","


@dataclass(slots=True)
class _Numbers:
    """Numbers given to entries in the order in which they are named first."""

    words: Mapping[str, str]
    given: dict[str, int] = field(default_factory=dict)

    def of(self, key: str) -> int:
        return self.given.setdefault(key, len(self.given) + 1)


def cited(document: Document, words: Mapping[str, str], title: str = TITLE) -> Document:
    """Return the document with its marks as raised numbers, and the list of sources at its end.

    A document without marks is returned as it is. A mark that names no known entry becomes a visible gap.

    Args:
        words: what the list says of each entry, by its key.
        title: what stands above the list.
    """
    blocks, sources = cited_blocks(document.blocks, words)
    head = (Line(Style.HEADING, plain(title), keeps_next=True),) if sources else ()
    return replace(document, blocks=(*blocks, *head, *sources))


def cited_blocks(
    blocks: Iterable[Block], words: Mapping[str, str]
) -> tuple[tuple[Block, ...], tuple[Line, ...]]:
    """Return blocks with their marks as raised numbers, and the lines of the list that those lead to."""
    numbers = _Numbers(words)
    said = tuple(_block(block, numbers) for block in blocks)
    listed = (
        Line(Style.NOTE, plain(words[key]), marker=f"{number}.", level=1)
        for key, number in numbers.given.items()
    )
    return said, tuple(listed)


def _block(block: Block, numbers: _Numbers) -> Block:
    match block:
        case Line():
            return replace(block, runs=_runs(block.runs, numbers))
        case Table():
            rows = tuple(Row(tuple(_runs(cell, numbers) for cell in row.cells)) for row in block.rows)
            return replace(block, rows=rows)
        case _:
            return block


def _runs(runs: Runs, numbers: _Numbers) -> Runs:
    return tuple(piece for run in runs for piece in _pieces(run, numbers))


def _pieces(run: Run, numbers: _Numbers) -> Runs:
    found = tuple(MARK.finditer(run.words))
    if not found:
        return (run,)
    pieces: list[Run] = []
    at = 0
    for mark in found:
        if mark.start() > at:
            pieces.append(Run(run.words[at : mark.start()], run.mark))
        pieces.extend(_raised(mark[1], numbers, pieces[-1] if pieces else None))
        at = mark.end()
    if at < len(run.words):
        pieces.append(Run(run.words[at:], run.mark))
    return tuple(pieces)


def _raised(told: str, numbers: _Numbers, before: Run | None) -> Runs:
    key = key_of(told)
    if key is None or key not in numbers.words:
        return (Run(" ", Mark.PLAIN), Run(_UNKNOWN.format(key=told.strip() or "?"), Mark.GAP))
    parted = _PARTED if before is not None and before.mark is Mark.RAISED else ""
    return (Run(f"{parted}{numbers.of(key)}", Mark.RAISED),)
