"""In which order units are created, moved and renamed, so that each name is free when it is taken.

A unit waits for the one that bears its new name and for all that will stand above it. Where units wait for
each other in a ring, two of one parent swap their names; else one bears a passing name for a while. A unit
that ends and is empty by then ends at once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from orgflow.domain.changes.apply_endings import apply_abolish
from orgflow.domain.changes.apply_units import apply_create, apply_move, apply_rename, apply_swap
from orgflow.domain.changes.operations import (
    AbolishUnit,
    CreateUnit,
    MoveUnit,
    NewUnit,
    Operation,
    RenameUnit,
    SwapNames,
)
from orgflow.domain.changes.working import Working
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.values import UnitId, comparable

_STEM: Final = 150


def place_units(before: Organisation, after: Organisation, touched: Iterable[UnitId]) -> list[Operation]:
    """Return the operations that bring the touched units where they stand afterwards, under their names."""
    waiting = {
        unit_id: after.units[unit_id]
        for unit_id in touched
        if _is_placed_anew(before.units.get(unit_id), after.units[unit_id])
    }
    if not waiting:
        return []
    placing = _Placing(Working(before), after, waiting)
    for unit_id in _from_the_top(after, waiting):
        placing.settle(unit_id)
    return placing.found


def _is_placed_anew(old: Unit | None, new: Unit) -> bool:
    if old is not None and new.parent_id is None:
        return old.name != new.name
    return old is None or (old.parent_id, old.placement, old.name) != (
        new.parent_id,
        new.placement,
        new.name,
    )


def _from_the_top(after: Organisation, waiting: dict[UnitId, Unit]) -> list[UnitId]:
    """Return the waiting units, each after those that will stand above it; siblings in their order."""
    depths: dict[UnitId | None, int] = {None: -1}
    for unit_id in waiting:
        path: list[UnitId] = []
        current: UnitId | None = unit_id
        while current is not None and current not in depths:
            path.append(current)
            current = after.units[current].parent_id
        first = depths[current] + 1
        depths |= {passed: depth for depth, passed in enumerate(reversed(path), start=first)}
    return sorted(
        waiting, key=lambda unit_id: (depths[unit_id], waiting[unit_id].position, waiting[unit_id].name)
    )


@dataclass(slots=True)
class _Wait:
    """A unit under way; ``is_in_the_way`` when the one before it in the row waits for its name."""

    unit_id: UnitId
    is_in_the_way: bool


class _Placing:
    """The working copy that the operations found so far have made."""

    def __init__(self, work: Working, after: Organisation, waiting: dict[UnitId, Unit]) -> None:
        self.found: list[Operation] = []
        self._work = work
        self._after = after
        self._waiting = waiting

    def settle(self, unit_id: UnitId) -> None:
        """Bring a unit where it stands afterwards, and before it whatever it waits for."""
        row = [_Wait(unit_id, is_in_the_way=False)]
        under_way = {unit_id}
        while row:
            current = row[-1].unit_id
            if current not in self._waiting:
                under_way.discard(row.pop().unit_id)
                continue
            wait = self._waits_for(current, is_first=len(row) == 1)
            if wait is None:
                self._bring(self._waiting.pop(current))
            elif wait.unit_id in self._waiting and wait.unit_id not in under_way:
                row.append(wait)
                under_way.add(wait.unit_id)
            elif wait.is_in_the_way:
                self._clear(current, wait.unit_id)
            else:
                at = max(place for place, held in enumerate(row) if held.is_in_the_way)
                self._pass(row[at].unit_id)
                under_way -= {held.unit_id for held in row[at:]}
                del row[at:]

    def _waits_for(self, unit_id: UnitId, *, is_first: bool) -> _Wait | None:
        unit = self._waiting[unit_id]
        if not is_first:
            for above in self._above(unit):
                if above in self._waiting:
                    return _Wait(above, is_in_the_way=False)
        holder = self._work.holder(unit.parent_id, unit.name, unit_id)
        return _Wait(holder, is_in_the_way=True) if holder is not None else None

    def _above(self, unit: Unit) -> Iterator[UnitId]:
        current = unit.parent_id
        while current is not None:
            yield current
            current = self._after.units[current].parent_id

    def _clear(self, unit_id: UnitId, holder: UnitId) -> None:
        """Free the name that a unit waits for of a holder that waits for it, or that will end."""
        one, other = self._waiting.get(unit_id), self._waiting.get(holder)
        if one is not None and other is not None and unit_id in self._work.units:
            now, then = self._work.units[unit_id], self._work.units[holder]
            stay = (now.parent_id, now.placement) == (one.parent_id, one.placement) and (
                then.parent_id,
                then.placement,
            ) == (other.parent_id, other.placement)
            if stay and now.parent_id == then.parent_id and (now.name, then.name) == (other.name, one.name):
                swap = SwapNames(unit_id, holder)
                apply_swap(self._work, swap)
                self.found.append(swap)
                del self._waiting[unit_id], self._waiting[holder]
                return
        if holder not in self._after.units and self._is_left_empty(holder):
            end = AbolishUnit(holder)
            apply_abolish(self._work, end)
            self.found.append(end)
            return
        self._pass(holder)

    def _is_left_empty(self, unit_id: UnitId) -> bool:
        """Say whether nothing stands under a unit now, and nothing in it goes on elsewhere."""
        return not (
            self._work.child_ids(unit_id)
            or any(post.id in self._after.posts for post in self._work.posts_of(unit_id))
            or any(held.id in self._after.functions for held in self._work.functions_of(unit_id))
        )

    def _bring(self, unit: Unit) -> None:
        """Create, move or rename one unit; its name is free and all above it stand."""
        now = self._work.units.get(unit.id)
        if now is None:
            self._create(unit)
            return
        if not _is_placed_anew(replace(now, name=unit.name), unit):
            self._rename(unit)
            return
        if unit.parent_id is not None and now.name != unit.name:
            is_same = comparable(now.name) == comparable(unit.name)
            if not is_same and self._work.holder(unit.parent_id, now.name, unit.id) is not None:
                if self._work.holder(now.parent_id, unit.name, unit.id) is None:
                    self._rename(unit)
                else:
                    self._pass(unit.id)
        self._move(unit)
        if self._work.units[unit.id].name != unit.name:
            self._rename(unit)

    def _create(self, unit: Unit) -> None:
        if unit.parent_id is None:
            raise LookupError("the government itself is in both organisations")
        new = NewUnit(
            unit.id,
            unit.kind.code,
            unit.name,
            unit.parent_id,
            unit.position,
            short_name=unit.short_name,
            letter_code=unit.letter_code,
            duty_field=unit.duty_field,
            placement=unit.placement,
        )
        apply_create(self._work, CreateUnit(new))
        self.found.append(CreateUnit(new))

    def _move(self, unit: Unit) -> None:
        if unit.parent_id is None:
            raise LookupError("the government itself is not moved")
        move = MoveUnit(unit.id, unit.parent_id, unit.position, unit.placement)
        apply_move(self._work, move)
        self.found.append(move)

    def _rename(self, unit: Unit) -> None:
        rename = RenameUnit(unit.id, unit.name)
        apply_rename(self._work, rename)
        self.found.append(rename)

    def _pass(self, unit_id: UnitId) -> None:
        """Let a unit bear a passing name that nobody bears."""
        unit = self._work.units[unit_id]
        name = f"{unit.name[:_STEM]} (sementara {unit_id.hex[-12:]})"
        while self._work.holder(unit.parent_id, name, unit_id) is not None or name == unit.name:
            name += "."
        rename = RenameUnit(unit_id, name)
        apply_rename(self._work, rename)
        self.found.append(rename)
