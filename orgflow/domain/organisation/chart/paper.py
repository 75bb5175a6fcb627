"""The paper a chart is printed on, how small its words may become, and how large a chart may be."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, assert_never

from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.chart.boxes import FONT_PT
from orgflow.domain.organisation.chart.charted import Chart

LEAST_TYPE_PT: Final = 7.0
"""The smallest words a printed chart bears: before they become smaller, the page is split."""
LEAST_SCALE: Final = LEAST_TYPE_PT / FONT_PT
MOST_SCALE: Final = 1.15
MOST_UNITS: Final = 1_000
MARGIN_MM: Final = 15
_MM: Final = 72 / 25.4


class ChartTooLarge(RuleBroken):
    """A chart of more than ``most`` units is not drawn; a branch of it may be."""

    code = "chart_too_large"


class Sheet(StrEnum):
    """A sheet of paper; F4 is not standardised, so both cuts are known."""

    A4 = "a4"
    F4 = "f4"
    F4_NARROW = "f4_narrow"
    A3 = "a3"

    @property
    def size_mm(self) -> tuple[int, int]:
        """Width and height, upright, in millimetres."""
        match self:
            case Sheet.A4:
                return (210, 297)
            case Sheet.F4:
                return (215, 330)
            case Sheet.F4_NARROW:
                return (210, 330)
            case Sheet.A3:
                return (297, 420)
            case _:
                assert_never(self)


class Turn(StrEnum):
    """Which way the sheet lies."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"


@dataclass(frozen=True, slots=True)
class Room:
    """What there is to draw on, in points."""

    width: float
    height: float


def page_mm(sheet: Sheet, turn: Turn) -> tuple[int, int]:
    """Return a page's width and height in millimetres."""
    width, height = sheet.size_mm
    return (width, height) if turn is Turn.PORTRAIT else (height, width)


def room_within(size_mm: tuple[int, int]) -> Room:
    """Return the room within a page's margins."""
    width, height = size_mm
    return Room((width - 2 * MARGIN_MM) * _MM, (height - 2 * MARGIN_MM) * _MM)


def check_size(chart: Chart) -> None:
    """Refuse what would take longer to draw than anyone waits.

    Raises:
        ChartTooLarge.
    """
    if len(chart.units) > MOST_UNITS:
        raise ChartTooLarge(most=MOST_UNITS, count=len(chart.units))
