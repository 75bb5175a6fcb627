"""What stands around a chart on its page: title, lampiran, what the signs mean, the page's number."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from orgflow.domain.organisation.chart.boxes import FONT_PT, Boxes, Voice, wrap
from orgflow.domain.organisation.chart.charted import Chart, Mark
from orgflow.domain.organisation.chart.drawing import Box
from orgflow.domain.organisation.chart.paging import Page, paginate
from orgflow.domain.organisation.chart.paper import Room
from orgflow.domain.values import UnitId
from orgflow.letters.chart_marks import border_of
from orgflow.letters.chart_metrics import text_width
from orgflow.letters.chart_svg import (
    ASTERISK,
    DASHES,
    Picture,
    frame,
    write_outline,
    write_pattern,
    write_picture,
    write_strokes,
    write_text,
)
from orgflow.letters.page import MARKS_APART

TITLE_PT: Final = 12.0
TITLE_LEADING: Final = 15.0
SMALL_PT: Final = 8.5
SMALL_LEADING: Final = 11.0
ANNEX_SHARE: Final = 0.38
SCREEN_SCALE: Final = 1.6
"""Pixels a point on a screen: no word under 16."""
SCREEN_MARGIN: Final = 4.0
LEAST_LEGEND: Final = 320.0
_APART: Final = 14.0
_ANNEX_GAP: Final = 10.0
_COLON_GAP: Final = 4.0
_EDGE: Final = 2.0
"""What is kept free at both sides, so that no border is cut in half."""
_SIGN: Final = 26.0
_SIGN_HEIGHT: Final = 12.0
_ASCENT: Final = 9.0
_NOBODY: Final = UnitId(UUID(int=0))


@dataclass(frozen=True, slots=True)
class Heading:
    """What is printed over and under a chart.

    Attributes:
        titles: the centred lines, each broken where it is too long.
        annex: the lines of the lampiran block at the upper right; empty prints none.
        notes: sentences in the foot, such as what was recorded in part.
        is_sample: prints CONTOH on every page.
        is_concept: prints KONSEP on every page.
        head: what stands before and after the colons of the block that says with which letter a chart goes;
            at the upper right of the first page.
    """

    titles: tuple[str, ...]
    annex: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    is_sample: bool = False
    is_concept: bool = False
    head: tuple[tuple[str, str], ...] = ()


def write_pages(
    chart: Chart, boxes: Boxes, room: Room, heading: Heading, words: Mapping[str, str]
) -> tuple[str, ...]:
    """Return every page of a printed chart as an SVG that fills the room."""
    writer = _PageWriter(chart, boxes, room, heading, words)
    pages = paginate(chart, boxes, writer.room_for_chart())
    return tuple(writer.page(page, number, len(pages)) for number, page in enumerate(pages, start=1))


def write_screen(picture: Picture, attributes: str) -> str:
    """Return a chart in one piece, what its signs mean under it."""
    drawing, margin = picture.drawing, SCREEN_MARGIN
    legend = _Legend(picture.chart, max(drawing.width, LEAST_LEGEND), picture.words)
    width = max(drawing.width, legend.width) + 2 * margin
    height = drawing.height + _APART + legend.height + 2 * margin
    size = f' width="{round(width * SCREEN_SCALE)}" height="{round(height * SCREEN_SCALE)}"'
    inner = (
        f'<g transform="translate({(width - drawing.width) / 2:.1f} {margin})">{write_picture(picture)}</g>'
        f'<g transform="translate({margin} {margin + drawing.height + _APART:.1f})">{legend.written()}</g>'
    )
    return frame(width, height, inner, attributes + size)


def write_sheet(picture: Picture, heading: Heading) -> str:
    """Return a chart in one piece with its title, as large as it needs."""
    drawing = picture.drawing
    width = max(drawing.width, LEAST_LEGEND * 1.5) + 2 * _EDGE
    endless = _PageWriter(picture.chart, picture.boxes, Room(width, 0), heading, picture.words)
    height = drawing.height - endless.room_for_chart().height + _APART
    writer = _PageWriter(picture.chart, picture.boxes, Room(width, height), heading, picture.words)
    return writer.page(Page(drawing, 1.0, {}, {}), 1, 1)


class _PageWriter:
    def __init__(
        self, chart: Chart, boxes: Boxes, room: Room, heading: Heading, words: Mapping[str, str]
    ) -> None:
        self._chart, self._boxes, self._room = chart, boxes, room
        self._heading, self._words = heading, words
        self._legend = _Legend(chart, room.width - 90, words)
        self._titles = tuple(
            line
            for title in heading.titles
            for line in _fitted(title, room.width * 0.9, TITLE_PT, Voice.NAME)
        )
        self._annex = tuple(
            line
            for text in heading.annex
            for line in _fitted(text, room.width * ANNEX_SHARE, SMALL_PT, Voice.NOTE)
        )
        self._notes = tuple(
            line for note in heading.notes for line in _fitted(note, room.width - 90, SMALL_PT, Voice.NOTE)
        )
        self._enclosed = tuple(_head_lines(heading.head, room.width * ANNEX_SHARE))
        lines = len(self._enclosed) + len(self._annex)
        self._annexed = lines * SMALL_LEADING + (_ANNEX_GAP if lines else 0)
        self._top = self._annexed + len(self._titles) * TITLE_LEADING + _APART
        self._foot = self._legend.height + len(self._notes) * SMALL_LEADING

    def room_for_chart(self) -> Room:
        return Room(self._room.width - 2 * _EDGE, self._room.height - self._top - self._foot - _APART)

    def page(self, page: Page, number: int, count: int) -> str:
        across = (self._room.width - page.drawing.width * page.scale) / 2
        picture = Picture(
            self._chart, self._boxes, page.drawing, self._words, {}, page.goes_on, page.comes_from
        )
        foot = self._room.height - self._foot
        inner = "".join(
            (
                *self._head(is_first=number == 1),
                f'<g transform="translate({across:.1f} {self._top:.1f}) scale({page.scale:.4f})">',
                write_picture(picture),
                f'</g><g transform="translate(0 {foot:.1f})">{self._legend.written()}</g>',
                *self._below(number, count),
            )
        )
        label = f'width="{self._room.width:.1f}pt" height="{self._room.height:.1f}pt"'
        return frame(self._room.width, self._room.height, inner, label)

    def _head(self, *, is_first: bool) -> Iterator[str]:
        y = _ASCENT
        held = (("concept", self._heading.is_concept), ("sample", self._heading.is_sample))
        marks = MARKS_APART.join(self._words[key] for key, holds in held if holds)
        if marks:
            bold = f' font-weight="bold" text-anchor="start" font-size="{TITLE_PT:g}"'
            yield write_text(marks, 0, y + 1, bold)
        x, small = self._room.width * (1 - ANNEX_SHARE), f' text-anchor="start" font-size="{SMALL_PT:g}"'
        for places in self._enclosed if is_first else ():
            yield from (write_text(words, x + shift, y, small) for words, shift in places)
            y += SMALL_LEADING
        for line in self._annex:
            yield write_text(line, x, y, small)
            y += SMALL_LEADING
        y = _ASCENT + self._annexed
        for line in self._titles:
            yield write_text(
                line, self._room.width / 2, y + 2, f' font-weight="bold" font-size="{TITLE_PT:g}"'
            )
            y += TITLE_LEADING

    def _below(self, number: int, count: int) -> Iterator[str]:
        y = self._room.height - self._foot + self._legend.height + SMALL_LEADING - 3
        for note in self._notes:
            yield write_text(note, 0, y, f' text-anchor="start" font-size="{SMALL_PT:g}"')
            y += SMALL_LEADING
        folio = self._words["folio"].replace("{pages}", str(count)).replace("{page}", str(number))
        end = f' text-anchor="end" font-size="{SMALL_PT:g}"'
        yield write_text(folio, self._room.width - _EDGE, self._room.height - 3, end)


class _Legend:
    """What the signs mean that a chart uses, in as many lines as its width asks for."""

    def __init__(self, chart: Chart, width: float, words: Mapping[str, str]) -> None:
        self._words = words
        self._places: list[tuple[str, float, float]] = []
        x, y = text_width(words["legend"], Voice.NAME) + _APART, 0.0
        self.width = x
        for key in _signs(chart):
            taken = _SIGN + 5 + text_width(words[key], Voice.NOTE)
            if x + taken > width and x > _APART:
                x, y = 0.0, y + _SIGN_HEIGHT + 6
            self._places.append((key, x, y))
            self.width = max(self.width, x + taken)
            x += taken + _APART
        self.height = y + _SIGN_HEIGHT + 4

    def written(self) -> str:
        """Return the legend from its upper left corner."""
        start = ' text-anchor="start"'
        title = write_text(self._words["legend"], 0, _ASCENT + 1, f'{start} font-weight="bold"')
        signs = (
            _sign(key, x, y) + write_text(self._words[key], x + _SIGN + 5, y + _ASCENT + 1, start)
            for key, x, y in self._places
        )
        return title + "".join(signs)


def _signs(chart: Chart) -> Iterator[str]:
    units = chart.units.values()
    yield "command"
    if any(unit.standing.is_beside for unit in units):
        yield "coordination"
    if chart.has_marks:
        yield "stays"
        yield from Mark
    if any(unit.is_loose for unit in units):
        yield "loose"
    if any(unit.is_unsure for unit in units):
        yield "unsure"


def _sign(key: str, x: float, y: float) -> str:
    middle = y + _SIGN_HEIGHT / 2
    match key:
        case "command" | "coordination":
            dashes = f' stroke-dasharray="{DASHES}"' if key == "coordination" else ""
            return write_strokes([(x, middle, x + _SIGN, middle)], dashes)
        case "unsure":
            return write_text(ASTERISK, x + _SIGN - 4, y + _ASCENT + 2)
        case _:
            return _sample((Mark(key),) if key in set(Mark) else (), x, y, is_loose=key == "loose")


def _sample(marks: tuple[Mark, ...], x: float, y: float, *, is_loose: bool) -> str:
    box = Box(_NOBODY, x, y, _SIGN, _SIGN_HEIGHT)
    outline = write_outline(box, border_of(marks, is_loose=is_loose))
    if not marks:
        return outline
    return f'<g class="is-{marks[0]}">{outline}{write_pattern(marks[0], box)}</g>'


def _head_lines(head: tuple[tuple[str, str], ...], width: float) -> Iterator[tuple[tuple[str, float], ...]]:
    """Yield each printed line of the block: its words with their distance from the block's left edge."""
    if not head:
        return
    scale = SMALL_PT / FONT_PT
    colon = max(text_width(label, Voice.NOTE) for label, _ in head) * scale + _COLON_GAP
    start = colon + _COLON_GAP * 2
    for label, value in head:
        first, *rest = _fitted(value, width - start, SMALL_PT, Voice.NOTE) or ("",)
        yield ((label, 0.0), (":", colon), (first, start))
        yield from (((line, start),) for line in rest)


def _fitted(text: str, width: float, size_pt: float, voice: Voice) -> tuple[str, ...]:
    return wrap(text, width * FONT_PT / size_pt, voice, text_width)
