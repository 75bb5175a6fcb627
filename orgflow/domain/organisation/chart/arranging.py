"""Where the boxes of one page stand: upper levels side by side, lower ones hanging in columns.

Every branch keeps a rectangle of its own, and lines run only in the gaps between: no two boxes can overlap
and no line can cross a box.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from orgflow.domain.organisation.chart.boxes import LEADING_PT, Boxes, Size
from orgflow.domain.organisation.chart.charted import Chart
from orgflow.domain.organisation.chart.drawing import Box, Drawing, TagKind
from orgflow.domain.organisation.chart.joining import Family, join_family, tags_of
from orgflow.domain.values import UnitId

ROW_GAP: Final = 28.0
SIBLING_GAP: Final = 14.0
STACK_GAP: Final = 8.0
INDENT: Final = 18.0
COLUMN_GAP: Final = 20.0
BESIDE_GAP: Final = 12.0
CLEARANCE: Final = 16.0
TAG_GAP: Final = 7.0
SHELF_GAP: Final = 26.0
TAG_DEPTH: Final = TAG_GAP + LEADING_PT


@dataclass(frozen=True, slots=True)
class Part:
    """What stands on one page.

    Attributes:
        tops: the units it begins with.
        below: what is shown under each unit.
        goes_on: units whose subordinates stand on another page.
        above: the references printed over the tops.
    """

    tops: tuple[UnitId, ...]
    below: Mapping[UnitId, tuple[UnitId, ...]]
    goes_on: frozenset[UnitId] = frozenset()
    above: tuple[TagKind, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """How a part is laid out.

    Attributes:
        rows: how many levels have their subordinates side by side.
        columns: in how many columns the subordinates of the level after hang.
        shelf: how wide several tops may stand beside each other before the next goes under them.
    """

    rows: int
    columns: int = 1
    shelf: float = float("inf")


@dataclass(slots=True)
class _Block:
    """The rectangle of a branch: its size, and where in it the head's box begins."""

    width: float
    height: float
    x: float = 0.0
    y: float = 0.0
    columns: list[list[UnitId]] = field(default_factory=list)


