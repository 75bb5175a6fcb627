"""What a regulation does to single articles, and all of it together."""

from dataclasses import dataclass
from enum import StrEnum

from orgflow.domain.papers.places import TextPlace


class Act(StrEnum):
    """What an amending regulation does to one article."""

    AMENDED = "amended"
    HEADING = "heading"
    REPEALED = "repealed"
    INSERTED = "inserted"
    ANNEX = "annex"
    UNKNOWN = "unknown"
    """A unit that the operations touch and no recorded article regulates."""


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """One numbered change.

    Attributes:
        number: the article as the regulation prints it; the unit's name where it is unknown.
        text: how it is to read; empty for one that is repealed, annexed or unknown.
        after: the article behind which it is inserted.
        following: the article before which it is inserted; empty behind the last.
    """

    act: Act
    number: str
    text: str = ""
    after: str = ""
    following: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """All that an amending regulation changes.

    Attributes:
        bindings: for each operation, the articles that carry it out.
        places: every place where an old name stands, in the regulation's order.
        unplaced: words of functions and names of units that no article says afterwards.
    """

    changes: tuple[ArticleChange, ...]
    bindings: tuple[tuple[str, ...], ...]
    places: tuple[TextPlace, ...]
    unplaced: tuple[str, ...]

    @property
    def gaps(self) -> int:
        """How many places, functions and units no change covers yet."""
        return len(self.uncovered) + sum(change.act is Act.UNKNOWN for change in self.changes)

    @property
    def uncovered(self) -> tuple[TextPlace, ...]:
        """The places that no change covers yet."""
        return tuple(place for place in self.places if not place.is_covered)
