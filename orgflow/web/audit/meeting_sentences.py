"""Events of meetings about a proposal, as sentences."""

from collections.abc import Callable
from typing import Final

from flask_babel import gettext

from orgflow.domain.audit.meeting_events import (
    MeetingCalled,
    MeetingCancelled,
    MeetingChanged,
    MeetingHeld,
    PointAgreed,
    PointCarriedOut,
)
from orgflow.domain.meetings.responsible import Responsible
from orgflow.web.audit.telling import Change, Payload, Told, day_of, text_of
from orgflow.web.meetings.words import kind_words, responsible_words


def _called(_: str, payload: Payload) -> Told:
    return Told(gettext("Menjadwalkan %(kind)s pada %(day)s.", **_which(payload)))


def _changed(_: str, payload: Payload) -> Told:
    sentence = gettext("Mengubah %(kind)s.", kind=kind_words(text_of(payload, "kind")).lower())
    before, after = (
        "\n".join(day_of(line) for line in text_of(payload, side).split("\n")) for side in ("before", "after")
    )
    return Told(sentence, changes=(Change(gettext("Rapat"), before, after),) if before != after else ())


def _held(_: str, payload: Payload) -> Told:
    return Told(gettext("Mencatat hasil %(kind)s pada %(day)s.", **_which(payload)))


def _cancelled(_: str, payload: Payload) -> Told:
    sentence = gettext("Membatalkan %(kind)s pada %(day)s.", **_which(payload))
    return Told(sentence, text_of(payload, "reason"))


def _agreed(_: str, payload: Payload) -> Told:
    code = text_of(payload, "responsible")
    name = text_of(payload, "name")
    who = responsible_words(Responsible(code), name) if code in set(Responsible) else name
    due = text_of(payload, "due_on")
    sentence = gettext(
        "Mencatat kesepakatan rapat: %(text)s (%(who)s).", text=text_of(payload, "text"), who=who
    )
    if not due:
        return Told(sentence)
    return Told(f"{sentence} {gettext('Batas waktu %(day)s.', day=day_of(due))}")


def _carried_out(_: str, payload: Payload) -> Told:
    sentence = gettext("Kesepakatan rapat dilaksanakan: %(text)s.", text=text_of(payload, "text"))
    return Told(f"{sentence} {text_of(payload, 'outcome')}".strip())


def _which(payload: Payload) -> dict[str, str]:
    return {"kind": kind_words(text_of(payload, "kind")).lower(), "day": day_of(text_of(payload, "held_on"))}


MEETINGS_TOLD: Final[dict[str, Callable[[str, Payload], Told]]] = {
    MeetingCalled.event: _called,
    MeetingChanged.event: _changed,
    MeetingHeld.event: _held,
    MeetingCancelled.event: _cancelled,
    PointAgreed.event: _agreed,
    PointCarriedOut.event: _carried_out,
}
