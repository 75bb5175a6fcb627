"""Dates known only so far, read and written as the office does."""

import pytest

from orgflow.domain.calendar import DateImpossible, DateUnreadable, YearOutOfRange
from orgflow.domain.evidence.rough_dates import RoughDate, rough_date, rough_date_if_any


@pytest.mark.parametrize(
    ("typed", "words", "code"),
    [
        ("2020", "2020", "2020"),
        ("Desember 2025", "Desember 2025", "2025-12"),
        ("des 2025", "Desember 2025", "2025-12"),
        ("2025-12", "Desember 2025", "2025-12"),
        (" 7  Desember 2022 ", "7 Desember 2022", "2022-12-07"),
        ("7/12/2022", "7 Desember 2022", "2022-12-07"),
    ],
)
def test_a_date_is_kept_as_far_as_it_is_known(typed: str, words: str, code: str) -> None:
    read = rough_date(typed, field="seen")

    assert (read.words, read.code) == (words, code)
    assert rough_date(read.code, field="seen") == read


@pytest.mark.parametrize("typed", ["kemarin", "Sebtember 2020", "2020-13", "2020-00", "ma 2020", "12 2020"])
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(DateUnreadable):
        rough_date(typed, field="seen")


@pytest.mark.parametrize("typed", ["1200", "Januari 9999"])
def test_a_year_that_no_office_means_is_refused(typed: str) -> None:
    with pytest.raises(YearOutOfRange):
        rough_date(typed, field="seen")


def test_a_day_that_does_not_exist_is_refused() -> None:
    with pytest.raises(DateImpossible):
        rough_date("31 Februari 2022", field="seen")


def test_nothing_typed_is_a_date_that_is_not_known() -> None:
    assert rough_date_if_any("  ", field="seen") is None


def test_dates_are_ordered_by_what_is_known_of_them() -> None:
    known = [RoughDate(2022, 12, 7), RoughDate(2025), RoughDate(2022), RoughDate(2022, 12)]

    assert sorted(known) == [RoughDate(2022), RoughDate(2022, 12), RoughDate(2022, 12, 7), RoughDate(2025)]
