"""What is wrong with the structure of a typed text, line by line, before it is taken for a passage."""

import re
from typing import Final

from orgflow.domain.errors import RuleBroken
from orgflow.letters.structured_text import AS_IT_STANDS

MOST_COLUMNS: Final = 10
_BAR: Final = re.compile(r"(?<!\\)\|")
_EXCERPT: Final = 40


class RowOpen(RuleBroken):
    """A row of a table does not begin and end with a bar; ``line`` counts from 1."""

    code = "letter_row_open"


class RowUneven(RuleBroken):
    """A row of a table has another number of cells than its head: ``cells`` in place of ``heads``."""

    code = "letter_row_uneven"


class TableTooWide(RuleBroken):
    """A table has more columns than ten."""

    code = "letter_table_too_wide"


def check_structure(text: str, field: str) -> None:
    """Refuse a text that would not be printed as it was meant.

    Args:
        field: the passage's key, by which its page finds the place.

    Raises:
        RowOpen, RowUneven, TableTooWide: the first that is found.
    """
    heads = 0
    for number, line in enumerate(text.split("\n"), start=1):
        cells = _cells_of(line.strip())
        if cells is None:
            heads = 0
            continue
        told = line.strip()[:_EXCERPT]
        if cells == 0:
            raise RowOpen(field=field, line=number, words=told)
        if cells > MOST_COLUMNS:
            raise TableTooWide(field=field, line=number, limit=MOST_COLUMNS)
        if heads and cells != heads:
            raise RowUneven(field=field, line=number, words=told, cells=cells, heads=heads)
        heads = cells


def _cells_of(words: str) -> int | None:
    """Return how many cells a row has, none where it lacks a bar at an end; None for what is no row."""
    if words.startswith(AS_IT_STANDS):
        return None
    bars = [found.start() for found in _BAR.finditer(words)]
    if not bars or (bars[0] != 0 and (bars[-1] != len(words) - 1 or len(bars) == 1)):
        return None
    is_whole = len(bars) > 1 and bars[0] == 0 and bars[-1] == len(words) - 1
    return len(bars) - 1 if is_whole else 0
