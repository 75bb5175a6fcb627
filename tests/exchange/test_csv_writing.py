"""A CSV whose cells no spreadsheet program takes for formulas, and that reads back as it was."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgflow.domain.organisation.roster import Roster, UnitLine
from orgflow.exchange.csv_reading import bare
from orgflow.exchange.csv_writing import guarded, write_csv
from orgflow.exchange.own_form import parse_roster
from orgflow.exchange.reading import read_file
from tests.factories.furnished import LONG, ODD


@given(st.text(alphabet="'=+-@\ta b", max_size=6))
def test_a_guarded_text_is_no_formula_and_comes_back(text: str) -> None:
    written = guarded(text)

    assert not written.startswith(("=", "+", "-", "@", "\t"))
    assert bare(written) == text


@pytest.mark.parametrize("text", ["Biro Umum", "'kutip", "II.b", ""])
def test_a_text_that_is_no_formula_is_left_alone(text: str) -> None:
    assert guarded(text) == text


def test_every_name_stands_in_the_file_and_comes_back() -> None:
    units = [UnitLine(row=2, code="u2", name="Pemerintah Uji")]
    units += [
        UnitLine(row=row, code=f"u{row}", name=name, parent_code="u2")
        for row, name in enumerate((*ODD, LONG), start=3)
    ]

    content = write_csv(Roster(units=tuple(units)))

    rows = list(csv.DictReader(StringIO(content.decode("utf-8"), newline="")))
    assert [bare(row["nama"]) for row in rows] == [unit.name for unit in units]
    assert [line.name for line in parse_roster(read_file(content)).roster.units] == [u.name for u in units]
