"""Numbers are spelt out as Indonesian letters print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgflow.domain.letters.spelling import LARGEST, NumberNotSpellable, counted, spell_number

DIGITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")

NEARLY_THOUSAND = "sembilan ratus sembilan puluh sembilan"


def read_number(words: str) -> int:
    """Read a spelt number word by word, another way than it was written."""
    total = group = digit = 0
    for word in words.split():
        match word.removeprefix("se") if word in {"sepuluh", "sebelas", "seratus", "seribu"} else word:
            case "puluh":
                group, digit = group + (digit or 1) * 10, 0
            case "belas":
                group, digit = group + (digit or 1) + 10, 0
            case "ratus":
                group, digit = group + (digit or 1) * 100, 0
            case "ribu":
                total, group, digit = total + ((group + digit) or 1) * 1_000, 0, 0
            case "juta":
                total, group, digit = total + (group + digit) * 1_000_000, 0, 0
            case one:
                digit = DIGITS.index(one)
    return total + group + digit


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (17, "tujuh belas"),
        (20, "dua puluh"),
        (71, "tujuh puluh satu"),
        (100, "seratus"),
        (115, "seratus lima belas"),
        (213, "dua ratus tiga belas"),
        (1_000, "seribu"),
        (1_111, "seribu seratus sebelas"),
        (2_000, "dua ribu"),
        (11_000, "sebelas ribu"),
        (100_000, "seratus ribu"),
        (101_000, "seratus satu ribu"),
        (1_000_000, "satu juta"),
        (1_001_001, "satu juta seribu satu"),
        (999_000_000, "sembilan ratus sembilan puluh sembilan juta"),
        (LARGEST, " ".join(f"{NEARLY_THOUSAND} {scale}".strip() for scale in ("juta", "ribu", ""))),
    ],
)
def test_a_number_is_spelt_as_it_is_spoken(number: int, words: str) -> None:
    assert spell_number(number) == words


@given(st.integers(0, LARGEST))
def test_a_spelt_number_reads_back_as_itself(number: int) -> None:
    assert read_number(spell_number(number)) == number


def test_a_count_bears_its_words_in_brackets() -> None:
    assert counted(1) == "1 (satu)"


@pytest.mark.parametrize("number", [-1, LARGEST + 1])
def test_a_number_out_of_range_is_refused(number: int) -> None:
    with pytest.raises(NumberNotSpellable) as refused:
        spell_number(number)

    assert refused.value.facts == {"number": number}
