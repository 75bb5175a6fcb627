"""A chart as its pages print it: the drawing, the same as a list, and what may be asked of it."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from flask import url_for
from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString
from markupsafe import escape

from orgflow.domain.organisation.chart.charted import ChartUnit, Mark
from orgflow.domain.organisation.chart.paper import Sheet, Turn
from orgflow.domain.values import UnitId
from orgflow.services.organisation.charting import ChartPage, ChartQuestion, chart_picture
from orgflow.web.formats import show_date
from orgflow.web.office_form import day_text
from orgflow.web.organisation.structure import TreeRow

ALL_OPEN: Final = 60
OPEN_DEPTH: Final = 2
_ANY: Final = UUID(int=0)
_INDENT: Final = "\N{NO-BREAK SPACE}" * 3

MARK_WORDS: Final = {
    Mark.NEW: lazy_gettext("baru"),
    Mark.GONE: lazy_gettext("dihapus"),
    Mark.RENAMED: lazy_gettext("nama diubah"),
    Mark.MOVED: lazy_gettext("pindah"),
    Mark.KIND: lazy_gettext("jenis diubah"),
}
SHEETS: Final[dict[Sheet, LazyString]] = {
    Sheet.A4: lazy_gettext("A4 (21 × 29,7 cm)"),
    Sheet.F4: lazy_gettext("F4 (21,5 × 33 cm)"),
    Sheet.F4_NARROW: lazy_gettext("F4 (21 × 33 cm)"),
    Sheet.A3: lazy_gettext("A3 (29,7 × 42 cm)"),
}
TURNS: Final[dict[str, tuple[Turn, LazyString]]] = {
    "mendatar": (Turn.LANDSCAPE, lazy_gettext("Mendatar")),
    "tegak": (Turn.PORTRAIT, lazy_gettext("Tegak")),
}


@dataclass(frozen=True, slots=True)
class InlineDrawing:
    """An SVG that stands in the page as it is: whatever it says was escaped where it was written."""

    svg: str

    def __html__(self) -> str:
        """Return the markup, as templates ask for it."""
        return self.svg


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a list to choose from."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart whole: ``kept`` are the question's own words in an address."""

    label: str
    drawing: InlineDrawing
    rows: tuple[TreeRow, ...]
    is_empty: bool
    is_partial: bool
    whole_from: str
    kept: dict[str, str]
    tops: tuple[Choice, ...]
    sheets: tuple[Choice, ...]
    turns: tuple[Choice, ...]
    has_holders: bool
    files: tuple[tuple[str, str], ...]


def chart_view(page: ChartPage, question: ChartQuestion) -> ChartView:
    """Return the chart for its page."""
    label = _label(page)
    attributes = f'class="of-bagan" role="group" aria-label="{escape(label)}"'
    addresses = _Addresses()
    whole_from = page.government.recorded_whole_from
    return ChartView(
        label,
        InlineDrawing(chart_picture(page, lambda one: addresses.of(page, one), attributes)),
        _rows(page, addresses),
        not page.chart.units,
        page.is_partial,
        show_date(whole_from),
        _kept(page, question),
        tuple(Choice(str(one), _INDENT * depth + name, one == page.root) for one, name, depth in page.tops),
        tuple(Choice(sheet.value, str(words), sheet is page.sheet) for sheet, words in SHEETS.items()),
        tuple(Choice(value, str(words), value == "mendatar") for value, (_, words) in TURNS.items()),
        question.has_holders,
        tuple(
            (label, url_for("charting.download", kind=kind))
            for kind, label in (
                ("pdf", gettext("Unduh PDF")),
                ("docx", gettext("Unduh DOCX")),
                ("svg", gettext("Unduh SVG")),
            )
        ),
    )


class _Addresses:
    """Addresses of units, each day's built once and filled in for each unit."""

    def __init__(self) -> None:
        self._patterns: dict[str, str] = {}

    def of(self, page: ChartPage, unit_id: UnitId) -> str:
        day = page.day_of(unit_id).isoformat()
        if day not in self._patterns:
            self._patterns[day] = url_for("organisation.show_unit", unit_id=_ANY, pada=day)
        return self._patterns[day].replace(str(_ANY), str(unit_id))


def _label(page: ChartPage) -> str:
    day = show_date(page.on)
    if page.earlier is not None:
        return gettext("Bagan per %(earlier)s dan %(later)s", earlier=show_date(page.earlier), later=day)
    if page.root is not None:
        return gettext("Bagan %(unit)s per %(day)s", unit=page.chart.units[page.root].name, day=day)
    return gettext("Bagan per %(day)s", day=day)


def _kept(page: ChartPage, question: ChartQuestion) -> dict[str, str]:
    kept = {"pada": day_text(page.on)}
    if page.earlier is not None:
        kept["banding"] = day_text(page.earlier)
    if page.root is not None:
        kept["akar"] = str(page.root)
    if question.has_holders:
        kept["pejabat"] = "ya"
    return kept


def _rows(page: ChartPage, addresses: _Addresses) -> tuple[TreeRow, ...]:
    depths = list(page.chart.depths().items())
    following = [depth for _, depth in depths[1:]] + [0] * min(len(depths), 1)
    is_small = len(depths) <= ALL_OPEN
    rows: list[TreeRow] = []
    for (unit_id, depth), next_depth in zip(depths, following, strict=True):
        unit = page.chart.units[unit_id]
        notes = _notes(unit)
        rows.append(
            TreeRow(
                unit.name,
                addresses.of(page, unit_id),
                "; ".join(notes),
                str(unit.marks[0]) if unit.marks else None,
                ", ".join(str(MARK_WORDS[mark]) for mark in unit.marks),
                is_current=False,
                is_open=is_small or depth < OPEN_DEPTH,
                is_unsure=(unit.is_loose or unit.is_unsure) and len(notes) == 1,
                has_below=next_depth > depth,
                closes=max(depth - next_depth, 0),
            )
        )
    return tuple(rows)


def _notes(unit: ChartUnit) -> list[str]:
    told = (
        (unit.former_name, gettext("semula %(name)s", name=unit.former_name)),
        (unit.former_parent, gettext("semula di bawah %(name)s", name=unit.former_parent)),
        (unit.former_kind, gettext("semula berjenis %(name)s", name=unit.former_kind)),
        (unit.is_loose, gettext("letak belum diketahui")),
        (unit.is_unsure, gettext("letak belum diverifikasi")),
        (unit.holder, unit.holder),
    )
    return [words for is_so, words in told if is_so]
