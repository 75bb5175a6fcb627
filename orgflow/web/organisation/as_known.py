"""The structure as it was known on an earlier day, for whoever may see what was recorded when."""

from dataclasses import dataclass
from uuid import UUID

from flask import url_for
from flask_babel import gettext

from orgflow.domain.calendar import local_date
from orgflow.domain.organisation.structure import Unit
from orgflow.services.organisation.pages import StructurePage
from orgflow.web.formats import show_date
from orgflow.web.organisation.unit import Fact


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """The chosen unit as it was known."""

    name: str
    kind: str
    facts: tuple[Fact, ...]
    recordings_url: str


@dataclass(frozen=True, slots=True)
class KnownView:
    """What is asked and answered about the second time; ``words`` are empty while it is now."""

    typed: str
    error: str
    kept: dict[str, str]
    words: str
    present_url: str
    unit: KnownUnit | None


def known_day(page: StructurePage) -> str | None:
    """Return the day as which the structure is known, as it stands in an address; None for now."""
    return local_date(page.known_at, page.government.zone).isoformat() if page.known_at is not None else None


def known_view(page: StructurePage, chosen: UUID | None, typed: str, error: str) -> KnownView | None:
    """Return what the page says of the second time; None for whoever may not see it."""
    if not page.may_see_records:
        return None
    on = page.on.isoformat()
    unit = next((one for one in page.structure.units.values() if one.id == chosen), None)
    words, shown = "", typed
    if page.known_at is not None and not error:
        shown = show_date(local_date(page.known_at, page.government.zone))
        words = gettext("Seperti tercatat pada %(day)s. Catatan sekarang mungkin berbeda.", day=shown)
    return KnownView(
        shown,
        error,
        {"pada": on, **({"unit": str(chosen)} if chosen is not None else {})},
        words,
        url_for("organisation.show", pada=on, unit=chosen),
        _unit(page, unit) if unit is not None and words else None,
    )


def _unit(page: StructurePage, unit: Unit) -> KnownUnit:
    path = page.structure.path(unit.id)
    above = path[-2].name if len(path) > 1 else None
    facts = [
        Fact(gettext("Tugas dan fungsi di bidang"), unit.duty_field),
        Fact(gettext("Kode unit pengolah"), unit.letter_code),
    ]
    if above is not None:
        facts.insert(0, Fact(gettext("Di bawah"), above))
    return KnownUnit(unit.name, unit.kind.name, tuple(facts), url_for("recordings.show", unit_id=unit.id))
