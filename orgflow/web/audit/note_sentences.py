"""Events of notes put on a proposal, as sentences."""

from collections.abc import Callable
from typing import Final

from flask_babel import gettext

from orgflow.domain.audit.note_events import NoteAnswered, NoteFollowedUp, NoteResolved, NoteWritten
from orgflow.domain.notes.anchoring import PlaceKind
from orgflow.domain.notes.note import NoteKind
from orgflow.web.audit.telling import Payload, Told, text_of
from orgflow.web.notes.words import PLACES


def _written(_: str, payload: Payload) -> Told:
    place = _place(payload)
    text, quote = text_of(payload, "text"), text_of(payload, "quote")
    if text_of(payload, "kind") == NoteKind.QUESTION:
        sentence = gettext(
            "Menulis catatan yang harus dijawab pada %(place)s: “%(text)s”", place=place, text=text
        )
    else:
        sentence = gettext("Menulis komentar pada %(place)s: “%(text)s”", place=place, text=text)
    return Told(f"{sentence} {gettext('(atas kata-kata “%(quote)s”)', quote=quote)}" if quote else sentence)


def _answered(_: str, payload: Payload) -> Told:
    return Told(gettext("Menjawab catatan “%(note)s”: %(text)s", **_words(payload)))


def _followed_up(_: str, payload: Payload) -> Told:
    return Told(gettext("Bertanya lagi atas catatan “%(note)s”: %(text)s", **_words(payload)))


def _resolved(_: str, payload: Payload) -> Told:
    sentence = gettext("Menyelesaikan catatan “%(note)s”.", note=text_of(payload, "note"))
    return Told(f"{sentence} {text_of(payload, 'text')}".strip())


def _words(payload: Payload) -> dict[str, str]:
    return {"note": text_of(payload, "note"), "text": text_of(payload, "text")}


def _place(payload: Payload) -> str:
    code, name = text_of(payload, "place_kind"), text_of(payload, "place_name")
    label = str(PLACES[PlaceKind(code)]).lower() if code in set(PlaceKind) else code
    return f"{label} {name}".strip()


NOTES_TOLD: Final[dict[str, Callable[[str, Payload], Told]]] = {
    NoteWritten.event: _written,
    NoteAnswered.event: _answered,
    NoteFollowedUp.event: _followed_up,
    NoteResolved.event: _resolved,
}
