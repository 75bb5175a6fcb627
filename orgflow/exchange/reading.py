"""A file that somebody brought as its tables, whichever kind it is."""

from typing import Final

from orgflow.domain.organisation.roster import RowFaultCode
from orgflow.exchange.csv_reading import read_csv
from orgflow.exchange.json_reading import is_json, read_json
from orgflow.exchange.limits import FILE_BYTES
from orgflow.exchange.raw import RawFile
from orgflow.exchange.xlsx_reading import ZIP_MARK, read_xlsx

_OTHERS: Final = (
    b"\xd0\xcf\x11\xe0",
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"{\\rtf",
    b"<!DOCTYPE",
    b"<html",
)
"""How files begin that are often taken for a table; the first is the workbook of before 2007."""


def is_workbook(content: bytes) -> bool:
    """Say whether the bytes are those of an XLSX, and not of a CSV."""
    return content.startswith(ZIP_MARK)


def read_file(content: bytes) -> RawFile:
    """Return the tables of a CSV, XLSX or JSON, judged by its content; never raises for any bytes."""
    if len(content) > FILE_BYTES:
        return RawFile.refused(RowFaultCode.FILE_TOO_LARGE)
    if is_workbook(content):
        return read_xlsx(content)
    if content.startswith(_OTHERS):
        return RawFile.refused(RowFaultCode.FILE_UNREADABLE)
    if is_json(content):
        return read_json(content)
    return read_csv(content)
