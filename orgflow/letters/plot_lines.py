"""Volumes over years as lines, told apart by dashes and marks, so that grey paper shows them too."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import floor, log10
from typing import Final

from orgflow.domain.organisation.chart.boxes import Voice, wrap
from orgflow.domain.organisation.chart.paper import Room
from orgflow.domain.workload.figures import format_figure
from orgflow.domain.workload.trends import Panel, Series
from orgflow.letters.chart_metrics import text_width
from orgflow.letters.chart_svg import frame, n, write_strokes, write_text

MOST_LINES: Final = 5
"""Lines in one picture; a panel with more becomes several."""
PLOT_PT: Final = 140.0
TITLE_PT: Final = 11.0
SMALL_PT: Final = 9.0
_LEADING: Final = 13.0
_LEFT: Final = 58.0
_RIGHT: Final = 24.0
_TOP: Final = 14.0
_BELOW: Final = 20.0
_LEGEND: Final = 15.0
_APART: Final = 22.0
_SIGN: Final = 34.0
_MARK: Final = 3.2
_STEPS: Final = (1, 2, 5, 10)
_TICKS: Final = 4
_VALUED: Final = 2
"""Up to so many lines bear the value at each point."""
_DASHES: Final = ("", "7 3", "2 2.5", "9 3 2 3", "1 4")


@dataclass(frozen=True, slots=True)
class LinePicture:
    """One panel ready to be drawn: its title, if any, and at most ``MOST_LINES`` of its series."""

    title: str
    product: str
    years: tuple[int, ...]
    series: tuple[Series, ...]


def pictures_of(panels: tuple[Panel, ...]) -> tuple[LinePicture, ...]:
    """Return what is drawn of the panels: those with more than one year, no picture with too many lines."""
    return tuple(
        LinePicture(panel.function, panel.product, panel.years, panel.series[at : at + MOST_LINES])
        for panel in panels
        if len(panel.years) > 1
        for at in range(0, len(panel.series), MOST_LINES)
    )


def write_lines(picture: LinePicture, width: float, attributes: str = "") -> str:
    """Return one picture as a whole SVG of this width in points.

    Args:
        attributes: what the element is given besides its size, already escaped; nothing sizes it in points.
    """
    height = _height(picture, width)
    size = attributes or f'width="{n(width)}pt" height="{n(height)}pt"'
    return frame(width, height, _drawn(picture, width), size)


def write_line_pages(pictures: tuple[LinePicture, ...], room: Room, title: str) -> tuple[str, ...]:
    """Return the pictures on pages that fill the room, each page a whole SVG under the title."""
    pages: list[list[tuple[float, LinePicture]]] = [[]]
    y = _start(title)
    for picture in pictures:
        height = _height(picture, room.width)
        if pages[-1] and y + height > room.height:
            pages.append([])
            y = _start(title)
        pages[-1].append((y, picture))
        y += height + _APART
    size = f'width="{room.width:.1f}pt" height="{room.height:.1f}pt"'
    return tuple(frame(room.width, room.height, _page(page, room, title), size) for page in pages if page)


def _start(title: str) -> float:
    return 2 * _LEADING + _TOP if title else 0.0


def _page(page: list[tuple[float, LinePicture]], room: Room, title: str) -> str:
    head = write_text(title, room.width / 2, _LEADING, f' font-weight="bold" font-size="{n(TITLE_PT + 1)}"')
    drawn = (f'<g transform="translate(0 {n(y)})">{_drawn(picture, room.width)}</g>' for y, picture in page)
    return head + "".join(drawn)


def _height(picture: LinePicture, width: float) -> float:
    titles, legends = len(_titles(picture, width)), len(tuple(_legends(picture, width)))
    return titles * _LEADING + _TOP + PLOT_PT + _BELOW + legends * _LEGEND + 2


def _titles(picture: LinePicture, width: float) -> tuple[str, ...]:
    if not picture.title:
        return ()
    return wrap(f"{picture.title} ({picture.product} per tahun)", width - _RIGHT, Voice.NAME, text_width)


def _legends(picture: LinePicture, width: float) -> Iterator[tuple[int, str]]:
    """Yield the lines of the legend, each with the place of its series, -1 for what goes on."""
    for place, series in enumerate(picture.series):
        for number, line in enumerate(wrap(series.name, width - _LEFT - _SIGN - 8, Voice.NOTE, text_width)):
            yield (place if number == 0 else -1), line


def _drawn(picture: LinePicture, width: float) -> str:
    titles = _titles(picture, width)
    bold = f' font-weight="bold" text-anchor="start" font-size="{n(TITLE_PT)}"'
    head = "".join(write_text(line, 0, (at + 1) * _LEADING - 3, bold) for at, line in enumerate(titles))
    top = len(titles) * _LEADING + _TOP
    plot = _Plot(picture, width - _LEFT - _RIGHT)
    legend = "".join(_legend(picture, width, top + PLOT_PT + _BELOW))
    return f'{head}<g transform="translate({n(_LEFT)} {n(top)})">{"".join(plot.drawn())}</g>{legend}'


def _legend(picture: LinePicture, width: float, top: float) -> Iterator[str]:
    start = f' text-anchor="start" font-size="{n(SMALL_PT)}"'
    for row, (place, line) in enumerate(_legends(picture, width)):
        y = top + row * _LEGEND + 8
        if place >= 0:
            yield write_strokes([(_LEFT, y, _LEFT + _SIGN, y)], _stroke(place))
            yield _mark(place, _LEFT + _SIGN / 2, y)
        yield write_text(line, _LEFT + _SIGN + 8, y + 3, start)


class _Plot:
    """The lines between their axes, from the upper left corner of both."""

    def __init__(self, picture: LinePicture, width: float) -> None:
        self._picture, self._width = picture, width
        highest = max((volume for one in picture.series for _, volume in one.points), default=Decimal(0))
        self._step = _nice(Fraction(highest) / _TICKS)
        self._ceiling = self._step * _TICKS

    def drawn(self) -> Iterator[str]:
        yield from self._grid()
        for place, series in enumerate(self._picture.series):
            yield from self._line(place, series)

    def _grid(self) -> Iterator[str]:
        small = f' font-size="{n(SMALL_PT)}"'
        for tick in range(_TICKS + 1):
            y = PLOT_PT - tick * PLOT_PT / _TICKS
            faint = ' stroke-width="0.4" stroke="#999" class="is-grid"' if tick else ' stroke-width="0.8"'
            yield write_strokes([(0, y, self._width, y)], faint)
            label = format_figure(self._step * tick)
            yield write_text(label, -6, y + 3, f' text-anchor="end" font-size="{n(SMALL_PT)}"')
        for year in self._picture.years:
            yield write_text(str(year), self._x(year), PLOT_PT + 14, small)

    def _line(self, place: int, series: Series) -> Iterator[str]:
        points = [(year, self._x(year), self._y(volume)) for year, volume in series.points]
        # Nothing is drawn over a year of which nothing is known.
        strokes = [
            (x1, y1, x2, y2) for (before, x1, y1), (after, x2, y2) in pairwise(points) if after == before + 1
        ]
        if strokes:
            yield write_strokes(strokes, _stroke(place))
        small = f' font-size="{n(SMALL_PT)}"'
        for (_, x, y), (_, volume) in zip(points, series.points, strict=True):
            yield _mark(place, x, y)
            if len(self._picture.series) <= _VALUED:
                yield write_text(format_figure(volume), x, y - 7 if place == 0 else y + 14, small)

    def _x(self, year: int) -> float:
        years = self._picture.years
        return self._width * (year - years[0] + 0.5) / len(years)

    def _y(self, volume: Decimal) -> float:
        return float(PLOT_PT - float(Fraction(volume) / self._ceiling) * PLOT_PT)


def _nice(step: Fraction) -> Fraction:
    """Return the next larger step of 1, 2 or 5 times a power of ten; whole where it can be."""
    if step <= 0:
        return Fraction(1)
    power = Fraction(10) ** floor(log10(step))
    return max(next(power * one for one in _STEPS if power * one >= step), Fraction(1, 4))


def _stroke(place: int) -> str:
    dashes = f' stroke-dasharray="{_DASHES[place]}"' if _DASHES[place] else ""
    return f' stroke-width="1.6" class="is-series"{dashes}'


def _mark(place: int, x: float, y: float) -> str:
    size, look = _MARK, ' stroke-width="1.2" class="is-series"'
    match place:
        case 0:
            path = (
                f"M{n(x - size)} {n(y)}a{size} {size} 0 1 0 {2 * size} 0a{size} {size} 0 1 0 {-2 * size} 0Z"
            )
        case 1:
            path = f"M{n(x - size)} {n(y - size)}h{2 * size}v{2 * size}h{-2 * size}Z"
        case 2:
            path = f"M{n(x)} {n(y - size)}L{n(x + size)} {n(y + size)}H{n(x - size)}Z"
        case 3:
            path = f"M{n(x)} {n(y - size)}L{n(x + size)} {n(y)}L{n(x)} {n(y + size)}L{n(x - size)} {n(y)}Z"
        case _:
            left, right, above, below = n(x - size), n(x + size), n(y - size), n(y + size)
            path = f"M{left} {above}L{right} {below}M{left} {below}L{right} {above}"
    return f'<path d="{path}" fill="#fff"{look}/>'
