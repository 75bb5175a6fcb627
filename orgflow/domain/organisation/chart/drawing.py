"""A chart drawn: boxes, lines and page references, in points from the top left."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from orgflow.domain.values import UnitId


class LineKind(StrEnum):
    """Garis komando is drawn through, garis koordinasi is dashed."""

    COMMAND = "command"
    COORDINATION = "coordination"


@dataclass(frozen=True, slots=True)
class Box:
    """Where a unit's box stands."""

    unit_id: UnitId
    x: float
    y: float
    width: float
    height: float

    @property
    def center(self) -> float:
        """The middle from the left."""
        return self.x + self.width / 2

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> float:
        """The middle from the top."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Line:
    """One straight stroke from point to point, upright or level."""

    kind: LineKind
    x1: float
    y1: float
    x2: float
    y2: float


class TagKind(StrEnum):
    """Where a reference leads."""

    GOES_ON = "goes_on"
    COMES_FROM = "comes_from"


@dataclass(frozen=True, slots=True)
class Tag:
    """A reference to another page, with the room its words have."""

    kind: TagKind
    unit_id: UnitId
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, or the part of one that stands on one page."""

    width: float
    height: float
    boxes: Mapping[UnitId, Box]
    lines: tuple[Line, ...]
    tags: tuple[Tag, ...]
