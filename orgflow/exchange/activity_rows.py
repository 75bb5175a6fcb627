"""Activities of a unit as a table: its columns, and a file's rows under them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from orgflow.domain.organisation.roster import RowFault, RowFaultCode
from orgflow.domain.workload.activities import Activity
from orgflow.domain.workload.figures import plain_figure
from orgflow.exchange.raw import RawSheet, under_headings
from orgflow.exchange.reading import read_file
from orgflow.exchange.xlsx_writing import write_sheet

SHEET: Final = "beban_kerja"
HEADINGS: Final[Mapping[str, str]] = {
    "function": "fungsi",
    "name": "kegiatan",
    "product": "satuan_hasil",
    "year": "tahun",
    "volume": "volume",
    "norm": "norma_menit",
    "source": "sumber",
    "dated_on": "tanggal_sumber",
    "is_verified": "terverifikasi",
}
"""The heading of each field's column."""
REQUIRED: Final = ("function", "name", "product", "year", "volume", "source")
YES: Final = "ya"
NO: Final = "tidak"
_WIDTHS: Final = {"fungsi": 34, "kegiatan": 46, "sumber": 46}


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """One row as it was typed: its number as the spreadsheet counts, its texts by field."""

    number: int
    typed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ActivityLines:
    """What a file holds, and what is wrong with it whatever its rows say."""

    lines: tuple[ActivityLine, ...]
    faults: tuple[RowFault, ...]


def read_activity_lines(content: bytes) -> ActivityLines:
    """Return a file's rows of activities: those of the first table that has such columns; never raises."""
    read = read_file(content)
    known = frozenset(HEADINGS.values())
    sheets = [under_headings(table, only=known) for table in read.tables]
    sheet = next((one for one in sheets if HEADINGS["name"] in one.headings), None)
    if sheet is None:
        lacking = RowFault("", 0, "", RowFaultCode.COLUMN_MISSING, HEADINGS["name"])
        return ActivityLines((), read.faults or (lacking,))
    missing = tuple(_missing(sheet))
    if missing:
        return ActivityLines((), missing)
    lines = tuple(
        ActivityLine(row.number, {field: row.cells.get(head, "") for field, head in HEADINGS.items()})
        for row in sheet.rows
        if any(row.cells.get(head) for head in known)
    )
    empty = RowFault("", 0, "", RowFaultCode.FILE_EMPTY)
    return ActivityLines(lines, (*read.faults, *sheet.faults) if lines else (empty,))


def write_activities_xlsx(activities: Iterable[Activity]) -> bytes:
    """Return activities as a workbook that ``read_activity_lines`` reads, every cell a text."""
    rows = [tuple(HEADINGS.values()), *map(_cells, activities)]
    return write_sheet(SHEET, rows, _WIDTHS)


def _missing(sheet: RawSheet) -> Iterable[RowFault]:
    for field in REQUIRED:
        if HEADINGS[field] not in sheet.headings:
            code = RowFaultCode.COLUMN_MISSING
            yield RowFault(sheet.name, sheet.heading_row, "", code, HEADINGS[field])


def _cells(activity: Activity) -> tuple[str, ...]:
    return (
        activity.function,
        activity.name,
        activity.product,
        str(activity.year),
        plain_figure(activity.volume),
        plain_figure(activity.norm) if activity.norm is not None else "",
        activity.source,
        activity.dated_on.isoformat() if activity.dated_on is not None else "",
        YES if activity.is_verified else NO,
    )
