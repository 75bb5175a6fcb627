"""Lines as the tables of our own form: what is written into each cell, under which heading."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from orgflow.domain.organisation.roster import Line, Roster, Sheet
from orgflow.exchange.columns import COLUMNS, FROM, TO, Column
from orgflow.exchange.row_reading import ANSWERS, PLACEMENTS, POINTS, QUALITIES, ROLES, WAYS

CHOICES: Final[Mapping[tuple[Sheet, str], Mapping[str, StrEnum]]] = {
    (Sheet.UNITS, "placement"): PLACEMENTS,
    (Sheet.POSTS, "role"): ROLES,
    (Sheet.HOLDERS, "kind"): QUALITIES,
    (Sheet.FUNCTIONS, "kind"): POINTS,
    (Sheet.SUCCESSIONS, "kind"): WAYS,
}
"""Which words a cell may say, for each column that offers some."""

OF_HISTORY: Final = frozenset({FROM.heading, TO.heading, "awal_diketahui"})
"""Headings that say nothing in a file of one day; by the first of them a history is known."""

BETWEEN: Final = "; "
_WORDS: Final = {meant: word for offered in CHOICES.values() for word, meant in offered.items()}
_ANSWERS: Final = {meant: word for word, meant in ANSWERS.items()}


@dataclass(frozen=True, slots=True)
class Table:
    """A table to be written: its columns, and a text for each cell."""

    sheet: Sheet
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


def tables_of(roster: Roster) -> tuple[Table, ...]:
    """Return every table of our own form, in its order; one without lines has its headings."""
    return tuple(table_of(roster, sheet) for sheet in Sheet)


def table_of(roster: Roster, sheet: Sheet) -> Table:
    """Return one table."""
    columns = columns_of(sheet, is_history=roster.is_history)
    rows = (
        tuple(_text(getattr(line, column.field)) for column in columns) for line in lines_of(roster, sheet)
    )
    return Table(sheet, columns, tuple(rows))


def columns_of(sheet: Sheet, *, is_history: bool) -> tuple[Column, ...]:
    """Return a table's columns; a day has none of periods."""
    return tuple(column for column in COLUMNS[sheet] if is_history or column.heading not in OF_HISTORY)


def lines_of(roster: Roster, sheet: Sheet) -> Iterable[Line]:
    """Return the lines that a table holds."""
    held: Mapping[Sheet, Iterable[Line]] = {
        Sheet.UNITS: roster.units,
        Sheet.POSTS: roster.posts,
        Sheet.HOLDERS: roster.holders,
        Sheet.FUNCTIONS: roster.functions,
        Sheet.SUCCESSIONS: roster.successions,
        Sheet.REGULATIONS: roster.regulations,
        Sheet.ARTICLES: roster.articles,
    }
    return held[sheet]


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case StrEnum():
            return _WORDS[value]
        case bool():
            return _ANSWERS[value]
        case date():
            return value.isoformat()
        case tuple():
            return BETWEEN.join(map(str, value))
        case _:
            return str(value)
