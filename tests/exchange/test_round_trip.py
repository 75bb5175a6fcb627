"""What goes out in our own form comes in again as it was: every record, on every day, letter for letter."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from itertools import count
from random import Random
from typing import Final
from uuid import UUID

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.papers import Papers
from orgflow.domain.organisation.reconcile import reconcile
from orgflow.domain.organisation.reconciled import Reconciled
from orgflow.domain.organisation.roster import Roster
from orgflow.domain.organisation.roster_of import day_roster, history_roster
from orgflow.domain.organisation.soundness import refusals
from orgflow.domain.values import AppointmentId
from orgflow.exchange.csv_writing import write_csv
from orgflow.exchange.json_writing import Frame, write_json
from orgflow.exchange.own_form import parse_roster
from orgflow.exchange.reading import read_file
from orgflow.exchange.xlsx_writing import write_xlsx
from tests.factories.chronicle import PAPERS, Y2020, Y2021, a_chronicle
from tests.factories.furnished import furnished, instruments_by_key, papers, told
from tests.factories.histories import KINDS, Act, acts, every_day, history_of

FRAME: Final = Frame("uji", "Provinsi Uji", "Asia/Jakarta", date(2021, 5, 1), tuple(KINDS.values()))
WRITERS: Final[Mapping[str, Callable[[Roster], bytes]]] = {
    "xlsx": lambda roster: write_xlsx(roster, [("perihal", "isi"), ("=1+1", "contoh")]),
    "json": lambda roster: write_json(roster, FRAME),
    "csv": write_csv,
}
LATER: Final = date(2024, 1, 1)

tries = st.lists(acts, min_size=5, max_size=30)
randoms = st.integers(0, 1_000_000).map(Random)


def taken_in(history: History, content: bytes, on: date, held: Papers) -> Reconciled:
    """Return the registry with a file taken in."""
    parsed = parse_roster(read_file(content))
    assert parsed.faults == ()
    numbers = count(100_000)
    return reconcile(
        history,
        parsed.roster,
        on,
        new_id=lambda: UUID(int=next(numbers)),
        source="berkas",
        instruments=instruments_by_key(held),
    )


def a_furnished_history(tried: list[Act], random: Random) -> History:
    """Return a history with everything in it; one that could not be is not looked at."""
    history = furnished(history_of(tried), random)
    assume(not list(refusals(history)))
    return history


@pytest.mark.parametrize("form", ["xlsx", "json"])
@settings(max_examples=40, deadline=None)
@given(tried=tries, random=randoms)
def test_the_whole_history_comes_back_as_it_was(form: str, tried: list[Act], random: Random) -> None:
    history = a_furnished_history(tried, random)
    content = WRITERS[form](history_roster(history, papers()))

    first = taken_in(History.empty(KINDS), content, LATER, papers())
    again = taken_in(first.history, content, LATER, papers())

    assert first.faults == ()
    assert told(first.history) == told(history)
    assert (again.changes, again.faults) == ((), ())
    assert again.history == first.history


@settings(max_examples=30, deadline=None)
@given(tried=tries, random=randoms)
def test_the_units_of_all_time_come_back_from_a_csv(tried: list[Act], random: Random) -> None:
    history = a_furnished_history(tried, random)
    content = write_csv(history_roster(history, papers()))

    first = taken_in(History.empty(KINDS), content, LATER, papers())

    assert first.faults == ()
    assert told(first.history)["units"] == told(history)["units"]


@pytest.mark.parametrize("form", ["xlsx", "json", "csv"])
@settings(max_examples=30, deadline=None)
@given(tried=tries, random=randoms, pick=st.integers(0, 1000))
def test_a_day_comes_back_as_the_same_day(form: str, tried: list[Act], random: Random, pick: int) -> None:
    history = a_furnished_history(tried, random)
    held_days = [day for day in every_day(history) if history.structure_on(day).units]
    day = held_days[pick % len(held_days)]
    content = WRITERS[form](day_roster(history, papers(), day))

    first = taken_in(History.empty(KINDS), content, day, papers())
    again = taken_in(first.history, content, day, papers())
    unmoved = taken_in(history, content, day, papers())

    assert first.faults == ()
    assert seen(first.history, day, form) == seen(history, day, form)
    assert (again.changes, again.faults) == ((), ())
    assert (unmoved.changes, unmoved.faults) == ((), ())


def seen(history: History, day: date, form: str) -> Roster:
    """Return what holds on a day, whatever its past and future: of a CSV, its units."""
    roster = day_roster(history, papers(), day)
    units = tuple(replace(line, is_start_known=True) for line in roster.units)
    return replace(Roster(), units=units) if form == "csv" else replace(roster, units=units)


@pytest.mark.parametrize("form", ["xlsx", "json"])
def test_who_was_seen_on_two_days_comes_back_as_seen_on_two(form: str) -> None:
    history = a_chronicle()
    (held,) = history.appointments.values()
    for number, day in enumerate((Y2020, Y2021), start=80):
        seen_once = replace(
            held, appointment_id=AppointmentId(UUID(int=number)), valid_from=day, is_end_known=False
        )
        history = history.with_appointment(seen_once)
    content = WRITERS[form](history_roster(history, PAPERS))

    taken = taken_in(History.empty(history.kinds), content, LATER, PAPERS)

    assert taken.faults == ()
    assert told(taken.history) == told(history)


@pytest.mark.parametrize("form", ["xlsx", "json"])
def test_regulations_and_their_articles_come_back(form: str) -> None:
    roster = history_roster(History.empty(KINDS), papers())

    parsed = parse_roster(read_file(WRITERS[form](roster)))

    assert parsed.faults == ()
    assert parsed.roster == roster
    assert {line.text for line in parsed.roster.articles} == {"Baris satu\n\n\tbaris dua", "=SUM(A1)"}
