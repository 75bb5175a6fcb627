"""The structure on one day: units as a tree, and the questions rules ask of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from orgflow.domain.errors import NotFound, RuleBroken
from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.values import UnitId


class Placement(StrEnum):
    """How far the unit's parent is known."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"
    UNKNOWN = "unknown"


class UnknownUnit(NotFound):
    """No such unit is valid on the structure's day."""

    code = "unknown_unit"


class NameTaken(RuleBroken):
    """A sibling, or another bureau or agency, already bears the name."""

    code = "name_taken"


class NameUnchanged(RuleBroken):
    """The new name is the name the unit already bears."""

    code = "name_unchanged"


class StructureBroken(RuleBroken):
    """The units do not form one tree: an unknown parent, a cycle, or not exactly one root."""

    code = "structure_broken"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it is on one day.

    ``parent_id`` is None only for the government itself; ``placement`` says how far the parent is
    known. ``letter_code`` is the drafting unit's code in letter numbers, ``duty_field`` the field of
    duties as the regulation words it; None means *belum diisi*.
    """

    id: UnitId
    kind: UnitKind
    name: str
    parent_id: UnitId | None
    position: int
    short_name: str | None = None
    letter_code: str | None = None
    duty_field: str | None = None
    placement: Placement = Placement.VERIFIED

    @property
    def head_title(self) -> str:
        """The title of the unit's head, which follows the unit's name."""
        return self.kind.head_of(self.name)


@dataclass(frozen=True)
class Structure:
    """All units valid on one day.

    Args:
        on: the day.
        units: by id.
    """

    on: date
    units: Mapping[UnitId, Unit]

    @staticmethod
    def of(on: date, units: Iterable[Unit]) -> "Structure":
        """Return the structure of these units."""
        return Structure(on, MappingProxyType({unit.id: unit for unit in units}))

    def unit(self, unit_id: UnitId) -> Unit:
        """Return a unit.

        Raises:
            UnknownUnit: it is not valid on ``on``.
        """
        if unit_id not in self.units:
            raise UnknownUnit(unit_id=str(unit_id), on=self.on.isoformat())
        return self.units[unit_id]

    def children(self, unit_id: UnitId | None) -> tuple[Unit, ...]:
        """Return the direct subordinates in their order."""
        return self._children_of.get(unit_id, ())

    @cached_property
    def _children_of(self) -> Mapping[UnitId | None, tuple[Unit, ...]]:
        found: dict[UnitId | None, list[Unit]] = {}
        for unit in sorted(self.units.values(), key=lambda unit: (unit.position, unit.name)):
            found.setdefault(unit.parent_id, []).append(unit)
        return {parent_id: tuple(units) for parent_id, units in found.items()}

    def siblings(self, unit_id: UnitId) -> tuple[Unit, ...]:
        """Return the other units under the same parent."""
        parent_id = self.unit(unit_id).parent_id
        return tuple(unit for unit in self.children(parent_id) if unit.id != unit_id)

    def path(self, unit_id: UnitId) -> tuple[Unit, ...]:
        """Return the unit's superiors from the root down, the unit last."""
        chain: list[Unit] = []
        current: UnitId | None = unit_id
        while current is not None and len(chain) <= len(self.units):
            unit = self.unit(current)
            chain.append(unit)
            current = unit.parent_id
        return tuple(reversed(chain))

    def subtree(self, unit_id: UnitId) -> tuple[Unit, ...]:
        """Return the unit and all below it, depth first in order."""
        found = [self.unit(unit_id)]
        for child in self.children(unit_id):
            found.extend(self.subtree(child.id))
        return tuple(found)

    def with_unit(self, unit: Unit) -> "Structure":
        """Return a structure in which this unit stands instead of the one with its id."""
        return replace(self, units=MappingProxyType({**self.units, unit.id: unit}))

    def root(self) -> Unit:
        """Return the single root.

        Raises:
            StructureBroken: there is none, or more than one.
        """
        roots = self.children(None)
        if len(roots) != 1:
            raise StructureBroken(roots=len(roots), on=self.on.isoformat())
        return roots[0]

    def check(self) -> None:
        """Refuse a structure that is not one tree.

        Raises:
            StructureBroken: an unknown parent, a cycle, or not exactly one root.
        """
        if not self.units:
            return
        root = self.root()
        for unit in self.units.values():
            if unit.parent_id is not None and unit.parent_id not in self.units:
                raise StructureBroken(unit=unit.name, reason="unknown_parent", on=self.on.isoformat())
        if len(self.subtree(root.id)) != len(self.units):
            raise StructureBroken(reason="cycle", on=self.on.isoformat())
