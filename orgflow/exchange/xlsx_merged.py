"""Cells that a workbook joins over several rows: each row is read with what a person sees beside it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from openpyxl.utils import range_boundaries

_MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_MOST: Final = 5_000


@dataclass(frozen=True, slots=True)
class Span:
    """One column of a joined cell; both rows are in it, counted from 1, the column from 0."""

    column: int
    top: int
    bottom: int


@dataclass(slots=True)
class Joined:
    """The joined cells of a sheet while its rows are read in order."""

    spans: tuple[Span, ...]
    said: dict[Span, str] = field(default_factory=dict)

    def filled(self, number: int, texts: list[str]) -> list[str]:
        """Return a row with what joined cells above say; a row that is empty but for them stays empty."""
        covering = [span for span in self.spans if span.top <= number <= span.bottom]
        if not covering:
            return texts
        row = [*texts]
        for span in covering:
            if span.top == number:
                self.said[span] = texts[span.column] if span.column < len(texts) else ""
            elif any(texts):
                row += [""] * (span.column + 1 - len(row))
                row[span.column] = row[span.column] or self.said.get(span, "")
        return row


def spans_of(sheet_xml: bytes) -> tuple[Span, ...]:
    """Return the cells of a sheet that are joined over rows, column by column."""
    return tuple(_spans(match.decode() for match in _MERGED.findall(sheet_xml)[:_MOST]))


def _spans(references: Iterable[str]) -> Iterable[Span]:
    for reference in references:
        left, top, _, bottom = range_boundaries(reference)
        if left is not None and top is not None and bottom is not None and top < bottom:
            yield Span(left - 1, top, bottom)
