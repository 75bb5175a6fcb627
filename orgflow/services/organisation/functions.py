"""Duties and functions of units: entered, reworded, moved to another unit, ended, or corrected."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.registry_events import FunctionRecorded
from orgflow.domain.organisation import keeping_posts
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.organisation import UnknownFunction
from orgflow.domain.organisation.records import FunctionKind, FunctionRecord
from orgflow.domain.organisation.timeline import NothingChanges, record_on
from orgflow.domain.values import FunctionId, UnitId, clean_line, clean_text
from orgflow.services.context import Context
from orgflow.services.organisation.freshness import require_fresh
from orgflow.services.organisation.unit_fields import GivenBasis, basis_of
from orgflow.services.registry import held_history, keep
from orgflow.services.scope import today_of
from orgflow.services.use_case import use_case
from orgflow.store.functions import function_last_recorded

POINT_LENGTH = 2_000


@dataclass(frozen=True, slots=True)
class AddFunction:
    """A duty or function of a unit from a day on; without ``position`` it stands last."""

    unit_id: UnitId
    kind: FunctionKind
    text: str
    on: date
    basis: GivenBasis
    position: int | None = None


@dataclass(frozen=True, slots=True)
class ChangeFunction:
    """A duty or function reworded or moved from a day on; with a ``reason`` it is a correction instead."""

    function_id: FunctionId
    on: date
    basis: GivenBasis
    text: str | None = None
    position: int | None = None
    unit_id: UnitId | None = None
    reason: str = ""
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class EndFunction:
    """The first day on which a duty or function no longer holds; the reason is told in the history."""

    function_id: FunctionId
    on: date
    reason: str = ""
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class WithdrawFunctionChange:
    """A change of a duty or function recorded for a day that is not to be."""

    function_id: FunctionId
    on: date
    reason: str
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReorderFunctions:
    """The true order of a unit's duties or functions on a day, by correction; ``order`` names them all."""

    unit_id: UnitId
    kind: FunctionKind
    on: date
    order: tuple[FunctionId, ...]
    reason: str


@use_case(requires=Permission.KEEP_REGISTRY)
def add_function(ctx: Context, command: AddFunction) -> UUID:
    """Enter a duty or function.

    Raises:
        UnknownUnit, FunctionOutsideUnit, UnknownInstrument, TextEmpty, TextTooLong, TextUnprintable.
    """
    before = held_history(ctx)
    before.unit(command.unit_id)
    function_id = FunctionId(ctx.new_id())
    record = FunctionRecord(
        valid_from=command.on,
        basis=basis_of(ctx, command.basis),
        function_id=function_id,
        unit_id=command.unit_id,
        kind=command.kind,
        position=command.position or _last_position(before, command.unit_id, command.kind) + 1,
        text=clean_line(command.text, field="text", limit=POINT_LENGTH),
    )
    code = f"{before.unit_codes[command.unit_id]}-{function_id.hex}"
    keep(ctx, before, keeping_posts.add_function(before, record, code), since=command.on)
    _tell(ctx, before, record, "found", on=command.on)
    return function_id


@use_case(requires=Permission.KEEP_REGISTRY)
def change_function(ctx: Context, command: ChangeFunction) -> UUID:
    """Record that a duty or function changed, or correct what was wrongly recorded of it.

    Raises:
        UnknownFunction, UnknownUnit, RecordStale, NotYetBegun, AlreadyEnded, NothingChanges,
        FunctionOutsideUnit.
    """
    before, edit = _opened(ctx, command.function_id, command.seen_at), _edit(command)
    if command.unit_id is not None:
        before.unit(command.unit_id)
    reason = clean_text(command.reason, field="reason", limit=500) or None
    if reason is None:
        basis = basis_of(ctx, command.basis)
        after = keeping_posts.change_function(before, command.function_id, command.on, edit, basis)
    else:
        after = keeping_posts.correct_function(before, command.function_id, command.on, edit)
    keep(ctx, before, after, reason=reason)
    record = next(r for r in reversed(after.functions[command.function_id]) if r.valid_from <= command.on)
    _tell(ctx, after, record, "change" if reason is None else "correct", on=command.on, reason=reason)
    return command.function_id


