"""A CSV as its table: the separator is found out, what is broken is named by row."""

import csv
import re
from io import StringIO
from typing import Final

from orgflow.domain.organisation.roster import RowFaultCode
from orgflow.exchange.limits import MOST_ROWS
from orgflow.exchange.raw import RawFile, RawLine, RawTable

SEPARATORS: Final = (",", ";", "\t")
_BOM: Final = b"\xef\xbb\xbf"
_OTHER_BOMS: Final = (b"\xff\xfe", b"\xfe\xff")
_SAID: Final = re.compile(r"\Asep=(.)\r?\n", re.IGNORECASE)
"""The first line by which a spreadsheet program says its separator; it shows no such row."""


def read_csv(content: bytes) -> RawFile:
    """Return the one table of a CSV, or why it cannot be read."""
    if content.startswith(_OTHER_BOMS):
        return RawFile.refused(RowFaultCode.WRONG_ENCODING, row=1, value="UTF-16")
    try:
        text = content.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as broken:
        row = content[: broken.start].count(b"\n") + 1
        return RawFile.refused(RowFaultCode.WRONG_ENCODING, row=row)
    if not text.strip():
        return RawFile.refused(RowFaultCode.FILE_EMPTY)
    if "\x00" in text:
        return RawFile.refused(RowFaultCode.FILE_UNREADABLE)
    said = _SAID.match(text)
    if said is not None:
        text = text[said.end() :]
    separator = said[1] if said is not None else _separator(text)
    if separator not in SEPARATORS:
        return RawFile.refused(RowFaultCode.WRONG_SEPARATOR, row=1, value=_first_line(text))
    return _table(text, separator)


def bare(text: str) -> str:
    """Return a text without the apostrophe that keeps a spreadsheet from reading it as a formula."""
    return text[1:] if len(text) > 1 and text[0] == "'" and text[1] in "=+-@\t'" else text


def _table(text: str, separator: str) -> RawFile:
    lines: list[RawLine] = []
    read = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, cells in enumerate(read, start=1):
            held = tuple(bare(cell.strip()) for cell in cells)
            if any(held):
                lines.append(RawLine(number, held))
    except csv.Error as broken:
        return RawFile.refused(RowFaultCode.QUOTES_UNCLOSED, row=number + 1, value=str(broken))
    if not lines:
        return RawFile.refused(RowFaultCode.FILE_EMPTY)
    if len(lines) > MOST_ROWS:
        return RawFile.refused(RowFaultCode.TOO_MANY_ROWS, value=str(MOST_ROWS))
    return RawFile((RawTable("", tuple(lines)),))


def _first_line(text: str) -> str:
    return next((line for line in text.splitlines() if line.strip()), "")


def _separator(text: str) -> str | None:
    """Return the separator that the first lines agree upon; None when none of ours is meant.

    Title rows above the headings hold none, so the fullest of the first rows decides.
    """
    first = text.splitlines()[:30]
    counts = {mark: max((line.count(mark) for line in first), default=0) for mark in SEPARATORS}
    best = max(SEPARATORS, key=lambda mark: counts[mark])
    if counts[best] == 0:
        others = max((line.count(mark) for line in first for mark in "|:~"), default=0)
        return "," if others == 0 else None
    heading = _first_line(text)
    in_heading = [mark for mark in SEPARATORS if mark in heading]
    if len(in_heading) == 1:
        return in_heading[0]
    others_in_heading = [heading.count(mark) for mark in in_heading if mark != best]
    return best if not others_in_heading or heading.count(best) > max(others_in_heading) else None
