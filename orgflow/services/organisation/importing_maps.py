"""What the columns of a foreign file mean, as a form or a map file says it."""

from collections.abc import Mapping
from typing import TypeAlias

from orgflow.exchange import mapping, mapping_guess

ColumnMap: TypeAlias = mapping.ColumnMap
Heading: TypeAlias = mapping_guess.Heading
Meaning: TypeAlias = mapping.Meaning
MapIncomplete: TypeAlias = mapping.MapIncomplete


def bring_map(content: bytes) -> ColumnMap:
    """Return the map that a TOML file says.

    Raises:
        MapUnreadable, MapIncomplete.
    """
    return mapping.read_map(content)


def map_of(columns: Mapping[Meaning, str], heading: Heading) -> ColumnMap:
    """Return the map of columns that were chosen below a row of headings; an empty choice is none."""
    chosen = {meaning: text for meaning, text in columns.items() if text in heading.headings}
    return ColumnMap(chosen, heading.sheet, heading.row)
