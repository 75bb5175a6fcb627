"""Working days over three years, with the days off that every government begins with."""

from datetime import UTC, date, datetime
from typing import Final

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgflow.domain.days_off import DayOffKind
from orgflow.domain.working_days import DayBook, RecordedDay, Workdays
from orgflow.services.starting.national_days import national_decrees
from orgflow.services.starting.time import known_at

ZONE: Final = "Asia/Jakarta"
BOOK: Final = DayBook(
    tuple(
        RecordedDay(day.day, known_at(entry.decree.known_on, ZONE))
        for entry in national_decrees()
        for day in entry.days
    )
)
DAYS: Final = st.dates(date(2025, 1, 1), date(2027, 12, 31))
ADDED: Final = "2025-08-06T17:00:00+00:00"
"""The first instant of 7 August 2025 in Jakarta, when 18 August was added."""
JUST_BEFORE: Final = "2025-08-06T16:59:59+00:00"

COUNTED: Final = [
    ("2025-01-01", "2025-01-31", 19),
    ("2025-01-24", "2025-01-30", 1),
    ("2025-01-26", "2025-01-27", 0),
    ("2025-03-27", "2025-04-08", 1),
    ("2025-03-28", "2025-03-31", 0),
    ("2025-04-17", "2025-04-21", 1),
    ("2025-04-30", "2025-05-02", 1),
    ("2025-05-09", "2025-05-14", 1),
    ("2025-05-28", "2025-06-02", 1),
    ("2025-05-30", "2025-06-01", 0),
    ("2025-06-05", "2025-06-10", 1),
    ("2025-06-26", "2025-06-30", 1),
    ("2025-08-15", "2025-08-19", 1),
    ("2025-08-16", "2025-08-18", 0),
    ("2025-09-04", "2025-09-08", 1),
    ("2025-12-24", "2025-12-29", 1),
    ("2025-12-31", "2026-01-02", 1),
    ("2025-01-01", "2025-12-31", 237),
    ("2026-01-15", "2026-01-19", 1),
    ("2026-02-13", "2026-02-18", 1),
    ("2026-03-02", "2026-03-23", 11),
    ("2026-03-17", "2026-03-25", 1),
    ("2026-03-20", "2026-03-22", 0),
    ("2026-04-02", "2026-04-06", 1),
    ("2026-05-13", "2026-05-18", 1),
    ("2026-05-26", "2026-05-29", 1),
    ("2026-05-29", "2026-06-02", 1),
    ("2026-06-15", "2026-06-17", 1),
    ("2026-08-14", "2026-08-18", 1),
    ("2026-08-24", "2026-08-26", 1),
    ("2026-12-23", "2026-12-28", 1),
    ("2026-12-31", "2027-01-04", 1),
    ("2025-12-31", "2026-12-31", 240),
    ("2026-07-06", "2026-07-06", 0),
    ("2026-07-10", "2026-07-06", 0),
    ("2027-01-04", "2027-01-06", 1),
    ("2027-02-04", "2027-02-08", 1),
    ("2027-03-05", "2027-03-16", 1),
    ("2027-03-24", "2027-03-29", 1),
    ("2027-05-14", "2027-05-21", 1),
    ("2027-08-13", "2027-08-18", 2),
    ("2027-12-23", "2027-12-27", 1),
    ("2026-12-31", "2027-12-31", 242),
    ("2025-01-01", "2027-12-31", 719),
]
REACHED: Final = [
    ("2025-01-24", 1, "2025-01-30"),
    ("2025-03-27", 5, "2025-04-14"),
    ("2025-04-17", 1, "2025-04-21"),
    ("2025-05-28", 1, "2025-06-02"),
    ("2025-12-24", 3, "2025-12-31"),
    ("2026-02-13", 1, "2026-02-18"),
    ("2026-03-02", 15, "2026-03-30"),
    ("2026-03-17", 1, "2026-03-25"),
    ("2026-05-13", 1, "2026-05-18"),
    ("2026-08-14", 1, "2026-08-18"),
    ("2026-12-23", 5, "2027-01-04"),
    ("2027-03-05", 1, "2027-03-16"),
    ("2027-03-05", 15, "2027-04-07"),
    ("2027-05-14", 3, "2027-05-25"),
]
COUNTED_AS_OF: Final = [
    ("2025-08-15", "2025-08-19", JUST_BEFORE, 2),
    ("2025-08-15", "2025-08-19", ADDED, 1),
    ("2025-08-01", "2025-08-29", JUST_BEFORE, 20),
    ("2025-08-01", "2025-08-29", ADDED, 19),
    ("2025-07-28", "2025-08-15", JUST_BEFORE, 14),
    ("2025-07-28", "2025-08-15", ADDED, 14),
    ("2025-12-31", "2026-01-02", "2025-09-18T16:59:59+00:00", 2),
    ("2025-12-31", "2026-01-02", "2025-09-18T17:00:00+00:00", 1),
]


