"""Random histories of an organisation: whatever is done to it in whatever order, every day of it can be."""

from datetime import date
from itertools import pairwise
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.soundness import check
from orgflow.domain.values import UnitId, comparable
from tests.factories.histories import Act, act_on, acts, days, every_day, history_of, names, unit_ids


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
