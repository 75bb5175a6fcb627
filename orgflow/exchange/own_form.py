"""Our own form read: tables into lines, every fault of every row named at once."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, TypeVar

from orgflow.domain.calendar import parse_date
from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.records import FunctionKind, PostRole, SuccessionKind
from orgflow.domain.organisation.roster import (
    Roster,
    RowFault,
    RowFaultCode,
    Sheet,
)
from orgflow.domain.organisation.structure import Placement
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.values import NAME_LENGTH, TextTooLong, TextUnprintable, clean_line
from orgflow.exchange.columns import COLUMNS, FROM
from orgflow.exchange.raw import RawFile, RawRow, RawSheet

Choice = TypeVar("Choice")

PLACEMENTS: Final = {
    "pasti": Placement.VERIFIED,
    "belum diverifikasi": Placement.UNVERIFIED,
    "belum diketahui": Placement.UNKNOWN,
}
ROLES: Final = {"kepala": PostRole.HEAD, "gubernur": PostRole.GOVERNOR, "anggota": PostRole.MEMBER}
QUALITIES: Final = {
    "definitif": AppointmentKind.DEFINITIVE,
    "plt.": AppointmentKind.ACTING,
    "plh.": AppointmentKind.DAILY_ACTING,
    "pj.": AppointmentKind.INTERIM,
    "pjs.": AppointmentKind.TEMPORARY,
}
POINTS: Final = {"tugas": FunctionKind.DUTY, "fungsi": FunctionKind.FUNCTION}
WAYS: Final = {
    "gabung": SuccessionKind.MERGE,
    "pecah": SuccessionKind.SPLIT,
    "pengganti": SuccessionKind.REPLACEMENT,
}
ANSWERS: Final = {"ya": True, "tidak": False}
_LONG: Final = {"text": 2_000, "duty_field": 500, "title": 500, "source": 500, "letter": 500}


def parse_roster(read: RawFile) -> tuple[Roster, tuple[RowFault, ...]]:
    """Return the lines of a file in our own form, and every fault; a CSV holds one table."""
    faults = list(read.faults)
    tables: dict[Sheet, RawSheet] = {}
    for raw in read.sheets:
        sheet = _sheet_of(raw)
        if sheet is not None:
            tables[sheet] = raw
            faults += _heading_faults(sheet, raw)
    if read.sheets and not tables:
        faults.append(RowFault("", 1, "", RowFaultCode.SHEET_MISSING))
    lines = {sheet: _rows(sheet, raw, faults) for sheet, raw in tables.items()}
    is_history = any(FROM.heading in raw.headings for raw in tables.values())
    roster = Roster(
        units=tuple(_unit(row) for row in lines.get(Sheet.UNITS, ()) if row.is_whole),
        posts=tuple(_post(row) for row in lines.get(Sheet.POSTS, ()) if row.is_whole),
        holders=tuple(_holder(row) for row in lines.get(Sheet.HOLDERS, ()) if row.is_whole),
        functions=tuple(_function(row) for row in lines.get(Sheet.FUNCTIONS, ()) if row.is_whole),
        successions=tuple(_succession(row) for row in lines.get(Sheet.SUCCESSIONS, ()) if row.is_whole),
        regulations=tuple(_regulation(row) for row in lines.get(Sheet.REGULATIONS, ()) if row.is_whole),
        is_history=is_history,
    )
    faults += _repeated(roster)
    return roster, tuple(dict.fromkeys(faults))


class _Row:
    """A row being read: what a cell says, and the faults met on the way."""

    def __init__(self, sheet: Sheet, raw: RawRow, faults: list[RowFault]) -> None:
        self.number = raw.number
        self.is_whole = True
        self._sheet = sheet
        self._raw = raw
        self._faults = faults
        self._headings = {column.field: column.heading for column in COLUMNS[sheet]}
        for column in COLUMNS[sheet]:
            if column.is_required and column.heading not in raw.cells:
                self.refuse(column.field, RowFaultCode.VALUE_MISSING)

    def refuse(self, field: str, code: RowFaultCode, value: str = "") -> None:
        """Note a fault of a cell."""
        self.is_whole = False
        heading = self._headings.get(field, field)
        self._faults.append(RowFault(self._sheet, self.number, heading, code, value[:80]))

    def text(self, field: str) -> str | None:
        """Return a cell's text on one line."""
        held = self._raw.cells.get(self._headings[field])
        if held is None:
            return None
        try:
            return clean_line(held, field=field, limit=_LONG.get(field, NAME_LENGTH))
        except TextTooLong:
            self.refuse(field, RowFaultCode.TEXT_TOO_LONG, held)
        except TextUnprintable:
            self.refuse(field, RowFaultCode.TEXT_UNPRINTABLE)
        except DomainError:
            self.refuse(field, RowFaultCode.VALUE_MISSING)
        return None

    def needed(self, field: str) -> str:
        """Return a cell's text; a missing one has been noted."""
        return self.text(field) or ""

    def day(self, field: str) -> date | None:
        """Return a cell's date."""
        held = self._raw.cells.get(self._headings[field])
        if held is None:
            return None
        try:
            return parse_date(held, field=field)
        except DomainError:
            self.refuse(field, RowFaultCode.BAD_DATE, held)
            return None

    def number_in(self, field: str, least: int = 0, most: int = 100_000) -> int | None:
        """Return a cell's whole number."""
        held = self._raw.cells.get(self._headings[field])
        if held is None:
            return None
        if not held.isascii() or not held.isdigit() or len(held) > 9 or not least <= int(held) <= most:
            self.refuse(field, RowFaultCode.BAD_NUMBER, held)
            return None
        return int(held)

    def choice(self, field: str, offered: Mapping[str, Choice], usual: Choice) -> Choice:
        """Return what a cell chooses; an empty one is the usual."""
        held = self._raw.cells.get(self._headings[field])
        if held is None:
            return usual
        said = held.strip().casefold()
        for word, meant in offered.items():
            if said.rstrip(".") == word.rstrip("."):
                return meant
        self.refuse(field, RowFaultCode.BAD_CHOICE, held)
        return usual

    def period(self) -> tuple[date | None, date | None]:
        """Return from when the row holds, and until when."""
        start, end = self.day("valid_from"), self.day("valid_to")
        if start is not None and end is not None and end <= start:
            self.refuse("valid_to", RowFaultCode.PERIOD_EMPTY, end.isoformat())
        return start, end