def test_there_are_sixty_cases_and_more() -> None:
    assert len(COUNTED) + len(REACHED) + len(COUNTED_AS_OF) >= 60


@pytest.mark.parametrize(("first", "last", "count"), COUNTED)
def test_working_days_are_counted_from_the_day_after(first: str, last: str, count: int) -> None:
    assert BOOK.workdays().between(date.fromisoformat(first), date.fromisoformat(last)) == count


@pytest.mark.parametrize(("day", "count", "reached"), REACHED)
def test_so_many_working_days_after_a_day_is_a_working_day(day: str, count: int, reached: str) -> None:
    assert BOOK.workdays().after(date.fromisoformat(day), count) == date.fromisoformat(reached)


@pytest.mark.parametrize(("first", "last", "instant", "count"), COUNTED_AS_OF)
def test_a_count_knows_the_decrees_made_known_until_it_was_made(
    first: str, last: str, instant: str, count: int
) -> None:
    workdays = BOOK.workdays(datetime.fromisoformat(instant))

    assert workdays.between(date.fromisoformat(first), date.fromisoformat(last)) == count


def test_a_day_taken_out_stays_in_counts_made_before() -> None:
    added, ended = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 5, 1, tzinfo=UTC)
    book = DayBook((RecordedDay(date(2026, 6, 2), added, ended),))

    assert not book.workdays(datetime(2026, 4, 1, tzinfo=UTC)).is_working(date(2026, 6, 2))
    assert book.workdays(ended).is_working(date(2026, 6, 2))
    assert book.workdays().is_working(date(2026, 6, 2))


def test_a_holiday_on_a_weekend_is_not_left_out_twice() -> None:
    saturday = Workdays(frozenset({date(2026, 3, 21)}))

    assert saturday.between(date(2026, 3, 20), date(2026, 3, 23)) == 1


@given(DAYS, st.integers(0, 300))
def test_counting_and_adding_agree(day: date, count: int) -> None:
    workdays = BOOK.workdays()

    reached = workdays.after(day, count)

    assert workdays.between(day, reached) == count
    assert count == 0 or workdays.is_working(reached)


@given(DAYS, DAYS, DAYS)
def test_what_is_counted_in_parts_is_the_whole(one: date, two: date, three: date) -> None:
    first, middle, last = sorted((one, two, three))
    workdays = BOOK.workdays()

    parts = workdays.between(first, middle) + workdays.between(middle, last)

    assert parts == workdays.between(first, last)


@pytest.mark.parametrize(
    ("category", "kind"), [("public", DayOffKind.NATIONAL), ("government", DayOffKind.COLLECTIVE)]
)
def test_where_another_list_disagrees_or_estimates_a_day_is_not_verified(
    category: str, kind: DayOffKind
) -> None:
    years = (2025, 2026, 2027)
    other = holidays.country_holidays("ID", years=years, categories=(category,), language="id")
    ours = {
        day.day: day.is_verified for entry in national_decrees() for day in entry.days if day.kind is kind
    }

    sure = {day for day, name in other.items() if "perkiraan" not in name}

    assert {day for day, is_verified in ours.items() if is_verified} <= sure
    assert {day for day in set(ours) ^ set(other) if ours.get(day)} == set()
    assert set(other) - set(ours) == set()


def test_the_days_of_2025_were_compared_with_nothing_and_say_so() -> None:
    first, amended, *later = national_decrees()

    assert [len(entry.days) for entry in (first, amended, *later)] == [27, 1, 25, 26]
    assert not any(day.is_verified for entry in (first, amended) for day in entry.days)
    assert not any(entry.decree.is_verified for entry in national_decrees())
