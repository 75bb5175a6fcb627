"""The workload of a proposal's unit as its page prints it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from html import escape
from typing import Final
from uuid import UUID

from flask import url_for
from flask_babel import gettext

from orgflow.domain.evidence.claims import mark_for
from orgflow.domain.values import comparable
from orgflow.domain.workload.figures import format_figure
from orgflow.domain.workload.trends import Panel, Series
from orgflow.services.workload_pages import HeldActivity, WorkloadPage
from orgflow.services.workload_sheet import (
    WorkloadFormat,
    dated_source,
    panel_drawings,
    reckoning_sentences,
)
from orgflow.web.charting.page import InlineDrawing
from orgflow.web.evidence_registers.page import Trust, trust_in
from orgflow.web.messages import message_for

_FORMATS: Final = {
    WorkloadFormat.PDF: "PDF",
    WorkloadFormat.DOCX: "Word (DOCX)",
    WorkloadFormat.XLSX: "Excel (XLSX)",
}


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """One activity of one year."""

    name: str
    year: str
    volume: str
    norm: str
    source: str
    is_unsure: bool
    mark: str
    url: str
    cite_url: str
    trust: Trust


@dataclass(frozen=True, slots=True)
class FunctionView:
    """A function with its activities, the newest year first."""

    name: str
    anchor: str
    lines: tuple[ActivityLine, ...]


@dataclass(frozen=True, slots=True)
class TrendRow:
    """One activity over the years; what is not known is ""."""

    name: str
    volumes: tuple[str, ...]
    growth: str


@dataclass(frozen=True, slots=True)
class TrendView:
    """A panel as a picture and as the table that says the same; ``heads`` are the columns with the years."""

    title: str
    drawings: tuple[InlineDrawing, ...]
    heads: tuple[str, ...]
    rows: tuple[TrendRow, ...]


@dataclass(frozen=True, slots=True)
class WorkloadView:
    """The whole page; ``result`` is empty while nothing was reckoned."""

    functions: tuple[FunctionView, ...]
    trends: tuple[TrendView, ...]
    result: str
    result_state: str
    sentences: tuple[str, ...]
    unreckoned: str
    chosen: str
    files: tuple[tuple[str, str], ...]
    urls: dict[str, str]
    may_keep: bool
    may_calculate: bool


def workload_view(page: WorkloadPage) -> WorkloadView:
    """Return the workload for its page."""
    found = page.reckoning
    return WorkloadView(
        tuple(_functions(page)),
        tuple(_trends(page.panels)),
        gettext("%(posts)s jabatan dibutuhkan", posts=format_figure(found.posts)) if found else "",
        "ok" if found is not None and found.is_verified else "rest",
        tuple(reckoning_sentences(found)) if found else (),
        str(message_for(page.unreckoned)) if page.unreckoned is not None else "",
        gettext("Cara menghitung ditetapkan oleh %(who)s.", who=page.choice.chosen_by.rstrip("."))
        if page.choice
        else "",
        tuple(
            (words, url_for("workload.download", proposal_id=page.proposal_id, kind=str(kind)))
            for kind, words in _FORMATS.items()
        ),
        {
            name: url_for(f"workload.{end}", proposal_id=page.proposal_id)
            for name, end in (("add", "add_form"), ("calculate", "calculate_form"), ("bring", "bring_form"))
        }
        | {"claims": url_for("claims.show", proposal_id=page.proposal_id)},
        page.may_keep,
        page.may_keep and bool(page.years),
    )


def _functions(page: WorkloadPage) -> Iterator[FunctionView]:
    grouped: dict[str, list[HeldActivity]] = {}
    for held in page.activities:
        grouped.setdefault(comparable(held.activity.function), []).append(held)
    for number, (_, listed) in enumerate(sorted(grouped.items()), start=1):
        ordered = sorted(listed, key=lambda one: (comparable(one.activity.name), -one.activity.year))
        lines = tuple(_line(page, one) for one in ordered)
        yield FunctionView(listed[0].activity.function, f"fungsi-{number}", lines)


def _line(page: WorkloadPage, held: HeldActivity) -> ActivityLine:
    activity, key = held.activity, page.keys.get(held.id, "")
    ids = page.proposal_id, held.id
    norm = gettext("%(minutes)s menit", minutes=format_figure(activity.norm)) if activity.norm else ""
    return ActivityLine(
        activity.name,
        str(activity.year),
        f"{format_figure(activity.volume)} {activity.product}",
        norm,
        dated_source(activity),
        not activity.is_verified,
        mark_for(key) if key else "",
        _address("workload.edit", *ids) if page.may_keep else "",
        _address("workload.cite", *ids) if page.may_keep and not key else "",
        trust_in(
            _address("workload_trust.verify", *ids) if page.may_verify else "",
            held.revision,
            is_verified=activity.is_verified,
        ),
    )


def _address(end: str, proposal_id: UUID, activity_id: UUID) -> str:
    return url_for(end, proposal_id=proposal_id, activity_id=activity_id)


def _trends(panels: Iterable[Panel]) -> Iterator[TrendView]:
    for panel in panels:
        if len(panel.years) > 1:
            title = f"{panel.function} ({panel.product})"
            attributes = f'class="of-lines" role="img" aria-label="{escape(_spoken(panel))}"'
            yield TrendView(
                title,
                tuple(map(InlineDrawing, panel_drawings(panel, attributes))),
                (gettext("Kegiatan"), *map(str, panel.years), gettext("Perubahan")),
                tuple(_trend_row(panel, series) for series in panel.series),
            )


def _spoken(panel: Panel) -> str:
    return gettext(
        "Grafik garis %(title)s dari %(first)s sampai %(last)s; angkanya ada di tabel di bawahnya",
        title=f"{panel.function} ({panel.product})",
        first=panel.years[0],
        last=panel.years[-1],
    )


def _trend_row(panel: Panel, series: Series) -> TrendRow:
    volumes = (series.volume(year) for year in panel.years)
    told = tuple(format_figure(volume) if volume is not None else "" for volume in volumes)
    return TrendRow(series.name, told, _growth(series.growth))


def _growth(growth: Fraction | None) -> str:
    if growth is None:
        return ""
    sign = "+" if growth > 0 else ""
    return f"{sign}{format_figure(growth * 100, 1)}%"
