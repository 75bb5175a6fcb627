"""Random histories of an organisation: whatever is done to it in whatever order, every day of it can be."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from orgflow.domain.errors import DomainError
from orgflow.domain.organisation import keeping
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.records import Basis, UnitRecord
from orgflow.domain.organisation.soundness import check
from orgflow.domain.values import UnitId, comparable
from tests.factories.organisation import BUREAU, DIVISION, GOVERNMENT, SECRETARIAT

BEGIN = date(2020, 1, 1)
KINDS = {kind.code: kind for kind in (GOVERNMENT, SECRETARIAT, BUREAU, DIVISION)}
BASIS = Basis(source="Karangan untuk uji")
UNITS = 12

days = st.integers(-30, 1200).map(lambda after: BEGIN + timedelta(days=after))
unit_ids = st.integers(1, UNITS).map(lambda number: UnitId(UUID(int=number)))
BUREAUS = ["Biro Umum", "Biro Hukum", "Biro Humas", "biro  umum", "Biro Arsip"]
names = st.sampled_from(BUREAUS) | st.integers(0, 60).map(lambda number: f"Bagian {number}")
KINDS_OF_ACT = ["found", "found", "rename", "move", "end", "correct", "start", "reend", "withdraw", "place"]
Act = tuple[str, UnitId, UnitId, date, str, date | None]
acts = st.tuples(
    st.sampled_from(
        ["found", "found", "rename", "move", "end", "correct", "start", "reend", "withdraw", "place"]
    ),
    unit_ids,
    unit_ids,
    days,
    names,
    st.none() | st.none() | days,
)


def a_beginning() -> History:
    """Return a government with two bureaus, to which the acts are done."""
    root = UnitRecord(
        valid_from=BEGIN,
        basis=BASIS,
        unit_id=UnitId(UUID(int=1)),
        kind_code=GOVERNMENT.code,
        name="Pemerintah Uji",
        parent_id=None,
        position=1,
    )
    history = keeping.found_unit(History.empty(KINDS), root, "u1")
    for number in (2, 3, 4):
        unit_id = UnitId(UUID(int=number))
        below = UnitId(UUID(int=1 if number < 4 else 2))
        bureau = replace(root, unit_id=unit_id, name=f"Biro {number}", parent_id=below, kind_code=BUREAU.code)
        history = keeping.found_unit(history, bureau, f"u{number}")
    return history


def act_on(history: History, act: Act) -> History:
    """Return the history after an act; each is one the office may try."""
    kind, unit, other, day, name, end = act
    if kind == "found":
        record = UnitRecord(
            valid_from=day,
            valid_to=end,
            basis=BASIS,
            unit_id=unit,
            kind_code=BUREAU.code,
            name=name.strip(),
            parent_id=other,
            position=unit.int,
        )
        return keeping.found_unit(history, record, f"u{unit.int}")

    def named(record: UnitRecord) -> UnitRecord:
        return replace(record, name=name.strip())

    def placed(record: UnitRecord) -> UnitRecord:
        return replace(record, parent_id=other)

    tried: dict[str, Callable[[], History]] = {
        "rename": lambda: keeping.change_unit(history, unit, day, named, BASIS),
        "move": lambda: keeping.change_unit(history, unit, day, placed, BASIS),
        "end": lambda: keeping.end_unit(history, unit, day),
        "correct": lambda: keeping.correct_unit(history, unit, day, named),
        "start": lambda: keeping.restart_unit(history, unit, day),
        "reend": lambda: keeping.reend_unit(history, unit, end),
        "place": lambda: keeping.correct_unit(history, unit, day, placed),
        "withdraw": lambda: keeping.withdraw_change(history, unit, day),
    }
    return tried[kind]()


def history_of(tried: list[Act]) -> History:
    """Return what stands after the acts that were not refused."""
    history = a_beginning()
    for act in tried:
        try:
            after = act_on(history, act)
            check(after)
        except DomainError:
            continue
        history = after
    return history


def every_day(history: History) -> list[date]:
    """Return each day on which anything may differ, with the days beside it."""
    return sorted({day + timedelta(days=n) for day in history.days_of_change() for n in (-1, 0, 1)})


@settings(max_examples=150, deadline=None)
@given(st.lists(acts, min_size=30, max_size=90))
def test_no_day_has_an_overlap_an_orphan_a_cycle_or_two_roots(tried: list[Act]) -> None:
    history = history_of(tried)

    for timeline in history.units.values():
        for one, following in pairwise(timeline):
            assert one.valid_to is not None
            assert one.valid_from < one.valid_to <= following.valid_from
    for day in every_day(history):
        records = {record.unit_id: record for record in history.units_on(day)}
        if not records:
            continue
        structure = history.structure_on(day)
        assert structure.root().id == UnitId(UUID(int=1))
        assert all(record.parent_id is None or record.parent_id in records for record in records.values())
        assert len(structure.subtree(structure.root().id)) == len(records)
        borne = [(record.parent_id, comparable(record.name)) for record in records.values()]
        assert len(set(borne)) == len(borne)


@settings(max_examples=60, deadline=None)
@given(st.lists(acts, min_size=15, max_size=40), acts)
def test_a_refused_act_leaves_the_history_as_it_was(tried: list[Act], act: Act) -> None:
    before = history_of(tried)
    seen = {day: before.structure_on(day) for day in every_day(before)}

    try:
        check(act_on(before, act))
    except DomainError:
        assert {day: before.structure_on(day) for day in seen} == seen


@settings(max_examples=60, deadline=None)
@given(st.lists(acts, min_size=15, max_size=40), unit_ids, days, names)
def test_a_change_leaves_every_earlier_day_alone(
    tried: list[Act], unit: UnitId, day: date, name: str
) -> None:
    before = history_of(tried)
    try:
        after = act_on(before, ("rename", unit, unit, day, name, None))
        check(after)
    except DomainError:
        return

    for earlier in (d for d in every_day(before) if d < day):
        assert before.structure_on(earlier) == after.structure_on(earlier)
    assert after.structure_on(day).unit(unit).name == name.strip()
