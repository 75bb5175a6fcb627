"""Our own form read from JSON, as the tables that a workbook would hold."""

import json
from collections.abc import Mapping
from typing import Final

from orgflow.domain.organisation.roster import RowFaultCode, Sheet
from orgflow.exchange.columns import COLUMNS
from orgflow.exchange.json_form import FORMAT, NAMES, VERSION
from orgflow.exchange.limits import MOST_ROWS
from orgflow.exchange.raw import RawFile, RawLine, RawTable
from orgflow.exchange.written import BETWEEN, CHOICES, columns_of

_WORDS: Final[Mapping[tuple[Sheet, str], Mapping[str, str]]] = {
    place: {str(meant): word for word, meant in offered.items()} for place, offered in CHOICES.items()
}


def is_json(content: bytes) -> bool:
    """Say whether the bytes begin as a JSON object does."""
    return content[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def read_json(content: bytes) -> RawFile:
    """Return the tables of a file in our own form, or why it is none; never raises for any bytes."""
    try:
        held = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return RawFile.refused(RowFaultCode.WRONG_ENCODING)
    except (ValueError, RecursionError):
        return RawFile.refused(RowFaultCode.FILE_UNREADABLE)
    if not isinstance(held, dict) or (held.get("format"), held.get("version")) != (FORMAT, VERSION):
        return RawFile.refused(RowFaultCode.FILE_UNREADABLE, value=f"{FORMAT} {VERSION}")
    tables: list[RawTable] = []
    for sheet in Sheet:
        rows = held.get(NAMES[sheet], [])
        if not isinstance(rows, list) or not all(map(_is_line, rows)):
            return RawFile.refused(RowFaultCode.FILE_UNREADABLE, sheet=str(sheet))
        if len(rows) > MOST_ROWS:
            return RawFile.refused(RowFaultCode.TOO_MANY_ROWS, sheet=str(sheet), value=str(MOST_ROWS))
        tables.append(_table(sheet, rows, is_history=held.get("is_history") is True))
    return RawFile(tuple(tables))


def _is_line(row: object) -> bool:
    """Say whether a line is an object of plain values; a list holds texts."""
    return isinstance(row, dict) and all(
        value is None
        or isinstance(value, str | int | float)
        or (isinstance(value, list) and all(isinstance(part, str) for part in value))
        for value in row.values()
    )


def _table(sheet: Sheet, rows: list[dict[str, object]], *, is_history: bool) -> RawTable:
    """Return a table; a name that no column has becomes a heading, and is refused as one."""
    known = {column.field: column.heading for column in COLUMNS[sheet]}
    fields = [column.field for column in columns_of(sheet, is_history=is_history)]
    fields += sorted({name for row in rows for name in row if name not in fields})
    headings = tuple(known.get(name, name) for name in fields)
    lines = (
        RawLine(number, tuple(_text(sheet, name, row.get(name)) for name in fields))
        for number, row in enumerate(rows, start=2)
    )
    return RawTable(str(sheet), (RawLine(1, headings), *lines))


def _text(sheet: Sheet, field: str, value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "ya" if value else "tidak"
        case list():
            return BETWEEN.join(map(str, value))
        case _:
            text = str(value).strip()
            return _WORDS.get((sheet, field), {}).get(text, text)
