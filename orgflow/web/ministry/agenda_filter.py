"""Which part of the agenda the address asks for, and its filter's form."""

from dataclasses import dataclass
from uuid import UUID

from flask import request
from flask_babel import gettext

from orgflow.services.incoming_pages import Agenda, AgendaWish
from orgflow.web.audit.filtering import DayAsked
from orgflow.web.listing import Choice, page_asked
from orgflow.web.ministry.registers import day_asked, register_query


@dataclass(frozen=True, slots=True)
class AgendaFilter:
    """The filter as its form shows it."""

    years: tuple[Choice, ...]
    desks: tuple[Choice, ...]
    days: tuple[DayAsked, DayAsked]
    words: str


def agenda_query() -> dict[str, str]:
    """Return what the address asks for, to be kept on the way to other pages and files."""
    return register_query("tahun", "dari", "sampai", "kata", "meja")


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


def filter_view(agenda: Agenda) -> AgendaFilter:
    """Return the filter's form as it was sent."""
    query = agenda_query()
    return AgendaFilter(
        tuple(Choice(str(year), str(year), query.get("tahun") == str(year)) for year in agenda.years),
        tuple(Choice(str(desk.id), desk.name, query.get("meja") == str(desk.id)) for desk in agenda.desks),
        _days(),
        query.get("kata", ""),
    )


def _days() -> tuple[DayAsked, DayAsked]:
    return (
        day_asked("dari", gettext("Diterima dari tanggal")),
        day_asked("sampai", gettext("Sampai tanggal")),
    )
