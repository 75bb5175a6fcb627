"""A table made by others as lines of our own form: units told by name, heads by their title."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from orgflow.domain.organisation.roster import (
    HolderLine,
    PostLine,
    Roster,
    RowFault,
    RowFaultCode,
    Sheet,
    UnitLine,
)
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.values import comparable
from orgflow.exchange.mapping import ColumnMap, Meaning
from orgflow.exchange.mapping_guess import place_of
from orgflow.exchange.mapping_parents import placed
from orgflow.exchange.mapping_rows import FIELDS, HEADING, Entry, entries_of
from orgflow.exchange.mapping_units import NamedUnit, Present, give_codes
from orgflow.exchange.own_form import Parsed
from orgflow.exchange.own_lines import holder, post, unit
from orgflow.exchange.raw import RawFile, RawRow, under_headings
from orgflow.exchange.row_reading import Row

M = Meaning
_PARENTS: Final = (M.PARENT_NAME, M.PARENT_CODE)
_VACANT: Final = frozenset({"-", "--", "kosong", "lowong", "belum diisi", "vacant", "belum ada", "nihil"})
_QUALITY: Final = re.compile(r"^(plt|plh|pjs|pj)\b\.?\s*", re.IGNORECASE)
_SEATED: Final = ("", "definitif")

PostKey = tuple[str, str]


def parse_foreign(read: RawFile, said: ColumnMap, present: Present) -> Parsed:
    """Return the lines that a file means under a map, and every fault by the file's own headings.

    A row that names no unit belongs to the unit of the row above it.
    """
    place = place_of(said, read)
    if place is None:
        return Parsed(Roster(), (*read.faults, *_missing(read, said)), {})
    table, heading_row = place
    raw = under_headings(table, heading_row, only=frozenset(said.columns.values()))
    faults = list(read.faults)
    distrusted = {fault.row for fault in raw.faults}
    entries, units = entries_of((row for row in raw.rows if row.number not in distrusted), said, faults)
    give_codes(units, present.units)
    lines = [line for named in units if (line := _unit_line(named, faults)) is not None]
    parents, misplaced = placed(lines, units, present)
    posts, holders = _posts(entries, faults)
    roster = Roster(units=parents, posts=posts, holders=holders, heads_by_title=True)
    kept = {line.code for line in parents}
    lost = frozenset(named.code for named in units if named.code not in kept)
    found = [_as_headed(fault, said) for fault in (*faults, *misplaced)]
    return Parsed(roster, tuple(dict.fromkeys([*raw.faults, *found])), {}, lost)


def foreign_heading(said: ColumnMap, column: str) -> str:
    """Return the file's own heading for one of ours; ours where the file has none."""
    for meaning, (sheet, name) in FIELDS.items():
        if HEADING[sheet, name] == column and meaning in said.columns:
            return said.columns[meaning]
    if column == HEADING[Sheet.UNITS, "parent_code"]:
        return next((said.columns[meaning] for meaning in _PARENTS if meaning in said.columns), column)
    if column in ("jabatan", HEADING[Sheet.HOLDERS, "post_title"]):
        return said.columns.get(M.POST, column)
    return column


def _as_headed(fault: RowFault, said: ColumnMap) -> RowFault:
    return replace(fault, sheet="", column=foreign_heading(said, fault.column))


def _missing(read: RawFile, said: ColumnMap) -> Iterable[RowFault]:
    """Yield each heading of a map that a file does not have."""
    tables = [table for table in read.tables if said.sheet in ("", table.name)]
    if read.tables and not tables:
        yield RowFault("", 0, "", RowFaultCode.SHEET_MISSING, said.sheet)
        return
    held = {" ".join(cell.split()) for table in tables for line in table.lines for cell in line.cells}
    absent = [heading for heading in said.columns.values() if heading not in held]
    for heading in absent or said.columns.values():
        yield RowFault("", said.heading_row or 1, heading[:80], RowFaultCode.COLUMN_MISSING, heading[:80])


def _unit_line(named: NamedUnit, faults: list[RowFault]) -> UnitLine | None:
    cells = {**named.cells, HEADING[Sheet.UNITS, "code"]: named.code}
    row = Row(Sheet.UNITS, RawRow(named.row, cells), faults)
    line = unit(row)
    return line if row.is_whole else None


def _posts(
    entries: Iterable[Entry], faults: list[RowFault]
) -> tuple[tuple[PostLine, ...], tuple[HolderLine, ...]]:
    posts: dict[PostKey, PostLine] = {}
    seated: dict[PostKey, int] = {}
    holders: dict[tuple[PostKey, str, AppointmentKind], HolderLine] = {}
    for entry in entries:
        cells = _tidied(entry.cells)
        if not {M.POST, M.HOLDER} & set(cells):
            continue
        of_unit = {HEADING[Sheet.POSTS, "unit_code"]: entry.unit.code}
        row = Row(Sheet.POSTS, RawRow(entry.number, {**_cells(Sheet.POSTS, cells), **of_unit}), faults)
        line = post(row)
        if not row.is_whole:
            continue
        key = (entry.unit.code, comparable(line.title or ""))
        posts.setdefault(key, line)
        if cells.get(M.QUALITY, "").casefold() in _SEATED:
            seated[key] = seated.get(key, 0) + 1
        if M.HOLDER not in cells:
            continue
        held = _cells(Sheet.HOLDERS, cells) | of_unit
        if line.title is not None:
            held[HEADING[Sheet.HOLDERS, "post_title"]] = line.title
        row = Row(Sheet.HOLDERS, RawRow(entry.number, held), faults)
        person = holder(row)
        if not row.is_whole:
            continue
        first = holders.setdefault((key, comparable(person.name), person.kind), person)
        if first is not person:
            column = HEADING[Sheet.HOLDERS, "name"]
            code = RowFaultCode.DUPLICATE_ROW
            faults.append(RowFault(Sheet.HOLDERS, entry.number, column, code, str(first.row)))
    found = (replace(line, seats=max(line.seats, seated.get(key, 1))) for key, line in posts.items())
    return tuple(found), tuple(holders.values())


def _cells(sheet: Sheet, cells: Mapping[Meaning, str]) -> dict[str, str]:
    return {
        HEADING[place]: text
        for meaning, text in cells.items()
        if (place := FIELDS.get(meaning)) is not None and place[0] is sheet
    }


def _tidied(cells: Mapping[Meaning, str]) -> dict[Meaning, str]:
    """Return a row without words for nobody, and with the quality that stands before a title apart."""
    tidy = {
        meaning: text
        for meaning, text in cells.items()
        if comparable(text).strip("() .") not in _VACANT | {""}
    }
    quality = _QUALITY.match(tidy.get(M.POST, ""))
    if quality is not None and quality.end() < len(tidy[M.POST]):
        tidy[M.POST] = tidy[M.POST][quality.end() :]
        tidy.setdefault(M.QUALITY, quality[1])
    if M.NIP in tidy:
        tidy[M.NIP] = tidy[M.NIP].lstrip("'").replace(" ", "")
    return tidy
