"""The rows of a foreign file, each beside the unit that it belongs to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from orgflow.domain.organisation.roster import RowFault, RowFaultCode, Sheet
from orgflow.domain.values import comparable
from orgflow.exchange.columns import COLUMNS
from orgflow.exchange.mapping import ColumnMap, Meaning
from orgflow.exchange.mapping_units import NamedUnit
from orgflow.exchange.raw import RawRow

M = Meaning
FIELDS: Final[Mapping[Meaning, tuple[Sheet, str]]] = {
    M.UNIT_CODE: (Sheet.UNITS, "code"),
    M.UNIT_NAME: (Sheet.UNITS, "name"),
    M.UNIT_KIND: (Sheet.UNITS, "kind_code"),
    M.SHORT_NAME: (Sheet.UNITS, "short_name"),
    M.LETTER_CODE: (Sheet.UNITS, "letter_code"),
    M.DUTY_FIELD: (Sheet.UNITS, "duty_field"),
    M.POST: (Sheet.POSTS, "title"),
    M.ECHELON: (Sheet.POSTS, "echelon"),
    M.FUNCTIONAL_RANK: (Sheet.POSTS, "functional_rank"),
    M.SEATS: (Sheet.POSTS, "seats"),
    M.HOLDER: (Sheet.HOLDERS, "name"),
    M.NIP: (Sheet.HOLDERS, "nip"),
    M.RANK: (Sheet.HOLDERS, "rank"),
    M.QUALITY: (Sheet.HOLDERS, "kind"),
    M.LETTER: (Sheet.HOLDERS, "letter"),
}
HEADING: Final = {(sheet, one.field): one.heading for sheet, held in COLUMNS.items() for one in held}
"""Our own heading of a table's field."""

Cells = Mapping[Meaning, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the file and the unit it belongs to."""

    number: int
    cells: Cells
    unit: NamedUnit


def entries_of(
    rows: Iterable[RawRow], said: ColumnMap, faults: list[RowFault]
) -> tuple[list[Entry], list[NamedUnit]]:
    """Return the rows with their units, and the units in the order in which they are first named.

    A row that names no unit belongs to that of the row above it, as where cells are merged.
    """
    met = _Met(faults)
    entries: list[Entry] = []
    present: NamedUnit | None = None
    for row in rows:
        cells = {
            meaning: row.cells[heading] for meaning, heading in said.columns.items() if heading in row.cells
        }
        if M.UNIT_NAME in cells:
            present = met.unit_of(row.number, cells)
        elif cells and (present is None or not {M.POST, M.HOLDER} & set(cells)):
            met.fault(row.number, M.UNIT_NAME, RowFaultCode.VALUE_MISSING)
            continue
        if cells and present is not None:
            entries.append(Entry(row.number, cells, present))
    return entries, met.units


@dataclass(slots=True)
class _Met:
    """The units met so far, by what a later row may know them by."""

    faults: list[RowFault]
    units: list[NamedUnit] = field(default_factory=list)
    by_code: dict[str, NamedUnit] = field(default_factory=dict)
    by_place: dict[tuple[str, str], NamedUnit] = field(default_factory=dict)
    by_name: dict[str, NamedUnit] = field(default_factory=dict)

    def unit_of(self, number: int, cells: Cells) -> NamedUnit:
        """Return the unit that a row names; what an earlier row did not say of it is filled in."""
        named = NamedUnit(
            number,
            cells[M.UNIT_NAME],
            cells.get(M.PARENT_NAME, ""),
            cells.get(M.PARENT_CODE, ""),
            cells.get(M.UNIT_CODE, ""),
        )
        unit = self._known(named)
        if unit is None:
            unit = named
            self.units.append(unit)
            self.by_place.setdefault(unit.key, unit)
            self.by_name.setdefault(comparable(unit.name), unit)
            if unit.code:
                self.by_code[unit.code] = unit
        elif comparable(unit.name) != comparable(named.name):
            self.fault(number, M.UNIT_CODE, RowFaultCode.DUPLICATE_CODE, str(unit.row))
        for meaning, text in cells.items():
            if meaning in FIELDS and FIELDS[meaning][0] is Sheet.UNITS:
                unit.cells.setdefault(HEADING[FIELDS[meaning]], text)
        return unit

    def fault(self, number: int, meaning: Meaning, code: RowFaultCode, value: str = "") -> None:
        """Note a fault of a row."""
        self.faults.append(RowFault(Sheet.UNITS, number, HEADING[FIELDS[meaning]], code, value))

    def _known(self, named: NamedUnit) -> NamedUnit | None:
        if named.code:
            return self.by_code.get(named.code)
        if named.parent or named.parent_code:
            return self.by_place.get(named.key)
        return self.by_name.get(comparable(named.name))
