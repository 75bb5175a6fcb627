"""Proof that a sending arrived: how it went, when, and who took it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from orgflow.domain.errors import RuleBroken


class DeliveryMethod(StrEnum):
    """How a letter was brought."""

    HAND = "hand"
    COURIER = "courier"
    POST = "post"
    SRIKANDI = "srikandi"
    MAIL = "mail"


class ProofEmpty(RuleBroken):
    """A proof names who took the letter, a receipt's number, or bears a scan."""

    code = "proof_empty"


class DeliveredBeforeSent(RuleBroken):
    """A letter arrived before it was sent."""

    code = "delivered_before_sent"


class DeliveredInFuture(RuleBroken):
    """A letter is said to have arrived on a day that has not come."""

    code = "delivered_in_future"


@dataclass(frozen=True, slots=True)
class Proof:
    """What shows that it arrived; ``reference`` is the number of the receipt or of the shipment."""

    method: DeliveryMethod
    delivered_on: date
    received_by: str = ""
    reference: str = ""
    has_scan: bool = False


def check_proof(proof: Proof, sent_on: date, today: date) -> None:
    """Refuse a proof that shows nothing, or of a day that cannot be.

    Raises:
        ProofEmpty, DeliveredBeforeSent, DeliveredInFuture.
    """
    if not (proof.received_by or proof.reference or proof.has_scan):
        raise ProofEmpty(field="received_by")
    if proof.delivered_on > today:
        raise DeliveredInFuture(field="delivered_on", delivered_on=proof.delivered_on.isoformat())
    if proof.delivered_on < sent_on:
        raise DeliveredBeforeSent(
            field="delivered_on", delivered_on=proof.delivered_on.isoformat(), sent_on=sent_on.isoformat()
        )
