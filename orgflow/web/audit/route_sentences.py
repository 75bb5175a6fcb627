"""Routes of approval in the history, as sentences."""

from collections.abc import Callable
from typing import Final

from flask_babel import gettext

from orgflow.domain.audit import route_events as events
from orgflow.domain.proposals.routes import KindOfChange
from orgflow.web.audit.telling import Payload, Told, text_of
from orgflow.web.proposals.route_words import KINDS, REVIEWS


def _route_begun(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Menetapkan jalur %(kind)s versi %(version)s: %(steps)s.",
            kind=KINDS[KindOfChange(text_of(payload, "kind"))],
            version=text_of(payload, "version"),
            steps=text_of(payload, "steps").rstrip("."),
        )
    )


def _review_order_set(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Menetapkan bahwa %(first)s dilakukan lebih dahulu. Sumber: %(source)s.",
            first=REVIEWS[text_of(payload, "first")],
            source=text_of(payload, "source").rstrip("."),
        )
    )


def _route_changed(_: str, payload: Payload) -> Told:
    kept = text_of(payload, "kept")
    return Told(
        gettext(
            "Usulan menjalani jalur %(kind)s versi %(version)s; yang tetap dihitung: %(kept)s.",
            kind=KINDS[KindOfChange(text_of(payload, "kind"))],
            version=text_of(payload, "version"),
            kept=kept.rstrip(".") if kept else gettext("tidak ada"),
        )
    )


ROUTES_TOLD: Final[dict[str, Callable[[str, Payload], Told]]] = {
    events.RouteBegun.event: _route_begun,
    events.ReviewOrderSet.event: _review_order_set,
    events.RouteChanged.event: _route_changed,
}
