"""A register as a CSV that a spreadsheet program opens without reading a formula into it."""

import csv
from collections.abc import Iterable
from io import StringIO

from orgflow.exchange.csv_writing import guarded

_BYTE_ORDER_MARK = "\ufeff"
"""Spreadsheet programs take a file without it for one of another alphabet."""


def write_table_csv(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """Return the table in UTF-8, parted by commas, its heads in the first line."""
    written = StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows(map(guarded, row) for row in rows)
    return (_BYTE_ORDER_MARK + written.getvalue()).encode("utf-8")
