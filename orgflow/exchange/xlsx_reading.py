"""An XLSX as its tables: what is in it is looked at before it is unpacked, and no formula is believed."""

import warnings
from datetime import date, datetime, time
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from orgflow.domain.organisation.roster import RowFault, RowFaultCode
from orgflow.exchange.csv_reading import table
from orgflow.exchange.limits import (
    MOST_COLUMNS,
    MOST_PARTS,
    MOST_ROWS,
    MOST_SHEETS,
    UNPACKED_BYTES,
    UNPACKED_RATIO,
)
from orgflow.exchange.raw import RawFile, RawSheet

ZIP_MARK: Final = b"PK\x03\x04"
_UNREADABLE: Final = RowFault("", 0, "", RowFaultCode.FILE_UNREADABLE)
_TOO_LARGE: Final = RowFault("", 0, "", RowFaultCode.FILE_TOO_LARGE)
# What a broken workbook makes the library raise; it documents none of them.
_BROKEN: Final = (
    BadZipFile, KeyError, ValueError, TypeError, IndexError, AttributeError, OSError, EOFError,
    SyntaxError, NotImplementedError, RuntimeError, ArithmeticError,
)  # fmt: skip


def read_xlsx(content: bytes) -> RawFile:
    """Return the tables of a workbook, or why it cannot be read."""
    refused = _inspected(content)
    if refused is not None:
        return RawFile((), (refused,))
    sheets: list[RawSheet] = []
    faults: list[RowFault] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(content), data_only=False)
            for sheet in book.worksheets[:MOST_SHEETS]:
                read = _read_sheet(sheet)
                sheets += read.sheets
                faults += read.faults
    except _BROKEN:
        return RawFile((), (_UNREADABLE,))
    if not sheets and not faults:
        faults.append(RowFault("", 0, "", RowFaultCode.FILE_EMPTY))
    return RawFile(tuple(sheets), tuple(faults))


def _inspected(content: bytes) -> RowFault | None:
    """Return why a workbook is not opened at all, None when it may be."""
    try:
        with ZipFile(BytesIO(content)) as parts:
            held = parts.infolist()
            unpacked = sum(part.file_size for part in held)
            is_small = len(held) <= MOST_PARTS and unpacked <= UNPACKED_BYTES
            if not is_small or unpacked > UNPACKED_RATIO * len(content):
                return _TOO_LARGE
            return _UNREADABLE if any(_is_refused(parts, part) for part in held) else None
    except _BROKEN:
        return _UNREADABLE


def _is_refused(parts: ZipFile, part: ZipInfo) -> bool:
    """Say whether a part is locked, holds a program, or declares entities."""
    if part.flag_bits & 1 or "vbaProject" in part.filename:
        return True
    if not part.filename.endswith((".xml", ".rels")):
        return False
    with parts.open(part) as opened:
        start = opened.read(4096)
    return b"<!DOCTYPE" in start or b"<!ENTITY" in start


def _read_sheet(sheet: Worksheet) -> RawFile:
    name = str(sheet.title)
    if sheet.max_row > MOST_ROWS:
        return RawFile((), (RowFault(name, 0, "", RowFaultCode.TOO_MANY_ROWS, str(MOST_ROWS)),))
    lines: list[tuple[int, tuple[str, ...]]] = []
    faults: list[RowFault] = []
    headings: tuple[str, ...] = ()
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1), start=1):
        texts = tuple(_text(cell.value) for cell in row)
        if not any(texts):
            continue
        headings = headings or texts
        for cell, heading, text in zip(row, headings, texts, strict=True):
            if cell.data_type == "f":
                faults.append(RowFault(name, number, heading, RowFaultCode.FORMULA_CELL, text[:80]))
            elif cell.data_type == "e":
                faults.append(RowFault(name, number, heading, RowFaultCode.ERROR_CELL, text[:80]))
        lines.append((number, texts))
    if not lines:
        return RawFile((), ())
    read = table(name, lines)
    return RawFile(read.sheets, (*faults, *read.faults))


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
