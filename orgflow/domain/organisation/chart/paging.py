"""A chart on paper: as few pages as are legible, split by branch, each knowing where it comes from."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from orgflow.domain.organisation.chart.arranging import Arrangement, Form, Part
from orgflow.domain.organisation.chart.boxes import Boxes
from orgflow.domain.organisation.chart.charted import Chart
from orgflow.domain.organisation.chart.drawing import Drawing, TagKind
from orgflow.domain.organisation.chart.paper import LEAST_SCALE, MOST_SCALE, Room
from orgflow.domain.values import UnitId

CALM_SCALE: Final = 0.75
"""Large enough: above it, a form is chosen for its looks and not for its size."""
MOST_ROWS: Final = 7
MOST_COLUMNS: Final = 10
MOST_BRANCHES: Final = 12
SCREEN_WIDTH: Final = 760.0
_WIDER: Final = (1, 1.5, 2, 3, 4, 6)
_SHELVES: Final = (1.0, 1 / 0.85, 1 / LEAST_SCALE)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a chart.

    Attributes:
        scale: from the drawing's points to the paper's.
        goes_on: the page, from 1, on which a unit's subordinates stand or go on.
        comes_from: the page on which the tops were seen first, or None.
    """

    drawing: Drawing
    scale: float
    goes_on: Mapping[UnitId, int]
    comes_from: Mapping[UnitId, int]


@dataclass(frozen=True, slots=True)
class _Task:
    """A branch that waits for its page; ``start`` subordinates of its head stand already."""

    unit_id: UnitId
    start: int = 0
    seen_on: int | None = None


def draw_whole(chart: Chart, boxes: Boxes) -> Drawing:
    """Return the chart in one piece for a screen: as wide as one if it can be, else of calm proportions."""
    part = Part(chart.roots, chart.below)
    sizes = [(form, Arrangement(chart, boxes, part, form).size) for form in _forms(part, (SCREEN_WIDTH * 2,))]
    for wider in _WIDER:
        width = SCREEN_WIDTH * wider
        fitting = [(form, size) for form, size in sizes if size.width <= width and size.height <= width * 1.3]
        if fitting:
            form, _ = max(fitting, key=lambda one: (one[0].rows, -one[1].height, -one[0].columns))
            return Arrangement(chart, boxes, part, form).drawing()
    form, _ = min(sizes, key=lambda one: max(one[1].width, one[1].height))
    return Arrangement(chart, boxes, part, form).drawing()


def paginate(chart: Chart, boxes: Boxes, room: Room) -> tuple[Page, ...]:
    """Return the pages of a chart, its top first, every branch that is cut off on a later one."""
    return _Pager(chart, boxes, room).pages()


