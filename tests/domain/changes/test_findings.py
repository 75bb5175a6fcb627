"""What a reviewer will ask about a change-set; nothing of it blocks."""

from datetime import date

from orgflow.domain.changes.apply import apply_all
from orgflow.domain.changes.diff import changed_units
from orgflow.domain.changes.findings import (
    Finding,
    FindingCode,
    GuidelineName,
    Weight,
    review_dates,
    review_names,
)
from orgflow.domain.changes.operations import RenameUnit
from tests.factories.changes import whole
from tests.factories.organisation import a_structure

TODAY = date(2026, 3, 2)
GUIDELINE = (
    GuidelineName("biro", "Biro Umum", None, "Pedoman", is_verified=False),
    GuidelineName("biro", "Biro Administrasi Pimpinan", "Biro Humas", "Pedoman", is_verified=False),
)


def findings(new_name: str, guideline: tuple[GuidelineName, ...] = GUIDELINE) -> dict[FindingCode, Finding]:
    before, (people,) = a_structure("Biro Humas")
    after = apply_all(whole(before), [RenameUnit(people, new_name)]).structure
    return {finding.code: finding for finding in review_names(changed_units(before, after), guideline)}


def test_a_name_of_the_guideline_passes() -> None:
    found = findings("biro administrasi  pimpinan")

    assert found[FindingCode.MATCHES_GUIDELINE].weight is Weight.PASSED


def test_another_name_warns_with_the_name_meant_and_the_citation() -> None:
    found = findings("Biro Humas Pimpinan")[FindingCode.DIFFERS_FROM_GUIDELINE]

    assert (found.weight, found.detail, found.citation) == (
        Weight.WARNING,
        "Biro Administrasi Pimpinan",
        "Pedoman",
    )


def test_an_unverified_guideline_says_so() -> None:
    assert not findings("Biro Humas Pimpinan")[FindingCode.DIFFERS_FROM_GUIDELINE].is_verified


def test_a_kind_without_a_guideline_is_not_measured_by_it() -> None:
    assert set(findings("Biro Humas Pimpinan", ())) == {FindingCode.NO_NAMESAKE}


def test_facts_older_than_a_year_should_be_renewed() -> None:
    aged = review_dates(None, date(2022, 12, 7), TODAY)

    assert [finding.code for finding in aged] == [FindingCode.FACTS_AGED]
    assert review_dates(None, date(2025, 3, 2), TODAY) == ()
    assert review_dates(None, None, TODAY) == ()


def test_a_day_within_the_budget_year_is_pointed_out() -> None:
    within = review_dates(date(2026, 7, 1), None, TODAY)

    assert [(finding.code, finding.is_verified) for finding in within] == [
        (FindingCode.DATE_WITHIN_BUDGET_YEAR, False)
    ]
    assert review_dates(date(2027, 1, 1), None, TODAY) == ()


def test_a_unit_that_the_guideline_does_not_name_is_given_no_name_of_another() -> None:
    untied = (GuidelineName("biro", "Biro Umum", None, "Pedoman", is_verified=False),)

    found = findings("Biro Humas Pimpinan", untied)[FindingCode.DIFFERS_FROM_GUIDELINE]

    assert found.detail is None


def test_a_unit_that_bears_the_guidelines_name_is_measured_by_it() -> None:
    own = (*GUIDELINE[:1], GuidelineName("biro", "Biro Humas", None, "Pedoman", is_verified=False))

    found = findings("Biro Humas Pimpinan", own)[FindingCode.DIFFERS_FROM_GUIDELINE]

    assert found.detail == "Biro Humas"
