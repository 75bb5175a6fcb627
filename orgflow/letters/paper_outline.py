"""The outline of a long document: which lines its lists of contents name, and on which pages they stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from orgflow.domain.letters.enclosing import roman
from orgflow.domain.papers.document import (
    OUTLINED,
    Document,
    Line,
    Listed,
    NewPage,
    Part,
    Style,
    listed_in,
    words_of,
)

_NUMBERED: Final = OUTLINED | {Style.TABLE_TITLE, Style.FIGURE_TITLE}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that contents name; ``anchor`` names its place, ``is_deep`` what stands within a chapter."""

    anchor: str
    words: str
    part: Part
    is_deep: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """The entries of a document, and the anchors of its lines by their places among its blocks."""

    entries: Mapping[Listed, tuple[Entry, ...]]
    anchors: Mapping[int, str]

    @property
    def is_long(self) -> bool:
        """Whether the document has a list of contents to fill."""
        return any(self.entries.values())


def outline_of(document: Document) -> Outline:
    """Return the outline of a document; one without chapters has an empty one."""
    anchors: dict[int, str] = {}
    parts: dict[int, Part] = {}
    part = Part.FRONT
    for place, block in enumerate(document.blocks):
        if isinstance(block, NewPage) and block.part is not None:
            part = block.part
        if isinstance(block, Line) and block.style in _NUMBERED:
            anchors[place], parts[place] = f"tempat-{place}", part
    lines = {id(document.blocks[place]): place for place in anchors}
    return Outline(
        {
            listed: tuple(
                _entry(line, anchors[lines[id(line)]], parts[lines[id(line)]])
                for line in listed_in(document.blocks, listed)
            )
            for listed in Listed
        },
        anchors,
    )


def printed_pages(outline: Outline, sheets: Mapping[str, int]) -> Mapping[str, str]:
    """Return the number that is printed on the page of each anchor.

    Args:
        sheets: the sheet on which each anchor stands, from 0.
    """
    first: dict[Part, int] = {}
    entries = [entry for held in outline.entries.values() for entry in held]
    for entry in entries:
        at = sheets[entry.anchor]
        first[entry.part] = min(first.get(entry.part, at), at)
    numbers = {entry.anchor: sheets[entry.anchor] - first[entry.part] + 1 for entry in entries}
    return {
        entry.anchor: roman(numbers[entry.anchor]).lower()
        if entry.part is Part.FRONT
        else str(numbers[entry.anchor])
        for entry in entries
    }


def _entry(line: Line, anchor: str, part: Part) -> Entry:
    words = f"{line.marker} {words_of(line.runs)}".strip()
    return Entry(anchor, words, part, line.style is Style.SECTION)
