"""Passages that an office words itself: cleaned, limited, kept where they say something of their own."""

import pytest

from orgflow.domain.letters.passages import (
    PASSAGE_LENGTH,
    TOLD,
    PassageTooLong,
    UnknownPassage,
    Written,
    clean_passage,
    follows_no_more,
    mark_of,
    told_apart,
    written,
)
from orgflow.domain.values import TextUnprintable

KEYS = ("pembuka", "penutup")


def test_a_text_is_kept_without_blanks_at_the_ends_of_its_lines_and_set_in_as_it_was() -> None:
    kept = clean_passage("pembuka", "  \r\nSatu  \r\n1. dua\t\r\n   a. tiga\n\n", KEYS)

    assert kept == "Satu\n1. dua\n   a. tiga"


def test_a_text_of_the_longest_length_is_kept_and_one_more_character_is_refused() -> None:
    assert len(clean_passage("pembuka", "x" * PASSAGE_LENGTH, KEYS)) == PASSAGE_LENGTH

    with pytest.raises(PassageTooLong) as refused:
        clean_passage("pembuka", "x" * (PASSAGE_LENGTH + 1), KEYS)

    assert refused.value.facts == {"field": "pembuka", "limit": 20_000, "length": 20_001}


@pytest.mark.parametrize("length", [PASSAGE_LENGTH * 10 + 1, PASSAGE_LENGTH * 30])
def test_however_long_a_text_is_its_length_is_told(length: int) -> None:
    with pytest.raises(PassageTooLong) as refused:
        clean_passage("pembuka", "x" * length, KEYS)

    assert refused.value.facts["length"] == length


def test_a_passage_that_the_letter_has_not_is_not_found() -> None:
    with pytest.raises(UnknownPassage):
        clean_passage("lain", "x", KEYS)


@pytest.mark.parametrize("text", ["a\x00b", "a\u202eb", "a\ud800b"])
def test_what_cannot_be_printed_is_refused_at_its_passage(text: str) -> None:
    with pytest.raises(TextUnprintable) as refused:
        clean_passage("penutup", text, KEYS)

    assert refused.value.facts["field"] == "penutup"


def test_markup_and_addresses_stay_the_words_they_are() -> None:
    text = "<b>&amp;</b> file:///etc/passwd {{ nama }}"

    assert clean_passage("pembuka", text, KEYS) == text


def test_what_says_the_derived_wording_is_not_kept() -> None:
    assert written("susunan", "susunan") is None
    assert written("kata kantor", "susunan") == Written("kata kantor", "susunan")


def test_a_text_is_overtaken_when_the_facts_give_another_wording_than_it_replaced() -> None:
    held = Written("kata kantor", "susunan")

    assert follows_no_more(held, "susunan baru")
    assert not follows_no_more(held, "susunan")


def test_a_mark_tells_texts_apart_and_not_their_line_ends() -> None:
    assert mark_of("satu\r\ndua \r\n") == mark_of("satu\ndua")
    assert mark_of("satu\ndua") != mark_of("satu dua")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("a\nb\nc", "a\nx\nc", ("b", "x")),
        ("a\nc", "a\nb\nc", ("", "b")),
        ("a", "a", ("", "")),
        ("a\na", "a\na\na", ("", "a")),
        ("", "a", ("", "a")),
    ],
)
def test_the_history_is_told_the_lines_that_differ(before: str, after: str, told: tuple[str, str]) -> None:
    assert told_apart(before, after) == told


def test_the_history_is_told_no_more_than_it_keeps() -> None:
    before, after = told_apart("pendek", "x" * 5_000)

    assert (before, len(after), after[-1]) == ("pendek", TOLD, "…")