def _sheet_of(raw: RawSheet) -> Sheet | None:
    """Return which table a sheet is: by its name, else by its headings."""
    if raw.name in set(Sheet):
        return Sheet(raw.name)
    held = set(raw.headings)
    fitting = [
        sheet
        for sheet, columns in COLUMNS.items()
        if {column.heading for column in columns if column.is_required} <= held
    ]
    if not fitting:
        return Sheet.UNITS if raw.name == "" and {"kode", "nama"} & held else None
    return max(fitting, key=lambda sheet: len(held & {column.heading for column in COLUMNS[sheet]}))


def _heading_faults(sheet: Sheet, raw: RawSheet) -> Iterable[RowFault]:
    known = {column.heading for column in COLUMNS[sheet]}
    for heading in raw.headings:
        if heading and heading not in known:
            yield RowFault(sheet, 1, heading, RowFaultCode.COLUMN_UNKNOWN, heading[:80])
    for column in COLUMNS[sheet]:
        if column.is_required and column.heading not in raw.headings:
            yield RowFault(sheet, 1, column.heading, RowFaultCode.COLUMN_MISSING, column.heading)


def _rows(sheet: Sheet, raw: RawSheet, faults: list[RowFault]) -> list[_Row]:
    needed = {column.heading for column in COLUMNS[sheet] if column.is_required}
    if not needed <= set(raw.headings):
        return []
    return [_Row(sheet, row, faults) for row in raw.rows]
