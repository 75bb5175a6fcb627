"""Random histories of an organisation, made of acts that an office may try in whatever order."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from uuid import UUID

from hypothesis import strategies as st

from orgflow.domain.errors import DomainError
from orgflow.domain.organisation import keeping
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.records import Basis, UnitRecord
from orgflow.domain.organisation.soundness import check
from orgflow.domain.values import UnitId
from tests.factories.organisation import BUREAU, DIVISION, GOVERNMENT, SECRETARIAT

BEGIN = date(2020, 1, 1)
KINDS = {kind.code: kind for kind in (GOVERNMENT, SECRETARIAT, BUREAU, DIVISION)}
BASIS = Basis(source="Karangan untuk uji")
UNITS = 12

days = st.integers(-30, 1200).map(lambda after: BEGIN + timedelta(days=after))
unit_ids = st.integers(1, UNITS).map(lambda number: UnitId(UUID(int=number)))
BUREAUS = ["Biro Umum", "Biro Hukum", "Biro Humas", "biro  umum", "Biro Arsip"]
names = st.sampled_from(BUREAUS) | st.integers(0, 60).map(lambda number: f"Bagian {number}")
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


def acts_by_chance(random: Random, count: int) -> list[Act]:
    """Return acts that an office may try, for a test that draws them itself."""
    kinds = ("found", "found", "rename", "move", "end", "correct", "start", "reend", "withdraw", "place")
    return [
        (
            random.choice(kinds),
            UnitId(UUID(int=random.randint(1, UNITS))),
            UnitId(UUID(int=random.randint(1, UNITS))),
            BEGIN + timedelta(days=random.randint(-30, 1200)),
            random.choice([*BUREAUS, f"Bagian {random.randint(0, 60)}"]),
            random.choice([None, None, BEGIN + timedelta(days=random.randint(-30, 1200))]),
        )
        for _ in range(count)
    ]


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
