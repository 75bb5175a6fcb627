"""The form to fill in: its example is nobody's, and comes in without a fault."""

from datetime import date
from io import BytesIO
from itertools import count
from uuid import UUID

import pytest
from openpyxl import load_workbook

from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.reconcile import reconcile
from orgflow.domain.organisation.roster import Sheet
from orgflow.domain.values import InstrumentId
from orgflow.exchange.columns import COLUMNS
from orgflow.exchange.own_form import parse_roster
from orgflow.exchange.reading import read_file
from orgflow.exchange.template import write_template, write_unit_template
from orgflow.exchange.xlsx_writing import NOTE_SHEET
from orgflow.services.starting.rules import unit_kinds

ON = date(2026, 3, 2)
WRITTEN = {"xlsx": write_template, "csv": write_unit_template}


@pytest.mark.parametrize("form", WRITTEN)
def test_the_example_comes_in_without_a_fault(form: str) -> None:
    parsed = parse_roster(read_file(WRITTEN[form]()))
    numbers = count(1)
    kinds = {kind.code: kind for kind in unit_kinds("Gubernur Contoh")}
    keys = {line.key: InstrumentId(UUID(int=77)) for line in parsed.roster.regulations}

    taken = reconcile(
        History.empty(kinds),
        parsed.roster,
        ON,
        new_id=lambda: UUID(int=next(numbers)),
        source="templat",
        instruments=keys,
    )

    assert (parsed.faults, taken.faults) == ((), ())
    assert len(taken.history.structure_on(ON).units) == 5
    assert len(taken.history.posts) == (2 if form == "xlsx" else 0)


def test_every_name_in_it_says_that_it_is_an_example() -> None:
    roster = parse_roster(read_file(write_template())).roster

    said = [
        *(line.name for line in roster.units),
        *(line.name for line in roster.holders),
        *(line.text for line in roster.functions),
        *(line.title for line in roster.regulations),
        *(line.title for line in roster.posts if line.title is not None),
    ]
    assert said
    assert all("CONTOH" in name for name in said)


def test_each_column_is_explained_once() -> None:
    book = load_workbook(BytesIO(write_template()))

    told = [(row[0], row[1]) for row in book[NOTE_SHEET].iter_rows(min_row=2, values_only=True)]
    written = [
        (str(sheet), cell.value) for sheet in Sheet for cell in book[sheet][1] if cell.value is not None
    ]
    assert told == written
    assert {heading for _, heading in told} <= {c.heading for columns in COLUMNS.values() for c in columns}


def test_the_office_is_told_which_words_a_column_takes() -> None:
    book = load_workbook(BytesIO(write_template()))

    told = {row[1]: row[3] for row in book[NOTE_SHEET].iter_rows(min_row=2, values_only=True)}
    assert "definitif, plt., plh., pj., pjs." in str(told["kedudukan"])
