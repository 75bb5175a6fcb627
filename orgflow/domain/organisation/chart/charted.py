"""What a chart shows: the units of one day, or of two days on one tree with what became of each."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from orgflow.domain.organisation.comparison import Difference, UnitDifference, compare
from orgflow.domain.organisation.kinds import Standing
from orgflow.domain.organisation.structure import Placement, Structure, Unit
from orgflow.domain.values import UnitId


class Mark(StrEnum):
    """What became of a unit; in the order in which the first decides border and pattern."""

    GONE = "gone"
    NEW = "new"
    RENAMED = "rename"
    MOVED = "move"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class ChartUnit:
    """One unit as a chart shows it.

    Attributes:
        is_loose: its place is not known.
        is_unsure: its place is known but not verified.
        holder: who holds the head's post; empty where nobody asked or nobody is known.
        former_name, former_parent, former_kind: what they were, where they changed; else empty.
    """

    id: UnitId
    name: str
    standing: Standing = Standing.LINE
    is_loose: bool = False
    is_unsure: bool = False
    holder: str = ""
    marks: tuple[Mark, ...] = ()
    former_name: str = ""
    former_parent: str = ""
    former_kind: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Units as a forest; flat, so that a chain of five hundred is no deeper than a pair.

    Args:
        units: by id.
        below: the direct subordinates of each unit that has any, in order.
        roots: the units that stand under none.
        has_marks: whether this is a comparison.
    """

    units: Mapping[UnitId, ChartUnit]
    below: Mapping[UnitId, tuple[UnitId, ...]]
    roots: tuple[UnitId, ...]
    has_marks: bool = field(default=False)

    def depths(self) -> dict[UnitId, int]:
        """Return how far each unit stands under its root, depth first in order."""
        found: dict[UnitId, int] = {}
        waiting = [(root, 0) for root in reversed(self.roots)]
        while waiting:
            unit_id, depth = waiting.pop()
            found[unit_id] = depth
            waiting += [(child, depth + 1) for child in reversed(self.below.get(unit_id, ()))]
        return found

    def branch(self, unit_id: UnitId) -> "Chart":
        """Return the chart of one unit and all below it."""
        alone = Chart(self.units, self.below, (unit_id,), self.has_marks)
        held = alone.depths()
        return Chart(
            {one: self.units[one] for one in held},
            {one: self.below[one] for one in held if one in self.below},
            (unit_id,),
            self.has_marks,
        )


def chart_of(structure: Structure, holders: Mapping[UnitId, str]) -> Chart:
    """Return the chart of one day.

    Args:
        holders: the name to print under a unit's, where one is to be printed.
    """
    units = structure.units.values()
    return _chart(units, {unit.id: _charted(unit, holders) for unit in units}, has_marks=False)


def chart_of_both(
    earlier: Structure,
    later: Structure,
    holders: Mapping[UnitId, str],
    unknown_starts: Collection[UnitId] = (),
) -> Chart:
    """Return two days on one chart: what is gone stands where it stood, the rest where it stands now.

    Args:
        unknown_starts: units that may be older than their first record: they are not marked as new.
    """
    differing = {one.unit_id: one for one in compare(earlier, later, unknown_starts)}
    gone = [unit for unit in earlier.units.values() if unit.id not in later.units]
    units = [*later.units.values(), *gone]
    marked = {unit.id: _marked(unit, differing.get(unit.id), holders) for unit in units}
    return _chart(units, marked, has_marks=True)


def _chart(units: Iterable[Unit], charted: Mapping[UnitId, ChartUnit], *, has_marks: bool) -> Chart:
    below: dict[UnitId | None, list[UnitId]] = {}
    for unit in sorted(units, key=lambda unit: (unit.position, unit.name)):
        parent = unit.parent_id if unit.parent_id in charted else None
        below.setdefault(parent, []).append(unit.id)
    roots = tuple(below.pop(None, ()))
    return Chart(
        charted, {one: tuple(all_below) for one, all_below in below.items() if one}, roots, has_marks
    )


def _charted(unit: Unit, holders: Mapping[UnitId, str]) -> ChartUnit:
    return ChartUnit(
        unit.id,
        unit.name,
        unit.kind.standing,
        unit.placement is Placement.UNKNOWN,
        unit.placement is Placement.UNVERIFIED,
        holders.get(unit.id, ""),
    )


_MARKS: Mapping[Difference, Mark] = {
    Difference.ENDED: Mark.GONE,
    Difference.NEW: Mark.NEW,
    Difference.RENAMED: Mark.RENAMED,
    Difference.MOVED: Mark.MOVED,
    Difference.KIND: Mark.KIND,
}


def _marked(unit: Unit, difference: UnitDifference | None, holders: Mapping[UnitId, str]) -> ChartUnit:
    plain = _charted(unit, holders)
    if difference is None:
        return plain
    marks = tuple(_MARKS[one] for one in difference.differences if one in _MARKS)
    before = difference.before
    return replace(
        plain,
        marks=tuple(sorted(marks, key=list(Mark).index)),
        former_name=before.name if before is not None and Mark.RENAMED in marks else "",
        former_parent=difference.parent_before if Mark.MOVED in marks else "",
        former_kind=before.kind.name if before is not None and Mark.KIND in marks else "",
    )
