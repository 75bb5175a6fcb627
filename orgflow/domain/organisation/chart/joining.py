"""The lines that join a unit to its subordinates, and the references to other pages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from orgflow.domain.organisation.chart.boxes import LEADING_PT
from orgflow.domain.organisation.chart.drawing import Box, Line, LineKind, Tag, TagKind
from orgflow.domain.values import UnitId

TRUNK: Final = 8.0
"""How far from the left edge of a box the line goes down along what hangs under it."""
COMMAND, COORDINATION = LineKind.COMMAND, LineKind.COORDINATION


@dataclass(frozen=True, slots=True)
class Family:
    """A unit with its subordinates as they were placed.

    ``columns`` hold all of them where they hang; ``beside`` come first in the first column then.
    """

    head: Box
    beside: tuple[Box, ...]
    under: tuple[Box, ...]
    columns: tuple[tuple[Box, ...], ...]
    is_row: bool


@dataclass(slots=True)
class Tags:
    """References, and the short lines that tie them to their boxes."""

    tags: list[Tag] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def join_family(family: Family) -> Iterator[Line]:
    """Yield the lines of one unit and its subordinates."""
    if family.is_row:
        yield from _row(family)
    elif len(family.columns) == 1:
        head = family.head
        yield from _column(family, family.columns[0], head.x + TRUNK, head.bottom)
    else:
        yield from _columns(family)


def _row(family: Family) -> Iterator[Line]:
    head, x = family.head, family.head.center
    for box in family.beside:
        yield Line(COORDINATION, x, box.middle, box.x + box.width, box.middle)
    if not family.under:
        yield Line(COORDINATION, x, head.bottom, x, max(box.middle for box in family.beside))
        return
    first, last = family.under[0], family.under[-1]
    bus = first.y - (first.y - max([head.bottom, *(box.bottom for box in family.beside)])) / 2
    bus = max(bus, first.y - LEADING_PT)
    yield Line(COMMAND, x, head.bottom, x, bus)
    if len(family.under) > 1:
        yield Line(COMMAND, first.center, bus, last.center, bus)
    for box in family.under:
        yield Line(COMMAND, box.center, bus, box.center, box.y)


def _columns(family: Family) -> Iterator[Line]:
    head = family.head
    kind = COMMAND if family.under else COORDINATION
    bus = (head.bottom + family.columns[0][0].y) / 2
    trunks = [column[0].x - TRUNK for column in family.columns]
    yield Line(kind, head.center, head.bottom, head.center, bus)
    yield Line(kind, min(*trunks, head.center), bus, max(*trunks, head.center), bus)
    for column, x in zip(family.columns, trunks, strict=True):
        yield from _column(family, column, x, bus)


def _column(family: Family, column: tuple[Box, ...], x: float, top: float) -> Iterator[Line]:
    dashed = {box.unit_id for box in family.beside}
    kind = COORDINATION if all(box.unit_id in dashed for box in column) else COMMAND
    yield Line(kind, x, top, x, column[-1].middle)
    for box in column:
        yield Line(COORDINATION if box.unit_id in dashed else COMMAND, x, box.middle, box.x, box.middle)


def tags_of(
    boxes: Mapping[UnitId, Box],
    tops: Iterable[UnitId],
    above: tuple[TagKind, ...],
    goes_on: Iterable[UnitId],
    width: float,
) -> Tags:
    """Return the references over the tops, and under each unit that goes on elsewhere."""
    found = Tags()
    for top in tops:
        box = boxes[top]
        for place, kind in enumerate(reversed(above), start=1):
            y = box.y - TRUNK + 1 - place * LEADING_PT
            found.tags.append(Tag(kind, top, box.center - width / 2, y, width, LEADING_PT))
        if above:
            found.lines.append(Line(COMMAND, box.center, box.y - TRUNK + 1, box.center, box.y))
    for unit_id in goes_on:
        box = boxes[unit_id]
        y = box.bottom + TRUNK - 1
        found.tags.append(Tag(TagKind.GOES_ON, unit_id, box.center - width / 2, y, width, LEADING_PT))
        found.lines.append(Line(COMMAND, box.center, box.bottom, box.center, y))
    return found