@use_case(requires=Permission.KEEP_REGISTRY)
def end_function(ctx: Context, command: EndFunction) -> UUID:
    """Record that a duty or function no longer holds from a day on.

    Raises:
        UnknownFunction, RecordStale, LaterChangePlanned, PeriodEmpty, AlreadyEnded, and texts' refusals.
    """
    before = _opened(ctx, command.function_id, command.seen_at)
    reason = clean_text(command.reason, field="reason", limit=500) or None
    keep(ctx, before, keeping_posts.end_function(before, command.function_id, command.on))
    _tell(ctx, before, before.functions[command.function_id][-1], "end", on=command.on, reason=reason)
    return command.function_id


@use_case(requires=Permission.KEEP_REGISTRY)
def withdraw_function_change(ctx: Context, command: WithdrawFunctionChange) -> UUID:
    """Take a change of a duty or function recorded for a day out of the registry.

    On its first day, when that lies ahead, it is the duty or function itself that is not to be.

    Raises:
        UnknownFunction, RecordStale, NoChangeThatDay, AlreadyBegun, texts' refusals, and those of
        ``soundness.check``.
    """
    before = _opened(ctx, command.function_id, command.seen_at)
    reason = clean_line(command.reason, field="reason")
    if command.on == before.functions[command.function_id][0].valid_from:
        after = keeping_posts.withdraw_function(before, command.function_id, today_of(ctx))
    else:
        after = keeping_posts.withdraw_function_change(before, command.function_id, command.on)
    keep(ctx, before, after, reason=reason)
    record = record_on(before.functions[command.function_id], command.on)
    _tell(ctx, before, record, "withdraw", on=command.on, reason=reason)
    return command.function_id


@use_case(requires=Permission.KEEP_REGISTRY)
def reorder_functions(ctx: Context, command: ReorderFunctions) -> UUID:
    """Correct the order of a unit's duties or functions; nothing is reworded by it.

    Raises:
        UnknownUnit, NothingChanges, and texts' refusals.
        UnknownFunction: one of them is not this unit's on the day, or one is left out.
    """
    before = after = held_history(ctx)
    name = before.name_on(command.unit_id, command.on)
    reason = clean_line(command.reason, field="reason")
    held = {record.function_id: record for record in _held_on(before, command)}
    if held.keys() != set(command.order):
        raise UnknownFunction(unit=name)
    for place, function_id in enumerate(command.order, start=1):
        if held[function_id].position != place:
            after = keeping_posts.correct_function(after, function_id, command.on, _placing(place))
    if after is before:
        raise NothingChanges(on=command.on.isoformat())
    keep(ctx, before, after, reason=reason)
    on, subject = command.on.isoformat(), str(command.unit_id)
    ctx.record(FunctionRecorded(subject, name, "reorder", "", on, reason))
    return command.unit_id


def _held_on(history: History, command: ReorderFunctions) -> tuple[FunctionRecord, ...]:
    return tuple(
        record
        for timeline in history.functions.values()
        for record in timeline
        if record.unit_id == command.unit_id and record.kind is command.kind and record.holds_on(command.on)
    )


def _placing(place: int) -> Callable[[FunctionRecord], FunctionRecord]:
    return lambda record: replace(record, position=place)


def _opened(ctx: Context, function_id: FunctionId, seen_at: datetime | None) -> History:
    history = held_history(ctx)
    text = keeping_posts.function_timeline(history, function_id)[-1].text
    newest = function_last_recorded(ctx.session, ctx.government_id, function_id)
    require_fresh(newest, seen_at, text)
    return history


def _tell(
    ctx: Context,
    history: History,
    record: FunctionRecord,
    act: str,
    *,
    on: date,
    reason: str | None = None,
) -> None:
    name = history.name_on(record.unit_id, on)
    ctx.record(FunctionRecorded(str(record.unit_id), name, act, record.text, on.isoformat(), reason))


def _edit(command: ChangeFunction) -> Callable[[FunctionRecord], FunctionRecord]:
    text = clean_line(command.text, field="text", limit=POINT_LENGTH) if command.text is not None else None

    def edit(record: FunctionRecord) -> FunctionRecord:
        return replace(
            record,
            text=text or record.text,
            position=command.position or record.position,
            unit_id=command.unit_id or record.unit_id,
        )

    return edit


def _last_position(history: History, unit_id: UnitId, kind: FunctionKind) -> int:
    places = [
        record.position
        for timeline in history.functions.values()
        for record in timeline
        if record.unit_id == unit_id and record.kind is kind
    ]
    return max(places, default=0)
