"""The hash chain finds what was changed, left out, put in or cut off."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgflow.domain.audit.chain import GENESIS, ChainReport, Head, Link, Sealed, head_mark, seal, verify

KEY = b"a key for tests"


def a_link(sequence: int, payload: str = "{}") -> Link:
    return Link(
        sequence,
        "uji",
        "2026-03-02T02:00:00+00:00",
        "",
        "sistem: uji",
        "uji:tercatat",
        "uji",
        "1",
        payload,
        "",
        "",
    )


def a_chain(*payloads: str) -> list[Sealed]:
    chain: list[Sealed] = []
    previous = GENESIS
    for sequence, payload in enumerate(payloads, start=1):
        link = a_link(sequence, payload)
        mark = seal(link, previous, KEY)
        chain.append(Sealed(link, previous, mark))
        previous = mark
    return chain


def looked_at(chain: Sequence[Sealed], of: Sequence[Sealed]) -> ChainReport:
    """Verify a chain against the head that was recorded for another."""
    return verify(chain, KEY, head=a_head(of))


def a_head(of: Sequence[Sealed]) -> Head:
    """Return the head of a chain, under its mark."""
    last = of[-1].seal if of else GENESIS
    return Head(len(of), last, head_mark(len(of), last, KEY))


def test_an_untouched_chain_is_whole() -> None:
    chain = a_chain("a", "b", "c")

    report = looked_at(chain, chain)

    assert (report.length, report.broken_at, report.head) == (3, None, chain[-1].seal)


def test_an_empty_chain_is_whole() -> None:
    assert looked_at([], []).broken_at is None


@given(st.lists(st.text(max_size=12), min_size=1, max_size=6), st.data())
def test_one_changed_payload_is_found_where_it_stands(payloads: list[str], data: st.DataObject) -> None:
    chain = a_chain(*payloads)
    at = data.draw(st.integers(0, len(chain) - 1))
    forged = list(chain)
    forged[at] = replace(chain[at], link=replace(chain[at].link, payload=payloads[at] + "x"))

    report = looked_at(forged, chain)

    assert (report.broken_at, report.reason) == (at + 1, "seal")


@pytest.mark.parametrize(
    "field",
    [
        "government_id",
        "occurred_at",
        "actor_id",
        "actor_name",
        "event",
        "subject_kind",
        "subject_id",
        "payload",
        "request_id",
        "address",
    ],
)
def test_every_field_is_under_the_seal(field: str) -> None:
    changed = {
        "government_id": replace(a_link(1), government_id="lain"),
        "occurred_at": replace(a_link(1), occurred_at="lain"),
        "actor_id": replace(a_link(1), actor_id="lain"),
        "actor_name": replace(a_link(1), actor_name="lain"),
        "event": replace(a_link(1), event="lain"),
        "subject_kind": replace(a_link(1), subject_kind="lain"),
        "subject_id": replace(a_link(1), subject_id="lain"),
        "payload": replace(a_link(1), payload="lain"),
        "request_id": replace(a_link(1), request_id="lain"),
        "address": replace(a_link(1), address="lain"),
    }

    assert seal(changed[field], GENESIS, KEY) != seal(a_link(1), GENESIS, KEY)


def test_a_removed_event_is_found() -> None:
    chain = a_chain("a", "b", "c")

    assert looked_at([chain[0], chain[2]], chain).reason == "sequence"


def test_a_cut_end_is_found_by_the_recorded_head() -> None:
    chain = a_chain("a", "b", "c")

    assert looked_at(chain[:2], chain).reason == "head"


def test_events_sealed_with_another_key_are_found() -> None:
    chain = a_chain("a")
    forged = [replace(chain[0], seal=seal(chain[0].link, GENESIS, b"another"))]

    assert verify(forged, KEY, head=a_head(forged)).reason == "seal"


def test_an_event_moved_after_another_is_found() -> None:
    chain = a_chain("a", "b")
    moved = [chain[0], replace(chain[1], previous_seal=GENESIS)]

    assert looked_at(moved, chain).reason == "previous_seal"


def test_a_head_that_was_moved_without_the_key_is_found() -> None:
    chain = a_chain("a", "b", "c")
    moved = Head(2, chain[1].seal, a_head(chain).mark)

    for head in (moved, replace(moved, mark=None), replace(moved, mark="0" * 64)):
        assert verify(chain[:2], KEY, head=head).reason == "head_mark"


def test_a_chain_cut_with_its_head_is_found_by_the_head_outside() -> None:
    chain = a_chain("a", "b", "c")

    assert verify(chain[:2], KEY, head=a_head(chain[:2]), outside=a_head(chain)).reason == "truncated"
    assert verify([], KEY, head=Head(0, GENESIS, None), outside=a_head(chain)).reason == "truncated"


def test_a_chain_written_anew_is_found_by_the_head_outside() -> None:
    chain, other = a_chain("a", "b", "c"), a_chain("a", "x", "c", "d")

    assert verify(other, KEY, head=a_head(other), outside=a_head(chain)).reason == "rewritten"


def test_a_head_outside_may_lag_behind() -> None:
    chain = a_chain("a", "b", "c")

    for outside in (None, a_head([]), a_head(chain[:1]), a_head(chain)):
        assert verify(chain, KEY, head=a_head(chain), outside=outside).broken_at is None
