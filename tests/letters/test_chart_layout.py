"""Whatever the organisation, its chart can be read: nothing overlaps, nothing is cut, every page is found."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgflow.domain.organisation.chart.boxes import (
    BAND_PT,
    GRID_PT,
    LEADING_PT,
    PADDING_PT,
    Boxes,
    Voice,
    wrap,
)
from orgflow.domain.organisation.chart.charted import Chart
from orgflow.domain.organisation.chart.drawing import Box, Drawing, Line, TagKind
from orgflow.domain.organisation.chart.paging import Page, draw_whole, paginate
from orgflow.domain.organisation.chart.paper import (
    LEAST_SCALE,
    MOST_UNITS,
    ChartTooLarge,
    Room,
    Sheet,
    Turn,
    check_size,
    page_mm,
    room_within,
)
from orgflow.domain.organisation.kinds import Standing
from orgflow.letters.chart_metrics import text_width
from tests.factories.charts import A4, SHAPES, a_chart, boxes_of

HAIR = 0.01

charts = st.builds(
    a_chart,
    st.integers(3, 120),
    st.sampled_from(SHAPES),
    seed=st.integers(0, 10_000),
    longest=st.sampled_from((20, 60, 200)),
    is_marked=st.booleans(),
)
slow_but_bounded = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@given(charts)
@slow_but_bounded
def test_a_chart_on_a_screen_can_be_read(chart: Chart) -> None:
    boxes = boxes_of(chart)
    drawing = draw_whole(chart, boxes)

    assert set(drawing.boxes) == set(chart.units)
    assert faults(chart, boxes, drawing) == []


@given(charts, st.sampled_from(Sheet), st.sampled_from(Turn))
@slow_but_bounded
def test_a_chart_on_paper_can_be_read(chart: Chart, sheet: Sheet, turn: Turn) -> None:
    whole = room_within(page_mm(sheet, turn))
    room, boxes = Room(whole.width, whole.height - 120), boxes_of(chart)
    pages = paginate(chart, boxes, room)

    for page in pages:
        assert faults(chart, boxes, page.drawing) == []
        assert page.drawing.width * page.scale <= room.width + HAIR
        assert page.drawing.height * page.scale <= room.height + HAIR
        assert page.scale >= LEAST_SCALE
    assert {unit_id for page in pages for unit_id in page.drawing.boxes} == set(chart.units)
    assert lost_references(chart, pages) == []


@pytest.mark.parametrize("shape", SHAPES)
def test_five_hundred_units_can_be_read(shape: str) -> None:
    chart = a_chart(500, shape, longest=200)
    boxes = boxes_of(chart)
    pages = paginate(chart, boxes, A4)

    assert faults(chart, boxes, draw_whole(chart, boxes)) == []
    assert [fault for page in pages for fault in faults(chart, boxes, page.drawing)] == []
    assert lost_references(chart, pages) == []


def test_boxes_of_a_level_are_of_one_size() -> None:
    chart = a_chart(80, "wild", longest=200)
    boxes = boxes_of(chart)
    sizes: dict[int, set[tuple[float, float]]] = {}
    for unit_id, size in boxes.sizes.items():
        sizes.setdefault(boxes.levels[unit_id], set()).add((size.width, size.height))

    assert all(len(found) == 1 for found in sizes.values())
    assert len(sizes) > 3


def test_a_chart_that_fits_stands_on_one_page() -> None:
    chart = a_chart(9)
    (page,) = paginate(chart, boxes_of(chart), A4)

    assert page.drawing.tags == ()
    assert (page.goes_on, page.comes_from) == ({}, {})


def test_too_many_units_are_not_drawn() -> None:
    check_size(a_chart(MOST_UNITS, "star", longest=3))
    with pytest.raises(ChartTooLarge):
        check_size(a_chart(MOST_UNITS + 1, "star", longest=3))


def test_a_wrapped_text_keeps_its_words() -> None:
    text = "Kepala Bagian " + "M" * 60 + " dan Umum"
    lines = wrap(text, 100, Voice.NAME, text_width)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(text_width(line, Voice.NAME) <= 100 for line in lines)


def faults(chart: Chart, boxes: Boxes, drawing: Drawing) -> list[str]:
    """Return what on a drawing cannot be read."""
    placed = [*drawing.boxes.values()]
    placed += [Box(tag.unit_id, tag.x, tag.y, tag.width, tag.height) for tag in drawing.tags]
    found = [f"{box} is cut" for box in placed if not _is_within(box, drawing)]
    found += [f"{one} overlaps {other}" for one, other in _overlaps(placed)]
    found += [f"{line} crosses {box}" for line in drawing.lines for box in placed if _crosses(line, box)]
    found += [f"{line} slants" for line in drawing.lines if line.x1 != line.x2 and line.y1 != line.y2]
    return found + [
        f"text leaves {box}" for box in drawing.boxes.values() if _is_over_full(chart, boxes, box)
    ]


def lost_references(chart: Chart, pages: tuple[Page, ...]) -> list[str]:
    """Return the references that lead nowhere, and the units whose subordinates are not where it is said."""
    found = []
    shown = [_shown_below(chart, page) for page in pages]
    for number, page in enumerate(pages, start=1):
        for tag in page.drawing.tags:
            if tag.kind is TagKind.GOES_ON:
                target = page.goes_on[tag.unit_id]
                if target <= number or tag.unit_id not in pages[target - 1].comes_from:
                    found.append(f"page {number}: {tag.unit_id} is not on page {target}")
            elif number not in pages[page.comes_from[tag.unit_id] - 1].goes_on.values():
                found.append(f"page {number}: nothing on page {page.comes_from[tag.unit_id]} leads here")
    for unit_id, below in chart.below.items():
        joined = [child for page in shown for child in page.get(unit_id, ())]
        if joined != list(below):
            found.append(f"{unit_id} has not its subordinates, each once and in order")
    return found


def _shown_below(chart: Chart, page: Page) -> dict[object, list[object]]:
    """Return which units stand under which on a page; a top stands under none."""
    tops = set(page.comes_from)
    return {
        unit_id: [child for child in below if child in page.drawing.boxes and child not in tops]
        for unit_id, below in chart.below.items()
        if unit_id in page.drawing.boxes
    }


def _is_within(box: Box, drawing: Drawing) -> bool:
    return (
        min(box.x, box.y) >= -HAIR
        and box.x + box.width <= drawing.width + HAIR
        and box.bottom <= drawing.height + HAIR
    )


def _overlaps(placed: list[Box]) -> list[tuple[Box, Box]]:
    across = sorted(placed, key=lambda box: box.x)
    found = [(one, other) for one, other in pairwise(across) if _overlap(one, other)]
    for place, one in enumerate(across):
        for other in across[place + 1 :]:
            if other.x >= one.x + one.width:
                break
            if _overlap(one, other):
                found.append((one, other))
    return found


def _overlap(one: Box, other: Box) -> bool:
    return (
        one.x + HAIR < other.x + other.width
        and other.x + HAIR < one.x + one.width
        and one.y + HAIR < other.bottom
        and other.y + HAIR < one.bottom
    )


def _crosses(line: Line, box: Box) -> bool:
    left, right = sorted((line.x1, line.x2))
    top, bottom = sorted((line.y1, line.y2))
    return (
        left < box.x + box.width - HAIR
        and right > box.x + HAIR
        and top < box.bottom - HAIR
        and bottom > box.y + HAIR
    )


def _is_over_full(chart: Chart, boxes: Boxes, box: Box) -> bool:
    unit, rows = chart.units[box.unit_id], boxes.rows[box.unit_id]
    band = BAND_PT if unit.marks else 0
    foot = GRID_PT if unit.standing is Standing.FUNCTIONAL else 0
    room = box.width - 2 * PADDING_PT - band
    return len(rows) * LEADING_PT + PADDING_PT + foot > box.height or any(
        text_width(row.text, row.voice) > room + HAIR for row in rows
    )
