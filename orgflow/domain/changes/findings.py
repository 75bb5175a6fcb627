"""What a reviewer will ask about a change-set: findings that warn with the rule and its source."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from orgflow.domain.changes.diff import UnitChange
from orgflow.domain.values import UnitId, comparable


class FindingCode(StrEnum):
    """Which question a finding raises."""

    DIFFERS_FROM_GUIDELINE = "differs_from_guideline"
    MATCHES_GUIDELINE = "matches_guideline"
    NO_NAMESAKE = "no_namesake"
    FACTS_AGED = "facts_aged"
    DATE_WITHIN_BUDGET_YEAR = "date_within_budget_year"
    NEEDS_PERDA = "needs_perda"


class Weight(StrEnum):
    """Whether a finding reassures or warns; none blocks."""

    PASSED = "passed"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class GuidelineName:
    """A name the ministry's guideline gives to a kind of unit, with its citation."""

    kind_code: str
    name: str
    counterpart_of: str | None
    citation: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding on one unit or on the whole proposal."""

    code: FindingCode
    weight: Weight
    unit_id: UnitId | None = None
    detail: str | None = None
    citation: str | None = None
    is_verified: bool = True


def review_names(changes: Iterable[UnitChange], guideline: Iterable[GuidelineName]) -> tuple[Finding, ...]:
    """Return what the guideline says to each new name.

    A unit's kind without any guideline name has no finding of this sort. ``counterpart_of`` ties the
    guideline's name to the present name of the unit that should bear it.
    """
    rows = tuple(guideline)
    findings: list[Finding] = []
    for change in changes:
        if change.before.name == change.after.name:
            continue
        findings.append(Finding(FindingCode.NO_NAMESAKE, Weight.PASSED, change.unit_id))
        names = [row for row in rows if row.kind_code == change.after.kind.code]
        if not names:
            continue
        matching = [row for row in names if comparable(row.name) == comparable(change.after.name)]
        if matching:
            row = matching[0]
            code, weight = FindingCode.MATCHES_GUIDELINE, Weight.PASSED
        else:
            row = counterpart(change.before.name, names) or names[0]
            code, weight = FindingCode.DIFFERS_FROM_GUIDELINE, Weight.WARNING
        findings.append(Finding(code, weight, change.unit_id, row.name, row.citation, row.is_verified))
    return tuple(findings)


def counterpart(present_name: str, names: Iterable[GuidelineName]) -> GuidelineName | None:
    """Return the guideline's row for the unit that now bears this name, if the table ties them."""
    wanted = comparable(present_name)
    for row in names:
        if row.counterpart_of is not None and comparable(row.counterpart_of) == wanted:
            return row
    return None


def is_aged(facts_on: date, today: date) -> bool:
    """Say whether facts of a day are older than a year and should be renewed before a letter is signed."""
    return (today - facts_on).days > 365


def review_dates(effective_on: date | None, facts_on: date | None, today: date) -> tuple[Finding, ...]:
    """Return findings on the wished commencement and on the age of the facts given.

    Facts older than a year should be renewed before the letter is signed; a commencement other than
    1 January falls within a budget year.
    """
    findings: list[Finding] = []
    if facts_on is not None and is_aged(facts_on, today):
        findings.append(Finding(FindingCode.FACTS_AGED, Weight.WARNING, detail=facts_on.isoformat()))
    if effective_on is not None and (effective_on.month, effective_on.day) != (1, 1):
        findings.append(
            Finding(
                FindingCode.DATE_WITHIN_BUDGET_YEAR,
                Weight.WARNING,
                detail=effective_on.isoformat(),
                is_verified=False,
            )
        )
    return tuple(findings)
