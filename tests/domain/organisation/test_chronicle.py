"""What befell the units, told from their records."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from orgflow.domain.organisation import keeping
from orgflow.domain.organisation.chronicle import Event, Happening, events
from orgflow.domain.organisation.records import UnitRecord
from tests.factories.chronicle import (
    BY_LAW,
    HUMAS,
    SEEN,
    UMUM,
    Y2020,
    Y2021,
    Y2022,
    Y2023,
    Y2024,
    Y2030,
    a_chronicle,
)
from tests.factories.histories import Act, acts, history_of

Told = tuple[date, str, tuple[str, ...], tuple[str, ...]]


def told(event: Event) -> Told:
    return (
        event.on,
        "+".join(event.acts),
        tuple(record.name for record in event.before),
        tuple(record.name for record in event.after),
    )


def test_each_change_is_told_once_with_what_was_and_what_came_of_it() -> None:
    found = [told(event) for event in events(a_chronicle(), Y2024)]

    assert found == [
        (Y2020, "founding", (), ("Biro Umum",)),
        (Y2020, "founding", (), ("Biro Humas",)),
        (Y2020, "founding", (), ("Biro Arsip",)),
        (Y2021, "rename", ("Biro Humas",), ("Biro Protokol",)),
        (Y2022, "move", ("Biro Arsip",), ("Biro Arsip",)),
        (Y2023, "merge", ("Biro Arsip",), ("Biro Hukum",)),
        (Y2024, "split", ("Biro Hukum",), ("Biro Data",)),
    ]


def test_what_is_planned_is_told_when_no_day_ends_the_telling() -> None:
    planned = [event for event in events(a_chronicle(), None) if event.on > Y2024]

    assert [told(event) for event in planned] == [(Y2030, "rename", ("Biro Umum",), ("Biro Rumah Tangga",))]
    assert events(a_chronicle(), Y2030 - timedelta(days=1)) == events(a_chronicle(), Y2024)


def test_a_government_that_was_only_seen_was_not_founded_that_day() -> None:
    assert all(
        record.parent_id is not None for event in events(a_chronicle(), None) for record in event.after
    )


def test_a_change_rests_on_what_its_record_rests_on_and_an_ending_on_nothing_known() -> None:
    history = keeping.end_unit(a_chronicle(), HUMAS, Y2024)

    (renamed,) = [one for one in events(history, Y2024) if one.acts == (Happening.RENAME,)]
    (ended,) = [one for one in events(history, Y2024) if one.acts == (Happening.ENDING,)]

    assert (renamed.bases, ended.bases) == ((BY_LAW,), ())


def test_a_change_of_several_things_at_once_is_one_event() -> None:
    def both(record: UnitRecord) -> UnitRecord:
        return replace(record, name="Biro Baru", parent_id=UMUM)

    history = keeping.change_unit(a_chronicle(), HUMAS, Y2023, both, SEEN)

    assert (Y2023, "rename+move", ("Biro Protokol",), ("Biro Baru",)) in map(told, events(history, None))


@settings(max_examples=60, deadline=None)
@given(st.lists(acts, min_size=5, max_size=40))
def test_every_beginning_and_end_of_a_record_is_told_by_one_event(tried: list[Act]) -> None:
    history = history_of(tried)
    records = [record for timeline in history.units.values() for record in timeline]

    found = events(history, None)

    begun = [(record.unit_id, event.on) for event in found for record in event.after]
    ended = [(record.unit_id, event.on) for event in found for record in event.before]
    first_seen = {(t[0].unit_id, t[0].valid_from) for t in history.units.values() if not t[0].is_start_known}
    assert sorted(begun) == sorted({(r.unit_id, r.valid_from) for r in records} - first_seen)
    assert sorted(ended) == sorted((r.unit_id, r.valid_to) for r in records if r.valid_to is not None)