class _Pager:
    def __init__(self, chart: Chart, boxes: Boxes, room: Room) -> None:
        self._chart, self._boxes, self._room = chart, boxes, room
        self._waiting = deque(_Task(root) for root in chart.roots)
        self._pages: list[Page] = []
        self._started: dict[UnitId, list[int]] = {}

    def pages(self) -> tuple[Page, ...]:
        while self._waiting:
            self._next_page()
        return tuple(self._told(number, page) for number, page in enumerate(self._pages, start=1))

    def _told(self, number: int, page: Page) -> Page:
        """Return the page with the numbers of the pages that its references lead to."""
        goes_on: dict[UnitId, int] = {}
        for tag in page.drawing.tags:
            if tag.kind is TagKind.GOES_ON:
                goes_on[tag.unit_id] = next(one for one in self._started[tag.unit_id] if one > number)
        return replace(page, goes_on=goes_on)

    def _next_page(self) -> None:
        task = self._waiting.popleft()
        number = len(self._pages) + 1
        self._started.setdefault(task.unit_id, []).append(number)
        whole = self._whole((task,))
        form = self._best(whole)
        if form is None:
            self._split(task, number)
            return
        tasks = [task]
        while self._waiting and len(tasks) < MOST_BRANCHES and not task.start:
            more = (*tasks, self._waiting[0])
            if self._waiting[0].seen_on is None and task.seen_on is not None:
                break
            part = self._whole(more)
            wider = self._best(part)
            if wider is None:
                break
            joined = self._waiting.popleft()
            self._started.setdefault(joined.unit_id, []).append(number)
            tasks.append(joined)
            whole, form = part, wider
        self._keep(whole, form, tasks)

    def _whole(self, tasks: tuple[_Task, ...]) -> Part:
        above = (TagKind.COMES_FROM,) if tasks[0].seen_on is not None else ()
        below = dict(self._chart.below)
        for task in tasks:
            below[task.unit_id] = self._chart.below.get(task.unit_id, ())[task.start :]
        return Part(tuple(task.unit_id for task in tasks), below, frozenset(), above)

    def _split(self, task: _Task, number: int) -> None:
        """Put the top of a branch on a page of its own; what does not fit waits, in its order."""
        part = self._whole((task,))
        depths = _depths(part)
        deepest = max(depths.values())
        found: tuple[Part, Form] | None = None
        least, most = 1, deepest - 1
        while least <= most:
            middle = (least + most) // 2
            cut = _cut(part, depths, middle)
            form = self._best(cut)
            if form is None:
                most = middle - 1
            else:
                found, least = (cut, form), middle + 1
        if found is None:
            found = self._chunk(task, part, depths)
        cut, form = found
        self._keep(cut, form, [task])
        following = [_Task(one, 0, number) for one in _in_order(cut) if one in cut.goes_on]
        shown = task.start + len(cut.below.get(task.unit_id, ()))
        if shown < len(self._chart.below.get(task.unit_id, ())):
            following.append(_Task(task.unit_id, shown, number))
        self._waiting.extendleft(reversed(following))

    def _chunk(self, task: _Task, part: Part, depths: Mapping[UnitId, int]) -> tuple[Part, Form]:
        """Return as many direct subordinates as fit, one at least."""
        flat = _cut(part, depths, 1)
        children = flat.below[task.unit_id]
        found = _first(flat, task.unit_id, 1)
        form = self._best(found) or self._least_bad(found)
        least, most = 2, len(children)
        while least <= most:
            middle = (least + most) // 2
            tried = _first(flat, task.unit_id, middle)
            tried_form = self._best(tried)
            if tried_form is None:
                most = middle - 1
            else:
                found, form, least = tried, tried_form, middle + 1
        return found, form

    def _best(self, part: Part) -> Form | None:
        """Return the form in which the part is legible and largest, the most official among equals."""
        room, boxes = self._room, self._boxes.sizes
        shown = _in_order(part)
        area = sum(boxes[one].width * boxes[one].height for one in shown) * LEAST_SCALE**2
        if area > room.width * room.height:
            return None
        best: tuple[tuple[int, int, int], Form] | None = None
        for form in _forms(part, tuple(room.width * shelf for shelf in _SHELVES)):
            scale = self._scale(part, form)
            if scale < LEAST_SCALE:
                continue
            rank = (int(min(scale, CALM_SCALE) * 20), form.rows, -form.columns)
            if best is None or rank > best[0]:
                best = (rank, form)
        return best[1] if best is not None else None

    def _least_bad(self, part: Part) -> Form:
        forms = tuple(_forms(part, (self._room.width,)))
        return max(forms, key=lambda form: self._scale(part, form))

    def _scale(self, part: Part, form: Form) -> float:
        size = Arrangement(self._chart, self._boxes, part, form).size
        return min(self._room.width / size.width, self._room.height / size.height)

    def _keep(self, part: Part, form: Form, tasks: list[_Task]) -> None:
        comes_from = {task.unit_id: task.seen_on for task in tasks if task.seen_on is not None}
        drawing = Arrangement(self._chart, self._boxes, part, form).drawing()
        scale = min(MOST_SCALE, self._scale(part, form))
        self._pages.append(Page(drawing, scale, {}, comes_from))


def _forms(part: Part, shelves: tuple[float, ...]) -> Iterator[Form]:
    depths = _depths(part)
    widest: dict[int, int] = {}
    for unit_id, depth in depths.items():
        widest[depth] = max(widest.get(depth, 0), len(part.below.get(unit_id, ())))
    for shelf in shelves if len(part.tops) > 1 else shelves[:1]:
        for rows in range(min(max(widest), MOST_ROWS) + 1):
            for columns in range(1, min(MOST_COLUMNS, max(widest.get(rows, 1), 1)) + 1):
                yield Form(rows, columns, shelf)


def _depths(part: Part) -> dict[UnitId, int]:
    found: dict[UnitId, int] = {}
    waiting = [(top, 0) for top in reversed(part.tops)]
    while waiting:
        unit_id, depth = waiting.pop()
        found[unit_id] = depth
        waiting += [(child, depth + 1) for child in reversed(part.below.get(unit_id, ()))]
    return found


def _in_order(part: Part) -> tuple[UnitId, ...]:
    return tuple(_depths(part))


def _cut(part: Part, depths: Mapping[UnitId, int], depth: int) -> Part:
    """Return the part down to a depth below its top; what is cut off is said to go on."""
    below = {one: part.below.get(one, ()) if at < depth else () for one, at in depths.items() if at <= depth}
    goes_on = frozenset(one for one, at in depths.items() if at == depth and part.below.get(one))
    return replace(part, below=below, goes_on=goes_on)


def _first(part: Part, top: UnitId, count: int) -> Part:
    """Return the part with the first subordinates of its top; the rest is said to go on."""
    children = part.below[top]
    kept = children[:count]
    above = part.above if count >= len(children) else (*part.above, TagKind.GOES_ON)
    goes_on = frozenset(one for one in kept if one in part.goes_on)
    return Part(part.tops, {**part.below, top: kept}, goes_on, above)
