"""Our own form as a workbook: a sheet for each table, every cell a text, and a note of what it is."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from orgflow.domain.organisation.roster import Roster
from orgflow.exchange.written import Table, tables_of

NOTE_SHEET: Final = "keterangan"
_AS_TEXT: Final = "@"
_WIDTHS: Final[Mapping[str, int]] = {
    "nama": 46,
    "nama_jabatan": 46,
    "nama_pejabat": 36,
    "bunyi": 90,
    "tentang": 60,
    "isi": 90,
}
_USUAL_WIDTH: Final = 18
_FILL: Final = PatternFill("solid", start_color="FFE3EAF4")
_BOLD: Final = Font(bold=True)
_TOP: Final = Alignment(vertical="top", wrap_text=True)

Rows = Iterable[tuple[str, ...]]


def write_xlsx(roster: Roster, note: Rows) -> bytes:
    """Return the workbook; ``note`` is rows of two or more texts, the first of them the headings."""
    book = Workbook(write_only=True)
    for table in tables_of(roster):
        headings = tuple(column.heading for column in table.columns)
        _write(book.create_sheet(table.sheet), (headings, *table.rows), _required(table))
    _write(book.create_sheet(NOTE_SHEET), note, frozenset())
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def write_sheet(title: str, rows: Rows, widths: Mapping[str, int]) -> bytes:
    """Return a workbook of one sheet, every cell a text.

    Args:
        title: at most 31 characters, as spreadsheets allow.
        rows: the first holds the headings.
        widths: of the columns that are not of the usual width, by heading.
    """
    book = Workbook(write_only=True)
    _write(book.create_sheet(title), rows, frozenset(), widths)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _required(table: Table) -> frozenset[str]:
    return frozenset(column.heading for column in table.columns if column.is_required)


def _write(
    sheet: Worksheet, rows: Rows, required: frozenset[str], widths: Mapping[str, int] = _WIDTHS
) -> None:
    """Write a table under its bold headings; a column that must be filled in has a tint."""
    held = iter(rows)
    headings = next(held, ())
    sheet.freeze_panes = "A2"
    for place, heading in enumerate(headings, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = widths.get(heading, _USUAL_WIDTH)
    sheet.append([_heading(sheet, heading, heading in required) for heading in headings])
    for row in held:
        sheet.append([_cell(sheet, text) if text else None for text in row])


def _heading(sheet: Worksheet, text: str, is_required: bool) -> Cell:
    cell = _cell(sheet, text)
    cell.font = _BOLD
    if is_required:
        cell.fill = _FILL
    return cell


def _cell(sheet: Worksheet, text: str) -> Cell:
    """Return a cell that is a text whatever it says: no formula, no number, no date."""
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    cell.number_format = _AS_TEXT
    cell.alignment = _TOP
    return cell
