"""A derived document as blocks: the one thing that its page, its PDF and its Word file are written from."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Final

from orgflow.domain.letters.facts import Paper


class Mark(StrEnum):
    """How words stand out; each mark survives a black and white copy."""

    PLAIN = "plain"
    BOLD = "bold"
    DELETED = "deleted"
    INSERTED = "inserted"
    GAP = "gap"
    RAISED = "raised"
    """The number of a source, set high after what rests on it."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style, printed as they stand."""

    words: str
    mark: Mark = Mark.PLAIN


Runs = tuple[Run, ...]


class Style(StrEnum):
    """What a line is in its document; those of the second half make the outline of a long one.

    A chapter's marker stands on a line of its own; ``FRONT`` is a heading before the first chapter. The
    titles of tables and figures bear their numbers as markers.
    """

    TITLE = "title"
    HEADING = "heading"
    CENTRED = "centred"
    BODY = "body"
    ITEM = "item"
    SIGN = "sign"
    NAME = "name"
    LEFT = "left"
    LEFT_NAME = "left-name"
    NOTE = "note"
    COVER_TITLE = "cover-title"
    COVER = "cover"
    FRONT = "front"
    CHAPTER = "chapter"
    SECTION = "section"
    TABLE_TITLE = "table-title"
    FIGURE_TITLE = "figure-title"


OUTLINED: Final = frozenset({Style.FRONT, Style.CHAPTER, Style.SECTION})
"""What the table of contents lists."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph.

    Attributes:
        marker: what stands before a hanging item, as ``1.`` or ``a.``; written out, never counted by Word.
        level: how many steps it is set in; the marker hangs in the step before, so it needs one at least.
        keeps_next: stands on one page with what follows.
    """

    style: Style
    runs: Runs
    marker: str = ""
    level: int = 0
    keeps_next: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; one with a single cell runs through all columns."""

    cells: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``widths`` are shares of the line in percent, without ``heads`` it has no rules.

    Rows are never broken over pages and the heads stand on each of them.
    """

    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class EmblemPlace:
    """Where the emblem is printed; without one its place stays empty. On a cover it is large."""

    is_large: bool = False


class Part(StrEnum):
    """Pages that are counted for themselves: those before the first chapter in Roman numerals."""

    FRONT = "front"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a page of its own, or a part of the document whose pages begin with 1."""

    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture in the run of the text, no wider than its line: a whole SVG measured in points.

    ``label`` says in words what it shows.
    """

    svg: str
    label: str


class Listed(StrEnum):
    """What a list of contents lists."""

    HEADINGS = "headings"
    TABLES = "tables"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Contents:
    """A list of contents with the pages; what stands in it is found in the document."""

    listed: Listed


Block = Line | Table | EmblemPlace | NewPage | Figure | Contents


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of the block at the top right of the first page: what stands before its colon, and after."""

    label: str
    value: Runs


class Face(StrEnum):
    """The letters a document is set in."""

    LETTER = "letter"
    REGULATION = "regulation"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document; ``marks`` are printed above every page, as KONSEP.

    ``head`` stands at the top right of the first page of one that goes with a letter, to say with which.
    """

    title: str
    sheet: Paper
    is_landscape: bool
    face: Face
    marks: tuple[str, ...]
    blocks: tuple[Block, ...]
    head: tuple[HeadLine, ...] = ()


def plain(words: str) -> Runs:
    """Return words that do not stand out."""
    return (Run(words),)


def words_of(runs: Runs) -> str:
    """Return what the runs say."""
    return "".join(run.words for run in runs)


def texts_of(document: Document) -> tuple[str, ...]:
    """Return every paragraph and every row of a table in reading order, blanks made single.

    A marker stands before its words, the cells of a row stand beside each other; what is empty is left out.
    """
    heads = (f"{line.label} : {words_of(line.value)}" for line in document.head)
    texts = chain(heads, (text for block in document.blocks for text in _texts(block)))
    found = (" ".join(text.split()) for text in texts)
    return tuple(text for text in found if text)


def row_text(row: Row) -> str:
    """Return the cells of a row beside each other."""
    return " ".join(" ".join(words_of(cell) for cell in row.cells).split())


def _texts(block: Block) -> Iterable[str]:
    match block:
        case Line(runs=runs, marker=marker):
            yield f"{marker} {words_of(runs)}"
        case Table(heads=heads, rows=rows):
            yield " ".join(heads)
            yield from map(row_text, rows)
        case _:
            pass


def listed_in(blocks: Iterable[Block], listed: Listed) -> tuple[Line, ...]:
    """Return the lines that a list of contents lists, in their order."""
    return tuple(
        block for block in blocks if isinstance(block, Line) and block.style in LISTED_STYLES[listed]
    )


LISTED_STYLES: Final = {
    Listed.HEADINGS: OUTLINED,
    Listed.TABLES: frozenset({Style.TABLE_TITLE}),
    Listed.FIGURES: frozenset({Style.FIGURE_TITLE}),
}
"""Which lines each list of contents lists."""
