"""Events of days off, deadlines and calendars, as sentences."""

from collections.abc import Callable
from typing import Final

from flask_babel import gettext

from orgflow.domain.audit.time_events import (
    CalendarAddressChanged,
    DayOffChanged,
    DeadlineChanged,
    HolidayDecreeChanged,
)
from orgflow.web.audit.telling import Change, Payload, Told, text_of
from orgflow.web.settings.time_words import step_said


def _decree(_: str, payload: Payload) -> Told:
    before, days = text_of(payload, "before"), text_of(payload, "days")
    said = Change(gettext("Keputusan"), before, text_of(payload, "after"))
    given = (Change(gettext("Hari libur"), "", days),) if days else ()
    if before:
        return Told(gettext("Mengubah keputusan hari libur."), changes=(said,))
    return Told(gettext("Mencatat keputusan hari libur."), changes=(said, *given))


def _day(_: str, payload: Payload) -> Told:
    before, after = text_of(payload, "before"), text_of(payload, "after")
    if not before:
        sentence = gettext("Mencatat hari libur.")
    elif after:
        sentence = gettext("Mengubah catatan hari libur.")
    else:
        sentence = gettext("Menghapus hari libur.")
    return Told(sentence, text_of(payload, "reason"), changes=(Change(gettext("Hari libur"), before, after),))


def _deadline(_: str, payload: Payload) -> Told:
    return Told(
        gettext("Mengubah tenggat %(step)s.", step=step_said(text_of(payload, "step"))),
        changes=(Change(gettext("Tenggat"), text_of(payload, "before"), text_of(payload, "after")),),
    )


def _address(_: str, payload: Payload) -> Told:
    match text_of(payload, "act"):
        case "made":
            return Told(gettext("Membuat alamat kalender tenggat."))
        case "renewed":
            return Told(gettext("Mengganti alamat kalender tenggat."))
        case _:
            return Told(gettext("Menutup alamat kalender tenggat."))


TIME_TOLD: Final[dict[str, Callable[[str, Payload], Told]]] = {
    HolidayDecreeChanged.event: _decree,
    DayOffChanged.event: _day,
    DeadlineChanged.event: _deadline,
    CalendarAddressChanged.event: _address,
}
