"""Names and texts as the office writes them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgflow.domain.values import (
    NAME_LENGTH,
    NameUnreadable,
    TextEmpty,
    TextTooLong,
    TextUnprintable,
    clean_line,
    clean_name,
    clean_text,
    clean_title,
    clean_words,
    clean_words_if_any,
    comparable,
    lines_of,
)

WORDS = st.text(st.characters(exclude_categories=["C"]), max_size=60)


def test_a_name_keeps_its_odd_characters() -> None:
    odd = 'Biro "Humas" & Protokol <Pimpinan> d\'Art'

    assert clean_name(odd) == odd


def test_a_title_pasted_with_its_lines_broken_is_one_line() -> None:
    assert (
        clean_title("Susunan Organisasi \r\n  Sekretariat\nDaerah ")
        == "Susunan Organisasi Sekretariat Daerah"
    )

    with pytest.raises(NameUnreadable):
        clean_title("Susunan\u200bOrganisasi")


@pytest.mark.parametrize("blank", ["", " ", "\n\t"])
def test_what_may_be_left_open_is_empty_when_blank(blank: str) -> None:
    assert clean_words_if_any(blank, field="nip") == ""


@pytest.mark.parametrize("blank", ["", "   ", "\n\t", "\u00a0"])
def test_an_empty_name_is_refused(blank: str) -> None:
    with pytest.raises(TextEmpty) as refused:
        clean_name(blank, field="new_name")

    assert refused.value.facts["field"] == "new_name"


def test_a_name_of_two_hundred_characters_is_allowed_and_no_longer() -> None:
    assert clean_name("B" * NAME_LENGTH) == "B" * NAME_LENGTH

    with pytest.raises(TextTooLong):
        clean_name("B" * (NAME_LENGTH + 1))


def test_repeated_spaces_in_a_name_become_one() -> None:
    assert clean_name("  Biro \u00a0 Humas  dan\tProtokol ") == "Biro Humas dan Protokol"


@pytest.mark.parametrize(
    "character",
    ["\n", "\r\n", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u034f", "\u3164", "\ufe0f",
     "\u2028", "\U000e0041"],
)  # fmt: skip
def test_what_nobody_sees_has_no_place_in_a_name(character: str) -> None:
    with pytest.raises(NameUnreadable) as refused:
        clean_name(f"Biro{character}Humas", field="new_name")
    with pytest.raises(NameUnreadable):
        clean_words(f"UJI{character}001", field="number")

    assert refused.value.facts["field"] == "new_name"
    assert clean_line(f"Biro Humas{character}", field="reason").startswith("Biro Humas")


def test_a_name_is_kept_in_one_form() -> None:
    assert clean_name("Biro Cafe\u0301") == "Biro Caf\u00e9"


@pytest.mark.parametrize("character", ["\x00", "\x07", "\u202e", "\u2066", "\ud800", "\ue000"])
def test_what_cannot_be_printed_is_refused(character: str) -> None:
    with pytest.raises(TextUnprintable):
        clean_line(f"Biro{character}Humas", field="name")


def test_a_text_keeps_its_lines_and_may_be_empty() -> None:
    assert clean_text("satu\r\n\r\ndua\rtiga", field="text") == "satu\n\ndua\ntiga"
    assert clean_text("  ", field="text") == ""


@given(WORDS)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean_text(text, field="text")

    assert clean_text(once, field="text") == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize("other", ["biro  humas", "BIRO HUMAS", " Biro\u00a0Humas "])
def test_names_that_differ_in_case_or_spaces_count_as_the_same(other: str) -> None:
    assert comparable(other) == comparable("Biro Humas")


def test_lines_are_those_that_say_something() -> None:
    assert lines_of("satu\n\n  dua \n") == ("satu", "dua")
