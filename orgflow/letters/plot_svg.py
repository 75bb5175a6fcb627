"""Plain plots for people as SVG: lying bars with their labels and numbers, readable in black and white.

The same plot gives the same text: widths come from the chart's own table of letters, not from the machine.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from orgflow.domain.organisation.chart.boxes import FONT_PT, Voice
from orgflow.domain.organisation.chart.paper import room_within
from orgflow.letters.chart_metrics import text_width
from orgflow.letters.chart_pages import ChartPages
from orgflow.letters.chart_svg import frame, n

WIDTH_PT: Final = 460.0
SCREEN_PT: Final = 330.0
"""How wide a plot is drawn for pages, so that its words can be read on a phone."""
BAR_PT, STEP_PT = 15.0, 26.0
_GAP: Final = 7.0
_TOP: Final = 6.0
_LABEL_SHARE: Final = 0.42
"""The most of the width that labels may take."""
_BASE: Final = 3.6
"""From the middle of a bar down to the line its words stand on."""
_CUT: Final = "…"
_FILL: Final = "#3d3d3d"
_GROWN: Final = 1.5
"""How much larger a plot is drawn on a page of its own."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is of, how long, the number as it is printed, and how far from nought it begins."""

    label: str
    value: float
    words: str
    begins: float = 0.0


@dataclass(frozen=True, slots=True)
class BarPlot:
    """Bars below each other; ``title`` is read by who does not see them."""

    title: str
    bars: tuple[Bar, ...]

    @property
    def spoken(self) -> str:
        """The plot in one sentence."""
        return f"{self.title}: {', '.join(f'{bar.label} {bar.words}' for bar in self.bars)}."

    @property
    def height(self) -> float:
        """How high it is drawn, in points."""
        return 2 * _TOP + STEP_PT * len(self.bars)


def bars_svg(plot: BarPlot, look: str = "of-plot") -> str:
    """Return the plot as one SVG to stand in a page: a picture with its sentence.

    Args:
        look: the class of the page's style sheet.
    """
    attributes = f'class="{look}" role="img" aria-label="{escape(plot.spoken)}"'
    return frame(SCREEN_PT, plot.height, _bars(plot.bars, SCREEN_PT), attributes)


def bars_figure(plot: BarPlot) -> str:
    """Return the plot as one SVG of its own size in points, for paper."""
    attributes = f'width="{n(WIDTH_PT)}pt" height="{n(plot.height)}pt"'
    return frame(WIDTH_PT, plot.height, _bars(plot.bars, WIDTH_PT), attributes)


def bars_page(plot: BarPlot, size_mm: tuple[int, int]) -> ChartPages:
    """Return the plot under its title on a page of its own.

    Args:
        size_mm: the paper as it lies, margins included.
    """
    room = room_within(size_mm)
    grown = min(_GROWN, room.width / WIDTH_PT)
    left = (room.width - WIDTH_PT * grown) / 2
    title = (
        f'<text x="{n(room.width / 2)}" y="20" font-size="13" font-weight="bold" fill="#000" stroke="none">'
        f"{escape(plot.title)}</text>"
    )
    bars = _bars(plot.bars, WIDTH_PT)
    inner = f'{title}<g transform="translate({left:.2f} 40) scale({grown:.3f})">{bars}</g>'
    attributes = f'width="{room.width:.3f}pt" height="{room.height:.3f}pt"'
    return ChartPages(plot.title, size_mm, (frame(room.width, room.height, inner, attributes),))


def _bars(bars: Sequence[Bar], width: float) -> str:
    labels = [_fitted(bar.label, width * _LABEL_SHARE) for bar in bars]
    start = max((_width(label) for label in labels), default=0.0) + _GAP
    numbers = max((_width(bar.words) for bar in bars), default=0.0) + 2 * _GAP
    return "".join(_drawn(bars, labels, start, width - start - numbers))


def _drawn(bars: Sequence[Bar], labels: Sequence[str], start: float, room: float) -> Iterator[str]:
    longest = max((bar.begins + bar.value for bar in bars), default=0.0)
    for place, (bar, label) in enumerate(zip(bars, labels, strict=True)):
        middle = _TOP + STEP_PT * (place + 0.5)
        length = room * max(bar.value, 0.0) / longest if longest > 0 else 0.0
        left = start + (room * bar.begins / longest if longest > 0 else 0.0)
        yield _words(label, start - _GAP, middle, "end")
        if length > 0:
            yield (
                f'<rect x="{n(left)}" y="{n(middle - BAR_PT / 2)}" width="{length:.2f}" height="{n(BAR_PT)}"'
                f' fill="{_FILL}" stroke="none"/>'
            )
        yield _words(bar.words, left + length + _GAP / 2 + 1, middle, "start")
    foot = _TOP + STEP_PT * len(bars)
    yield f'<path d="M{n(start)} {n(_TOP)}V{n(foot)}" stroke="#000"/>'


def _words(text: str, x: float, middle: float, anchor: str) -> str:
    return (
        f'<text x="{x:.2f}" y="{n(middle + _BASE)}" text-anchor="{anchor}" font-size="{n(FONT_PT)}"'
        f' fill="#000" stroke="none">{escape(text)}</text>'
    )


def _fitted(label: str, room: float) -> str:
    """Return a label that fits its room; what does not is cut, and stands whole in the table beside."""
    if _width(label) <= room:
        return label
    kept = label
    while kept and _width(kept + _CUT) > room:
        kept = kept[:-1]
    return kept.rstrip() + _CUT


def _width(text: str) -> float:
    return text_width(text, Voice.NOTE)
