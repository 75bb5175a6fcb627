"""A measurement ends in one line that names the target, what was measured, and whether it is met."""

import pytest

from bench.pairs import measure, report, report_rate


@pytest.mark.parametrize(("measured", "verdict"), [(0.6, "met"), (0.61, "not met")])
def test_a_ratio_is_to_stay_under_its_target(
    capsys: pytest.CaptureFixture[str], measured: float, verdict: str
) -> None:
    report("P6", measured, 0.6, "surat")

    assert capsys.readouterr().out == f"P6 {measured:.2f} <= 0.60 {verdict}  (surat)\n"


@pytest.mark.parametrize(("measured", "verdict"), [(12.0, "met"), (11.9, "not met")])
def test_a_rate_is_to_reach_its_target(
    capsys: pytest.CaptureFixture[str], measured: float, verdict: str
) -> None:
    report_rate("P4", measured, 12, "surat")

    assert capsys.readouterr().out == f"P4 {measured:.2f} >= 12.00 {verdict}  (surat)\n"


def test_both_sides_of_a_pair_see_every_content_and_take_turns_at_going_first() -> None:
    acted: list[str] = []
    measure("abc", lambda one: acted.append(f"{one} kita"), lambda one: acted.append(f"{one} lain"))

    assert acted == ["a kita", "a lain", "b lain", "b kita", "c kita", "c lain"]
