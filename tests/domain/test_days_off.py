"""Which days off and decrees are refused, and why."""

from dataclasses import replace
from datetime import date

import pytest

from orgflow.domain.days_off import (
    DayOff,
    DayOffKind,
    DayOffTwice,
    DayOutsideDecree,
    Decree,
    DecreeKnownTooEarly,
    DecreeNeeded,
    DecreeTwice,
    DecreeYearUnfit,
    checked_day,
    checked_decree,
)
from orgflow.domain.values import TextEmpty

DECREE = Decree(2026, "SKB CONTOH 1", date(2025, 9, 1), date(2025, 9, 2), "karangan", is_verified=False)
DAY = DayOff(date(2026, 6, 2), DayOffKind.COLLECTIVE, "", "karangan", is_verified=False)


def test_a_day_of_its_decrees_year_is_kept_as_it_is() -> None:
    assert checked_day(DAY, DECREE, [date(2026, 6, 1)]) == DAY


def test_a_day_is_off_once() -> None:
    with pytest.raises(DayOffTwice):
        checked_day(DAY, DECREE, [date(2026, 6, 2)])


def test_a_decree_gives_days_of_its_own_year() -> None:
    with pytest.raises(DayOutsideDecree):
        checked_day(replace(DAY, day=date(2027, 1, 2)), DECREE, [])


def test_a_national_day_stands_in_a_decree_and_a_local_one_need_not() -> None:
    local = replace(DAY, kind=DayOffKind.LOCAL)

    with pytest.raises(DecreeNeeded):
        checked_day(DAY, None, [])
    assert checked_day(local, None, []) == local


def test_a_day_says_where_it_is_known_from() -> None:
    with pytest.raises(TextEmpty):
        checked_day(replace(DAY, source=" "), DECREE, [])


def test_a_decree_of_one_number_and_year_stands_once() -> None:
    with pytest.raises(DecreeTwice):
        checked_decree(replace(DECREE, number="skb  contoh 1"), [DECREE])
    assert checked_decree(replace(DECREE, year=2027), [DECREE]).year == 2027


def test_a_decree_is_not_known_before_it_is_made() -> None:
    with pytest.raises(DecreeKnownTooEarly):
        checked_decree(replace(DECREE, known_on=date(2025, 8, 31)), [])


@pytest.mark.parametrize("year", [0, 1944, 2200])
def test_a_decree_is_about_a_year_of_the_calendar(year: int) -> None:
    with pytest.raises(DecreeYearUnfit):
        checked_decree(replace(DECREE, year=year), [])
