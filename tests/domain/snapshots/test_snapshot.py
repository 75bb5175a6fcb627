"""A snapshot's one text: read back without loss, and told from any other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgflow.domain.snapshots.snapshot import (
    Piece,
    Section,
    SnapshotUnreadable,
    snapshot_digest,
    snapshot_from_json,
    snapshot_of,
    snapshot_to_json,
)

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
PIECES = st.lists(
    st.builds(Piece, st.sampled_from(Section), TEXT, TEXT, TEXT, TEXT, TEXT),
    unique_by=lambda piece: (piece.section, piece.key),
    max_size=6,
)


@given(PIECES)
def test_a_snapshot_is_read_back_without_loss(pieces: list[Piece]) -> None:
    snapshot = snapshot_of(pieces)
    text = snapshot_to_json(snapshot)

    assert snapshot_from_json(text, snapshot_digest(text)) == snapshot


@given(PIECES, PIECES)
def test_two_snapshots_share_an_address_only_when_they_are_one(
    first: list[Piece], other: list[Piece]
) -> None:
    one, two = snapshot_of(first), snapshot_of(other)

    same = snapshot_digest(snapshot_to_json(one)) == snapshot_digest(snapshot_to_json(two))

    assert same == (one == two)


@pytest.mark.parametrize("text", ['{"v":2,"pieces":[]}', '{"v":1}', "[]", "", '{"v":1,"pieces":[{}]}'])
def test_what_is_no_snapshot_is_refused(text: str) -> None:
    with pytest.raises(SnapshotUnreadable):
        snapshot_from_json(text, snapshot_digest(text))


def test_a_text_that_was_altered_is_not_taken_for_the_frozen_one() -> None:
    text = snapshot_to_json(snapshot_of([Piece(Section.FACTS, "alasan", "Alasan", "satu")]))

    with pytest.raises(SnapshotUnreadable):
        snapshot_from_json(text.replace("satu", "dua"), snapshot_digest(text))
