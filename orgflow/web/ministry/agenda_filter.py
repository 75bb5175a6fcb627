"""Which part of the agenda the address asks for, and its filter's form."""

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from flask import request, url_for
from flask_babel import gettext

from orgflow.domain.errors import RuleBroken
from orgflow.services.incoming_pages import Agenda, AgendaWish
from orgflow.services.paging import Place
from orgflow.web.audit.filtering import DayAsked
from orgflow.web.listing import Choice, Turning, page_asked
from orgflow.web.messages import message_for
from orgflow.web.office_form import parse_date_or_none

_LONGEST = 100


@dataclass(frozen=True, slots=True)
class AgendaFilter:
    """The filter as its form shows it."""

    years: tuple[Choice, ...]
    desks: tuple[Choice, ...]
    days: tuple[DayAsked, DayAsked]
    words: str


def agenda_query() -> dict[str, str]:
    """Return what the address asks for, to be kept on the way to other pages and files."""
    names = ("tahun", "dari", "sampai", "kata", "meja")
    asked = {name: request.args.get(name, "").strip()[:_LONGEST] for name in names}
    return {name: text for name, text in asked.items() if text}


def agenda_wish() -> AgendaWish:
    """Return what the address asks for; what it names wrongly is left out."""
    since, until = _days()
    return AgendaWish(
        request.args.get("tahun", type=int),
        since.day,
        until.day,
        agenda_query().get("kata", ""),
        request.args.get("meja", type=UUID),
        page_asked(),
    )


def with_query(url: str, query: dict[str, str]) -> str:
    """Return an address that asks for what the query says."""
    return f"{url}?{urlencode(query)}" if query else url


def filter_view(agenda: Agenda) -> AgendaFilter:
    """Return the filter's form as it was sent."""
    query = agenda_query()
    return AgendaFilter(
        tuple(Choice(str(year), str(year), query.get("tahun") == str(year)) for year in agenda.years),
        tuple(Choice(str(desk.id), desk.name, query.get("meja") == str(desk.id)) for desk in agenda.desks),
        _days(),
        query.get("kata", ""),
    )


def agenda_turning(place: Place, query: dict[str, str]) -> Turning | None:
    """Return the ways to the pages beside this one; None for a single page."""
    if place.pages == 1:
        return None

    def page(number: int) -> str:
        if not 1 <= number <= place.pages:
            return ""
        asked = query | ({"hal": str(number)} if number > 1 else {})
        return with_query(url_for("agenda.index"), asked)

    words = gettext("Halaman %(number)s dari %(pages)s", number=place.number, pages=place.pages)
    return Turning(words, page(place.number - 1), page(place.number + 1))


def _days() -> tuple[DayAsked, DayAsked]:
    return _day("dari", gettext("Diterima dari tanggal")), _day("sampai", gettext("Sampai tanggal"))


def _day(name: str, label: str) -> DayAsked:
    typed = request.args.get(name, "").strip()[:_LONGEST]
    try:
        return DayAsked(name, label, typed, "", parse_date_or_none(typed, name))
    except RuleBroken as refused:
        return DayAsked(name, label, typed, message_for(refused), None)
