"""Which unit came out of which, and who answers for one that ended."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from orgflow.domain.changes.operations import AbolishUnit, MergeUnits, Operation, SplitUnit
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.organisation.records import SuccessionKind
from orgflow.domain.values import UnitId


@dataclass(frozen=True, slots=True)
class Descent:
    """One unit came out of another."""

    predecessor_id: UnitId
    successor_id: UnitId
    kind: SuccessionKind


def descents(
    before: Organisation, after: Organisation, operations: Iterable[Operation]
) -> tuple[Descent, ...]:
    """Return who came out of whom, from units held before to units held after.

    A unit that only stood in between is stepped over: its own successors follow its predecessors.
    """
    found: dict[tuple[UnitId, UnitId], SuccessionKind] = {}
    for step in _said(operations):
        kept = {
            (old, step.successor_id): kind for (old, new), kind in found.items() if new == step.predecessor_id
        }
        if step.predecessor_id in before.units:
            kept[step.predecessor_id, step.successor_id] = step.kind
        for pair, kind in kept.items():
            found.setdefault(pair, kind)
    return tuple(
        Descent(old, new, kind)
        for (old, new), kind in found.items()
        if old not in after.units and new in after.units and old != new
    )


def heirs(operations: Iterable[Operation]) -> Mapping[UnitId, UnitId]:
    """Return, for each unit that ends and names one, the unit that answers for its letters and proposals.

    An heir that ends in its turn hands on to its own.
    """
    direct: dict[UnitId, UnitId] = {}
    for operation in operations:
        match operation:
            case AbolishUnit(unit_id=unit_id, heir_id=heir_id) if heir_id is not None:
                direct[unit_id] = heir_id
            case MergeUnits(unit_ids=unit_ids, into=into):
                direct |= dict.fromkeys(unit_ids, into.unit_id)
            case SplitUnit(unit_id=unit_id, heir_id=heir_id):
                direct[unit_id] = heir_id
            case _:
                pass
    return {unit_id: _last(direct, heir_id) for unit_id, heir_id in direct.items()}


def _last(direct: Mapping[UnitId, UnitId], heir_id: UnitId) -> UnitId:
    seen = {heir_id}
    while heir_id in direct and direct[heir_id] not in seen:
        heir_id = direct[heir_id]
        seen.add(heir_id)
    return heir_id


def _said(operations: Iterable[Operation]) -> Iterable[Descent]:
    for operation in operations:
        match operation:
            case AbolishUnit(unit_id=unit_id, heir_id=heir_id) if heir_id is not None:
                yield Descent(unit_id, heir_id, SuccessionKind.REPLACEMENT)
            case MergeUnits(unit_ids=unit_ids, into=into):
                for unit_id in unit_ids:
                    yield Descent(unit_id, into.unit_id, SuccessionKind.MERGE)
            case SplitUnit(unit_id=unit_id, parts=parts):
                for part in parts:
                    yield Descent(unit_id, part.unit.unit_id, SuccessionKind.SPLIT)
            case _:
                pass
