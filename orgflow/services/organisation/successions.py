"""Who came out of whom: recorded, corrected where it was wrongly recorded, or taken back."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.registry_events import (
    SuccessionCorrected,
    SuccessionRecorded,
    SuccessionWithdrawn,
)
from orgflow.domain.organisation import successions
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.instruments import Instrument
from orgflow.domain.organisation.records import Succession, SuccessionKind
from orgflow.domain.values import UnitId, clean_line
from orgflow.services.context import Context
from orgflow.services.organisation.freshness import require_fresh
from orgflow.services.organisation.unit_fields import GivenBasis, basis_of
from orgflow.services.registry import held_history, keep
from orgflow.services.use_case import read, use_case
from orgflow.store import instruments, organisation


@dataclass(frozen=True, slots=True)
class RecordSuccession:
    """On a day one unit came out of another."""

    predecessor_id: UnitId
    successor_id: UnitId
    kind: SuccessionKind
    on: date
    basis: GivenBasis


@dataclass(frozen=True, slots=True)
class CorrectSuccession:
    """What was wrongly recorded of how one unit came out of another; the two units stay."""

    predecessor_id: UnitId
    successor_id: UnitId
    kind: SuccessionKind
    on: date
    basis: GivenBasis
    reason: str
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class WithdrawSuccession:
    """That one unit came out of another, which is not to be or never was."""

    predecessor_id: UnitId
    successor_id: UnitId
    reason: str
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SuccessionFile:
    """A succession as whoever keeps the registry works on it; ``seen_at`` is sent back by its form."""

    succession: Succession
    predecessor: str
    successor: str
    regulations: tuple[Instrument, ...]
    seen_at: datetime | None


@read(requires=Permission.KEEP_REGISTRY)
def show_succession(ctx: Context, predecessor_id: UUID, successor_id: UUID) -> SuccessionFile:
    """Return how one unit came out of another.

    Raises:
        UnknownSuccession: it is not recorded, or not of the actor's government.
    """
    history = held_history(ctx)
    old, new = UnitId(predecessor_id), UnitId(successor_id)
    held = successions.held_succession(history, old, new)
    newest = organisation.succession_last_recorded(ctx.session, ctx.government_id, old, new)
    return SuccessionFile(
        held,
        history.name_on(old, held.on),
        history.name_on(new, held.on),
        instruments.all_instruments(ctx.session, ctx.government_id),
        newest.at if newest is not None else None,
    )


@use_case(requires=Permission.KEEP_REGISTRY)
def record_succession(ctx: Context, command: RecordSuccession) -> UUID:
    """Record that one unit came out of another.

    Raises:
        UnknownUnit, SuccessionTwice, SuccessionOutsideUnit, UnknownInstrument.
    """
    before = held_history(ctx)
    succession = Succession(
        predecessor_id=command.predecessor_id,
        successor_id=command.successor_id,
        kind=command.kind,
        on=command.on,
        basis=basis_of(ctx, command.basis),
    )
    keep(ctx, before, successions.record_succession(before, succession), since=command.on)
    ctx.record(
        SuccessionRecorded(
            str(command.successor_id),
            before.name_on(command.predecessor_id, command.on),
            before.name_on(command.successor_id, command.on),
            command.on.isoformat(),
        )
    )
    return command.successor_id


@use_case(requires=Permission.KEEP_REGISTRY)
def correct_succession(ctx: Context, command: CorrectSuccession) -> UUID:
    """Supersede what was wrongly recorded of how one unit came out of another; nothing is destroyed.

    Raises:
        UnknownSuccession, RecordStale, NothingChanges, SuccessionOutsideUnit, UnknownInstrument, and texts'
        refusals.
    """
    before, held = _opened(ctx, command)
    reason = clean_line(command.reason, field="reason")
    right = replace(held, kind=command.kind, on=command.on, basis=basis_of(ctx, command.basis))
    keep(ctx, before, successions.correct_succession(before, right), reason=reason)
    ctx.record(
        SuccessionCorrected(
            str(held.successor_id),
            before.name_on(held.predecessor_id, held.on),
            before.name_on(held.successor_id, held.on),
            *_facts(held),
            *_facts(right),
            reason,
        )
    )
    return held.successor_id


@use_case(requires=Permission.KEEP_REGISTRY)
def withdraw_succession(ctx: Context, command: WithdrawSuccession) -> UUID:
    """Take out of the registry that one unit came out of another; that it was recorded stays readable.

    Raises:
        UnknownSuccession, RecordStale, and texts' refusals.
    """
    before, held = _opened(ctx, command)
    reason = clean_line(command.reason, field="reason")
    after = successions.withdraw_succession(before, held.predecessor_id, held.successor_id)
    keep(ctx, before, after, reason=reason)
    ctx.record(
        SuccessionWithdrawn(
            str(held.successor_id),
            before.name_on(held.predecessor_id, held.on),
            before.name_on(held.successor_id, held.on),
            held.on.isoformat(),
            reason,
        )
    )
    return held.successor_id


def _opened(ctx: Context, command: CorrectSuccession | WithdrawSuccession) -> tuple[History, Succession]:
    history, pair = held_history(ctx), (command.predecessor_id, command.successor_id)
    held = successions.held_succession(history, *pair)
    newest = organisation.succession_last_recorded(ctx.session, ctx.government_id, *pair)
    require_fresh(newest, command.seen_at, history.name_on(held.successor_id, held.on))
    return history, held


def _facts(held: Succession) -> tuple[str, str, str]:
    return str(held.kind), held.on.isoformat(), held.basis.source
