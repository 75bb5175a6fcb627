"""What an activity must be, and how volumes of several years are put beside each other."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from orgflow.domain.calendar import YearOutOfRange
from orgflow.domain.values import TextEmpty, TextTooLong
from orgflow.domain.workload.activities import (
    Activity,
    ActivityTwice,
    NormUnfit,
    VolumeUnfit,
    by_function,
    checked_activity,
    years_of,
)
from orgflow.domain.workload.trends import panels_of

GOOD = Activity("Publikasi", "Siaran pers", "naskah", 2025, Decimal(120), Decimal(90), "CONTOH")


def test_an_activity_is_kept_with_single_blanks() -> None:
    typed = replace(GOOD, name="  Siaran   pers ")

    assert checked_activity(typed, (), 2026) == GOOD


@pytest.mark.parametrize("volume", ["-1", "-0.01", "10000000.01", "1e30"])
def test_a_volume_that_cannot_be_is_refused(volume: str) -> None:
    with pytest.raises(VolumeUnfit):
        checked_activity(replace(GOOD, volume=Decimal(volume)), (), 2026)


@pytest.mark.parametrize("norm", ["0", "-5", "100000.01", "1e30"])
def test_a_norm_that_cannot_be_is_refused(norm: str) -> None:
    with pytest.raises(NormUnfit):
        checked_activity(replace(GOOD, norm=Decimal(norm)), (), 2026)


@pytest.mark.parametrize("year", [-1, 0, 1944, 2027, 10**12])
def test_a_year_out_of_range_is_refused(year: int) -> None:
    with pytest.raises(YearOutOfRange):
        checked_activity(replace(GOOD, year=year), (), 2026)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("function", replace(GOOD, function="  ")),
        ("name", replace(GOOD, name="")),
        ("product", replace(GOOD, product=" ")),
        ("source", replace(GOOD, source="")),
    ],
)
def test_a_text_that_lacks_is_named(field: str, typed: Activity) -> None:
    with pytest.raises(TextEmpty) as refused:
        checked_activity(typed, (), 2026)

    assert refused.value.facts["field"] == field


def test_a_text_without_end_is_refused() -> None:
    with pytest.raises(TextTooLong):
        checked_activity(replace(GOOD, name="a" * 201), (), 2026)


def test_nothing_done_is_a_volume_and_an_unknown_norm_is_allowed() -> None:
    typed = replace(GOOD, volume=Decimal(0), norm=None)

    assert checked_activity(typed, (), 2026) == typed


def test_the_same_activity_is_entered_once_a_year() -> None:
    with pytest.raises(ActivityTwice):
        checked_activity(replace(GOOD, name="SIARAN  pers"), (GOOD.identity,), 2026)

    assert checked_activity(replace(GOOD, year=2024), (GOOD.identity,), 2026).year == 2024


def test_activities_lie_by_function_whatever_its_case() -> None:
    other = replace(GOOD, function="publikasi", name="Peliputan")

    assert [(name, len(held)) for name, held in by_function([GOOD, other])] == [("publikasi", 2)]
    assert years_of([GOOD, replace(GOOD, year=2023)]) == (2025, 2023)


def test_what_is_counted_in_other_products_stands_on_another_scale() -> None:
    work = [
        GOOD,
        replace(GOOD, year=2023, volume=Decimal(80)),
        replace(GOOD, name="Peliputan", product="kegiatan", volume=Decimal(300)),
    ]

    coverage, releases = panels_of(work)

    assert (coverage.product, coverage.years) == ("kegiatan", (2025,))
    assert releases.years == (2023, 2024, 2025)
    (series,) = releases.series
    assert series.volume(2024) is None
    assert series.growth == Fraction(1, 2)
    assert coverage.series[0].growth is None
