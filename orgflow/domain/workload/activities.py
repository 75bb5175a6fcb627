"""Activities of a unit by function and year: how often, how long each takes, and who says so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from orgflow.domain.calendar import EARLIEST_YEAR, YearOutOfRange
from orgflow.domain.errors import RuleBroken
from orgflow.domain.values import clean_words, comparable

MOST_VOLUME: Final = Decimal(10_000_000)
MOST_NORM: Final = Decimal(100_000)
"""Minutes one product may take, included: more than anybody works in a year."""
NAME_LENGTH: Final = 200
UNIT_LENGTH: Final = 60
MOST_ACTIVITIES: Final = 2_000
"""Activities of one unit over all years."""


class VolumeUnfit(RuleBroken):
    """A volume is negative or larger than ``most``."""

    code = "workload_volume_unfit"


class NormUnfit(RuleBroken):
    """A time norm is nought, negative or larger than ``most`` minutes."""

    code = "workload_norm_unfit"


class ActivityTwice(RuleBroken):
    """The unit has this activity under this function in this year already."""

    code = "workload_activity_twice"


class TooManyActivities(RuleBroken):
    """A unit keeps at most ``most`` activities."""

    code = "workload_too_many"


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity in one year.

    Attributes:
        function: the function that it serves, in the unit's own words.
        product: what is counted, such as ``siaran pers`` or ``kegiatan``.
        volume: how many products in the year.
        norm: minutes that one product takes; None while it is not known.
        dated_on: the day of the source; None while it is not known.
    """

    function: str
    name: str
    product: str
    year: int
    volume: Decimal
    norm: Decimal | None
    source: str
    dated_on: date | None = None
    is_verified: bool = False

    @property
    def identity(self) -> tuple[str, str, int]:
        """What makes two entries the same activity in the same year."""
        return comparable(self.function), comparable(self.name), self.year


def checked_activity(typed: Activity, held: Iterable[tuple[str, str, int]], latest_year: int) -> Activity:
    """Return an activity as it is kept.

    Args:
        held: the identities of the unit's other activities.
        latest_year: the present year; a later one has no volumes yet.

    Raises:
        TextEmpty, TextTooLong, TextUnprintable, NameUnreadable: a text.
        YearOutOfRange, VolumeUnfit, NormUnfit, ActivityTwice.
    """
    activity = replace(
        typed,
        function=clean_words(typed.function, field="function", limit=NAME_LENGTH),
        name=clean_words(typed.name, field="name", limit=NAME_LENGTH),
        product=clean_words(typed.product, field="product", limit=UNIT_LENGTH),
        source=clean_words(typed.source, field="source"),
    )
    if not EARLIEST_YEAR <= activity.year <= latest_year:
        raise YearOutOfRange(
            field="year", text=str(activity.year)[:12], earliest=EARLIEST_YEAR, latest=latest_year
        )
    if not 0 <= activity.volume <= MOST_VOLUME:
        raise VolumeUnfit(field="volume", most=int(MOST_VOLUME))
    if activity.norm is not None and not 0 < activity.norm <= MOST_NORM:
        raise NormUnfit(field="norm", most=int(MOST_NORM))
    if activity.identity in set(held):
        raise ActivityTwice(field="name", name=activity.name, year=activity.year)
    return activity


def years_of(activities: Iterable[Activity]) -> tuple[int, ...]:
    """Return the years of which anything is known, the newest first."""
    return tuple(sorted({activity.year for activity in activities}, reverse=True))


def by_function(activities: Iterable[Activity]) -> Iterator[tuple[str, tuple[Activity, ...]]]:
    """Yield each function with its activities, both in the order of their words."""
    listed = sorted(activities, key=lambda one: one.identity)
    names: dict[str, list[Activity]] = {}
    for activity in listed:
        names.setdefault(comparable(activity.function), []).append(activity)
    for held in names.values():
        yield held[0].function, tuple(held)
