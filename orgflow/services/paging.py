"""Where one is in a list too long for one page."""

from dataclasses import dataclass
from typing import Final

PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Place:
    """A page of a list; ``number`` counts from 1, ``total`` is of rows."""

    number: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages the list has, at least one."""
        return max(1, -(-self.total // PAGE))

    @property
    def first(self) -> int:
        """How many rows stand on the pages before."""
        return (self.number - 1) * PAGE


def place_of(total: int, asked: int) -> Place:
    """Return the page asked for, or the nearest that the list has."""
    return Place(min(max(1, asked), Place(1, total).pages), total)
