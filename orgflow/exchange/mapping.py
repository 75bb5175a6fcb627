"""What the columns of a file made by others mean, as it is remembered and as a file of its own says it."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from orgflow.domain.errors import RuleBroken
from orgflow.exchange.limits import MOST_ROWS


class Meaning(StrEnum):
    """What a column may mean; the values are the keys of a map file."""

    UNIT_CODE = "unit_code"
    UNIT_NAME = "unit_name"
    UNIT_KIND = "unit_kind"
    PARENT_CODE = "parent_code"
    PARENT_NAME = "parent_name"
    SHORT_NAME = "short_name"
    LETTER_CODE = "letter_code"
    DUTY_FIELD = "duty_field"
    POST = "post"
    ECHELON = "echelon"
    FUNCTIONAL_RANK = "functional_rank"
    SEATS = "seats"
    HOLDER = "holder"
    NIP = "nip"
    RANK = "rank"
    QUALITY = "quality"
    LETTER = "letter"


class MapUnreadable(RuleBroken):
    """A map file is not TOML, or says something that no map says; ``said`` names it."""

    code = "map_unreadable"


class MapIncomplete(RuleBroken):
    """No column is said to name the unit."""

    code = "map_incomplete"


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Which heading stands for what.

    Attributes:
        sheet: the table's name; empty is the first that has the headings.
        heading_row: as the spreadsheet counts; None is the first row that has the headings.
    """

    columns: Mapping[Meaning, str]
    sheet: str = ""
    heading_row: int | None = None

    def require_whole(self) -> None:
        """Refuse a map by which no unit can be found.

        Raises:
            MapIncomplete.
        """
        if Meaning.UNIT_NAME not in self.columns:
            raise MapIncomplete(field=str(Meaning.UNIT_NAME))

    def encoded(self) -> str:
        """Return the map as it is remembered."""
        said = {
            "sheet": self.sheet,
            "heading_row": self.heading_row,
            "columns": {str(meaning): heading for meaning, heading in sorted(self.columns.items())},
        }
        return json.dumps(said, ensure_ascii=False, sort_keys=True)


def decoded(text: str) -> ColumnMap:
    """Return a map as it was remembered.

    Raises:
        MapUnreadable, MapIncomplete.
    """
    try:
        said: object = json.loads(text)
    except ValueError:
        raise MapUnreadable(said=text[:60]) from None
    return _map_of(said)


def read_map(content: bytes) -> ColumnMap:
    """Return the map that a TOML file says.

    Raises:
        MapUnreadable, MapIncomplete.
    """
    try:
        said = tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as broken:
        raise MapUnreadable(said=str(broken)[:120]) from None
    return _map_of(said)


def _map_of(said: object) -> ColumnMap:
    if not isinstance(said, dict):
        raise MapUnreadable(said=str(said)[:60])
    unknown = sorted(set(map(str, said)) - {"sheet", "heading_row", "columns"})
    if unknown:
        raise MapUnreadable(said=", ".join(unknown)[:120])
    sheet, row, columns = said.get("sheet") or "", said.get("heading_row"), said.get("columns")
    if not isinstance(sheet, str):
        raise MapUnreadable(said="sheet")
    if row is not None and (not isinstance(row, int) or isinstance(row, bool) or not 1 <= row <= MOST_ROWS):
        raise MapUnreadable(said="heading_row")
    if not isinstance(columns, dict):
        raise MapUnreadable(said="columns")
    found = ColumnMap(_columns_of(columns), sheet, row)
    found.require_whole()
    return found


def _columns_of(said: Mapping[object, object]) -> dict[Meaning, str]:
    columns: dict[Meaning, str] = {}
    for key, heading in said.items():
        if not isinstance(key, str) or key not in set(Meaning) or not isinstance(heading, str):
            raise MapUnreadable(said=str(key)[:60])
        if heading.strip():
            columns[Meaning(key)] = " ".join(heading.split())
    return columns
