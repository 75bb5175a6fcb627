"""Two days beside each other as their page prints them: a list of sentences, a table, or a chart."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext, lazy_gettext

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.comparison import Difference, UnitDifference
from orgflow.services.organisation.charting import ChartQuestion, show_chart
from orgflow.services.organisation.comparing import ComparisonPage, compare_days
from orgflow.web.charting.page import ChartView, chart_view
from orgflow.web.current import current_context
from orgflow.web.formats import show_date
from orgflow.web.messages import message_for
from orgflow.web.office_form import day_text, parse_date_or_none
from orgflow.web.permissions import needs

bp = Blueprint("comparing", __name__)

WORDS: Final = {
    Difference.NEW: lazy_gettext("baru"),
    Difference.FIRST_SEEN: lazy_gettext("mulai tercatat"),
    Difference.ENDED: lazy_gettext("dihapus"),
    Difference.RENAMED: lazy_gettext("nama diubah"),
    Difference.MOVED: lazy_gettext("pindah"),
    Difference.KIND: lazy_gettext("jenis diubah"),
    Difference.REORDERED: lazy_gettext("urutan diubah"),
    Difference.CODES: lazy_gettext("singkatan atau kode diubah"),
}


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One unit that differs, as a sentence and as the cells of a table."""

    sentence: str
    url: str
    words: str
    cells: tuple[str, ...]
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class ViewLink:
    """One way to look at the comparison."""

    label: str
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """The page whole; ``typed`` and ``errors`` are of the two dates."""

    earlier: str
    later: str
    typed: tuple[str, str]
    errors: tuple[str, str]
    rows: tuple[DifferenceRow, ...]
    chart: ChartView | None
    shown: str
    views: tuple[ViewLink, ...]
    partial_before: str


@bp.get("/struktur/bandingkan")
@needs(Permission.VIEW_STRUCTURE)
def show() -> tuple[str, int]:
    """Show what differs between two days."""
    (first, typed_first, wrong_first), (second, typed_second, wrong_second) = _day("dari"), _day("sampai")
    page = compare_days(current_context(), first, second)
    asked = request.args.get("tampilan", "")
    shown = asked if asked in {"tabel", "bagan"} else "daftar"
    view = ComparisonView(
        show_date(page.earlier.on),
        show_date(page.later.on),
        (
            _shown(typed_first, wrong_first, page.earlier.on),
            _shown(typed_second, wrong_second, page.later.on),
        ),
        (wrong_first, wrong_second),
        tuple(_row(one, page) for one in page.differences),
        _chart(page) if shown == "bagan" else None,
        shown,
        _views(page, shown),
        show_date(page.partial_before) if page.partial_before is not None else "",
    )
    is_wrong = bool(wrong_first or wrong_second)
    return render_template("organisation/comparison.html", view=view), 422 if is_wrong else 200


def _chart(page: ComparisonPage) -> ChartView:
    question = ChartQuestion(page.later.on, page.earlier.on)
    return chart_view(show_chart(current_context(), question), question)


def _shown(typed: str, wrong: str, day: date) -> str:
    """Return what stands in a date's field: what was typed when it was no date, else the day in words."""
    return typed if wrong else day_text(day)


def _day(name: str) -> tuple[date | None, str, str]:
    typed = (request.args.get(name) or "")[:60]
    try:
        return parse_date_or_none(typed, name), typed, ""
    except RuleBroken as refused:
        return None, typed, str(message_for(refused))


def _views(page: ComparisonPage, shown: str) -> tuple[ViewLink, ...]:
    first, last = page.earlier.on.isoformat(), page.later.on.isoformat()
    ways = (("daftar", gettext("Daftar")), ("tabel", gettext("Tabel")), ("bagan", gettext("Bagan")))
    return tuple(
        ViewLink(label, url_for("comparing.show", dari=first, sampai=last, tampilan=way), way == shown)
        for way, label in ways
    )


def _url(unit_id: UUID, on: date) -> str:
    return url_for("organisation.show_unit", unit_id=unit_id, pada=on.isoformat())


def _row(one: UnitDifference, page: ComparisonPage) -> DifferenceRow:
    words = ", ".join(str(WORDS[difference]) for difference in one.differences)
    on = page.later.on if one.after is not None else page.earlier.on
    before = one.before.name if one.before is not None else ""
    after = one.after.name if one.after is not None else ""
    cells = (one.name, words, _placed(before, one.parent_before), _placed(after, one.parent_after))
    return DifferenceRow(_sentence(one), _url(one.unit_id, on), words, cells)


def _placed(name: str, parent: str) -> str:
    if not name:
        return gettext("tidak ada")
    return gettext("%(name)s, di bawah %(parent)s", name=name, parent=parent) if parent else name


def _sentence(one: UnitDifference) -> str:
    if one.differences == (Difference.FIRST_SEEN,):
        return gettext("%(name)s mulai tercatat; awalnya belum diketahui.", name=one.name)
    if one.before is None and not one.parent_after:
        return gettext("%(name)s mulai tercatat.", name=one.name)
    if one.before is None:
        return gettext("%(name)s dibentuk di bawah %(parent)s.", name=one.name, parent=one.parent_after)
    if one.after is None:
        return gettext("%(name)s tidak ada lagi.", name=one.name)
    said = {
        Difference.RENAMED: gettext("diubah menjadi %(name)s", name=one.after.name),
        Difference.MOVED: gettext(
            "berada di bawah %(new)s, semula di bawah %(old)s", new=one.parent_after, old=one.parent_before
        ),
        Difference.KIND: gettext("menjadi %(kind)s", kind=one.after.kind.name),
        Difference.REORDERED: gettext("berpindah urutan"),
        Difference.CODES: gettext("berganti singkatan atau kode"),
    }
    acts = "; ".join(said[difference] for difference in one.differences)
    if one.differences[0] is Difference.RENAMED:
        return gettext("Nomenklatur %(old)s %(acts)s.", old=one.before.name, acts=acts)
    return gettext("%(old)s %(acts)s.", old=one.before.name, acts=acts)
