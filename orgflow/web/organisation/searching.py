"""Search as its page prints it: units of all times, officials and regulations."""

from dataclasses import dataclass
from datetime import date

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext

from orgflow.domain.access.roles import Permission
from orgflow.services.organisation.searching import (
    InstrumentHit,
    OfficialHit,
    SearchPage,
    UnitHit,
    search_registry,
)
from orgflow.web.current import current_context
from orgflow.web.formats import show_date
from orgflow.web.instruments.words import citation
from orgflow.web.permissions import needs

bp = Blueprint("searching", __name__)
TYPED = 200


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found; ``words`` say what it is beside its title."""

    title: str
    url: str
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class SearchView:
    """What was found, by kind; ``is_asked`` once something was typed."""

    asked: str
    is_asked: bool
    units: tuple[Hit, ...]
    officials: tuple[Hit, ...]
    instruments: tuple[Hit, ...]
    is_cut: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not (self.units or self.officials or self.instruments)


@bp.get("/cari")
@needs(Permission.VIEW_STRUCTURE)
def show() -> str:
    """Show what is found for what was typed."""
    asked = (request.args.get("q") or "").strip()[:TYPED]
    page = search_registry(current_context(), asked.replace("\x00", ""))
    return render_template("organisation/search.html", view=search_view(page))


def search_view(page: SearchPage) -> SearchView:
    """Return the page as it is printed."""
    return SearchView(
        page.asked,
        bool(page.asked),
        tuple(_unit(hit, page.today) for hit in page.units),
        tuple(_official(hit) for hit in page.officials),
        tuple(_instrument(hit) for hit in page.instruments),
        page.is_cut,
    )


def _unit(hit: UnitHit, today: date) -> Hit:
    if hit.valid_from > today:
        words = gettext("akan berlaku mulai %(day)s", day=show_date(hit.valid_from))
    elif hit.is_present:
        words = gettext("nama sekarang, tercatat sejak %(day)s", day=show_date(hit.valid_from))
    else:
        words = gettext(
            "nama dari %(start)s sampai sebelum %(end)s",
            start=show_date(hit.valid_from),
            end=show_date(hit.valid_to),
        )
    on = None if hit.is_present else hit.valid_from.isoformat()
    return Hit(hit.name, url_for("organisation.show_unit", unit_id=hit.unit_id, pada=on), words)


def _official(hit: OfficialHit) -> Hit:
    on = hit.valid_from.isoformat()
    if not hit.is_end_known:
        words = gettext("tercatat per %(day)s", day=show_date(hit.valid_from))
    elif hit.valid_to is None:
        words = gettext("sejak %(day)s", day=show_date(hit.valid_from))
    else:
        words = gettext(
            "%(start)s sampai sebelum %(end)s", start=show_date(hit.valid_from), end=show_date(hit.valid_to)
        )
    url = url_for("organisation.show_unit", unit_id=hit.unit_id, pada=on)
    return Hit(hit.name, url, hit.post_title, words)


def _instrument(hit: InstrumentHit) -> Hit:
    url = url_for("instruments.show", instrument_id=hit.held.id)
    words = f"{hit.article}: {hit.excerpt}" if hit.article else ""
    return Hit(citation(hit.held), url, words)
