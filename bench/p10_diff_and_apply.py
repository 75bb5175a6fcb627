"""P10: the diff of two structures of 100,000 units and the apply of what it derives, against a bare scan.

The bare scan looks at each unit of both structures once and compares it with its namesake: no diff can do
less. A twentieth of the units differ: renamed, moved, created, abolished, reordered. Every turn has
structures of its own.
"""

import gc
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from bench.pairs import measure, report
from orgflow.domain.changes.apply import apply_all
from orgflow.domain.changes.diff import diff
from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.organisation.structure import Structure, Unit
from orgflow.domain.values import UnitId

TARGET: Final = 10.0
UNITS: Final = 100_000
SMALL: Final = UNITS // 10
TURNS: Final = 7
BELOW_EACH: Final = 6
CHANGED_EACH: Final = 20
LINEAR: Final = 1.5
_ON: Final = date(2026, 1, 1)
_LEVELS: Final = tuple(UnitKind(f"tingkat-{level}", "Unit", level, "Kepala {unit}") for level in range(12))
_KINDS: Final = {kind.code: kind for kind in _LEVELS}

Pair = tuple[Organisation, Organisation]


def main() -> None:
    """Measure the large pair, and say whether a tenth of it takes a tenth of the time."""
    large = measure(_pairs(UNITS), _ours, _scan)
    small = measure(_pairs(SMALL), _ours, _scan)
    growth = large.ours / small.ours / (UNITS / SMALL)
    note = (
        f"{UNITS} units, {large.ours * 1000:.0f} ms against {large.theirs * 1000:.0f} ms;"
        f" {growth:.2f} of linear from {SMALL} units"
    )
    report("P10", large.ratio, TARGET, note, is_met=large.ratio <= TARGET and growth <= LINEAR)


def _ours(pair: Pair) -> Organisation:
    before, after = pair
    return apply_all(before, diff(before, after))


def _scan(pair: Pair) -> int:
    before, after = pair[0].units, pair[1].units
    same = sum(after.get(unit_id) == unit for unit_id, unit in before.items())
    return same + sum(before.get(unit_id) == unit for unit_id, unit in after.items())


def _pairs(count: int) -> Iterator[Pair]:
    for turn in range(TURNS):
        pair = _pair(count, turn)
        if turn == 0 and _ours(pair) != pair[1]:
            raise AssertionError("applying the difference must give the second organisation")
        gc.collect()
        yield pair


def _pair(count: int, turn: int) -> Pair:
    before = [_unit(number, turn) for number in range(count)]
    after = [_changed(_unit(number, turn), number, count, turn) for number in range(count)]
    created = [
        replace(_unit(number, turn), parent_id=_key(number % (count // 100), turn))
        for number in range(count, count + count // (CHANGED_EACH * 5))
    ]
    return _organisation(before), _organisation([unit for unit in after if unit is not None] + created)


def _changed(unit: Unit, number: int, count: int, turn: int) -> Unit | None:
    """Return a unit as it is afterwards; one in a hundred each is renamed, moved, reordered or ends."""
    is_leaf = number * BELOW_EACH + 1 >= count
    match number % (CHANGED_EACH * 5):
        case 1:
            return replace(unit, name=f"{unit.name} dan Pembinaan")
        case 2 if is_leaf:
            return replace(unit, parent_id=_key(number % (count // 100), turn))
        case 3 if is_leaf:
            return None
        case 4:
            return replace(unit, position=unit.position + 1)
        case 5:
            return replace(unit, duty_field="bidang lain")
        case _:
            return unit


def _unit(number: int, turn: int) -> Unit:
    depth, above = 0, number
    while above > 0:
        above, depth = (above - 1) // BELOW_EACH, depth + 1
    parent_id = _key((number - 1) // BELOW_EACH, turn) if number else None
    return Unit(_key(number, turn), _LEVELS[depth], f"Unit {number} angkatan {turn}", parent_id, number)


def _key(number: int, turn: int) -> UnitId:
    return UnitId(UUID(int=(turn + 1) * 10_000_000 + number))


def _organisation(units: list[Unit]) -> Organisation:
    return Organisation.of(Structure.of(_ON, units), _KINDS)


if __name__ == "__main__":
    main()
