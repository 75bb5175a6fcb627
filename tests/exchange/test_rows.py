"""Rows of our own form, sound and senseless: each becomes a line or a fault that has its sentence."""

from datetime import date
from itertools import count
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.reconcile import reconcile
from orgflow.domain.organisation.reconciled import Reconciled
from orgflow.domain.organisation.roster import RowFault, RowFaultCode, Sheet
from orgflow.exchange.columns import COLUMNS
from orgflow.exchange.own_form import parse_roster
from orgflow.exchange.partner_form import KIND_WORDS
from orgflow.exchange.raw import RawFile, RawLine, RawTable
from orgflow.exchange.row_reading import ANSWERS, PLACEMENTS, POINTS, QUALITIES, ROLES, WAYS
from orgflow.web.importing.faults import fault_place, fault_sentence
from orgflow.web.sentences.importing import CHOICES, FAULTS
from tests.factories.organisation import BUREAU, DIVISION, GOVERNMENT, SECRETARIAT

ON = date(2024, 5, 1)
KINDS = {kind.code: kind for kind in (GOVERNMENT, SECRETARIAT, BUREAU, DIVISION)}
CELLS = st.sampled_from(
    ["", "", "a", "b", "c", "Biro A", "Biro B", "1", "2", "2020-01-01", "2024-01-01", "31/2/2024", "ya",
     "kepala", "tugas", "gabung", "Plt.", "x" * 300, "\u202e", "a; b"]
)  # fmt: skip


@st.composite
def files(draw: st.DrawFn) -> RawFile:
    """Return tables of our own columns with senseless cells."""
    tables = []
    for sheet in draw(st.sets(st.sampled_from(Sheet), min_size=1)):
        headings = tuple(column.heading for column in COLUMNS[sheet])
        kept = draw(st.sets(st.sampled_from(headings), min_size=2)) if draw(st.booleans()) else set(headings)
        held = tuple(heading for heading in headings if heading in kept)
        rows = draw(st.lists(st.tuples(*[CELLS] * len(held)), max_size=6))
        lines = (RawLine(number, cells) for number, cells in enumerate([held, *rows], start=1) if any(cells))
        tables.append(RawTable(str(sheet), tuple(lines)))
    return RawFile(tuple(tables))


def met(read: RawFile, history: History) -> tuple[Reconciled, tuple[RowFault, ...]]:
    """Return what a file comes to on a registry, and all its faults."""
    parsed = parse_roster(read)
    numbers = count(1_000)
    met = reconcile(
        history, parsed.roster, ON, new_id=lambda: UUID(int=next(numbers)), source="uji", instruments={}
    )
    return met, (*parsed.faults, *met.faults)


def nothing_raises(first: RawFile, second: RawFile) -> None:
    """Meet a file with an empty registry, another with what comes of it, and say every fault."""
    one, faults = met(first, History.empty(KINDS))
    _, more = met(second, History.empty(KINDS) if faults else one.history)
    for fault in (*faults, *more):
        assert fault_sentence(fault).endswith(".")
        assert fault_place(fault)


@settings(max_examples=40, deadline=None)
@given(files(), files())
def test_no_rows_raise(first: RawFile, second: RawFile) -> None:
    nothing_raises(first, second)


@pytest.mark.slow("rows")
@settings(max_examples=10_000, deadline=None)
@given(files(), files())
def test_no_rows_raise_however_many(first: RawFile, second: RawFile) -> None:
    nothing_raises(first, second)


def test_every_fault_has_its_sentence() -> None:
    assert set(FAULTS) == set(RowFaultCode)
    for code in RowFaultCode:
        said = fault_sentence(RowFault("unit", 3, "nama", code, "isi"))
        assert "%" not in said, code
        assert said.endswith("."), code


def test_every_choice_is_said_where_it_is_offered() -> None:
    offered = [PLACEMENTS, ANSWERS, ANSWERS, ROLES, QUALITIES, POINTS, WAYS, KIND_WORDS.values()]

    assert list(CHOICES) == [
        "letak", "awal_diketahui", "akhir_diketahui", "peran", "kedudukan", "macam", "cara",
        "jenis_media",
    ]  # fmt: skip
    for heading, words in zip(CHOICES, offered, strict=True):
        assert all(word.rstrip(".") in CHOICES[heading].casefold() for word in words), heading
