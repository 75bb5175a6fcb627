"""A letter's number is put together from the office's pattern."""

import pytest

from orgflow.domain.letters.facts import Gap, Piece
from orgflow.domain.letters.numbering import (
    BLANK,
    SRIKANDI_NUMBER,
    TOKENS,
    UnknownNumberToken,
    number_pieces,
)

PATTERN = "{klasifikasi}/{urut}/{kode_unit}/{tahun}"


def test_a_number_with_all_its_parts_is_one_piece() -> None:
    assert number_pieces(PATTERN, "000.8.1.2", 17, "ORG.I", 2026) == ("000.8.1.2/17/ORG.I/2026",)


def test_a_sequence_given_elsewhere_leaves_a_blank_that_does_not_break() -> None:
    (number,) = number_pieces(PATTERN, "000.8.1.2", None, "ORG.I", 2026)

    assert number == f"000.8.1.2/{BLANK}/ORG.I/2026"
    assert set(BLANK) == {"\N{NO-BREAK SPACE}"}
    assert len(BLANK) == 10


def test_an_unknown_unit_code_is_a_gap_and_never_invented() -> None:
    pieces = number_pieces(PATTERN, "000.8.1.2", 17, None, 2026)

    assert pieces == ("000.8.1.2/17/", Gap("unit_letter_code"), "/2026")


def test_the_month_stands_in_roman_figures_and_the_kind_by_its_code() -> None:
    pattern = "{urut}/{kode_jenis}/{bulan_romawi}/{tahun}"

    assert number_pieces(pattern, "", 3, None, 2026, month=9, kind_code="ND") == ("3/ND/IX/2026",)
    assert number_pieces(pattern, "", 3, None, 2026) == (
        "3/",
        Gap("letter_kind_code"),
        "/",
        Gap("letter_month"),
        "/2026",
    )


@pytest.mark.parametrize("token", TOKENS)
def test_every_known_token_is_replaced(token: str) -> None:
    pieces = number_pieces(f"A-{{{token}}}-Z", "000", 1, "X", 2026, month=1, kind_code="S")

    assert len(pieces) == 1
    assert "{" not in str(pieces[0])


@pytest.mark.parametrize(
    ("pattern", "token"),
    [
        ("{nomor}/{tahun}", "nomor"),
        ("{}/{tahun}", ""),
        ("{Urut}", "Urut"),
        ("{urut", "{urut"),
        ("urut}", "urut}"),
    ],
)
def test_an_unknown_token_is_named(pattern: str, token: str) -> None:
    with pytest.raises(UnknownNumberToken) as refused:
        number_pieces(pattern, "000", 1, "X", 2026)

    assert refused.value.facts == {"token": token}


def test_the_pieces_hold_no_empty_text() -> None:
    pieces: tuple[Piece, ...] = number_pieces("{kode_unit}", "000", 1, None, 2026)

    assert pieces == (Gap("unit_letter_code"),)


def test_the_correspondence_systems_variable_is_left_as_it_is() -> None:
    assert SRIKANDI_NUMBER == "${nomor_naskah}"
