"""Long lists: which part is asked for by the address, and how its reader turns the page."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Final

from flask import request, url_for
from flask_babel import LazyString, gettext

from orgflow.services.paging import Place

AT_A_GLANCE: Final = 10


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a list."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Turning:
    """Where one is in a list, and the ways on; an address is '' where there is none."""

    words: str
    earlier_url: str
    later_url: str


def page_asked() -> int:
    """Return the page that the address asks for; the first when it names none."""
    return request.args.get("hal", 1, type=int)


def state_asked(labels: Container[str]) -> str:
    """Return the state that the address asks for, "" when it asks for none that there is."""
    asked = request.args.get("keadaan", "")
    return asked if asked in labels else ""


def state_choices(labels: Mapping[str, LazyString], asked: str, place: Place) -> tuple[Choice, ...]:
    """Return the choices of a list's filter by their labels; none for a list that is seen at one glance."""
    if not asked and place.total <= AT_A_GLANCE:
        return ()
    return tuple(Choice(value, str(label), value == asked) for value, label in labels.items())


def turning(place: Place, endpoint: str, asked: str) -> Turning | None:
    """Return the ways to the pages beside this one, which keep what is asked for; None for a single page."""
    if place.pages == 1:
        return None

    def page(number: int) -> str:
        if not 1 <= number <= place.pages:
            return ""
        return url_for(endpoint, hal=number if number > 1 else None, keadaan=asked or None)

    return Turning(
        gettext("Halaman %(number)s dari %(pages)s", number=place.number, pages=place.pages),
        page(place.number - 1),
        page(place.number + 1),
    )
