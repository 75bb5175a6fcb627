"""A CSV as its tables: the encoding and the separator are found out, what is broken is named by row."""

import csv
from io import StringIO
from typing import Final

from orgflow.domain.organisation.roster import RowFault, RowFaultCode
from orgflow.exchange.limits import CELL_LENGTH, MOST_COLUMNS, MOST_ROWS
from orgflow.exchange.raw import RawFile, RawRow, RawSheet

SEPARATORS: Final = (",", ";", "\t")
_BOM: Final = b"\xef\xbb\xbf"
_OTHER_BOMS: Final = (b"\xff\xfe", b"\xfe\xff")


def read_csv(content: bytes) -> RawFile:
    """Return the one table of a CSV, or why it cannot be read."""
    text = _decoded(content)
    if isinstance(text, RowFault):
        return _refused(text)
    if "\x00" in text:
        return _refused(RowFault("", 0, "", RowFaultCode.FILE_UNREADABLE))
    separator = _separator(text)
    if separator is None:
        return _refused(RowFault("", 1, "", RowFaultCode.WRONG_SEPARATOR, text.splitlines()[0][:80]))
    try:
        lines = list(csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as broken:
        return _refused(RowFault("", 0, "", RowFaultCode.FILE_UNREADABLE, str(broken)[:80]))
    return table("", [(number, tuple(map(bare, line))) for number, line in enumerate(lines, start=1)])


def table(name: str, lines: list[tuple[int, tuple[str, ...]]]) -> RawFile:
    """Return numbered lines of texts as a table; the first that holds anything is the heading."""
    filled = [(number, cells) for number, cells in lines if any(cell.strip() for cell in cells)]
    if not filled:
        return _refused(RowFault(name, 0, "", RowFaultCode.FILE_EMPTY))
    if len(filled) > MOST_ROWS:
        return _refused(RowFault(name, 0, "", RowFaultCode.TOO_MANY_ROWS, str(MOST_ROWS)))
    first, heading_cells = filled[0]
    headings = tuple(cell.strip() for cell in heading_cells)
    while headings and not headings[-1]:
        headings = headings[:-1]
    faults = [
        RowFault(name, first, heading, RowFaultCode.COLUMN_TWICE, heading)
        for place, heading in enumerate(headings)
        if heading and heading in headings[:place]
    ]
    if len(headings) > MOST_COLUMNS:
        faults.append(RowFault(name, first, "", RowFaultCode.TOO_MANY_ROWS, str(MOST_COLUMNS)))
    rows: list[RawRow] = []
    for number, cells in filled[1:]:
        beyond = [cell for cell in cells[len(headings) :] if cell.strip()]
        if beyond:
            faults.append(RowFault(name, number, "", RowFaultCode.COLUMN_UNKNOWN, beyond[0][:80]))
        held = {
            heading: cell.strip()
            for heading, cell in zip(headings, cells, strict=False)
            if heading and cell.strip()
        }
        long = [heading for heading, cell in held.items() if len(cell) > CELL_LENGTH]
        faults += [RowFault(name, number, heading, RowFaultCode.TEXT_TOO_LONG) for heading in long]
        rows.append(RawRow(number, held))
    return RawFile((RawSheet(name, headings, tuple(rows)),), tuple(faults))


def bare(text: str) -> str:
    """Return a text without the apostrophe that keeps a spreadsheet from reading it as a formula."""
    return text[1:] if len(text) > 1 and text[0] == "'" and text[1] in "=+-@\t'" else text


def _decoded(content: bytes) -> str | RowFault:
    if not content.strip():
        return RowFault("", 0, "", RowFaultCode.FILE_EMPTY)
    if content.startswith(_OTHER_BOMS):
        return RowFault("", 1, "", RowFaultCode.WRONG_ENCODING, "UTF-16")
    try:
        return content.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as broken:
        row = content[: broken.start].count(b"\n") + 1
        return RowFault("", row, "", RowFaultCode.WRONG_ENCODING)


def _separator(text: str) -> str | None:
    """Return the separator of the heading; None when it has another, or two that may each be meant."""
    heading = next(line for line in text.splitlines() if line.strip())
    counts = {separator: heading.count(separator) for separator in SEPARATORS}
    held = [separator for separator in SEPARATORS if counts[separator]]
    if not held:
        return None if any(mark in heading for mark in "|:") else ","
    if len(held) > 1:
        best = max(held, key=lambda separator: counts[separator])
        others = [counts[separator] for separator in held if separator != best]
        return best if counts[best] > max(others) else None
    return held[0]


def _refused(fault: RowFault) -> RawFile:
    return RawFile((), (fault,))
