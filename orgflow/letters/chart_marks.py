"""How a box says what became of its unit: border and pattern, drawn as strokes that every program prints.

No pattern fill is used: Word, LibreOffice and copiers draw strokes alike, and they read in black and white.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from orgflow.domain.organisation.chart.boxes import BAND_PT
from orgflow.domain.organisation.chart.charted import Mark
from orgflow.domain.organisation.chart.drawing import Box

THIN: Final = 0.8


@dataclass(frozen=True, slots=True)
class Border:
    """The outline of a box; ``dashes`` is empty for a line drawn through."""

    width: float = THIN
    dashes: str = ""
    is_double: bool = False


Stroke = tuple[float, float, float, float]

_STAYS: Final = Border()
_LOOSE: Final = Border(dashes="3 2")
_BORDERS: Final[Mapping[Mark, Border]] = {
    Mark.RENAMED: Border(width=2),
    Mark.NEW: Border(is_double=True),
    Mark.MOVED: Border(width=1.6, dashes="7 3"),
    Mark.GONE: Border(width=1.6, dashes="1.6 2.2"),
    Mark.KIND: Border(width=1.6, dashes="10 3 2 3"),
}


def border_of(marks: tuple[Mark, ...], *, is_loose: bool) -> Border:
    """Return the border of a unit's box; the first of its marks decides."""
    if marks:
        return _BORDERS[marks[0]]
    return _LOOSE if is_loose else _STAYS


def pattern_of(mark: Mark, box: Box) -> tuple[tuple[Stroke, ...], float]:
    """Return the strokes of the strip at the left of a marked box, and how thick they are."""
    pattern, thickness = _PATTERNS[mark]
    return tuple(pattern(box.x + 1.5, box.y + 2, BAND_PT - 3, box.height - 4)), thickness


def _hatch(x: float, y: float, width: float, height: float) -> Iterator[Stroke]:
    for down in _steps(y + width, y + height, 3.4):
        yield x, down, x + width, down - width


def _crosses(x: float, y: float, width: float, height: float) -> Iterator[Stroke]:
    for down in _steps(y + width, y + height, 3.5):
        yield x, down, x + width, down - width
        yield x, down - width, x + width, down


def _dots(x: float, y: float, width: float, height: float) -> Iterator[Stroke]:
    for down in _steps(y + 2, y + height - 1, 4):
        for across in (x + width * 0.25, x + width * 0.75):
            yield across, down, across + 0.01, down


def _bars(x: float, y: float, width: float, height: float) -> Iterator[Stroke]:
    for down in _steps(y + 1, y + height, 3):
        yield x, down, x + width, down


def _posts(x: float, y: float, width: float, height: float) -> Iterator[Stroke]:
    for across in _steps(x + 0.5, x + width, 2.5):
        yield across, y, across, y + height


_Pattern = Callable[[float, float, float, float], Iterator[Stroke]]
_PATTERNS: Final[Mapping[Mark, tuple[_Pattern, float]]] = {
    Mark.RENAMED: (_hatch, 1.1),
    Mark.NEW: (_dots, 2),
    Mark.MOVED: (_bars, 1.1),
    Mark.GONE: (_crosses, 0.7),
    Mark.KIND: (_posts, 0.9),
}


def _steps(start: float, end: float, step: float) -> Iterator[float]:
    for place in range(int((end - start) / step) + 1):
        yield start + place * step
