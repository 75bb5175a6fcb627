"""The three bagan of a proposal: before, after, and what the operations change."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, assert_never

from orgflow.domain.organisation.chart.boxes import Boxes, size_boxes
from orgflow.domain.organisation.chart.charted import Chart, chart_of, chart_of_both
from orgflow.domain.organisation.chart.paging import draw_whole
from orgflow.domain.organisation.chart.paper import Sheet, Turn, check_size, page_mm, room_within
from orgflow.domain.organisation.structure import Structure
from orgflow.domain.papers.case import Case
from orgflow.domain.values import UnitId
from orgflow.letters.chart_metrics import text_width
from orgflow.letters.chart_page import Heading, write_pages, write_screen, write_sheet
from orgflow.letters.chart_pages import ChartPages
from orgflow.letters.chart_svg import Picture
from orgflow.letters.chart_words import box_words, load_chart_words


class ChartSide(StrEnum):
    """Which of the three a chart is."""

    BEFORE = "before"
    AFTER = "after"
    DIFFERENCE = "difference"


TITLES: Final = {
    ChartSide.BEFORE: "SEMULA",
    ChartSide.AFTER: "MENJADI",
    ChartSide.DIFFERENCE: "PERUBAHAN SEMULA DAN MENJADI",
}


@dataclass(frozen=True, slots=True)
class ProposalChart:
    """One of the charts, ready to be drawn."""

    chart: Chart
    boxes: Boxes
    words: Mapping[str, str]
    sheet: Sheet
    heading: Heading

    def pages(self) -> ChartPages:
        """Return the chart's pages, on the office's paper as it lies."""
        size_mm = page_mm(self.sheet, Turn.LANDSCAPE)
        pages = write_pages(self.chart, self.boxes, room_within(size_mm), self.heading, self.words)
        return ChartPages(" ".join(self.heading.titles), size_mm, pages)

    def whole(self) -> str:
        """Return the chart in one piece as an SVG with its title."""
        return write_sheet(self._picture(), self.heading)

    def screen(self, attributes: str) -> str:
        """Return the chart in one piece for a page.

        Args:
            attributes: what the SVG element is given besides its size, already escaped.
        """
        return write_screen(self._picture(), attributes)

    def _picture(self) -> Picture:
        return Picture(self.chart, self.boxes, draw_whole(self.chart, self.boxes), self.words, {}, {}, {})


def proposal_chart(root: Path, case: Case, side: ChartSide, annex: tuple[str, ...] = ()) -> ProposalChart:
    """Return one of the charts of a proposal: the branch of the secretariat or agency that it touches.

    Args:
        root: the folder with one folder a kind of letter.
        annex: the lines of the lampiran block; with them the chart is a regulation's annex.

    Raises:
        ChartTooLarge: it holds more units than are drawn at once.
        TemplateUnreadable: the chart's words.
    """
    chart = _chart(case, side)
    check_size(chart)
    words = load_chart_words(root)
    names = [chart.units[top].name.upper() for top in chart.roots[:1]]
    titles = (words["title"], *names, case.government_name.upper())
    heading = Heading(titles if annex else (*titles, TITLES[side]), annex, is_sample=case.is_sample)
    boxes = size_boxes(chart, box_words(words), text_width)
    return ProposalChart(chart, boxes, words, Sheet(case.sheet.value), heading)


def _chart(case: Case, side: ChartSide) -> Chart:
    match side:
        case ChartSide.BEFORE:
            whole = chart_of(case.before.structure, {})
        case ChartSide.AFTER:
            whole = chart_of(case.after.structure, {})
        case ChartSide.DIFFERENCE:
            whole = chart_of_both(case.before.structure, case.after.structure, {})
        case _:
            assert_never(side)
    top = top_of(case.before.structure, case.unit_id)
    differing = {
        unit_id
        for unit_id in {*case.before.structure.units, *case.after.structure.units}
        if case.before.structure.units.get(unit_id) != case.after.structure.units.get(unit_id)
    }
    if top not in whole.units or not differing <= set(_reach(case, top)):
        return whole
    return whole.branch(top)


def _reach(case: Case, top: UnitId) -> list[UnitId]:
    """Return the units that stand under the top before or after."""
    return [
        unit.id
        for structure in (case.before.structure, case.after.structure)
        if top in structure.units
        for unit in structure.subtree(top)
    ]


def top_of(structure: Structure, unit_id: UnitId) -> UnitId:
    """Return the secretariat or agency to which a unit belongs: the one right below the government."""
    path = structure.path(unit_id)
    return path[1].id if len(path) > 1 else path[0].id
