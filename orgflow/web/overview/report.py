"""The monthly report as its page prints it: bars to look at, and the document's tables to read."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext

from orgflow.domain.proposals.monthly import Month
from orgflow.domain.proposals.monthly_paper import STATE_WORDS, days_words
from orgflow.services.monthly import FORMATS, MonthlyPage
from orgflow.web.papers.page import FORMAT_WORDS, BlockView, FormatLink, block_views


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its words, its length in percent of the longest, and what it measures in words."""

    label: str
    share: float
    value: str


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars under one title; the table with the same figures follows on the page."""

    slug: str
    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """A month's report; an address is "" where there is no such month."""

    title: str
    month: str
    code: str
    present: str
    earlier_url: str
    later_url: str
    charts: tuple[BarChart, ...]
    blocks: tuple[BlockView, ...]
    formats: tuple[FormatLink, ...]


def report_view(page: MonthlyPage) -> ReportView:
    """Return a month's report for its page."""
    month = page.report.month
    return ReportView(
        gettext("Laporan bulanan"),
        month.words,
        month.code,
        page.present.code,
        _url(month.later(-1)),
        _url(month.later(1)) if month < page.present else "",
        tuple(chart for chart in _charts(page) if chart.bars),
        block_views(page.document),
        tuple(
            FormatLink(
                str(FORMAT_WORDS[form]), url_for("overview.download", month=month.code, form=str(form))
            )
            for form in FORMATS
        ),
    )


def _url(month: Month) -> str:
    return url_for("overview.report", bulan=month.code)


def _charts(page: MonthlyPage) -> Iterable[BarChart]:
    report = page.report
    steps = [(STATE_WORDS[step.state], step.median) for step in report.steps]
    yield BarChart("tahap", gettext("Median lama tiap tahap, dalam hari kerja"), _bars(steps))
    units = [(unit.unit_name, unit.median) for unit in report.units if unit.median is not None]
    yield BarChart("unit", gettext("Median lama per unit pengusul, dalam hari kerja"), _bars(units))


def _bars(values: list[tuple[str, float]]) -> tuple[Bar, ...]:
    longest = max((value for _, value in values), default=0.0) or 1.0
    return tuple(Bar(label, round(100 * value / longest, 1), days_words(value)) for label, value in values)
