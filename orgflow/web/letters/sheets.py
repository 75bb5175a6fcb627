"""A letter's printed pages as pictures, with numbered pins where something must be completed."""

from dataclasses import dataclass
from typing import Final

from flask import url_for
from flask_babel import gettext

from orgflow.services.letter_pages import PAGE_WIDTH_PX, LetterPage
from orgflow.web.letters.check import FinalCheck

PIN_FROM_RIGHT_MM: Final = 13


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands on a page, in millimetres from its top left."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class Pin:
    """A number in the margin, the same as in the check."""

    number: int
    label: str
    y_mm: float
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One printed page."""

    url: str
    number: int
    alt: str
    width_mm: int
    height_mm: int
    width: int
    height: int
    pins: tuple[Pin, ...]


@dataclass(frozen=True, slots=True)
class Sheets:
    """All pages of a letter; ``pin_mm`` is where its pins stand from the left."""

    pages: tuple[Sheet, ...]
    pin_mm: int


def sheets(page: LetterPage, check: FinalCheck) -> Sheets:
    """Return the pages of a letter that could be drawn."""
    width_mm, height_mm = page.facts.paper.size_mm
    count = len(page.rendering.pictures) if page.rendering is not None else 0
    height = round(PAGE_WIDTH_PX * height_mm / width_mm)
    mark = page.source.mark
    return Sheets(
        tuple(
            Sheet(
                url_for("letters.picture", letter_id=page.desk.id, page=number, versi=mark),
                number,
                gettext("Halaman %(number)s dari surat; isinya dapat dibaca sebagai teks.", number=number),
                width_mm,
                height_mm,
                PAGE_WIDTH_PX,
                height,
                _pins(page, check, number, height_mm),
            )
            for number in range(1, count + 1)
        ),
        width_mm - PIN_FROM_RIGHT_MM,
    )


def _pins(page: LetterPage, check: FinalCheck, number: int, height_mm: int) -> tuple[Pin, ...]:
    if page.rendering is None:
        return ()
    by_key = {key: place for place in check.places for key in place.keys}
    seen: dict[int, Pin] = {}
    for spot in page.rendering.places:
        place = by_key.get(spot.key)
        if spot.page == number and place is not None and place.number not in seen:
            seen[place.number] = Pin(place.number, place.text, _apart(spot.y * height_mm + 2, seen), ())
    for place in check.places:
        if place.at is not None and place.at[0] == number:
            seen[place.number] = Pin(place.number, place.text, _apart(place.at[1] * height_mm + 2, seen), ())
    return tuple(seen.values())


def _apart(wanted_mm: float, seen: dict[int, Pin]) -> float:
    """Return a height at which the pin covers none of those above it."""
    taken = [pin.y_mm for pin in seen.values()]
    while any(abs(wanted_mm - other) < 9 for other in taken):
        wanted_mm += 1
    return round(wanted_mm, 1)
