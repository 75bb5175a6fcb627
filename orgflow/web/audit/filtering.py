"""What somebody who reads the history wants to see of it, read from the address."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from flask import request
from flask_babel import gettext, lazy_gettext
from flask_babel.speaklater import LazyString

from orgflow.domain.errors import RuleBroken
from orgflow.services.history import HistoryWish
from orgflow.web.listing import Choice
from orgflow.web.messages import message_for
from orgflow.web.office_form import parse_date_or_none

KINDS: Final[dict[str, tuple[LazyString, tuple[str, ...]]]] = {
    "usulan": (lazy_gettext("Usulan"), ("proposal",)),
    "surat": (lazy_gettext("Surat"), ("letter", "incoming_letter")),
    "susunan": (lazy_gettext("Susunan, jabatan, dan pejabat"), ("unit", "post", "import")),
    "peraturan": (lazy_gettext("Peraturan"), ("instrument",)),
    "pengaturan": (lazy_gettext("Pengaturan"), ("government", "follow_up_rule")),
    "akun": (lazy_gettext("Akun dan masuk"), ("user", "username", "use_case")),
}
"""What a reader calls the kinds of events, with the kinds of subject behind each."""

TYPED: Final = 60


@dataclass(frozen=True, slots=True)
class DayAsked:
    """A day as typed, and why it could not be read."""

    name: str
    label: str
    typed: str
    error: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Filter:
    """The filter as its form shows it; ``query`` keeps it on the way to earlier events."""

    actors: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    days: tuple[DayAsked, DayAsked]
    query: dict[str, str]

    @property
    def is_empty(self) -> bool:
        """Whether everything is asked for."""
        return not self.query

    @property
    def has_error(self) -> bool:
        """Whether a day could not be read."""
        return any(day.error for day in self.days)


def days_asked() -> tuple[DayAsked, DayAsked]:
    """Return the first and the last day that the address asks for."""
    return _day("dari", gettext("Dari tanggal")), _day("sampai", gettext("Sampai tanggal"))


def wish_of(days: tuple[DayAsked, DayAsked]) -> HistoryWish:
    """Return what the address asks for; what it names wrongly is left out."""
    kind = request.args.get("jenis", "")
    return HistoryWish(
        request.args.get("pelaku", ""),
        KINDS[kind][1] if kind in KINDS else (),
        days[0].day,
        days[1].day,
    )


def filter_view(actors: tuple[str, ...], days: tuple[DayAsked, DayAsked]) -> Filter:
    """Return the filter's form as it was sent."""
    actor, kind = request.args.get("pelaku", ""), request.args.get("jenis", "")
    asked = {"pelaku": actor, "jenis": kind} | {day.name: day.typed for day in days}
    return Filter(
        tuple(Choice(name, name, name == actor) for name in actors),
        tuple(Choice(code, str(label), code == kind) for code, (label, _) in KINDS.items()),
        days,
        {name: text for name, text in asked.items() if text},
    )


def _day(name: str, label: str) -> DayAsked:
    typed = (request.args.get(name) or "").strip()[:TYPED]
    try:
        return DayAsked(name, label, typed, "", parse_date_or_none(typed, name))
    except RuleBroken as refused:
        return DayAsked(name, label, typed, message_for(refused), None)
