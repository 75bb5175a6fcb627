"""Duties and functions of units: entered, reworded, moved to another unit, ended, or corrected."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.registry_events import FunctionRecorded
from orgflow.domain.organisation import keeping_posts
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.records import FunctionKind, FunctionRecord
from orgflow.domain.values import FunctionId, UnitId, clean_line, clean_text
from orgflow.services.context import Context
from orgflow.services.organisation.unit_fields import GivenBasis, basis_of
from orgflow.services.registry import held_history, keep
from orgflow.services.use_case import use_case

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


@dataclass(frozen=True, slots=True)
class EndFunction:
    """The first day on which a duty or function no longer holds."""

    function_id: FunctionId
    on: date


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
        UnknownFunction, UnknownUnit, NotYetBegun, AlreadyEnded, NothingChanges, FunctionOutsideUnit.
    """
    before, edit = held_history(ctx), _edit(command)
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
        UnknownFunction, LaterChangePlanned, PeriodEmpty, AlreadyEnded.
    """
    before = held_history(ctx)
    keep(ctx, before, keeping_posts.end_function(before, command.function_id, command.on))
    _tell(ctx, before, before.functions[command.function_id][-1], "end", on=command.on)
    return command.function_id


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