class Arrangement:
    """One part laid out in one form."""

    def __init__(self, chart: Chart, boxes: Boxes, part: Part, form: Form) -> None:
        self._chart, self._boxes, self._part, self._form = chart, boxes, part, form
        self._columns: dict[UnitId, int] = {}
        """How many columns hang under a unit; 0 stands for a row."""
        self._depths: dict[UnitId, int] = {}
        self._blocks: dict[UnitId, _Block] = {}
        self._shifts: dict[UnitId, tuple[float, float]] = {}
        self._lead = len(part.above) * LEADING_PT + TAG_GAP if part.above else 0.0
        self._walk()
        self._measure()
        self.size = self._place_tops()

    def drawing(self) -> Drawing:
        """Return the boxes, lines and references."""
        corners: dict[UnitId, tuple[float, float]] = {}
        boxes: dict[UnitId, Box] = {}
        for unit_id in self._depths:
            corner = corners.get(unit_id, self._shifts[unit_id])
            block, size = self._blocks[unit_id], self._boxes.sizes[unit_id]
            boxes[unit_id] = Box(unit_id, corner[0] + block.x, corner[1] + block.y, size.width, size.height)
            for child in self._part.below.get(unit_id, ()):
                dx, dy = self._shifts[child]
                corners[child] = (corner[0] + dx, corner[1] + dy)
        families = [self._family(one, boxes) for one in boxes if self._part.below.get(one)]
        tags = tags_of(boxes, self._part.tops, self._part.above, self._part.goes_on, self._boxes.tag_width)
        return Drawing(
            self.size.width,
            self.size.height,
            boxes,
            tuple(line for family in families for line in join_family(family)) + tuple(tags.lines),
            tuple(tags.tags),
        )

    def _family(self, unit_id: UnitId, boxes: Mapping[UnitId, Box]) -> Family:
        beside, under = self._parted(unit_id)
        return Family(
            boxes[unit_id],
            tuple(boxes[one] for one in beside),
            tuple(boxes[one] for one in under),
            tuple(tuple(boxes[one] for one in column) for column in self._blocks[unit_id].columns),
            is_row=self._columns[unit_id] == 0,
        )

    def _parted(self, unit_id: UnitId) -> tuple[list[UnitId], list[UnitId]]:
        below = self._part.below.get(unit_id, ())
        units = self._chart.units
        beside = [one for one in below if units[one].standing.is_beside]
        return beside, [one for one in below if not units[one].standing.is_beside]

    def _walk(self) -> None:
        """Note every unit of the part, superiors first, and how its subordinates are laid out."""
        rows = self._form.rows
        waiting = [(top, 0, rows > 0) for top in reversed(self._part.tops)]
        while waiting:
            unit_id, depth, is_row = waiting.pop()
            self._depths[unit_id] = depth
            self._columns[unit_id] = 0 if is_row else self._form.columns if depth == rows else 1
            for child in reversed(self._part.below.get(unit_id, ())):
                goes_on = is_row and depth + 1 < rows and not self._chart.units[child].standing.is_beside
                waiting.append((child, depth + 1, goes_on))

    def _measure(self) -> None:
        upward = list(reversed(self._depths))
        for unit_id in upward:
            if self._columns[unit_id]:
                self._blocks[unit_id] = self._hung(unit_id, self._columns[unit_id])
        beside_of: dict[int, float] = {}
        for unit_id in upward:
            if not self._columns[unit_id]:
                depth = self._depths[unit_id]
                beside_of[depth] = max(beside_of.get(depth, 0.0), self._beside_size(unit_id).height)
        for unit_id in upward:
            if not self._columns[unit_id]:
                self._blocks[unit_id] = self._in_row(unit_id, beside_of[self._depths[unit_id]])

    def _beside_size(self, unit_id: UnitId) -> Size:
        blocks = [self._blocks[one] for one in self._parted(unit_id)[0]]
        if not blocks:
            return Size(0.0, 0.0)
        height = sum(block.height for block in blocks) + STACK_GAP * (len(blocks) - 1)
        return Size(max(block.width for block in blocks), height)

    def _head(self, unit_id: UnitId) -> tuple[float, Size]:
        """Return where the box begins from the top of its block, and its size."""
        return self._lead if self._depths[unit_id] == 0 else 0.0, self._boxes.sizes[unit_id]

    def _foot(self, unit_id: UnitId) -> float:
        return TAG_DEPTH if unit_id in self._part.goes_on else 0.0

    def _in_row(self, unit_id: UnitId, beside_height: float) -> _Block:
        lead, box = self._head(unit_id)
        beside, under = self._parted(unit_id)
        beside_size = self._beside_size(unit_id)
        y = lead + box.height + (BESIDE_GAP + beside_height if beside_height else 0.0) + ROW_GAP
        x, centers = 0.0, [box.width / 2]
        if under:
            centers = []
            for child in under:
                block = self._blocks[child]
                self._shifts[child] = (x, y)
                centers.append(x + block.x + self._boxes.sizes[child].width / 2)
                x += block.width + SIBLING_GAP
            x -= SIBLING_GAP
        trunk = (centers[0] + centers[-1]) / 2
        left = min(0.0, trunk - box.width / 2)
        height = lead + box.height + self._foot(unit_id)
        if beside:
            left = min(left, trunk - CLEARANCE - beside_size.width)
            down = lead + box.height + BESIDE_GAP
            for child in beside:
                self._shifts[child] = (trunk - CLEARANCE - beside_size.width - left, down)
                down += self._blocks[child].height + STACK_GAP
            height = down - STACK_GAP
        for child in under:
            across, down = self._shifts[child]
            self._shifts[child] = (across - left, down)
            height = max(height, down + self._blocks[child].height)
        right = max(x, trunk + box.width / 2)
        return _Block(right - left, height, trunk - box.width / 2 - left, lead)

    def _hung(self, unit_id: UnitId, count: int) -> _Block:
        lead, box = self._head(unit_id)
        beside, under = self._parted(unit_id)
        items = beside + under
        if not items:
            return _Block(box.width, lead + box.height + self._foot(unit_id), 0.0, lead)
        is_one = min(count, len(items)) == 1
        columns = [items] if is_one else self._split(items, count)
        top = lead + box.height + (STACK_GAP if is_one else ROW_GAP)
        x, bottom = 0.0, top
        for column in columns:
            down = top
            for child in column:
                self._shifts[child] = (x + INDENT, down)
                down += self._blocks[child].height + STACK_GAP
            x += INDENT + max(self._blocks[child].width for child in column) + COLUMN_GAP
            bottom = max(bottom, down - STACK_GAP)
        taken = x - COLUMN_GAP
        width = max(taken, box.width)
        if is_one:
            return _Block(width, bottom, 0.0, lead, columns)
        for child in items:
            across, down = self._shifts[child]
            self._shifts[child] = (across + (width - taken) / 2, down)
        return _Block(width, bottom, (width - box.width) / 2, lead, columns)

    def _split(self, items: Sequence[UnitId], count: int) -> list[list[UnitId]]:
        """Part the items, in order, into at most ``count`` columns of about one height."""
        heights = [self._blocks[item].height + STACK_GAP for item in items]
        least, most = max(*heights, sum(heights) / count), sum(heights)
        for _ in range(12):
            middle = (least + most) / 2
            if len(_filled(items, heights, middle)) <= count:
                most = middle
            else:
                least = middle
        return _filled(items, heights, most)

    def _place_tops(self) -> Size:
        x = y = width = shelf_height = 0.0
        for top in self._part.tops:
            block = self._blocks[top]
            if x and x + block.width > self._form.shelf:
                x, y, shelf_height = 0.0, y + shelf_height + SHELF_GAP, 0.0
            self._shifts[top] = (x, y)
            width = max(width, x + block.width)
            shelf_height = max(shelf_height, block.height)
            x += block.width + SHELF_GAP
        return Size(width, y + shelf_height)


def _filled(items: Sequence[UnitId], heights: Sequence[float], most: float) -> list[list[UnitId]]:
    columns: list[list[UnitId]] = [[]]
    taken = 0.0
    for item, height in zip(items, heights, strict=True):
        if columns[-1] and taken + height > most:
            columns.append([])
            taken = 0.0
        columns[-1].append(item)
        taken += height
    return columns
