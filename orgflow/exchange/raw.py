"""A file as rows of texts, with the place of each, before anyone asks what they mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from orgflow.domain.organisation.roster import RowFault


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row: its number as the spreadsheet counts, and its texts by heading; empty cells are left out."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A table: headings in their order and the rows below them; a CSV's name is empty."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[RawRow, ...]


@dataclass(frozen=True, slots=True)
class RawFile:
    """What was read, and what could not be."""

    sheets: tuple[RawSheet, ...]
    faults: tuple[RowFault, ...]
