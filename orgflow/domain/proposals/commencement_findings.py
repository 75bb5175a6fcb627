"""What an office should look at before a day of commencement: the budget year, the order, an election."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.proposals.commencement import (
    RegulationDays,
    earlier_by_months,
    is_within_budget_year,
    next_new_year,
)


class CommencementFindingCode(StrEnum):
    """Which question a finding raises."""

    WITHIN_BUDGET_YEAR = "within_budget_year"
    BEFORE_PROMULGATION = "before_promulgation"
    NEAR_ELECTION = "near_election"
    ELECTION_UNKNOWN = "election_unknown"
    ACTING_HEAD = "acting_head"


class InaugurationForm(StrEnum):
    """When a rule on the inauguration of officials holds."""

    NEAR_ELECTION = "near_election"
    ACTING_HEAD = "acting_head"


@dataclass(frozen=True, slots=True)
class InaugurationRule:
    """A rule on when officials may not be replaced without the ministry's approval.

    ``months`` is how long before the candidates are determined it begins to hold; None for an acting head.
    """

    form: InaugurationForm
    months: int | None
    citation: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class Election:
    """The days of the next election of a head of region; each None while *belum diisi*.

    Attributes:
        candidates_on: when the candidates are determined.
        term_ends_on: the last day of the present term.
    """

    candidates_on: date | None
    term_ends_on: date | None

    def bars(self, day: date, months: int) -> bool:
        """Say whether a day falls from so many months before the determination to the end of the term.

        While the end of the term is not filled in, the time that is barred has no end.
        """
        if self.candidates_on is None or day < earlier_by_months(self.candidates_on, months):
            return False
        return self.term_ends_on is None or day <= self.term_ends_on


@dataclass(frozen=True, slots=True)
class CommencementFinding:
    """One finding on a day of commencement; none blocks.

    Attributes:
        offered: the day that would leave nothing to find, None where there is no such day.
        citation: the rule's source; empty where it is *belum diisi*.
    """

    code: CommencementFindingCode
    day: date
    offered: date | None = None
    citation: str = ""
    is_verified: bool = False


def review_commencement(
    days: RegulationDays,
    election: Election,
    rules: Iterable[InaugurationRule],
    head: AppointmentKind | None,
) -> tuple[CommencementFinding, ...]:
    """Return what is to be looked at before a regulation commences; nothing while the day is unknown.

    Args:
        head: in which capacity the head of region holds the post on that day, None while unknown.
    """
    day = days.effective_on
    if day is None:
        return ()
    return (*_of_the_day(days, day), *_of_inaugurations(day, election, rules, head))


def _of_the_day(days: RegulationDays, day: date) -> Iterator[CommencementFinding]:
    code = CommencementFindingCode
    if days.is_early:
        yield CommencementFinding(code.BEFORE_PROMULGATION, day)
    if is_within_budget_year(day):
        yield CommencementFinding(code.WITHIN_BUDGET_YEAR, day, next_new_year(day))


def _of_inaugurations(
    day: date, election: Election, rules: Iterable[InaugurationRule], head: AppointmentKind | None
) -> Iterator[CommencementFinding]:
    code = CommencementFindingCode
    for rule in rules:
        source = rule.citation, rule.is_verified
        if rule.form is InaugurationForm.ACTING_HEAD:
            if head not in (None, AppointmentKind.DEFINITIVE):
                yield CommencementFinding(code.ACTING_HEAD, day, None, *source)
        elif election.candidates_on is None:
            yield CommencementFinding(code.ELECTION_UNKNOWN, day, None, *source)
        elif election.bars(day, rule.months or 0):
            yield CommencementFinding(code.NEAR_ELECTION, day, None, *source)
