"""A typed text whose structure is broken is refused with its place before it becomes part of a letter."""

import pytest

from orgflow.domain.errors import RuleBroken
from orgflow.letters.blocks import Listing, Table
from orgflow.letters.structure_faults import (
    RowOpen,
    RowUneven,
    TableTooWide,
    check_structure,
)
from orgflow.letters.structured_text import is_writable, read_text, write_text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Satu alinea.\n\nLagi.",
        "1. satu\n   a. dua\n2. tiga",
        "| Uraian | Jumlah |\n|---|---|\n| Rapat | 3 |\n| | |",
        "| A |\n| b |\n\n| A | B |\n| c | d |",
        "\\| bukan tabel",
        "Pilihan a | b disandingkan.",
        "| a \\| b | c |\n| d | e |",
        "1. satu\n   | A | B |\n   | c | d |\n2. dua",
    ],
)
def test_a_sound_text_is_taken(text: str) -> None:
    check_structure(text, "isi")


@pytest.mark.parametrize(
    ("text", "error", "line"),
    [
        ("Alinea\n| Uraian | Jumlah", RowOpen, 2),
        ("| Uraian | Jumlah |\nRapat | 3 |", RowOpen, 2),
        ("|", RowOpen, 1),
        ("| A | B |\n| c |", RowUneven, 2),
        ("| A | B |\n|---|\n| c | d |", RowUneven, 2),
        ("|" + " x |" * 11, TableTooWide, 1),
    ],
)
def test_a_broken_table_is_refused_with_its_line(text: str, error: type[RuleBroken], line: int) -> None:
    with pytest.raises(error) as refused:
        check_structure(text, "isi")

    assert (refused.value.facts["field"], refused.value.facts["line"]) == ("isi", line)


def test_a_table_set_in_stands_within_its_point_and_the_counting_goes_on() -> None:
    text = "1. satu\n   | A | B |\n   | c | d |\n2. dua"

    (listing,) = blocks = read_text(text, {})

    assert isinstance(listing, Listing)
    assert isinstance(listing.items[0].rest[0], Table)
    assert len(listing.items) == 2
    assert is_writable(blocks)
    assert write_text(blocks) == text
