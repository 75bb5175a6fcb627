"""An XLSX as its tables: what is in it is looked at before it is unpacked, and no formula is believed."""

import warnings
from collections.abc import Iterable
from datetime import date, datetime, time
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from openpyxl import load_workbook

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

ZIP_MARK: Final = b"PK\x03\x04"
_LAST_ROW: Final = 1_048_576
_EXACT_BELOW: Final = 10**15
"""A spreadsheet keeps fifteen digits of a number and makes the others naught."""
# What a broken workbook makes the library raise; it documents none of them.
_BROKEN: Final = (
    BadZipFile, KeyError, ValueError, TypeError, IndexError, AttributeError, OSError, EOFError,
    SyntaxError, RuntimeError, ArithmeticError, AssertionError,
)  # fmt: skip


def read_xlsx(content: bytes) -> RawFile:
    """Return the tables of a workbook, or why it cannot be read."""
    refused = _inspected(content)
    if refused is not None:
        return RawFile.refused(refused)
    tables: list[RawTable] = []
    faults: list[RowFault] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(content), read_only=True, data_only=False)
            for sheet in book.worksheets[:MOST_SHEETS]:
                # What the file says of its own size is not believed.
                sheet.reset_dimensions()
                table = _table(str(sheet.title), sheet.iter_rows(max_col=MOST_COLUMNS + 1))
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


def _inspected(content: bytes) -> RowFaultCode | None:
    """Return why a workbook is not opened at all, None when it may be."""
    try:
        with ZipFile(BytesIO(content)) as parts:
            held = parts.infolist()
            unpacked = sum(part.file_size for part in held)
            is_bomb = unpacked > max(SMALL_BYTES, UNPACKED_RATIO * len(content))
            if len(held) > MOST_PARTS or unpacked > UNPACKED_BYTES or is_bomb:
                return RowFaultCode.FILE_TOO_LARGE
            if any(_is_refused(parts, part) for part in held):
                return RowFaultCode.FILE_UNREADABLE
    except _BROKEN:
        return RowFaultCode.FILE_UNREADABLE
    return None


def _is_refused(parts: ZipFile, part: ZipInfo) -> bool:
    """Say whether a part is locked, holds a program, or could declare entities."""
    if part.flag_bits & 1 or "vbaProject" in part.filename:
        return True
    if not part.filename.endswith((".xml", ".rels", ".vml")):
        return False
    held = parts.read(part)
    return b"<!DOCTYPE" in held or b"<!ENTITY" in held or b"\x00" in held


def _table(name: str, rows: Iterable[Iterable[object]]) -> RawTable:
    lines: list[RawLine] = []
    broken: list[BrokenCell] = []
    for number, row in enumerate(rows, start=1):
        if number > _LAST_ROW or len(lines) > MOST_ROWS:
            break
        texts: list[str] = []
        for column, cell in enumerate(row):
            value: object = getattr(cell, "value", None)
            text = _text(value).strip()
            texts.append(text)
            code = _distrusted(value, getattr(cell, "data_type", "n"))
            if code is not None:
                broken.append(BrokenCell(number, column, code, text[:80]))
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
    if isinstance(value, int | float) and abs(value) >= _EXACT_BELOW and int(value) % 1000 == 0:
        return RowFaultCode.NUMBER_ROUNDED
    return None


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
