"""Our own form as JSON: every line an object, every value as the registry names it."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date

from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.roster import Line, Roster, Sheet
from orgflow.exchange.columns import Column
from orgflow.exchange.json_form import FORMAT, NAMES, VERSION
from orgflow.exchange.written import columns_of, lines_of

Value = str | int | bool | list[str] | None


@dataclass(frozen=True, slots=True)
class Frame:
    """What is said of a file before its lines: whose registry it is, on which day, and its kinds of unit."""

    code: str
    name: str
    zone: str
    on: date
    kinds: tuple[UnitKind, ...]


def write_json(roster: Roster, frame: Frame) -> bytes:
    """Return the file in UTF-8; what is not filled in is null, a file of one day has no periods."""
    written = {
        "format": FORMAT,
        "version": VERSION,
        "government": {"code": frame.code, "name": frame.name, "zone": frame.zone},
        "on": frame.on.isoformat(),
        "is_history": roster.is_history,
        "kinds": [asdict(kind) for kind in frame.kinds],
        **{NAMES[sheet]: _objects(roster, sheet) for sheet in Sheet},
    }
    return f"{json.dumps(written, ensure_ascii=False, indent=1)}\n".encode()


def _objects(roster: Roster, sheet: Sheet) -> list[dict[str, Value]]:
    columns = columns_of(sheet, is_history=roster.is_history)
    return [_object(line, columns) for line in lines_of(roster, sheet)]


def _object(line: Line, columns: Iterable[Column]) -> dict[str, Value]:
    return {column.field: _value(getattr(line, column.field)) for column in columns}


def _value(value: object) -> Value:
    match value:
        case None | bool() | int():
            return value
        case date():
            return value.isoformat()
        case tuple():
            return [str(part) for part in value]
        case _:
            return str(value)
