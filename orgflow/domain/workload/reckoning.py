"""How many posts a year's work needs: the sum of volume times norm over the effective working time.

Source: [ABK-FORMULA], [PERMENPANRB-1-2020], [PERKA-BKN-19-2011].
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor
from typing import Final, assert_never

from orgflow.domain.errors import RuleBroken
from orgflow.domain.workload.activities import Activity, by_function

LEAST_MINUTES: Final = 1_000
MOST_MINUTES: Final = 525_600
"""Minutes of a year of 365 days: nobody works longer."""


class NothingToReckon(RuleBroken):
    """No activity of the year has both a volume and a time norm: no number of posts follows from it."""

    code = "workload_nothing_to_reckon"


class ShareUnfit(RuleBroken):
    """The share from which is rounded up lies over nought and is at most one."""

    code = "workload_share_unfit"


class MinutesUnfit(RuleBroken):
    """An effective working time lies between ``least`` and ``most`` minutes a year."""

    code = "workload_minutes_unfit"


class Rounding(StrEnum):
    """What becomes of a part of a post."""

    UP = "up"
    NEAREST = "nearest"
    FROM_SHARE = "from_share"
    """Down, but up from a named share of a post on."""


@dataclass(frozen=True, slots=True)
class RoundingRule:
    """How a need is rounded; ``share`` is asked for by ``FROM_SHARE`` alone.

    Raises:
        ShareUnfit: the share is missing, nought, negative or more than one.
    """

    rounding: Rounding = Rounding.NEAREST
    share: Decimal | None = None

    def __post_init__(self) -> None:
        """Refuse a share that says nothing."""
        is_asked = self.rounding is Rounding.FROM_SHARE
        if is_asked and (self.share is None or not 0 < self.share <= 1):
            raise ShareUnfit(field="share")

    def rounded(self, needed: Fraction) -> int:
        """Return whole posts."""
        match self.rounding:
            case Rounding.UP:
                return ceil(needed)
            case Rounding.NEAREST:
                return floor(needed + Fraction(1, 2))
            case Rounding.FROM_SHARE:
                whole = floor(needed)
                return whole + 1 if needed - whole >= Fraction(self.share or 1) else whole
            case _:
                assert_never(self.rounding)


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """The minutes that one person effectively works in a year, by a norm in use."""

    code: str
    minutes: int
    citation: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class Load:
    """What one activity takes in the year."""

    activity: Activity
    minutes: Fraction


@dataclass(frozen=True, slots=True)
class FunctionLoad:
    """What the activities of one function take; ``needed`` posts, not rounded."""

    function: str
    loads: tuple[Load, ...]
    minutes: Fraction
    needed: Fraction


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A calculation whole, with all that it rests on.

    Attributes:
        uncounted: activities of the year without a time norm; they are not in the sum.
        needed: posts, exactly; ``posts`` after rounding.
    """

    year: int
    time: WorkingTime
    rule: RoundingRule
    functions: tuple[FunctionLoad, ...]
    uncounted: tuple[Activity, ...]
    minutes: Fraction
    needed: Fraction
    posts: int

    @property
    def is_verified(self) -> bool:
        """Whether every figure in it was verified, the norm included."""
        counted = (load.activity for one in self.functions for load in one.loads)
        return self.time.is_verified and all(activity.is_verified for activity in counted)


def checked_minutes(minutes: int) -> int:
    """Return an effective working time.

    Raises:
        MinutesUnfit.
    """
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise MinutesUnfit(field="minutes", least=LEAST_MINUTES, most=MOST_MINUTES)
    return minutes


def reckon(activities: Iterable[Activity], year: int, time: WorkingTime, rule: RoundingRule) -> Reckoning:
    """Return how many posts the work of a year needs; the whole is rounded, never its parts.

    Raises:
        NothingToReckon.

    Source: [ABK-FORMULA].
    """
    of_year = [activity for activity in activities if activity.year == year]
    functions = tuple(
        load
        for function, held in by_function(of_year)
        if (load := _function_load(function, held, time)) is not None
    )
    if not functions:
        raise NothingToReckon(year=year)
    minutes = sum((one.minutes for one in functions), Fraction())
    needed = minutes / time.minutes
    uncounted = tuple(activity for activity in of_year if activity.norm is None)
    return Reckoning(year, time, rule, functions, uncounted, minutes, needed, rule.rounded(needed))


def _function_load(function: str, held: Iterable[Activity], time: WorkingTime) -> FunctionLoad | None:
    loads = tuple(
        Load(activity, Fraction(activity.volume) * Fraction(activity.norm))
        for activity in held
        if activity.norm is not None
    )
    if not loads:
        return None
    minutes = sum((load.minutes for load in loads), Fraction())
    return FunctionLoad(function, loads, minutes, minutes / time.minutes)
