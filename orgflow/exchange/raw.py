"""A file as rows of texts, with the place of each, before anyone asks what they mean."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from orgflow.domain.organisation.roster import RowFault, RowFaultCode
from orgflow.exchange.limits import CELL_LENGTH, MOST_COLUMNS

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class RawLine:
    """One row: its number as the spreadsheet counts, and its trimmed texts; an empty cell is empty."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BrokenCell:
    """A cell whose text cannot be believed; ``column`` counts from 0."""

    number: int
    column: int
    code: RowFaultCode
    text: str


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table: the rows that hold anything, and the cells that are not to be believed; a CSV has no name."""

    name: str
    lines: tuple[RawLine, ...]
    broken: tuple[BrokenCell, ...] = ()


@dataclass(frozen=True, slots=True)
class RawFile:
    """What was read, and why the file as a whole could not be."""

    tables: tuple[RawTable, ...]
    faults: tuple[RowFault, ...] = ()

    @staticmethod
    def refused(
        code: RowFaultCode, *, sheet: str = "", row: int = 0, column: str = "", value: str = ""
    ) -> "RawFile":
        """Return a file of which nothing can be taken."""
        return RawFile((), (RowFault(sheet, row, column, code, value[:80]),))


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row below the headings: its texts by heading; empty cells are left out."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A table under its headings.

    Attributes:
        heading_row: as the spreadsheet counts.
        faults: what of it is wrong whatever its columns mean.
    """

    name: str
    heading_row: int
    headings: tuple[str, ...]
    rows: tuple[RawRow, ...]
    faults: tuple[RowFault, ...]


def letter_of(column: int) -> str:
    """Return the letter of a column that is counted from 0, as a spreadsheet shows it."""
    above, place = divmod(column, len(_LETTERS))
    return (letter_of(above - 1) if above else "") + _LETTERS[place]


def under_headings(
    table: RawTable, heading_row: int | None = None, *, only: frozenset[str] | None = None
) -> RawSheet:
    """Return a table by its headings.

    Args:
        heading_row: which row they stand in; None is the first. A table without that row is empty.
        only: the headings that matter; what is wrong elsewhere is not looked at. None is all of them, and
            cells beside them are wrong.
    """
    start = table.lines[0].number if heading_row is None else heading_row
    heading = next((line for line in table.lines if line.number == start), None)
    if heading is None:
        return RawSheet(table.name, start, (), (), ())
    headings = tuple(" ".join(cell.split()) for cell in heading.cells)
    while headings and not headings[-1]:
        headings = headings[:-1]
    below = [line for line in table.lines if line.number > start]
    faults = [
        *_heading_faults(table.name, start, headings, only),
        *_broken_cells(table, start, headings, only),
        *_row_faults(table.name, below, headings, only),
    ]
    rows = tuple(RawRow(line.number, _held(headings, line)) for line in below)
    return RawSheet(table.name, start, headings, rows, tuple(faults))


def _held(headings: tuple[str, ...], line: RawLine) -> dict[str, str]:
    held: dict[str, str] = {}
    for heading, cell in zip(headings, line.cells, strict=False):
        if heading and cell:
            held.setdefault(heading, cell)
    return held


def _heading_faults(
    name: str, row: int, headings: tuple[str, ...], only: frozenset[str] | None
) -> Iterable[RowFault]:
    for place, heading in enumerate(headings):
        if heading and heading in headings[:place] and (only is None or heading in only):
            yield RowFault(name, row, heading[:80], RowFaultCode.COLUMN_TWICE, heading[:80])
    if len(headings) > MOST_COLUMNS:
        yield RowFault(name, row, "", RowFaultCode.TOO_MANY_COLUMNS, str(MOST_COLUMNS))


def _broken_cells(
    table: RawTable, start: int, headings: tuple[str, ...], only: frozenset[str] | None
) -> Iterable[RowFault]:
    for cell in table.broken:
        heading = headings[cell.column] if cell.column < len(headings) else ""
        if cell.number >= start and (only is None or heading in only):
            column = heading or letter_of(cell.column)
            yield RowFault(table.name, cell.number, column[:80], cell.code, cell.text[:80])


def _row_faults(
    name: str, lines: Iterable[RawLine], headings: tuple[str, ...], only: frozenset[str] | None
) -> Iterable[RowFault]:
    for line in lines:
        for column, cell in enumerate(line.cells):
            heading = headings[column] if column < len(headings) else ""
            if only is not None and heading not in only:
                continue
            if cell and not heading:
                code = RowFaultCode.BESIDE_HEADINGS
                yield RowFault(name, line.number, letter_of(column), code, cell[:80])
            elif len(cell) > CELL_LENGTH:
                code = RowFaultCode.TEXT_TOO_LONG
                yield RowFault(name, line.number, heading[:80], code, str(CELL_LENGTH))
