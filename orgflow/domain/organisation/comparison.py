"""What differs between the structures of two days."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from orgflow.domain.organisation.structure import Structure, Unit
from orgflow.domain.values import UnitId


class Difference(StrEnum):
    """What became of a unit between two days."""

    NEW = "new"
    FIRST_SEEN = "first_seen"
    ENDED = "ended"
    RENAMED = "renamed"
    MOVED = "moved"
    KIND = "kind"
    REORDERED = "reordered"
    CODES = "codes"


@dataclass(frozen=True, slots=True)
class UnitDifference:
    """One unit that is not the same on both days; what ended has no ``after``, what is new no ``before``."""

    unit_id: UnitId
    differences: tuple[Difference, ...]
    before: Unit | None
    after: Unit | None
    parent_before: str
    parent_after: str

    @property
    def name(self) -> str:
        """The later name, or the last one of a unit that ended."""
        held = self.after or self.before
        return held.name if held is not None else ""


def compare(
    before: Structure, after: Structure, unknown_starts: Collection[UnitId] = ()
) -> tuple[UnitDifference, ...]:
    """Return the units that differ, in the order of the later tree; what ended stands last.

    Args:
        unknown_starts: units that may be older than their first record: they are not said to be new.
    """
    order = _order(after)
    found = []
    for unit_id in {**after.units, **before.units}:
        old, new = before.units.get(unit_id), after.units.get(unit_id)
        differences = _differences(old, new, is_start_known=unit_id not in unknown_starts)
        if differences:
            found.append(
                UnitDifference(
                    unit_id, differences, old, new, _parent_name(before, old), _parent_name(after, new)
                )
            )
    return tuple(sorted(found, key=lambda one: (order.get(one.unit_id, len(order)), one.name)))


def _differences(old: Unit | None, new: Unit | None, *, is_start_known: bool) -> tuple[Difference, ...]:
    if old is None:
        return (Difference.NEW if is_start_known else Difference.FIRST_SEEN,) if new is not None else ()
    if new is None:
        return (Difference.ENDED,)
    said = (
        (Difference.RENAMED, old.name != new.name),
        (Difference.MOVED, old.parent_id != new.parent_id),
        (Difference.KIND, old.kind.code != new.kind.code),
        (Difference.REORDERED, old.parent_id == new.parent_id and old.position != new.position),
        (Difference.CODES, (old.short_name, old.letter_code) != (new.short_name, new.letter_code)),
    )
    return tuple(difference for difference, is_so in said if is_so)


def _order(structure: Structure) -> Mapping[UnitId, int]:
    roots = structure.children(None)
    walked = [unit.id for root in roots for unit in structure.subtree(root.id)]
    return {unit_id: place for place, unit_id in enumerate(walked)}


def _parent_name(structure: Structure, unit: Unit | None) -> str:
    if unit is None or unit.parent_id is None:
        return ""
    return structure.unit(unit.parent_id).name
