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
class Head:
    """The end of a chain as it was recorded: how many events, the last one's seal, and the head's own.

    ``mark`` is ``head_mark`` of the other two; None only of a chain in which nothing was ever recorded.
    """

    length: int
    seal: str
    mark: str | None


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What a verification found: ``broken_at`` is the first faulty sequence, None when whole.

    ``reason``: ``sequence``, ``previous_seal``, ``seal``, ``head`` (the events do not end where the head
    says), ``head_mark`` (the head was not written by who holds the key), or by the head kept outside
    ``truncated`` (it is ahead of the events) and ``rewritten`` (its event has another seal).
    """

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


def head_mark(length: int, last_seal: str, key: bytes) -> str:
    """Return a head's own seal: HMAC-SHA256 over its length and the last event's seal, in hex."""
    fields = json.dumps(["head", length, last_seal])
    return hmac.new(key, fields.encode(), hashlib.sha256).hexdigest()


def is_marked(head: Head, key: bytes) -> bool:
    """Say whether a head was written by who holds the key."""
    if head.mark is None:
        return head.length == 0 and head.seal == GENESIS
    return hmac.compare_digest(head.mark, head_mark(head.length, head.seal, key))


def verify(events: Iterable[Sealed], key: bytes, *, head: Head, outside: Head | None = None) -> ChainReport:
    """Return whether the chain is whole from its first event to its heads.

    Args:
        head: as recorded beside the events.
        outside: as last kept outside the database, where whoever changes the database does not reach;
            it may lag behind, and is never ahead.
    """
    previous, expected = GENESIS, 1
    is_as_outside = outside is None or outside.length == 0
    for event in events:
        at = event.link.sequence
        if at != expected:
            return ChainReport(expected - 1, previous, expected, "sequence")
        if event.previous_seal != previous:
            return ChainReport(expected - 1, previous, at, "previous_seal")
        if not hmac.compare_digest(event.seal, seal(event.link, previous, key)):
            return ChainReport(expected - 1, previous, at, "seal")
        previous, expected = event.seal, expected + 1
        is_as_outside = is_as_outside or _ends_here(outside, event)
    length = expected - 1
    reason = None
    if previous != head.seal or length != head.length:
        reason = "head"
    elif not is_marked(head, key):
        reason = "head_mark"
    elif outside is not None and not is_as_outside:
        reason = "truncated" if outside.length > length else "rewritten"
    return ChainReport(length, previous, None if reason is None else expected, reason)


def _ends_here(head: Head | None, event: Sealed) -> bool:
    return head is not None and (head.length, head.seal) == (event.link.sequence, event.seal)
