"""The unit table as a CSV that a spreadsheet program opens without reading a formula into it."""

import csv
from io import StringIO
from typing import Final

from orgflow.domain.organisation.roster import Roster, Sheet
from orgflow.exchange.csv_reading import bare
from orgflow.exchange.written import table_of

_FORMULA_MARKS: Final = tuple("=+-@\t")


def write_csv(roster: Roster) -> bytes:
    """Return the unit table in UTF-8, parted by commas."""
    table = table_of(roster, Sheet.UNITS)
    written = StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(column.heading for column in table.columns)
    writer.writerows(map(guarded, row) for row in table.rows)
    return written.getvalue().encode("utf-8")


def guarded(text: str) -> str:
    """Return a text that no spreadsheet program takes for a formula, and that reads back as it was."""
    return f"'{text}" if text.startswith(_FORMULA_MARKS) or bare(text) != text else text
