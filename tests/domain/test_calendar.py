"""Dates as an office writes them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgflow.domain.calendar import (
    DateImpossible,
    DateUnreadable,
    YearOutOfRange,
    format_date,
    format_day,
    format_instant,
    format_month,
    last_instant,
    local_date,
    parse_date,
)

VISIT = date(2022, 12, 7)


@pytest.mark.parametrize(
    "text",
    [
        "7 Desember 2022",
        "7 desember 2022",
        " 7  Des 2022 ",
        "7/12/2022",
        "07-12-2022",
        "7.12.2022",
        "2022-12-07",
    ],
)
def test_a_date_is_read_in_every_form_the_office_uses(text: str) -> None:
    assert parse_date(text) == VISIT


@pytest.mark.parametrize("text", ["", "besok", "7 De 2022", "7 Dezember 2022", "12/2022", "7 J 2022"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(DateUnreadable):
        parse_date(text)


@pytest.mark.parametrize("text", ["31/2/2022", "29 Februari 2023", "7/13/2022"])
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(DateImpossible):
        parse_date(text, field="effective_on")


@pytest.mark.parametrize("text", ["1/1/1944", "1/1/2200", "31 Desember 9999"])
def test_a_year_far_away_is_refused_as_such(text: str) -> None:
    with pytest.raises(YearOutOfRange) as refused:
        parse_date(text, field="effective_on")

    assert (refused.value.facts["earliest"], refused.value.facts["latest"]) == (1945, 2199)


def test_a_month_that_may_be_two_is_not_guessed() -> None:
    with pytest.raises(DateUnreadable):
        parse_date("1 Ju 2022")


@given(st.dates(date(1945, 1, 1), date(2199, 12, 31)))
def test_a_date_written_out_is_read_back(day: date) -> None:
    assert parse_date(format_date(day)) == day


def test_dates_are_printed_in_the_offices_words() -> None:
    assert format_date(VISIT) == "7 Desember 2022"
    assert format_day(VISIT) == "Rabu, 7 Desember 2022"
    assert format_month(VISIT) == "Desember 2022"


def test_the_day_is_the_one_in_the_governments_zone() -> None:
    late = datetime(2026, 3, 1, 17, 30, tzinfo=UTC)

    assert local_date(late, "Asia/Jakarta") == date(2026, 3, 2)
    assert local_date(late, "UTC") == date(2026, 3, 1)
    assert format_instant(late, "Asia/Jakarta") == "2 Maret 2026 pukul 00.30"


def test_a_day_ends_where_the_next_begins_in_its_own_zone() -> None:
    last = last_instant(VISIT, "Asia/Jakarta")

    assert last == datetime(2022, 12, 7, 16, 59, 59, 999_999, tzinfo=UTC)
    assert local_date(last, "Asia/Jakarta") == VISIT
