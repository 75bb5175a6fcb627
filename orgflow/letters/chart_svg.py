"""A drawn chart as SVG: presentation attributes and classes only, so that no policy or program drops them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

from orgflow.domain.organisation.chart.boxes import (
    BAND_PT,
    FONT_PT,
    GRID_PT,
    LEADING_PT,
    Boxes,
    TextRow,
    Voice,
)
from orgflow.domain.organisation.chart.charted import Chart, ChartUnit, Mark
from orgflow.domain.organisation.chart.drawing import Box, Drawing, Line, LineKind, Tag, TagKind
from orgflow.domain.organisation.kinds import Standing
from orgflow.domain.values import UnitId
from orgflow.letters.chart_marks import THIN, Border, Stroke, border_of, pattern_of
from orgflow.letters.chart_metrics import text_width

FONTS: Final = "'Liberation Sans', Arimo, Arial, Helvetica, sans-serif"
DASHES: Final = "4 3"
ASTERISK: Final = "*"
_CELLS: Final = 6
_ASCENT: Final = 9.3
_STRIKE: Final = 3.2


@dataclass(frozen=True, slots=True)
class Picture:
    """What is to be written.

    Attributes:
        addresses: where a unit's box leads; empty on paper.
        goes_on, comes_from: the pages that references name.
    """

    chart: Chart
    boxes: Boxes
    drawing: Drawing
    words: Mapping[str, str]
    addresses: Mapping[UnitId, str]
    goes_on: Mapping[UnitId, int]
    comes_from: Mapping[UnitId, int]


def write_picture(picture: Picture) -> str:
    """Return the lines, boxes and references of a drawing, without the element around them."""
    drawing = picture.drawing
    return "".join(
        (
            _lines(drawing.lines),
            *(_box(picture, box) for box in drawing.boxes.values()),
            *(_tag(picture, tag) for tag in drawing.tags),
        )
    )


def frame(width: float, height: float, inner: str, attributes: str) -> str:
    """Return a whole SVG of this size in points, its words set as every chart's."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {n(width)} {n(height)}" {attributes}>'
        f'<g fill="none" stroke="#000" stroke-width="{THIN}" font-family="{FONTS}" font-size="{n(FONT_PT)}"'
        f' text-anchor="middle">{inner}</g></svg>'
    )


def n(value: float) -> str:
    """Return a number as SVG writes it, a tenth of a point exact."""
    return f"{value:.1f}".removesuffix(".0")


def write_text(text: str, x: float, y: float, attributes: str = "") -> str:
    """Return one line of words, its middle at ``x``."""
    return f'<text x="{n(x)}" y="{n(y)}" fill="#000" stroke="none"{attributes}>{escape(text)}</text>'


def write_strokes(strokes: Iterable[Stroke], attributes: str = "") -> str:
    """Return straight strokes as one path."""
    path = "".join(
        f"M{n(x1)} {n(y1)}" + (f"V{n(y2)}" if x1 == x2 else f"H{x2:.2f}" if y1 == y2 else f"L{n(x2)} {n(y2)}")
        for x1, y1, x2, y2 in strokes
    )
    return f'<path d="{path}"{attributes}/>'


def write_outline(box: Box, border: Border) -> str:
    """Return the white box with its border."""
    dashes = f' stroke-dasharray="{border.dashes}"' if border.dashes else ""
    width = f' stroke-width="{n(border.width)}"' if border.width != THIN else ""
    outline = _rect(box, 0, f' fill="#fff"{width}{dashes}')
    return outline + _rect(box, 2.4, "") if border.is_double else outline


def write_pattern(mark: Mark, box: Box) -> str:
    """Return the patterned strip of a marked box."""
    strokes, thickness = pattern_of(mark, box)
    edge = box.x + BAND_PT
    return write_strokes(strokes, f' stroke-width="{n(thickness)}" stroke-linecap="round"') + write_strokes(
        [(edge, box.y, edge, box.bottom)]
    )


