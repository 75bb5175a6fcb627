"""Our own form read: tables into lines, every fault of every row named at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from orgflow.domain.organisation.roster import Line, Roster, RowFault, RowFaultCode, Sheet
from orgflow.exchange.columns import COLUMNS, FROM
from orgflow.exchange.own_lines import article, function, holder, post, regulation, succession, unit
from orgflow.exchange.raw import RawFile, RawSheet, under_headings
from orgflow.exchange.repeated import without_repeated
from orgflow.exchange.row_reading import Row

SomeLine = TypeVar("SomeLine", bound=Line)

LIKENESS: Final = 2
"""How many of our headings make a table one of ours although a required one is missing."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """The lines of a file, and every fault.

    Attributes:
        names: how the file calls each table, by which its faults are shown; empty for a CSV.
        lost: what lines that are not taken would have been known by, so that nothing which names them is
            called unknown.
    """

    roster: Roster
    faults: tuple[RowFault, ...]
    names: Mapping[str, str]
    lost: frozenset[str] = frozenset()


def is_own_form(read: RawFile) -> bool:
    """Say whether any table of a file is one of ours; so is a file that has none."""
    return not read.tables or any(_sheet_of(under_headings(table)) is not None for table in read.tables)


def parse_roster(read: RawFile) -> Parsed:
    """Return the lines of a file in our own form; tables that are none of ours are left alone."""
    faults = list(read.faults)
    tables: dict[Sheet, RawSheet] = {}
    for raw in map(under_headings, read.tables):
        sheet = _sheet_of(raw)
        if sheet is not None and sheet not in tables:
            tables[sheet] = raw
            faults += (replace(fault, sheet=str(sheet)) for fault in raw.faults)
            faults += _heading_faults(sheet, raw)
    if read.tables and not tables:
        faults.append(RowFault("", 0, "", RowFaultCode.SHEET_MISSING))
    distrusted = {(fault.sheet, fault.row) for fault in faults}
    rows = {sheet: list(_rows(sheet, raw, faults)) for sheet, raw in tables.items()}

    def whole(sheet: Sheet, line_of: Callable[[Row], SomeLine]) -> Iterator[SomeLine]:
        for row in rows.get(sheet, ()):
            line = line_of(row)
            row.is_whole = row.is_whole and (sheet, row.number) not in distrusted
            if row.is_whole:
                yield line

    roster = Roster(
        units=tuple(whole(Sheet.UNITS, unit)),
        posts=tuple(whole(Sheet.POSTS, post)),
        holders=tuple(whole(Sheet.HOLDERS, holder)),
        functions=tuple(whole(Sheet.FUNCTIONS, function)),
        successions=tuple(whole(Sheet.SUCCESSIONS, succession)),
        regulations=tuple(whole(Sheet.REGULATIONS, regulation)),
        articles=tuple(whole(Sheet.ARTICLES, article)),
        is_history=any(FROM.heading in raw.headings for raw in tables.values()),
    )
    roster, twice = without_repeated(roster)
    names = {str(sheet): raw.name for sheet, raw in tables.items()}
    lost = frozenset(row.known_by for held in rows.values() for row in held if not row.is_whole)
    return Parsed(roster, tuple(dict.fromkeys([*faults, *twice])), names, lost)


def _sheet_of(raw: RawSheet) -> Sheet | None:
    """Return which of our tables a sheet is: by its name, else by the headings it shares with ours."""
    for sheet in Sheet:
        if raw.name.strip().casefold() == sheet:
            return sheet
    shared = {
        sheet: {column.heading for column in columns} & set(raw.headings)
        for sheet, columns in COLUMNS.items()
    }
    best = max(shared, key=lambda sheet: (_has_required(sheet, shared[sheet]), len(shared[sheet])))
    is_like = len(shared[best]) >= LIKENESS and 2 * len(shared[best]) > sum(map(bool, raw.headings))
    return best if _has_required(best, shared[best]) or is_like else None


def _has_required(sheet: Sheet, headings: set[str]) -> bool:
    return {column.heading for column in COLUMNS[sheet] if column.is_required} <= headings


def _heading_faults(sheet: Sheet, raw: RawSheet) -> Iterable[RowFault]:
    known = {column.heading for column in COLUMNS[sheet]}
    row = raw.heading_row
    for heading in raw.headings:
        if heading and heading not in known:
            yield RowFault(sheet, row, heading[:80], RowFaultCode.COLUMN_UNKNOWN, heading[:80])
    for column in COLUMNS[sheet]:
        if column.is_required and column.heading not in raw.headings:
            yield RowFault(sheet, row, column.heading, RowFaultCode.COLUMN_MISSING, column.heading)


def _rows(sheet: Sheet, raw: RawSheet, faults: list[RowFault]) -> Iterable[Row]:
    """Yield the rows; a table without a column it needs has none, which is said once."""
    if _has_required(sheet, set(raw.headings)):
        for row in raw.rows:
            yield Row(sheet, row, faults)
