"""Who holds a post on a day; an official seen on one day proves that day alone."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from orgflow.domain.organisation.tenure import holder_on, last_seen
from tests.factories.organisation import a_tenure

SEEN = date(2022, 12, 7)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def test_an_official_seen_on_a_day_holds_the_post_on_that_day() -> None:
    seen = a_tenure(valid_from=SEEN, is_end_known=False)

    assert holder_on([seen], SEEN) is seen


@given(DAYS.filter(lambda day: day != SEEN))
def test_an_official_seen_on_a_day_is_not_printed_for_another(day: date) -> None:
    seen = a_tenure(valid_from=SEEN, is_end_known=False)

    assert holder_on([seen], day) is None


def test_the_latest_one_seen_is_still_told() -> None:
    seen = a_tenure(valid_from=SEEN, is_end_known=False)

    assert last_seen([seen], date(2026, 3, 2)) is seen
    assert last_seen([seen], SEEN - timedelta(days=1)) is None


def test_a_period_ends_before_its_last_day() -> None:
    term = a_tenure(valid_from=date(2020, 1, 1), valid_to=date(2025, 1, 1))

    assert term.holds_on(date(2020, 1, 1))
    assert term.holds_on(date(2024, 12, 31))
    assert not term.holds_on(date(2025, 1, 1))
    assert not term.holds_on(date(2019, 12, 31))


@given(DAYS)
def test_of_two_terms_in_a_row_just_one_holds(day: date) -> None:
    change = date(2025, 2, 20)
    earlier = a_tenure("Contoh Satu", date(2000, 1, 1), change)
    later = a_tenure("Contoh Dua", change)

    holder = holder_on([later, earlier], day)

    assert holder is (later if day >= change else earlier)
