"""The charts of a unit's branch as figures in the run of a study, where its words stay readable."""

from typing import Final

from orgflow.domain.organisation.chart.boxes import size_boxes
from orgflow.domain.organisation.chart.charted import chart_of
from orgflow.domain.organisation.structure import Structure
from orgflow.domain.papers.document import Block, Figure, Line, Style, plain
from orgflow.letters.chart_figure import write_figure
from orgflow.letters.chart_metrics import text_width
from orgflow.letters.chart_words import box_words, load_chart_words
from orgflow.services.study_source import StudySource

_MARGINS_MM: Final = 52
_POINTS_A_MM: Final = 72 / 25.4
_MOST_HEIGHT_PT: Final = 520


def branch_figure(source: StudySource, structure: Structure, title: str) -> tuple[Block, ...]:
    """Return the chart of the unit and all below it with its title under it.

    Where the words would become too small, nothing: the whole chart is among the enclosures.

    Raises:
        TemplateUnreadable: the chart's words.
    """
    unit_id = source.case.unit_id
    if unit_id not in structure.units:
        return ()
    chart = chart_of(structure, {}).branch(unit_id)
    words = load_chart_words(source.ctx.resources.letter_templates)
    boxes = size_boxes(chart, box_words(words), text_width)
    width = (source.case.sheet.size_mm[0] - _MARGINS_MM) * _POINTS_A_MM
    svg = write_figure(chart, boxes, words, (width, _MOST_HEIGHT_PT))
    if svg is None:
        return ()
    return (Figure(svg, title), Line(Style.FIGURE_TITLE, plain(title)))
