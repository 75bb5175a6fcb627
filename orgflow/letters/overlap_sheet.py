"""The comparison of duties as a printed table: what stands in it, and how it is handed to another process."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Final

MARGIN_MM: Final = 15
WIDTHS_MM: Final = (10, 76, 76, 22, 32, 51)
"""Of the columns, on A4 as it lies: number, both duties, likeness, verdict, distinction."""
SIZE_MM: Final = (297, 210)


class SheetFormat(StrEnum):
    """The files that the table is printed to."""

    PDF = "pdf"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell's words; ``note`` stands under them, and a ``gap`` is a place that a person must still fill."""

    words: str = ""
    note: str = ""
    gap: str = ""


@dataclass(frozen=True, slots=True)
class OverlapSheet:
    """The table whole.

    Attributes:
        marks: printed above every page, as CONTOH.
        title: its lines, centred.
        notes: sentences under the table.
    """

    marks: tuple[str, ...]
    title: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[SheetCell, ...], ...]
    notes: tuple[str, ...]


def sheet_to_json(sheet: OverlapSheet) -> bytes:
    """Return the table as JSON."""
    return json.dumps(asdict(sheet), ensure_ascii=False, sort_keys=True).encode()


def sheet_from_json(content: bytes) -> OverlapSheet:
    """Return the table that ``sheet_to_json`` wrote.

    Raises:
        ValueError, KeyError, TypeError: it is nothing of the sort.
    """
    held = json.loads(content)
    return OverlapSheet(
        tuple(held["marks"]),
        tuple(held["title"]),
        tuple(held["headings"]),
        tuple(tuple(SheetCell(**cell) for cell in row) for row in held["rows"]),
        tuple(held["notes"]),
    )
