"""A derived table as a workbook, its words marked as on paper: struck through, or bold and underlined."""

from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from orgflow.domain.papers.document import Document, Line, Mark, Runs, Style, Table, words_of

_FONTS: Final = {
    Mark.DELETED: InlineFont(strike=True),
    Mark.INSERTED: InlineFont(b=True, u="single"),
    Mark.BOLD: InlineFont(b=True),
    Mark.GAP: InlineFont(i=True),
    Mark.RAISED: InlineFont(vertAlign="superscript"),
}
_CHARACTERS: Final = 1.7
"""Characters in one percent of a wide page."""
_THIN: Final = Side(style="thin")
_RULED: Final = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_TOP: Final = Alignment(vertical="top", wrap_text=True)
_HEAD: Final = PatternFill("solid", start_color="FFECECEC")


def write_document_xlsx(document: Document) -> bytes:
    """Return the document's tables under its titles, as a sheet that prints on a wide page."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError("a new workbook has a sheet")
    sheet.title = "matriks"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    at = 1
    for block in document.blocks:
        if isinstance(block, Table):
            at = _write_table(sheet, block, at)
        elif isinstance(block, Line):
            _put(sheet, at, 1, block.runs)
            if block.style is Style.TITLE:
                sheet.cell(at, 1).font = Font(bold=True)
            at += 1
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _write_table(sheet: Worksheet, table: Table, at: int) -> int:
    """Write a table from a row on and return the row after it."""
    for place, width in enumerate(table.widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width * _CHARACTERS
    for place, head in enumerate(table.heads, start=1):
        cell = sheet.cell(at, place)
        cell.value, cell.data_type = head, "s"
        cell.font, cell.fill, cell.border = Font(bold=True), _HEAD, _RULED
    sheet.print_title_rows = f"{at}:{at}"
    sheet.freeze_panes = f"A{at + 1}"
    for row in table.rows:
        at += 1
        if len(row.cells) == 1:
            _put(sheet, at, 1, row.cells[0])
            sheet.cell(at, 1).font = Font(bold=True)
            sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=len(table.widths))
            continue
        for place, runs in enumerate(row.cells, start=1):
            _put(sheet, at, place, runs)
            sheet.cell(at, place).alignment, sheet.cell(at, place).border = _TOP, _RULED
    return at + 1


def _put(sheet: Worksheet, row: int, column: int, runs: Runs) -> None:
    """Put words into a cell as a text whatever they say: no formula, no number, no date."""
    cell = sheet.cell(row, column)
    if any(run.mark is not Mark.PLAIN for run in runs):
        cell.value = CellRichText(
            *(TextBlock(_FONTS[run.mark], run.words) if run.mark in _FONTS else run.words for run in runs)
        )
    else:
        cell.value = words_of(runs)
    cell.data_type = "s"
    cell.number_format = "@"
