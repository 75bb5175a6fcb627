"""Events of mandates and rules of signing, as sentences."""

from collections.abc import Callable
from typing import Final

from flask_babel import gettext

from orgflow.domain.audit.signing_events import (
    MandateChanged,
    MandateEnded,
    MandateGranted,
    SigningRuleChanged,
)
from orgflow.web.audit.telling import Change, Payload, Told, day_of, text_of


def _granted(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Mencatat mandat tanda tangan %(giver)s kepada %(signer)s.",
            giver=text_of(payload, "giver"),
            signer=text_of(payload, "signer"),
        ),
        changes=(Change(gettext("Mandat"), "", text_of(payload, "mandate")),),
    )


def _changed(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Mengubah mandat tanda tangan %(giver)s kepada %(signer)s.",
            giver=text_of(payload, "giver"),
            signer=text_of(payload, "signer"),
        ),
        changes=(Change(gettext("Mandat"), text_of(payload, "before"), text_of(payload, "after")),),
    )


def _ended(_: str, payload: Payload) -> Told:
    return Told(
        gettext(
            "Mengakhiri mandat tanda tangan %(giver)s kepada %(signer)s; hari terakhirnya %(day)s.",
            giver=text_of(payload, "giver"),
            signer=text_of(payload, "signer"),
            day=day_of(text_of(payload, "last_day")),
        ),
        text_of(payload, "reason"),
    )


def _rule_changed(_: str, payload: Payload) -> Told:
    return Told(
        gettext("Mengubah aturan tanda tangan."),
        changes=(Change(gettext("Aturan"), text_of(payload, "before"), text_of(payload, "after")),),
    )


SIGNING_TOLD: Final[dict[str, Callable[[str, Payload], Told]]] = {
    MandateGranted.event: _granted,
    MandateChanged.event: _changed,
    MandateEnded.event: _ended,
    SigningRuleChanged.event: _rule_changed,
}
