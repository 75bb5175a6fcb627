"""The workload calculation against cases computed by hand, its rounding, and what it refuses.

Formula: posts = sum of (volume x time norm) / effective working time a year [ABK-FORMULA].
"""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from orgflow.domain.workload.activities import Activity
from orgflow.domain.workload.reckoning import (
    MinutesUnfit,
    NothingToReckon,
    Reckoning,
    Rounding,
    RoundingRule,
    ShareUnfit,
    WorkingTime,
    checked_minutes,
    reckon,
)

PANRB = WorkingTime("permenpanrb_1_2020", 75_000, "PermenPANRB 1/2020", is_verified=False)
BKN = WorkingTime("perka_bkn_19_2011", 72_000, "Perka BKN 19/2011", is_verified=False)
UP, NEAREST = RoundingRule(Rounding.UP), RoundingRule(Rounding.NEAREST)


def from_share(share: str) -> RoundingRule:
    return RoundingRule(Rounding.FROM_SHARE, Decimal(share))


def an_activity(
    volume: str = "100", norm: str | None = "60", *, name: str = "Siaran pers", function: str = "Publikasi"
) -> Activity:
    time = Decimal(norm) if norm is not None else None
    return Activity(function, name, "naskah", 2025, Decimal(volume), time, "CONTOH")


def reckoned(work: list[tuple[str, str]], time: WorkingTime, rule: RoundingRule = NEAREST) -> Reckoning:
    listed = [an_activity(volume, norm, name=f"Kegiatan {n}") for n, (volume, norm) in enumerate(work)]
    return reckon(listed, 2025, time, rule)


@pytest.mark.parametrize(
    ("work", "time", "rule", "found"),
    [
        # 1. The published example: 54.300 min of tasks a year / 75.000 min = 0,724; to the nearest: 1 post.
        ([("54300", "1")], PANRB, NEAREST, ("54300", Fraction(181, 250), 1)),
        # 2. 1.200 releases x 90 = 108.000; / 75.000 = 1,44; nearest 1.
        ([("1200", "90")], PANRB, NEAREST, ("108000", Fraction(36, 25), 1)),
        # 3. The same work by the other norm: 108.000 / 72.000 = 1,5; a half goes up: 2.
        ([("1200", "90")], BKN, NEAREST, ("108000", Fraction(3, 2), 2)),
        # 4. 1.200 x 90 + 480 x 180 = 108.000 + 86.400 = 194.400; / 75.000 = 2,592; up: 3.
        ([("1200", "90"), ("480", "180")], PANRB, UP, ("194400", Fraction(324, 125), 3)),
        # 5. 250 x 300 = 75.000; / 75.000 = 1 exactly; rounding up adds nothing: 1.
        ([("250", "300")], PANRB, UP, ("75000", Fraction(1), 1)),
        # 6. One visit of 480 = 480; / 72.000 = 1/150 = 0,0066...; up: 1.
        ([("1", "480")], BKN, UP, ("480", Fraction(1, 150), 1)),
        # 7. The same to the nearest: 0.
        ([("1", "480")], BKN, NEAREST, ("480", Fraction(1, 150), 0)),
        # 8. 365 x 12,5 = 4.562,5; 52 x 1.425,25 = 74.113; sum 78.675,5; / 75.000 = 157351/150000 = 1,0490...
        #    down unless half a post is left over: 1.
        (
            [("365", "12.5"), ("52", "1425.25")],
            PANRB,
            from_share("0.5"),
            ("78675.5", Fraction(157351, 150000), 1),
        ),
        # 9. 2.000 x 63 = 126.000; / 72.000 = 1,75; up from three quarters on, the bound included: 2.
        ([("2000", "63")], BKN, from_share("0.75"), ("126000", Fraction(7, 4), 2)),
        # 10. 3 x 0,1 + 3 x 0,2 = 0,3 + 0,6 = 0,9 to the last digit; / 72.000 = 1/80.000; share 1: down: 0.
        ([("3", "0.1"), ("3", "0.2")], BKN, from_share("1"), ("0.9", Fraction(1, 80_000), 0)),
    ],
)
def test_the_calculation_agrees_with_ten_cases_computed_by_hand(
    work: list[tuple[str, str]],
    time: WorkingTime,
    rule: RoundingRule,
    found: tuple[str, Fraction, int],
) -> None:
    minutes, needed, posts = found

    reckoning = reckoned(work, time, rule)

    assert reckoning.minutes == Fraction(minutes)
    assert reckoning.needed == needed
    assert reckoning.posts == posts


def test_functions_are_summed_apart_and_only_the_whole_is_rounded() -> None:
    # 0,4 + 0,4 = 0,8: each alone would round to nothing, together they need one.
    work = [an_activity("300", "100"), an_activity("300", "100", name="Acara", function="Protokol")]

    found = reckon(work, 2025, PANRB, NEAREST)

    assert [(one.function, one.needed) for one in found.functions] == [
        ("Protokol", Fraction(2, 5)),
        ("Publikasi", Fraction(2, 5)),
    ]
    assert found.posts == 1


def test_work_without_a_norm_is_named_and_not_counted() -> None:
    visit = an_activity("1", None, name="Kunjungan")

    found = reckon([an_activity(), visit], 2025, PANRB, UP)

    assert found.uncounted == (visit,)
    assert found.minutes == 6_000


def test_other_years_do_not_count() -> None:
    assert reckon([an_activity(), replace(an_activity(), year=2024)], 2025, PANRB, UP).minutes == 6_000


@pytest.mark.parametrize("work", [[], [an_activity("5", None)], [replace(an_activity(), year=2024)]])
def test_no_number_of_posts_follows_from_nothing(work: list[Activity]) -> None:
    with pytest.raises(NothingToReckon):
        reckon(work, 2025, PANRB, UP)


def test_it_is_verified_only_with_every_figure_in_it() -> None:
    sure, time = replace(an_activity(), is_verified=True), replace(PANRB, is_verified=True)

    assert reckon([sure], 2025, time, UP).is_verified
    assert not reckon([sure], 2025, PANRB, UP).is_verified
    assert not reckon([sure, an_activity(name="Lain")], 2025, time, UP).is_verified


@pytest.mark.parametrize("share", [None, "0", "-0.5", "1.01"])
def test_a_share_that_says_nothing_is_refused(share: str | None) -> None:
    with pytest.raises(ShareUnfit):
        RoundingRule(Rounding.FROM_SHARE, Decimal(share) if share is not None else None)


@pytest.mark.parametrize("minutes", [-1, 0, 999, 525_601, 10**30])
def test_a_working_time_nobody_works_is_refused(minutes: int) -> None:
    with pytest.raises(MinutesUnfit):
        checked_minutes(minutes)
