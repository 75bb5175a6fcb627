"""Duties and functions of a unit through time, as whoever reads or keeps them sees them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.instruments import Instrument
from orgflow.domain.organisation.keeping_posts import function_timeline
from orgflow.domain.organisation.records import FunctionKind, FunctionRecord
from orgflow.domain.values import FunctionId, UnitId
from orgflow.services.context import Context
from orgflow.services.registry import held_history
from orgflow.services.scope import today_of
from orgflow.services.use_case import read
from orgflow.store import instruments
from orgflow.store.functions import function_last_recorded


@dataclass(frozen=True, slots=True)
class KeptFunction:
    """A duty or function through time; ``record`` holds on the page's day or is the nearest to it."""

    id: FunctionId
    record: FunctionRecord
    timeline: tuple[FunctionRecord, ...]


@dataclass(frozen=True, slots=True)
class UnitDuties:
    """Every duty and function a unit has, had or will have; those of the day in their order first."""

    on: date
    today: date
    unit_id: UnitId
    unit_name: str
    duties: tuple[KeptFunction, ...]
    functions: tuple[KeptFunction, ...]
    regulations: tuple[Instrument, ...]
    may_keep: bool

    def of(self, kind: FunctionKind) -> tuple[KeptFunction, ...]:
        """Return the duties, or the functions."""
        return self.duties if kind is FunctionKind.DUTY else self.functions


@dataclass(frozen=True, slots=True)
class FunctionFile:
    """A duty or function as whoever keeps the registry works on it; ``seen_at`` is sent back by its form."""

    on: date
    today: date
    unit_id: UnitId
    unit_name: str
    kept: KeptFunction
    regulations: tuple[Instrument, ...]
    seen_at: datetime | None


@read(requires=Permission.VIEW_STRUCTURE)
def show_duties(ctx: Context, unit_id: UUID, on: date | None = None) -> UnitDuties:
    """Return a unit's duties and functions.

    Raises:
        UnknownUnit: it is not of the actor's government.
    """
    history, today = held_history(ctx), today_of(ctx)
    wanted, day = UnitId(unit_id), on or today
    return UnitDuties(
        day,
        today,
        wanted,
        history.name_on(wanted, day),
        _points(history, wanted, FunctionKind.DUTY, day),
        _points(history, wanted, FunctionKind.FUNCTION, day),
        instruments.all_instruments(ctx.session, ctx.government_id),
        ctx.actor.may(Permission.KEEP_REGISTRY),
    )


@read(requires=Permission.KEEP_REGISTRY)
def show_function(ctx: Context, function_id: UUID, on: date | None = None) -> FunctionFile:
    """Return a duty or function with what its forms offer.

    Raises:
        UnknownFunction: it is not of the actor's government.
    """
    history, today = held_history(ctx), today_of(ctx)
    wanted, day = FunctionId(function_id), on or today
    function_timeline(history, wanted)
    kept = _kept(history, wanted, day)
    newest = function_last_recorded(ctx.session, ctx.government_id, wanted)
    return FunctionFile(
        day,
        today,
        kept.record.unit_id,
        history.name_on(kept.record.unit_id, day),
        kept,
        instruments.all_instruments(ctx.session, ctx.government_id),
        newest.at if newest is not None else None,
    )


def _points(history: History, unit_id: UnitId, kind: FunctionKind, day: date) -> tuple[KeptFunction, ...]:
    found = [
        _kept(history, function_id, day)
        for function_id, timeline in history.functions.items()
        if any(record.unit_id == unit_id and record.kind is kind for record in timeline)
    ]
    return tuple(sorted(found, key=lambda kept: (not kept.record.holds_on(day), kept.record.position)))


def _kept(history: History, function_id: FunctionId, day: date) -> KeptFunction:
    timeline = history.functions[function_id]
    begun = [record for record in timeline if record.valid_from <= day]
    return KeptFunction(function_id, begun[-1] if begun else timeline[0], timeline)
