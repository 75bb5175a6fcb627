"""Units kept: founded, changed from a day on, ended, or corrected where they were wrongly recorded."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.events import UnitCorrected
from orgflow.domain.audit.registry_events import (
    ChangeWithdrawn,
    UnitChanged,
    UnitEnded,
    UnitFounded,
)
from orgflow.domain.organisation import keeping
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.records import UnitRecord
from orgflow.domain.organisation.timeline import record_on
from orgflow.domain.values import UnitId, clean_line, clean_text, clean_words_if_any
from orgflow.services.context import Context
from orgflow.services.organisation.freshness import require_fresh
from orgflow.services.organisation.unit_fields import (
    GivenBasis,
    UnitFields,
    basis_of,
    differing_words,
    edit_of,
)
from orgflow.services.registry import held_history, keep
from orgflow.services.scope import today_of
from orgflow.services.use_case import use_case
from orgflow.store import organisation

CODE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A unit that holds from a day on, or for a period; without ``code`` it is given one."""

    code: str
    fields: UnitFields
    on: date
    basis: GivenBasis
    until: date | None = None
    is_start_known: bool = True


@dataclass(frozen=True, slots=True)
class ChangeUnit:
    """An official change of a unit from a day on; ``seen_at`` is when its page was opened."""

    unit_id: UnitId
    on: date
    fields: UnitFields
    basis: GivenBasis
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CorrectUnit:
    """A correction of what was wrongly recorded of the period that holds the day."""

    unit_id: UnitId
    on: date
    fields: UnitFields
    reason: str
    basis: GivenBasis | None = None
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class EndUnit:
    """The first day on which the unit no longer holds; the reason is told in the history."""

    unit_id: UnitId
    on: date
    basis: GivenBasis
    seen_at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CorrectPeriod:
    """The unit's true first day, or its true end; with ``corrects_end`` a None ``end`` is none."""

    unit_id: UnitId
    reason: str
    start: date | None = None
    is_start_known: bool = True
    corrects_end: bool = False
    end: date | None = None
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class WithdrawChange:
    """A change of a unit recorded for a day that is not to be."""

    unit_id: UnitId
    on: date
    reason: str
    seen_at: datetime | None = None


@use_case(requires=Permission.KEEP_REGISTRY)
def found_unit(ctx: Context, command: FoundUnit) -> UUID:
    """Enter a unit.

    Raises:
        CodeTaken, UnknownKind, PeriodEmpty, UnknownInstrument, texts' refusals, and ``soundness.check``'s.
    """
    before, fields = held_history(ctx), command.fields
    basis = basis_of(ctx, command.basis)
    unit_id = UnitId(ctx.new_id())
    blank = UnitRecord(
        valid_from=command.on,
        valid_to=command.until,
        basis=basis,
        unit_id=unit_id,
        kind_code=fields.kind_code or "",
        name="",
        parent_id=fields.parent_id,
        position=len(before.units) + 1,
        is_start_known=command.is_start_known,
    )
    record = edit_of(replace(fields, name=fields.name or ""))(blank)
    code = clean_words_if_any(command.code, field="unit_code", limit=CODE_LENGTH) or f"unit-{unit_id.hex}"
    after = keeping.found_unit(before, record, code)
    keep(ctx, before, after, since=command.on)
    ctx.record(UnitFounded(str(unit_id), record.name, command.on.isoformat(), basis.source))
    return unit_id


@use_case(requires=Permission.KEEP_REGISTRY)
def change_unit(ctx: Context, command: ChangeUnit) -> UUID:
    """Record an official change of a unit from a day on.

    Raises:
        UnknownUnit, RecordStale, the refusals of ``keeping.change_unit``, texts and ``soundness.check``.
    """
    before = _opened(ctx, command.unit_id, command.seen_at)
    basis = basis_of(ctx, command.basis)
    after = keeping.change_unit(before, command.unit_id, command.on, edit_of(command.fields), basis)
    keep(ctx, before, after, since=command.on)
    was = record_on(before.unit(command.unit_id), command.on)
    now = record_on(after.unit(command.unit_id), command.on)
    ctx.record(
        UnitChanged(
            str(command.unit_id),
            was.name,
            *differing_words(before, was, now),
            command.on.isoformat(),
            basis.source,
        )
    )
    return command.unit_id