def spoken(unit: ChartUnit, words: Mapping[str, str]) -> str:
    """Return what a box says, in one line and with the name unbroken."""
    told = [unit.name, *(words[mark] for mark in unit.marks)]
    for key, former in (
        ("former_name", unit.former_name),
        ("former_parent", unit.former_parent),
        ("former_kind", unit.former_kind),
    ):
        if former:
            told.append(words[key].replace("{name}", former))
    told += [words[key] for key, is_so in (("loose", unit.is_loose), ("unsure", unit.is_unsure)) if is_so]
    return ", ".join([*told, unit.holder] if unit.holder else told)


def _rect(box: Box, inset: float, attributes: str) -> str:
    return (
        f'<rect x="{n(box.x + inset)}" y="{n(box.y + inset)}" width="{n(box.width - 2 * inset)}"'
        f' height="{n(box.height - 2 * inset)}"{attributes}/>'
    )


def _lines(lines: Iterable[Line]) -> str:
    strokes: dict[LineKind, list[Stroke]] = {LineKind.COMMAND: [], LineKind.COORDINATION: []}
    for line in lines:
        strokes[line.kind].append((line.x1, line.y1, line.x2, line.y2))
    dashed = f' stroke-dasharray="{DASHES}"'
    return "".join(
        write_strokes(found, ' class="of-line"' + (dashed if kind is LineKind.COORDINATION else ""))
        for kind, found in strokes.items()
        if found
    )


def _box(picture: Picture, box: Box) -> str:
    unit, rows = picture.chart.units[box.unit_id], picture.boxes.rows[box.unit_id]
    inner = "".join(
        (
            write_outline(box, border_of(unit.marks, is_loose=unit.is_loose)),
            write_pattern(unit.marks[0], box) if unit.marks else "",
            *_rows(unit, box, rows),
            _grid(box) if unit.standing is Standing.FUNCTIONAL else "",
            write_text(ASTERISK, box.x + box.width - 5, box.y + 10) if unit.is_unsure else "",
        )
    )
    look = f' class="is-{unit.marks[0]}"' if unit.marks else ""
    label = escape(spoken(unit, picture.words))
    address = picture.addresses.get(box.unit_id)
    if address is None:
        return f"<g{look}><title>{label}</title>{inner}</g>"
    return f'<a href="{escape(address)}" aria-label="{label}"{look}>{inner}</a>'


def _rows(unit: ChartUnit, box: Box, rows: tuple[TextRow, ...]) -> Iterator[str]:
    foot = GRID_PT if unit.standing is Standing.FUNCTIONAL else 0.0
    x = box.center + (BAND_PT / 2 if unit.marks else 0)
    y = box.y + (box.height - foot - len(rows) * LEADING_PT) / 2 + _ASCENT
    for row in rows:
        bold = "" if row.voice is Voice.NOTE else ' font-weight="bold"'
        yield write_text(row.text, x, y, bold)
        if row.voice is Voice.NAME and Mark.GONE in unit.marks:
            half = text_width(row.text, row.voice) / 2
            yield write_strokes([(x - half, y - _STRIKE, x + half, y - _STRIKE)])
        y += LEADING_PT


def _grid(box: Box) -> str:
    """Return the empty cells at the foot of a functional group, the official sign of one."""
    top, middle = box.bottom - GRID_PT, box.bottom - GRID_PT / 2
    step = box.width / _CELLS
    strokes = [(box.x, top, box.x + box.width, top), (box.x, middle, box.x + box.width, middle)]
    strokes += [(box.x + step * cell, top, box.x + step * cell, box.bottom) for cell in range(1, _CELLS)]
    return write_strokes(strokes)


def _tag(picture: Picture, tag: Tag) -> str:
    is_on = tag.kind is TagKind.GOES_ON
    page = (picture.goes_on if is_on else picture.comes_from)[tag.unit_id]
    words = picture.words["goes_on" if is_on else "comes_from"].replace("{page}", str(page))
    return write_text(words, tag.x + tag.width / 2, tag.y + _ASCENT, ' font-style="italic"')
