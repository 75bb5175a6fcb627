"""What was written into a letter and what came back of it, as sentences of the history."""

from collections.abc import Callable, Mapping
from typing import Final

from flask_babel import gettext

from orgflow.domain.audit import letter_events as events
from orgflow.web.audit.telling import Change, Payload, Told, text_of


def _written(_: str, payload: Payload) -> Told:
    label = text_of(payload, "label")
    if text_of(payload, "origin") == "word":
        sentence = gettext("Memakai tulisan dari Word pada bagian surat: %(label)s.", label=label)
    else:
        sentence = gettext("Menulis bagian surat: %(label)s.", label=label)
    return Told(sentence, changes=(_change(payload),))


def _dropped(_: str, payload: Payload) -> Told:
    label = text_of(payload, "label")
    sentence = gettext("Memakai lagi susunan dari data usulan pada bagian surat: %(label)s.", label=label)
    return Told(sentence, changes=(_change(payload),))


def _returned(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Membawa kembali surat dari Word, %(name)s: %(differences)s perbedaan isi,"
            " %(others)s perbedaan yang tidak diambil.",
            name=text_of(payload, "file_name"),
            differences=text_of(payload, "differences"),
            others=text_of(payload, "others"),
        )
    )


def _change(payload: Payload) -> Change:
    return Change(text_of(payload, "label"), text_of(payload, "before"), text_of(payload, "after"))


LETTERS_TOLD: Final[Mapping[str, Callable[[str, Payload], Told]]] = {
    events.PassageWritten.event: _written,
    events.PassageDropped.event: _dropped,
    events.LetterReturned.event: _returned,
}
