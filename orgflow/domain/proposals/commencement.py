"""The days of a Pergub: enacted, promulgated, commencing; the last may be unknown yet, early or ahead."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from orgflow.domain.errors import RuleBroken

MOST_YEARS_AHEAD: Final = 5
"""How far after the promulgation a commencement is still believed; further is a slip of the pen."""


class DatesOutOfOrder(RuleBroken):
    """Enactment, promulgation and commencement follow one another."""

    code = "dates_out_of_order"


class CommencementUnknown(RuleBroken):
    """The day on which the regulation commences is not known yet."""

    code = "commencement_unknown"


class CommencementKnown(RuleBroken):
    """The day is known already; a wrong one is corrected, with a reason."""

    code = "commencement_known"


class CommencementSame(RuleBroken):
    """The corrected day is the one that is recorded."""

    code = "commencement_same"


class CommencementTooFar(RuleBroken):
    """The commencement lies so far after the promulgation that it must be a slip."""

    code = "commencement_too_far"


class EarlyWithoutReason(RuleBroken):
    """A commencement before the promulgation is recorded with its reason only."""

    code = "early_without_reason"


class NotPromulgated(RuleBroken):
    """The regulation is not promulgated, so its commencement is neither set nor corrected."""

    code = "not_promulgated"


@dataclass(frozen=True, slots=True)
class RegulationDays:
    """The days of a regulation, each None while it is not known."""

    enacted_on: date | None
    promulgated_on: date | None
    effective_on: date | None

    @property
    def is_early(self) -> bool:
        """Whether it commences before it is promulgated."""
        promulgated, effective = self.promulgated_on, self.effective_on
        return promulgated is not None and effective is not None and effective < promulgated

    def check(self, early_reason: str) -> None:
        """Refuse days that cannot follow one another.

        Args:
            early_reason: why the commencement lies before the promulgation; empty where none was given.

        Raises:
            DatesOutOfOrder: promulgated before it was enacted.
            EarlyWithoutReason, CommencementTooFar.
        """
        enacted, promulgated, effective = self.enacted_on, self.promulgated_on, self.effective_on
        if enacted is not None and promulgated is not None and promulgated < enacted:
            raise DatesOutOfOrder(field="promulgated_on", first="enacted_on", second="promulgated_on")
        if self.is_early and not early_reason.strip():
            raise EarlyWithoutReason(field="early_reason")
        if promulgated is not None and effective is not None:
            latest = later_by_years(promulgated, MOST_YEARS_AHEAD)
            if effective > latest:
                raise CommencementTooFar(
                    field="effective_on", effective_on=effective.isoformat(), latest=latest.isoformat()
                )

    def commencing(self, effective_on: date) -> "RegulationDays":
        """Return the days with another commencement."""
        return replace(self, effective_on=effective_on)


def next_new_year(day: date) -> date:
    """Return 1 January of the year after a day's: where the next budget year begins."""
    return date(day.year + 1, 1, 1)


def is_within_budget_year(day: date) -> bool:
    """Say whether a day falls within a budget year instead of beginning one."""
    return (day.month, day.day) != (1, 1)


def later_by_years(day: date, years: int) -> date:
    """Return the same day some years on; 29 February becomes 28 February where there is none."""
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return date(day.year + years, day.month, last)


def earlier_by_months(day: date, months: int) -> date:
    """Return the same day some months before, or that month's last where it is shorter."""
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    first = date(year, month + 1, 1)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return first.replace(day=min(day.day, (following - first).days))
