"""The comparison of two snapshots shows exactly the edits made between them."""

from collections.abc import Iterable
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgflow.domain.changes.matrix import Word
from orgflow.domain.snapshots.comparing import Aspect, Changed, compare, moved_keys
from orgflow.domain.snapshots.snapshot import Piece, PieceTwice, Section, Snapshot, snapshot_of
from orgflow.domain.snapshots.words import MOST, compare_texts

WORDS = ("biro", "humas", "dan", "protokol", "pimpinan", "a")
TEXTS = st.lists(st.sampled_from([*WORDS, "\n", "  "]), max_size=12).map(" ".join)
Told = tuple[Changed, Section, str, frozenset[Aspect]]


@st.composite
def edited(draw: st.DrawFn) -> tuple[Snapshot, Snapshot, set[Told]]:
    """Draw a snapshot, random edits of it, and what was done: known from the drawing alone."""
    before: list[Piece] = []
    after: list[Piece] = []
    told: set[Told] = set()
    for section in draw(st.lists(st.sampled_from(Section), unique=True, max_size=3)):
        for number in range(draw(st.integers(0, 5))):
            piece = Piece(section, f"k{number}", f"Judul {number}", draw(TEXTS), "0" * 4, "{}")
            what = draw(st.sampled_from(["kept", "removed", "added", "changed", "changed"]))
            if what != "added":
                before.append(piece)
            if what == "changed":
                aspects = draw(st.frozensets(st.sampled_from(Aspect), min_size=1))
                after.append(_changed(piece, aspects))
                told.add((Changed.CHANGED, section, piece.key, aspects))
            elif what != "removed":
                after.append(piece)
            if what in ("added", "removed"):
                told.add((Changed(what), section, piece.key, frozenset()))
    return snapshot_of(before), snapshot_of(after), told


def _changed(piece: Piece, aspects: frozenset[Aspect]) -> Piece:
    return Piece(
        piece.section,
        piece.key,
        piece.title + (" lain" if Aspect.TITLE in aspects else ""),
        piece.text + (" tambahan" if Aspect.TEXT in aspects else ""),
        piece.checksum + ("1" if Aspect.FILE in aspects else ""),
        piece.source + (" " if Aspect.SOURCE in aspects else ""),
    )


@given(edited())
def test_the_comparison_shows_exactly_the_edits(drawn: tuple[Snapshot, Snapshot, set[Told]]) -> None:
    before, after, told = drawn

    found = compare(before, after)

    assert {(one.kind, one.piece.section, one.piece.key, one.aspects) for one in found} == told
    assert len(found) == len(told)


@given(edited(), st.randoms(use_true_random=False))
def test_the_later_snapshot_can_be_made_of_the_earlier_one_and_the_comparison(
    drawn: tuple[Snapshot, Snapshot, set[Told]], random: Random
) -> None:
    before, after, _ = drawn
    shuffled = list(after.pieces)
    random.shuffle(shuffled)
    later = snapshot_of(shuffled)

    found = compare(before, later)

    for section in Section:
        held = {piece.key: piece for piece in before.of(section)}
        moved = [one.piece.key for one in found if one.kind is Changed.MOVED and one.piece.section is section]
        for one in (one for one in found if one.piece.section is section):
            if one.kind is Changed.REMOVED:
                del held[one.piece.key]
            else:
                held[one.piece.key] = one.piece
        assert held == {piece.key: piece for piece in later.of(section)}
        old = [piece.key for piece in before.of(section) if piece.key in held and piece.key not in moved]
        new = [piece.key for piece in later.of(section) if piece.key in old]
        assert old == new


@given(edited())
def test_a_snapshot_does_not_differ_from_itself(drawn: tuple[Snapshot, Snapshot, set[Told]]) -> None:
    assert compare(drawn[0], drawn[0]) == ()


@given(st.permutations("abcdef"))
def test_as_few_as_can_be_count_as_moved(order: list[str]) -> None:
    moved = moved_keys("abcdef", order)

    stayed = [key for key in order if key not in moved]
    assert stayed == sorted(stayed)
    assert len(stayed) == max(
        length
        for length in range(1, 7)
        for chosen in combinations(order, length)
        if list(chosen) == sorted(chosen)
    )


@given(TEXTS, TEXTS)
def test_both_texts_are_given_back_and_what_is_not_marked_is_the_same(before: str, after: str) -> None:
    left, right = compare_texts(before, after)

    assert "".join(word.text for word in left) == before
    assert "".join(word.text for word in right) == after
    assert unmarked(left) == unmarked(right)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=20), st.data())
def test_the_words_put_in_are_the_words_marked(words: list[str], data: st.DataObject) -> None:
    places = data.draw(st.sets(st.integers(0, len(words)), min_size=1, max_size=3))
    longer: list[str] = []
    for number, word in enumerate([*words, ""]):
        longer += [f"baru{number}"] if number in places else []
        longer += [word] if word else []

    left, right = compare_texts(" ".join(words), " ".join(longer))

    assert not any(word.is_changed for word in left)
    marked = " ".join(word.text for word in right if word.is_changed).split()
    assert marked == [f"baru{number}" for number in sorted(places)]


@given(st.lists(st.sampled_from(WORDS), max_size=7), st.lists(st.sampled_from(WORDS), max_size=7))
def test_as_few_words_as_can_be_are_marked(old: list[str], new: list[str]) -> None:
    left, right = compare_texts(" ".join(old), " ".join(new))

    kept = max(
        length
        for length in range(len(old) + 1)
        for chosen in combinations(old, length)
        if list(chosen) in [list(other) for other in combinations(new, length)]
    )
    assert len(unmarked(left)) == len(unmarked(right)) == kept


def test_thirty_thousand_words_are_compared_without_waiting() -> None:
    before = "\n".join(f"paragraf {number} " + "kata biro humas " * 100 for number in range(100))
    after = before.replace("paragraf 50 ", "paragraf limapuluh ")

    left, right = compare_texts(before, after)

    assert [word.text.strip() for word in left if word.is_changed] == ["50"]
    assert [word.text.strip() for word in right if word.is_changed] == ["limapuluh"]


def test_one_paragraph_of_very_many_other_words_is_marked_whole() -> None:
    before, after = "satu " * MOST, "dua " * MOST

    left, right = compare_texts(before, after)

    assert left == (Word(before, is_changed=True),)
    assert right == (Word(after, is_changed=True),)


def test_two_pieces_of_one_key_are_no_snapshot() -> None:
    piece = Piece(Section.FACTS, "alasan", "Alasan")

    with pytest.raises(PieceTwice):
        snapshot_of([piece, piece])


def unmarked(words: Iterable[Word]) -> list[str]:
    return "".join(word.text for word in words if not word.is_changed).split()
