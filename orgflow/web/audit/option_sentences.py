"""Events of a proposal's options as sentences."""

from collections.abc import Callable
from typing import Final

from flask_babel import gettext

from orgflow.domain.audit.option_events import OptionChosen, OptionRemoved, OptionTaken, OptionWritten
from orgflow.web.audit.telling import Change, Payload, Told, text_of


def _written(_: str, payload: Payload) -> Told:
    before = text_of(payload, "before")
    if before:
        changes = (Change(gettext("Sebutan"), before, text_of(payload, "title")),)
        return Told(gettext("Mengubah keterangan pilihan %(letter)s.", **_words(payload)), changes=changes)
    sentence = gettext("Menambah pilihan %(letter)s: %(title)s.", **_words(payload))
    return Told(sentence, changes=_held(payload))


def _taken(_: str, payload: Payload) -> Told:
    sentence = gettext("Mengerjakan pilihan %(letter)s: %(title)s.", **_words(payload))
    return Told(sentence, changes=_held(payload))


def _removed(_: str, payload: Payload) -> Told:
    return Told(
        gettext("Menghapus pilihan %(letter)s: %(title)s.", **_words(payload)),
        changes=(Change(gettext("Isinya"), text_of(payload, "operations"), ""),),
    )


def _chosen(_: str, payload: Payload) -> Told:
    sentence = gettext("Menetapkan pilihan %(letter)s: %(title)s.", **_words(payload))
    others = "; ".join(text_of(payload, "rejected").split("\n"))
    told = gettext("Yang lain: %(others)s.", others=others.rstrip("."))
    return Told(f"{sentence} {told}", text_of(payload, "reason"), changes=_held(payload))


def _words(payload: Payload) -> dict[str, str]:
    return {"letter": text_of(payload, "letter"), "title": text_of(payload, "title").rstrip(".")}


def _held(payload: Payload) -> tuple[Change, ...]:
    held = text_of(payload, "operations") or gettext("Tanpa perubahan")
    return (Change(gettext("Isinya"), "", held),)


OPTIONS_TOLD: Final[dict[str, Callable[[str, Payload], Told]]] = {
    OptionWritten.event: _written,
    OptionTaken.event: _taken,
    OptionRemoved.event: _removed,
    OptionChosen.event: _chosen,
}
