"""What the pages of registers share: what the address asks for, the pages beside, the files."""

from typing import Final
from urllib.parse import urlencode

from flask import request, url_for
from flask_babel import gettext

from orgflow.domain.errors import RuleBroken
from orgflow.services.paging import Place
from orgflow.services.register_files import RegisterFormat
from orgflow.web.audit.filtering import DayAsked
from orgflow.web.listing import Turning
from orgflow.web.messages import message_for
from orgflow.web.office_form import parse_date_or_none
from orgflow.web.proposals.header import Link

_LONGEST: Final = 100


def register_query(*names: str) -> dict[str, str]:
    """Return what the address asks for by these names, to be kept on the way to other pages and files."""
    asked = {name: request.args.get(name, "").strip()[:_LONGEST] for name in names}
    return {name: text for name, text in asked.items() if text}


def day_asked(name: str, label: str) -> DayAsked:
    """Return a day of the filter as it was typed, with why it was not understood."""
    typed = request.args.get(name, "").strip()[:_LONGEST]
    try:
        return DayAsked(name, label, typed, "", parse_date_or_none(typed, name))
    except RuleBroken as refused:
        return DayAsked(name, label, typed, message_for(refused), None)


def register_turning(endpoint: str, place: Place, query: dict[str, str]) -> Turning | None:
    """Return the ways to the pages beside this one; None for a single page."""
    if place.pages == 1:
        return None

    def page(number: int) -> str:
        if not 1 <= number <= place.pages:
            return ""
        asked = query | ({"hal": str(number)} if number > 1 else {})
        return with_query(url_for(endpoint), asked)

    words = gettext("Halaman %(number)s dari %(pages)s", number=place.number, pages=place.pages)
    return Turning(words, page(place.number - 1), page(place.number + 1))


def file_links(endpoint: str, query: dict[str, str]) -> tuple[Link, ...]:
    """Return the ways to the files of a register as it is filtered."""
    labels = (
        (RegisterFormat.PDF, gettext("Cetak (PDF)")),
        (RegisterFormat.XLSX, gettext("Unduh XLSX")),
        (RegisterFormat.CSV, gettext("Unduh CSV")),
    )
    return tuple(
        Link(label, with_query(url_for(endpoint, file_format=str(kind)), query)) for kind, label in labels
    )


def with_query(url: str, query: dict[str, str]) -> str:
    """Return the address with what it asks for."""
    return f"{url}?{urlencode(query)}" if query else url
