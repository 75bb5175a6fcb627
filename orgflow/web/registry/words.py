"""Words of the registry: kinds of appointment and succession, periods, and on what a record rests."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from flask_babel import LazyString, gettext, lazy_gettext

from orgflow.domain.organisation.instruments import Instrument
from orgflow.domain.organisation.records import (
    AppointmentRecord,
    Basis,
    FunctionKind,
    PostRole,
    SuccessionKind,
)
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.web.formats import show_date
from orgflow.web.instruments.words import citation

APPOINTMENTS: Final[dict[AppointmentKind, LazyString]] = {
    AppointmentKind.DEFINITIVE: lazy_gettext("Definitif"),
    AppointmentKind.ACTING: lazy_gettext("Pelaksana tugas (Plt.)"),
    AppointmentKind.DAILY_ACTING: lazy_gettext("Pelaksana harian (Plh.)"),
    AppointmentKind.INTERIM: lazy_gettext("Penjabat (Pj.)"),
    AppointmentKind.TEMPORARY: lazy_gettext("Penjabat sementara (Pjs.)"),
}
SUCCESSIONS: Final[dict[SuccessionKind, LazyString]] = {
    SuccessionKind.MERGE: lazy_gettext("penggabungan"),
    SuccessionKind.SPLIT: lazy_gettext("pemecahan"),
    SuccessionKind.REPLACEMENT: lazy_gettext("penggantian"),
}
ROLES: Final[dict[PostRole, LazyString]] = {
    PostRole.HEAD: lazy_gettext("Pimpinan unit ini"),
    PostRole.MEMBER: lazy_gettext("Jabatan lain di unit ini"),
}
FUNCTIONS: Final[dict[FunctionKind, LazyString]] = {
    FunctionKind.DUTY: lazy_gettext("Tugas"),
    FunctionKind.FUNCTION: lazy_gettext("Fungsi"),
}


def period_words(start: date, end: date | None, *, is_start_known: bool = True) -> str:
    """Return since when something holds, and until when."""
    day = show_date(start)
    since = (
        gettext("sejak %(day)s", day=day)
        if is_start_known
        else gettext("tercatat mulai %(day)s; awalnya belum diketahui", day=day)
    )
    if end is None:
        return since
    return gettext("%(since)s, sampai sebelum %(end)s", since=since, end=show_date(end))


def term_words(record: AppointmentRecord) -> str:
    """Return a holder's period; who was seen on one day is known for that day alone."""
    if not record.is_end_known:
        return seen_words(record.valid_from)
    return period_words(record.valid_from, record.valid_to)


def seen_words(day: date) -> str:
    """Return the day on which somebody was seen in a post."""
    return gettext("per %(day)s; awal dan akhir jabatan belum diketahui", day=show_date(day))


def basis_words(basis: Basis, regulations: Iterable[Instrument]) -> str | None:
    """Return the regulation behind a record; None is belum diisi."""
    held = next((one for one in regulations if one.id == basis.instrument_id), None)
    return citation(held) if held is not None else None


def state_of(start: date, end: date | None, on: date, today: date) -> str:
    """Return whether a period is ``now``, ``plan`` or ``past`` as seen from a page's day."""
    if start <= on and (end is None or on < end):
        return "now"
    return "plan" if start > today else "past"
