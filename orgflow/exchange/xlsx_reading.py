"""An XLSX as its tables: what is in it is looked at before it is unpacked, and no formula is believed."""

import struct
import warnings
import zlib
from collections.abc import Iterable
from datetime import date, datetime, time
from io import BytesIO
from itertools import islice
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from openpyxl import load_workbook
from openpyxl.utils.exceptions import CellCoordinatesException, IllegalCharacterError, InvalidFileException

from orgflow.domain.organisation.roster import RowFault, RowFaultCode
from orgflow.exchange.limits import (
    MOST_COLUMNS,
    MOST_PARTS,
    MOST_ROWS,
    MOST_SHEETS,
    SMALL_BYTES,
    UNPACKED_BYTES,
    UNPACKED_RATIO,
)
from orgflow.exchange.raw import BrokenCell, RawFile, RawLine, RawTable
from orgflow.exchange.xlsx_merged import Joined, Span, spans_of

ZIP_MARK: Final = b"PK\x03\x04"
_LAST_ROW: Final = 1_048_576
_EXACT_BELOW: Final = 10**15
"""A spreadsheet keeps fifteen digits of a number and makes the others naught."""
_PIECE: Final = 65_536
_PACKINGS: Final = (ZIP_STORED, ZIP_DEFLATED)
_REFUSED: Final = (b"<!DOCTYPE", b"<!ENTITY", b"\x00")
"""What no sheet has: entities, and the letters of an encoding in which they could hide."""
# What a broken workbook makes the library raise; it documents none of them.
_BROKEN: Final = (
    BadZipFile, KeyError, ValueError, TypeError, IndexError, AttributeError, OSError, EOFError,
    SyntaxError, zlib.error, struct.error, RuntimeError, ArithmeticError, AssertionError,
    CellCoordinatesException, IllegalCharacterError, InvalidFileException,
)  # fmt: skip


def read_xlsx(content: bytes) -> RawFile:
    """Return the tables of a workbook, or why it cannot be read."""
    joined: dict[str, tuple[Span, ...]] = {}
    inspected = _inspected(content, joined)
    if isinstance(inspected, RowFaultCode):
        return RawFile.refused(inspected)
    tables: list[RawTable] = []
    faults: list[RowFault] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(inspected), read_only=True, data_only=False)
            # What nobody sees is not taken.
            shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            for sheet in shown[:MOST_SHEETS]:
                # What the file says of its own size is not believed.
                sheet.reset_dimensions()
                spans = joined.get(str(getattr(sheet, "_worksheet_path", "")).lstrip("/"), ())
                table = _table(str(sheet.title), sheet.iter_rows(), Joined(spans))
                if len(table.lines) > MOST_ROWS:
                    code = RowFaultCode.TOO_MANY_ROWS
                    faults.append(RowFault(table.name, 0, "", code, str(MOST_ROWS)))
                elif table.lines:
                    tables.append(table)
            book.close()
    except _BROKEN:
        return RawFile.refused(RowFaultCode.FILE_UNREADABLE)
    if not tables and not faults:
        return RawFile.refused(RowFaultCode.FILE_EMPTY)
    return RawFile(tuple(tables), tuple(faults))


def _inspected(content: bytes, joined: dict[str, tuple[Span, ...]]) -> bytes | RowFaultCode:
    """Return a workbook packed anew from the parts as they were looked at, or why it is not opened.

    The joined cells of each sheet are noted on the way, by the sheet's part.

    A part may hold more than it declares, and the library reads it in one go; here it is read piece by
    piece and cut at what it declares.
    """
    kept = BytesIO()
    try:
        with ZipFile(BytesIO(content)) as parts, ZipFile(kept, "w") as clean:
            held = parts.infolist()
            unpacked = sum(part.file_size for part in held)
            is_bomb = unpacked > max(SMALL_BYTES, UNPACKED_RATIO * len(content))
            if len(held) > MOST_PARTS or unpacked > UNPACKED_BYTES or is_bomb:
                return RowFaultCode.FILE_TOO_LARGE
            for part in held:
                looked_at = _looked_at(parts, part)
                if looked_at is None:
                    return RowFaultCode.FILE_UNREADABLE
                if part.filename.startswith("xl/worksheets/"):
                    joined[part.filename] = spans_of(looked_at)
                clean.writestr(part.filename, looked_at)
    except _BROKEN:
        return RowFaultCode.FILE_UNREADABLE
    return kept.getvalue()


def _looked_at(parts: ZipFile, part: ZipInfo) -> bytes | None:
    """Return a part's content; None if it is locked, packed oddly, a program, or could declare entities."""
    is_odd = part.flag_bits & 1 or part.compress_type not in _PACKINGS
    if is_odd or "vbaProject" in part.filename:
        return None
    with parts.open(part) as opened:
        held = b"".join(iter(lambda: opened.read(_PIECE), b""))
    is_text = part.filename.endswith((".xml", ".rels", ".vml"))
    return None if is_text and any(mark in held for mark in _REFUSED) else held


def _table(name: str, rows: Iterable[Iterable[object]], joined: Joined) -> RawTable:
    lines: list[RawLine] = []
    broken: list[BrokenCell] = []
    for number, row in enumerate(rows, start=1):
        if number > _LAST_ROW or len(lines) > MOST_ROWS:
            break
        texts: list[str] = []
        for column, cell in enumerate(islice(row, MOST_COLUMNS + 1)):
            value: object = getattr(cell, "value", None)
            text = _text(value).strip()
            texts.append(text)
            code = _distrusted(value, getattr(cell, "data_type", "n"))
            if code is not None:
                broken.append(BrokenCell(number, column, code, text[:80]))
        texts = joined.filled(number, texts)
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            lines.append(RawLine(number, tuple(texts)))
    return RawTable(name, tuple(lines), tuple(broken))


def _distrusted(value: object, data_type: object) -> RowFaultCode | None:
    if data_type == "f":
        return RowFaultCode.FORMULA_CELL
    if data_type == "e":
        return RowFaultCode.ERROR_CELL
    is_long = isinstance(value, int | float) and abs(value) >= _EXACT_BELOW
    is_rounded = is_long and (isinstance(value, float) or (isinstance(value, int) and value % 1000 == 0))
    return RowFaultCode.NUMBER_ROUNDED if is_rounded else None


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "ya" if value else "tidak"
        case datetime():
            return value.date().isoformat()
        case date() | time():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)
