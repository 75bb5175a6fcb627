"""What an office types as plain text becomes paragraphs, points and tables, and can be typed out again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgflow.letters.blocks import Blank, Block, Item, Listing, Marker, Paragraph, Table, Text
from orgflow.letters.structured_text import is_writable, read_text, write_text

WORDS = st.text("ab1A x.,()/&<>\"'|\\", min_size=1, max_size=20).map(str.strip).filter(bool)
PARAGRAPHS = WORDS.map(lambda words: Paragraph((Text(words),)))


def a_list(marker: Marker, *words: str) -> Listing:
    """Return a flat list of these points."""
    return Listing(marker, tuple(Item(Paragraph((Text(text),)), ()) for text in words))


def test_each_line_is_a_paragraph_and_empty_lines_count_for_nothing() -> None:
    blocks = read_text("satu\n\n\n  \ndua  \n", {})

    assert blocks == (Paragraph((Text("satu"),)), Paragraph((Text("dua"),)))


def test_letters_below_a_number_stand_within_it_without_being_set_in() -> None:
    (listing,) = read_text("1. satu\na. x\nb. y\n2. dua", {})

    assert isinstance(listing, Listing)
    first, second = listing.items
    assert first.rest == (a_list(Marker.LETTER, "x", "y"),)
    assert second.first == Paragraph((Text("dua"),))


def test_a_line_set_in_goes_on_with_the_point_above() -> None:
    (listing,) = read_text("1. satu\n   a. x\n   antara\n2. dua", {})

    assert isinstance(listing, Listing)
    assert listing.items[0].rest == (a_list(Marker.LETTER, "x"), Paragraph((Text("antara"),)))


def test_lines_between_bars_are_a_table_with_its_head() -> None:
    (table,) = read_text("| No | Kegiatan |\n|---|---|\n| 1 | Rapat a\\|b |\n| 2 |", {})

    assert isinstance(table, Table)
    assert table.heads == ((Text("No"),), (Text("Kegiatan"),))
    assert table.rows == (((Text("1"),), (Text("Rapat a|b"),)), ((Text("2"),), ()))
    assert sum(table.widths) == 100
    assert table.widths[0] < table.widths[1]


def test_a_gap_typed_out_is_a_gap_again_where_its_label_is_known() -> None:
    (paragraph,) = read_text("Nomor [belum diisi: nomor] dan [belum diisi: lain]", {"number": "nomor"})

    assert isinstance(paragraph, Paragraph)
    assert paragraph.runs == (
        Text("Nomor "),
        Blank("number", "nomor"),
        Text(" dan [belum diisi: lain]"),
    )


@pytest.mark.parametrize("words", ["a.n. Gubernur", "1.500 orang", "Jalan A. Rivai", "e-mail: x@y.z", "1."])
def test_words_that_only_look_like_a_point_stay_a_paragraph(words: str) -> None:
    assert read_text(words, {}) == (Paragraph((Text(words),)),)


@given(
    st.lists(
        PARAGRAPHS
        | st.lists(WORDS, min_size=1, max_size=4).map(lambda words: a_list(Marker.NUMBER, *words))
        | st.lists(st.tuples(WORDS, WORDS), min_size=2, max_size=4).map(
            lambda rows: Table(
                (50, 50),
                tuple((Text(cell),) for cell in rows[0]),
                tuple(tuple((Text(cell),) for cell in row) for row in rows[1:]),
            )
        ),
        max_size=5,
    )
)
def test_what_is_typed_out_stands_for_the_same(blocks: list[Block]) -> None:
    apart: list[Block] = []
    for block in blocks:
        if apart and type(apart[-1]) is type(block) and not isinstance(block, Paragraph):
            apart.append(Paragraph((Text("sela"),)))
        apart.append(block)

    assert is_writable(apart)
    assert read_text(write_text(apart), {}) == read_text(write_text(read_text(write_text(apart), {})), {})


@pytest.mark.parametrize("words", ["A. Rivai 3", "1) satu", "| tidak tabel |", "\\ garis miring"])
def test_a_backslash_keeps_a_paragraph_as_it_stands(words: str) -> None:
    assert read_text(f"\\{words}", {}) == (Paragraph((Text(words),)),)
    assert write_text([Paragraph((Text(words),))]) == f"\\{words}"
