"""How volumes went over the years: one row an activity, in panels of what can stand on one scale."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from orgflow.domain.values import comparable
from orgflow.domain.workload.activities import Activity


@dataclass(frozen=True, slots=True)
class Series:
    """One activity over the years; a year of which nothing is known has no point."""

    name: str
    points: tuple[tuple[int, Decimal], ...]

    def volume(self, year: int) -> Decimal | None:
        """Return the volume of a year, None where it is not known."""
        return dict(self.points).get(year)

    @property
    def growth(self) -> Fraction | None:
        """The change from the first known year to the last, as a share of the first; None without one."""
        if len(self.points) < 2 or not self.points[0][1]:
            return None
        first, last = Fraction(self.points[0][1]), Fraction(self.points[-1][1])
        return (last - first) / first


@dataclass(frozen=True, slots=True)
class Panel:
    """Activities of one function that are counted in the same products."""

    function: str
    product: str
    years: tuple[int, ...]
    series: tuple[Series, ...]


def panels_of(activities: Iterable[Activity]) -> tuple[Panel, ...]:
    """Return the panels by function and product; ``years`` run from the first known to the last."""
    grouped: dict[tuple[str, str], list[Activity]] = {}
    for activity in sorted(activities, key=lambda one: (one.identity, one.product)):
        key = comparable(activity.function), comparable(activity.product)
        grouped.setdefault(key, []).append(activity)
    return tuple(_panel(held) for _, held in sorted(grouped.items()))


def _panel(held: list[Activity]) -> Panel:
    named: dict[str, list[Activity]] = {}
    for activity in held:
        named.setdefault(comparable(activity.name), []).append(activity)
    years = sorted(activity.year for activity in held)
    series = tuple(
        Series(listed[0].name, tuple((one.year, one.volume) for one in sorted(listed, key=lambda a: a.year)))
        for listed in named.values()
    )
    return Panel(held[0].function, held[0].product, tuple(range(years[0], years[-1] + 1)), series)
