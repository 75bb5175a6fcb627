"""The day of a commencement corrected: what began or ended on it is moved to the right day."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import TypeVar
from uuid import UUID

from orgflow.domain.changes.apply import left_by, steps
from orgflow.domain.changes.operations import Operation
from orgflow.domain.errors import Conflict
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.organisation.records import Dated
from orgflow.domain.organisation.soundness import title_of
from orgflow.domain.values import AppointmentId, FunctionId, InstrumentId, PostId, UnitId

K = TypeVar("K", bound=UUID)
R = TypeVar("R", bound=Dated)


class LaterChangeRests(Conflict):
    """What was recorded afterwards rests on the day that is to be corrected; ``things`` names it."""

    code = "later_change_rests"


class CommencementsCross(Conflict):
    """Another regulation that speaks of the same commenced and would be overtaken: ``regulation``."""

    code = "commencements_cross"


@dataclass(frozen=True, slots=True)
class Touched:
    """What a commencement began, changed or ended."""

    units: frozenset[UnitId]
    posts: frozenset[PostId]
    functions: frozenset[FunctionId]
    appointments: frozenset[AppointmentId]

    @staticmethod
    def between(before: History, after: History) -> "Touched":
        """Return what differs between the registry before a commencement and after it."""
        return Touched(
            _differing(before.units, after.units),
            _differing(before.posts, after.posts),
            _differing(before.functions, after.functions),
            _differing(before.appointments, after.appointments),
        )


@dataclass(frozen=True, slots=True)
class Move:
    """Which commencement is moved: of which regulation, from which day to which."""

    instrument_id: InstrumentId
    old: date
    new: date


@dataclass(frozen=True, slots=True)
class Beside:
    """Another regulation that commenced: its day, what it speaks of, and how it is cited."""

    on: date
    spoken_of: frozenset[UUID]
    citation: str


def spoken_of(before: Organisation, operations: Sequence[Operation]) -> frozenset[UUID]:
    """Return the units, posts and functions that operations change, one by one.

    A record tells only what differs in the end: what a regulation says of something that was so already,
    or undoes itself, stands nowhere else.
    """
    passed = [met for _, met, _ in steps(before, operations)]
    found = frozenset[UUID]()
    for one, other in pairwise((*passed, left_by(before, operations))):
        units, posts = _differing(one.units, other.units), _differing(one.posts, other.posts)
        functions = _differing(one.functions, other.functions)
        found = found.union(units, posts, functions)
    return found


def require_apart(ours: frozenset[UUID], move: Move, others: Iterable[Beside]) -> None:
    """Refuse to move a commencement over the day of another that speaks of the same.

    Raises:
        CommencementsCross.
    """
    first, last = sorted((move.old, move.new))
    for other in others:
        if first <= other.on <= last and ours & other.spoken_of:
            raise CommencementsCross(field="effective_on", regulation=other.citation)


def require_last(ours: frozenset[UUID], on: date, others: Iterable[Beside]) -> None:
    """Refuse to let a regulation commence before another that commenced already and speaks of the same.

    Raises:
        CommencementsCross.
    """
    for other in others:
        if other.on >= on and ours & other.spoken_of:
            raise CommencementsCross(field="effective_on", regulation=other.citation)


def move_commencement(history: History, touched: Touched, move: Move) -> History:
    """Return the registry in which what commenced on one day did so on another.

    What was recorded of the same things for days beyond both stays as it is.

    Raises:
        LaterChangeRests: something of it was changed, corrected or withdrawn so that it cannot be moved.
    """
    moved = _Moving(history, move)
    units = moved.timelines(history.units, touched.units, lambda key: _unit_name(history, key))
    posts = moved.timelines(
        history.posts, touched.posts, lambda key: title_of(history, key, max(move.old, move.new))
    )
    functions = moved.timelines(
        history.functions, touched.functions, lambda key: history.functions[key][-1].text
    )
    appointments = dict(history.appointments)
    for key in touched.appointments:
        held = appointments.get(key)
        if held is None or held.valid_to != move.old or held.valid_from >= move.new:
            moved.rest(history.officials[held.official_id].name if held is not None else "")
        else:
            appointments[key] = replace(held, valid_to=move.new)
    if moved.in_the_way:
        raise LaterChangeRests(things=tuple(dict.fromkeys(moved.in_the_way)))
    return replace(
        history,
        units=units,
        posts=posts,
        functions=functions,
        appointments=appointments,
        successions=tuple(
            replace(held, on=move.new)
            if (held.on, held.basis.instrument_id) == (move.old, move.instrument_id)
            else held
            for held in history.successions
        ),
    )


class _Moving:
    """Timelines moved one by one, and what stands in the way."""

    def __init__(self, history: History, move: Move) -> None:
        self._history = history
        self._move = move
        self.in_the_way: list[str] = []

    def rest(self, name: str) -> None:
        """Note something that stands in the way."""
        self.in_the_way.append(name)

    def timelines(
        self, held: Mapping[K, tuple[R, ...]], touched: Iterable[K], name: Callable[[K], str]
    ) -> dict[K, tuple[R, ...]]:
        """Return the timelines with the day moved in those that were touched."""
        found = dict(held)
        for key in touched:
            moved = self._moved(held[key]) if key in held else None
            if moved is None:
                self.rest(name(key) if key in held else "")
            else:
                found[key] = moved
        return found

    def _moved(self, timeline: tuple[R, ...]) -> tuple[R, ...] | None:
        """Return a timeline with the day moved; None where another day of change lies between."""
        old, new = self._move.old, self._move.new
        days = set(_days(timeline))
        first, last = min(old, new), max(old, new)
        if old not in days or any(first <= day <= last and day != old for day in days):
            return None
        begun = [record for record in timeline if record.valid_from == old]
        if begun and begun[0].basis.instrument_id != self._move.instrument_id:
            return None
        return tuple(
            replace(
                record,
                valid_from=new if record.valid_from == old else record.valid_from,
                valid_to=new if record.valid_to == old else record.valid_to,
            )
            for record in timeline
        )


def _days(timeline: Iterable[Dated]) -> Iterator[date]:
    for record in timeline:
        yield record.valid_from
        if record.valid_to is not None:
            yield record.valid_to


def _unit_name(history: History, unit_id: UnitId) -> str:
    return history.units[unit_id][-1].name


def _differing(before: Mapping[K, object], after: Mapping[K, object]) -> frozenset[K]:
    return frozenset(key for key in {*before, *after} if before.get(key) != after.get(key))