@use_case(requires=Permission.KEEP_REGISTRY)
def correct_unit(ctx: Context, command: CorrectUnit) -> UUID:
    """Supersede what was wrongly recorded of a unit; nothing is destroyed.

    Raises:
        UnknownUnit, RecordStale, the refusals of ``keeping.correct_unit``, texts and ``soundness.check``.
    """
    before = _opened(ctx, command.unit_id, command.seen_at)
    reason = clean_line(command.reason, field="reason")
    basis = basis_of(ctx, command.basis) if command.basis is not None else None
    after = keeping.correct_unit(before, command.unit_id, command.on, edit_of(command.fields), basis)
    keep(ctx, before, after, reason=reason)
    was = record_on(before.unit(command.unit_id), command.on)
    now = record_on(after.unit(command.unit_id), command.on)
    ctx.record(UnitCorrected(str(command.unit_id), was.name, *differing_words(before, was, now), reason))
    return command.unit_id


@use_case(requires=Permission.KEEP_REGISTRY)
def end_unit(ctx: Context, command: EndUnit) -> UUID:
    """Record that a unit no longer holds from a day on, with its posts, holders and functions.

    Raises:
        UnknownUnit, RecordStale, texts' refusals, and the refusals of ``keeping.end_unit``.
    """
    before = _opened(ctx, command.unit_id, command.seen_at)
    basis = basis_of(ctx, command.basis)
    after = keeping.end_unit(before, command.unit_id, command.on)
    keep(ctx, before, after, since=command.on)
    name = before.name_on(command.unit_id, command.on)
    reason = clean_text(command.reason, field="reason", limit=500)
    ctx.record(UnitEnded(str(command.unit_id), name, command.on.isoformat(), basis.source, reason))
    return command.unit_id


@use_case(requires=Permission.KEEP_REGISTRY)
def correct_period(ctx: Context, command: CorrectPeriod) -> UUID:
    """Correct since when a unit holds, or until when.

    Raises:
        UnknownUnit, RecordStale, the refusals of ``keeping.restart_unit``, ``keeping.reend_unit`` and
        ``soundness.check``.
    """
    before = after = _opened(ctx, command.unit_id, command.seen_at)
    reason = clean_line(command.reason, field="reason")
    if command.start is not None:
        after = keeping.restart_unit(
            after, command.unit_id, command.start, is_start_known=command.is_start_known
        )
    if command.corrects_end:
        after = keeping.reend_unit(after, command.unit_id, command.end)
    keep(ctx, before, after, reason=reason)
    name = after.unit(command.unit_id)[-1].name
    was, now = _period(before, command.unit_id), _period(after, command.unit_id)
    ctx.record(UnitCorrected(str(command.unit_id), name, was, now, reason))
    return command.unit_id


@use_case(requires=Permission.KEEP_REGISTRY)
def withdraw_change(ctx: Context, command: WithdrawChange) -> UUID:
    """Take a change recorded for a day out of the registry; what held before goes on.

    On the first day of a unit that lies ahead it is the unit itself that is not to be.

    Raises:
        UnknownUnit, RecordStale, NoChangeThatDay, AlreadyBegun, ChildrenRemain, and the refusals of
        ``soundness.check``.
    """
    before = _opened(ctx, command.unit_id, command.seen_at)
    reason = clean_line(command.reason, field="reason")
    if command.on == before.unit(command.unit_id)[0].valid_from:
        after = keeping.withdraw_founding(before, command.unit_id, today_of(ctx))
    else:
        after = keeping.withdraw_change(before, command.unit_id, command.on)
    keep(ctx, before, after, reason=reason)
    name = before.name_on(command.unit_id, command.on)
    ctx.record(ChangeWithdrawn(str(command.unit_id), name, command.on.isoformat(), reason))
    return command.unit_id


def _opened(ctx: Context, unit_id: UnitId, seen_at: datetime | None) -> History:
    history = held_history(ctx)
    history.unit(unit_id)
    newest = organisation.last_recorded(ctx.session, ctx.government_id, unit_id)
    require_fresh(newest, seen_at, history.unit(unit_id)[-1].name)
    return history


def _period(history: History, unit_id: UnitId) -> str:
    timeline = history.unit(unit_id)
    start, end = timeline[0].valid_from, timeline[-1].valid_to
    return f"berlaku sejak {start.isoformat()}, sampai {end.isoformat() if end else 'seterusnya'}"
