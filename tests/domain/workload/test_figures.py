"""Figures read and written as the office does."""

from decimal import Decimal
from fractions import Fraction

import pytest

from orgflow.domain.workload.figures import (
    FigureUnclear,
    FigureUnreadable,
    format_figure,
    parse_cell_figure,
    parse_figure,
    parse_year,
    plain_figure,
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [("1.250", "1250"), ("1250", "1250"), (" 12,5 ", "12.5"), ("1.234.567,89", "1234567.89"), ("-3", "-3"),
     ("0", "0"), ("12\u00a0", "12")],
)  # fmt: skip
def test_a_point_parts_thousands_and_a_comma_begins_the_fraction(typed: str, read: str) -> None:
    assert parse_figure(typed, field="volume") == Decimal(read)


@pytest.mark.parametrize("typed", ["12.5", "1.25", "0.125", "1234.567"])
def test_a_point_that_parts_no_thousands_is_asked_about(typed: str) -> None:
    with pytest.raises(FigureUnclear):
        parse_figure(typed, field="volume")


@pytest.mark.parametrize(
    "typed", ["", "banyak", "1,234", "12,", ",5", "1e9", "١٢", "9" * 31, "1 000", "NaN", "--1"]
)
def test_what_is_no_figure_is_refused(typed: str) -> None:
    with pytest.raises(FigureUnreadable):
        parse_figure(typed, field="volume")


@pytest.mark.parametrize(
    ("typed", "read"), [("12.5", "12.5"), ("1250", "1250"), ("12,5", "12.5"), ("1.234.567", "1234567")]
)
def test_a_cell_keeps_its_fraction_behind_a_point(typed: str, read: str) -> None:
    assert parse_cell_figure(typed, field="volume") == Decimal(read)


def test_one_group_of_thousands_in_a_cell_is_asked_about() -> None:
    with pytest.raises(FigureUnclear):
        parse_cell_figure("1.250", field="volume")


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [(Fraction(181, 250), 2, "0,72"), (Fraction(1, 8), 2, "0,13"), (Fraction(-1, 8), 2, "-0,13"),
     (Fraction(2, 3), 4, "0,6667"), (Decimal("1234567.50"), 2, "1.234.567,5"), (75_000, 2, "75.000"),
     (Fraction(1, 2), 0, "1"), (Fraction(-1, 1000), 2, "0"), (Fraction(999, 1000), 2, "1")],
)  # fmt: skip
def test_figures_are_written_as_the_office_writes_them(
    value: Fraction | Decimal | int, places: int, written: str
) -> None:
    assert format_figure(value, places) == written


def test_what_is_written_for_a_table_is_read_as_the_same() -> None:
    for value in (Decimal("1250"), Decimal("12.5"), Decimal("1234567.89"), Decimal(0)):
        assert parse_cell_figure(plain_figure(value), field="volume") == value


def test_a_year_is_read_without_its_blanks_and_nothing_else_is_a_year() -> None:
    assert parse_year(" 2025\N{NO-BREAK SPACE}", field="year") == 2025

    for typed in ("", "dua", "-2025", "2.025", "\N{SUPERSCRIPT TWO}025", "2" * 5000):
        with pytest.raises(FigureUnreadable):
            parse_year(typed, field="year")
