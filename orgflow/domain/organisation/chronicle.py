"""What befell the units of a government, day by day: each change with the records before and after it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Final
from uuid import UUID

from orgflow.domain.organisation.history import History, UnitTimeline
from orgflow.domain.organisation.records import Basis, Succession, SuccessionKind, UnitRecord
from orgflow.domain.values import UnitId


class Happening(StrEnum):
    """What befell a unit."""

    FOUNDING = "founding"
    ENDING = "ending"
    RENAME = "rename"
    MOVE = "move"
    KIND = "kind"
    DETAIL = "detail"
    MERGE = "merge"
    SPLIT = "split"
    REPLACEMENT = "replacement"


OF_SUCCESSION: Final = {
    SuccessionKind.MERGE: Happening.MERGE,
    SuccessionKind.SPLIT: Happening.SPLIT,
    SuccessionKind.REPLACEMENT: Happening.REPLACEMENT,
}


@dataclass(frozen=True, slots=True)
class Event:
    """One change: what was before it, what came of it, and on what it rests.

    Attributes:
        before: the records that held until the day; none of a founding.
        after: the records that hold from the day; none of an ending.
        bases: none when the registry does not say on what the change rests.
    """

    on: date
    acts: tuple[Happening, ...]
    before: tuple[UnitRecord, ...]
    after: tuple[UnitRecord, ...]
    bases: tuple[Basis, ...]


def events(history: History, until: date | None) -> tuple[Event, ...]:
    """Return every change up to a day, that day included, in order; None for planned ones too.

    A merge, split or replacement is one event, in place of the ending and founding that it consists of. A
    unit whose beginning is not known was not founded on the day on which it was first seen.
    """
    kin = list(_successions(history))
    begun = {(record.unit_id, event.on) for event in kin for record in event.after}
    ended = {(record.unit_id, event.on) for event in kin for record in event.before}
    own = (event for timeline in history.units.values() for event in _of_timeline(timeline, begun, ended))
    found = [event for event in (*kin, *own) if until is None or event.on <= until]
    return tuple(sorted(found, key=_order))


def versions(history: History, until: date | None) -> tuple[UnitRecord, ...]:
    """Return every record that began by a day, by unit and first day; None for planned ones too."""
    return tuple(
        record
        for timeline in history.units.values()
        for record in timeline
        if until is None or record.valid_from <= until
    )


def _order(event: Event) -> tuple[date, str, tuple[int, ...]]:
    return event.on, event.acts[0], tuple(record.unit_id.int for record in (*event.before, *event.after))


def _of_timeline(
    timeline: UnitTimeline, begun: set[tuple[UnitId, date]], ended: set[tuple[UnitId, date]]
) -> Iterator[Event]:
    first = timeline[0]
    if first.is_start_known and (first.unit_id, first.valid_from) not in begun:
        yield _founding(first)
    for one, following in pairwise(timeline):
        if one.valid_to == following.valid_from:
            acts = tuple(_acts(one, following))
            yield Event(following.valid_from, acts, (one,), (following,), (following.basis,))
            continue
        yield from _ending(one, ended)
        if (following.unit_id, following.valid_from) not in begun:
            yield _founding(following)
    yield from _ending(timeline[-1], ended)


def _founding(record: UnitRecord) -> Event:
    return Event(record.valid_from, (Happening.FOUNDING,), (), (record,), (record.basis,))


def _ending(record: UnitRecord, ended: set[tuple[UnitId, date]]) -> Iterator[Event]:
    """Yield the end of a record; on what it rests is not recorded with it."""
    if record.valid_to is not None and (record.unit_id, record.valid_to) not in ended:
        yield Event(record.valid_to, (Happening.ENDING,), (record,), (), ())


def _acts(one: UnitRecord, following: UnitRecord) -> Iterator[Happening]:
    said = (
        (Happening.RENAME, one.name != following.name),
        (Happening.MOVE, one.parent_id != following.parent_id),
        (Happening.KIND, one.kind_code != following.kind_code),
    )
    found = [act for act, is_so in said if is_so]
    yield from found or [Happening.DETAIL]


def _successions(history: History) -> Iterator[Event]:
    groups: dict[tuple[date, SuccessionKind, UUID | None, UUID | None], list[Succession]] = {}
    for held in history.successions:
        shared_by = {
            SuccessionKind.MERGE: (None, held.successor_id),
            SuccessionKind.SPLIT: (held.predecessor_id, None),
            SuccessionKind.REPLACEMENT: (held.predecessor_id, held.successor_id),
        }
        groups.setdefault((held.on, held.kind, *shared_by[held.kind]), []).append(held)
    for (on, kind, _, _), group in groups.items():
        old = dict.fromkeys(held.predecessor_id for held in group)
        new = dict.fromkeys(held.successor_id for held in group)
        bases = tuple(dict.fromkeys(held.basis for held in group))
        before, after = _before(history, old, on), _after(history, new, on)
        yield Event(on, (OF_SUCCESSION[kind],), before, after, bases)


def _before(history: History, units: Iterable[UnitId], on: date) -> tuple[UnitRecord, ...]:
    """Return the last record of each unit that began before a day."""
    last = ([record for record in history.units[unit] if record.valid_from < on][-1:] for unit in units)
    return tuple(record for records in last for record in records)


def _after(history: History, units: Iterable[UnitId], on: date) -> tuple[UnitRecord, ...]:
    """Return the record of each unit that holds on a day."""
    return tuple(record for unit in units for record in history.units[unit] if record.holds_on(on))
