"""The hash chain over audit events: each event's seal covers the event and the seal before it."""

import hashlib
import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

GENESIS: Final = "0" * 64


@dataclass(frozen=True, slots=True)
class Link:
    """One event as it was written; every field is sealed.

    ``occurred_at`` is UTC in ISO form; ``payload`` is the event's canonical JSON.
    """

    sequence: int
    government_id: str
    occurred_at: str
    actor_id: str
    actor_name: str
    event: str
    subject_kind: str
    subject_id: str
    payload: str
    request_id: str
    address: str


@dataclass(frozen=True, slots=True)
class Sealed:
    """An event with the seal before it and its own."""

    link: Link
    previous_seal: str
    seal: str


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What a verification found: ``broken_at`` is the first faulty sequence, None when whole."""

    length: int
    head: str
    broken_at: int | None
    reason: str | None


def seal(link: Link, previous_seal: str, key: bytes) -> str:
    """Return the event's seal: HMAC-SHA256 over its canonical form and the seal before it, in hex."""
    fields = [
        link.sequence,
        link.government_id,
        link.occurred_at,
        link.actor_id,
        link.actor_name,
        link.event,
        link.subject_kind,
        link.subject_id,
        link.payload,
        link.request_id,
        link.address,
        previous_seal,
    ]
    return hmac.new(key, json.dumps(fields, ensure_ascii=True).encode(), hashlib.sha256).hexdigest()


def verify(events: Iterable[Sealed], key: bytes, *, head: str, length: int) -> ChainReport:
    """Return whether the chain is whole from its first event to the recorded head.

    Args:
        head: seal of the last event as recorded apart from the events; GENESIS when there is none.
        length: number of events as recorded apart.
    """
    previous, expected = GENESIS, 1
    for event in events:
        at = event.link.sequence
        if at != expected:
            return ChainReport(expected - 1, previous, expected, "sequence")
        if event.previous_seal != previous:
            return ChainReport(expected - 1, previous, at, "previous_seal")
        if not hmac.compare_digest(event.seal, seal(event.link, previous, key)):
            return ChainReport(expected - 1, previous, at, "seal")
        previous, expected = event.seal, expected + 1
    if previous != head or expected - 1 != length:
        return ChainReport(expected - 1, previous, expected, "head")
    return ChainReport(expected - 1, previous, None, None)
