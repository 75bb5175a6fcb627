"""A chart small enough to stand in the run of a text."""

from collections.abc import Mapping
from typing import Final

from orgflow.domain.organisation.chart.boxes import Boxes
from orgflow.domain.organisation.chart.charted import Chart
from orgflow.domain.organisation.chart.paging import draw_whole
from orgflow.domain.organisation.chart.paper import LEAST_SCALE
from orgflow.letters.chart_svg import Picture, frame, write_picture

_EDGE: Final = 2.0


def write_figure(
    chart: Chart, boxes: Boxes, words: Mapping[str, str], most: tuple[float, float]
) -> str | None:
    """Return the chart in one piece as an SVG; None where its words would be smaller than in print.

    Args:
        most: the width and height it may have, in points.
    """
    drawing = draw_whole(chart, boxes)
    width, height = drawing.width + 2 * _EDGE, drawing.height + 2 * _EDGE
    scale = min(1.0, most[0] / width, most[1] / height)
    if scale < LEAST_SCALE:
        return None
    picture = Picture(chart, boxes, drawing, words, {}, {}, {})
    inner = f'<g transform="translate({_EDGE} {_EDGE}) scale({scale:.4f})">{write_picture(picture)}</g>'
    size = f'width="{width * scale:.1f}pt" height="{height * scale:.1f}pt"'
    return frame(width * scale, height * scale, inner, size)
