"""Events of the round trip with the ministry as sentences."""

from collections.abc import Callable
from typing import Final

from flask_babel import gettext

from orgflow.domain.audit.ministry_events import (
    AnswerComposed,
    AnswerGranted,
    IncomingLinked,
    IncomingRegistered,
    ItemAnswered,
    ItemsAsked,
    MinistryDeskChanged,
    SendingProven,
)
from orgflow.domain.ministry.delivery import DeliveryMethod
from orgflow.web.audit.telling import Change, Payload, Told, day_of, text_of
from orgflow.web.ministry.words import METHODS


def _registered(_: str, payload: Payload) -> Told:
    sentence = gettext(
        "Mencatat surat masuk nomor agenda %(agenda)s: surat %(sender)s nomor %(number)s tanggal %(dated)s,"
        " diterima %(received)s.",
        agenda=text_of(payload, "agenda"),
        sender=text_of(payload, "sender"),
        number=text_of(payload, "number"),
        dated=day_of(text_of(payload, "dated_on")),
        received=day_of(text_of(payload, "received_on")),
    )
    return Told(sentence, text_of(payload, "late_reason"))


def _linked(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Mengaitkan surat masuk nomor agenda %(agenda)s (%(sender)s nomor %(number)s) dengan usulan.",
            agenda=text_of(payload, "agenda"),
            sender=text_of(payload, "sender"),
            number=text_of(payload, "number"),
        )
    )


def _proven(_: str, payload: Payload) -> Told:
    method = text_of(payload, "method")
    how = str(METHODS[DeliveryMethod(method)]) if method in set(DeliveryMethod) else method
    sentence = gettext(
        "Mencatat bukti pengiriman putaran %(round)s: %(how)s, sampai %(day)s.",
        round=text_of(payload, "round"),
        how=how,
        day=day_of(text_of(payload, "delivered_on")),
    )
    said = (text_of(payload, name) for name in ("received_by", "reference"))
    return Told(sentence, "; ".join(words for words in said if words))


def _asked(_: str, payload: Payload) -> Told:
    sentence = gettext(
        "Mencatat permintaan Kemendagri dengan surat nomor %(number)s (putaran %(round)s).",
        number=text_of(payload, "number"),
        round=text_of(payload, "round"),
    )
    items = Change(gettext("Butir yang diminta"), "", text_of(payload, "items"))
    return Told(sentence, text_of(payload, "late_reason"), changes=(items,))


def _answered(_: str, payload: Payload) -> Told:
    sentence = gettext(
        "Menjawab butir %(item)s putaran %(round)s: %(text)s",
        item=text_of(payload, "item"),
        round=text_of(payload, "round"),
        text=text_of(payload, "text"),
    )
    before, after = text_of(payload, "before"), text_of(payload, "after")
    return Told(sentence, changes=(Change(gettext("Jawaban"), before, after),))


def _composed(_: str, payload: Payload) -> Told:
    sentence = gettext(
        "Menyusun jawaban butir demi butir menurut surat nomor %(number)s; belum dicatat.",
        number=text_of(payload, "number"),
    )
    before, after = text_of(payload, "before"), text_of(payload, "after")
    return Told(sentence, changes=(Change(gettext("Jawaban"), before, after),))


def _granted(_: str, payload: Payload) -> Told:
    sentence = gettext(
        "Mencatat jawaban Kemendagri butir demi butir dengan surat nomor %(number)s (putaran %(round)s):"
        " %(granted)s disetujui, %(changed)s diubah, %(refused)s tidak disetujui.",
        **{name: text_of(payload, name) for name in ("number", "round", "granted", "changed", "refused")},
    )
    asked, became = text_of(payload, "asked"), text_of(payload, "became")
    change = Change(gettext("Usulan dan yang disetujui"), asked, became)
    return Told(sentence, text_of(payload, "late_reason"), changes=(change,))


def _desk(_: str, payload: Payload) -> Told:
    before, after = text_of(payload, "before"), text_of(payload, "after")
    if not before:
        return Told(gettext("Menambah meja Kemendagri: %(name)s.", name=after))
    return Told(gettext("Mengubah meja Kemendagri."), changes=(Change(gettext("Meja"), before, after),))


MINISTRY_TOLD: Final[dict[str, Callable[[str, Payload], Told]]] = {
    IncomingRegistered.event: _registered,
    IncomingLinked.event: _linked,
    SendingProven.event: _proven,
    ItemsAsked.event: _asked,
    ItemAnswered.event: _answered,
    AnswerComposed.event: _composed,
    AnswerGranted.event: _granted,
    MinistryDeskChanged.event: _desk,
}
