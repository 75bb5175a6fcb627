"""The day of commencement: told at the promulgation or later, and corrected where it was wrongly recorded."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.commencement_events import CommencementCorrected, CommencementSet
from orgflow.domain.audit.events import UnitCorrected
from orgflow.domain.calendar import format_date
from orgflow.domain.changes.recommencing import Move, Touched, move_commencement, require_apart
from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.history import History
from orgflow.domain.proposals.commencement import (
    CommencementKnown,
    CommencementSame,
    CommencementUnknown,
    NotPromulgated,
)
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import InstrumentId, ProposalId, TextEmpty, clean_text
from orgflow.services.commencement import citation_of, days_of_regulation, regulation_of
from orgflow.services.commencement_plan import beside_from, words_of
from orgflow.services.context import Context
from orgflow.services.registry import held_history, keep
from orgflow.services.scope import scope_of
from orgflow.services.telling_steps import tell_of_missing_day
from orgflow.services.use_case import use_case
from orgflow.store import commencements, proposals
from orgflow.store.commencements import CommencementDayRow, CommencementRow
from orgflow.store.instruments import InstrumentRow
from orgflow.store.proposals import ProposalRow

UNKNOWN: Final = "belum diketahui"
REASON_LENGTH: Final = 2_000


class CommencementWritten(RuleBroken):
    """The registry stands for a day already: it is corrected to another day, not to none."""

    code = "commencement_written"


@dataclass(frozen=True, slots=True)
class SetCommencement:
    """The day on which a promulgated regulation commences, now that it is known.

    ``early_reason`` is given where it lies before the promulgation.
    """

    proposal_id: ProposalId
    seen_revision: int
    effective_on: date
    early_reason: str = ""


@dataclass(frozen=True, slots=True)
class CorrectCommencement:
    """The day that should have been recorded; None is *belum diketahui*, while nothing was written for it."""

    proposal_id: ProposalId
    seen_revision: int
    effective_on: date | None
    reason: str


@use_case(requires=Permission.RECORD_REGULATION)
def set_commencement(ctx: Context, command: SetCommencement) -> UUID:
    """Record the day on which a promulgated regulation commences.

    Raises:
        UnknownProposal, StaleRevision, RegulationMissing, NotPromulgated.
        CommencementKnown: a day is recorded; a wrong one is corrected.
        EarlyWithoutReason, CommencementTooFar, TextTooLong, TextUnprintable.
    """
    row, regulation = _seen(ctx, command.proposal_id, command.seen_revision)
    if row.state != ProposalState.PROMULGATED:
        raise NotPromulgated(state=row.state)
    if regulation.effective_on is not None:
        raise CommencementKnown(effective_on=regulation.effective_on.isoformat())
    reason = clean_text(command.early_reason, field="early_reason", limit=REASON_LENGTH)
    days_of_regulation(regulation).commencing(command.effective_on).check(reason)
    regulation.effective_on = command.effective_on
    tell_day(ctx, row, command.effective_on, reason)
    _touch(ctx, row)
    ctx.record(
        CommencementSet(str(row.id), citation_of(regulation), command.effective_on.isoformat(), reason)
    )
    return row.id


@use_case(requires=Permission.RECORD_REGULATION)
def correct_commencement(ctx: Context, command: CorrectCommencement) -> UUID:
    """Correct a day of commencement; where the registry stands for it, its records are corrected too.

    Nothing is deleted: the records of the wrong day are superseded and stay readable as they were known.

    Raises:
        UnknownProposal, StaleRevision, RegulationMissing, NotPromulgated.
        CommencementUnknown: there is no day to correct.
        CommencementSame, CommencementWritten, CommencementTooFar, TextEmpty, TextTooLong, TextUnprintable.
        PermissionMissing: the registry stands for the day, and the actor may not let regulations commence.
        LaterChangeRests: what was recorded afterwards stands in the way; and as ``soundness.check``.
        CommencementsCross: a regulation that speaks of the same commenced between both days.
    """
    row, regulation = _seen(ctx, command.proposal_id, command.seen_revision)
    if row.state not in (ProposalState.PROMULGATED, ProposalState.IMPLEMENTED):
        raise NotPromulgated(state=row.state)
    before, after = regulation.effective_on, command.effective_on
    if before is None:
        raise CommencementUnknown()
    if before == after:
        raise CommencementSame(field="effective_on", effective_on=before.isoformat())
    reason = clean_text(command.reason, field="reason", limit=REASON_LENGTH)
    if not reason:
        raise TextEmpty(field="reason")
    replace(days_of_regulation(regulation), effective_on=after).check(reason)
    is_written = row.state == ProposalState.IMPLEMENTED
    if is_written:
        ctx.actor.require(Permission.COMMENCE)
        if after is None:
            raise CommencementWritten(field="effective_on", effective_on=before.isoformat())
        _rewrite(ctx, row, Move(InstrumentId(regulation.id), before, after), reason)
    regulation.effective_on = after
    tell_day(ctx, row, after, reason)
    commencements.settle_hold(ctx.session, row.id, ctx.now)
    _touch(ctx, row)
    if after is None:
        tell_of_missing_day(ctx, row)
    ctx.record(
        CommencementCorrected(
            str(row.id),
            citation_of(regulation),
            before.isoformat(),
            after.isoformat() if after is not None else UNKNOWN,
            reason,
            is_written,
        )
    )
    return row.id


def tell_day(ctx: Context, row: ProposalRow, day: date | None, reason: str) -> None:
    """Keep what we were told of the day of commencement, after what we were told before."""
    ctx.session.add(
        CommencementDayRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            proposal_id=row.id,
            sequence=len(commencements.days_of(ctx.session, row.id)) + 1,
            effective_on=day,
            reason=reason,
            recorded_by=ctx.actor.name,
            recorded_at=ctx.now,
        )
    )
    ctx.session.flush()


def _seen(ctx: Context, proposal_id: ProposalId, seen: int) -> tuple[ProposalRow, InstrumentRow]:
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id, seen=seen)
    return row, regulation_of(ctx, row)


def _touch(ctx: Context, row: ProposalRow) -> None:
    row.revision, row.changed_at = row.revision + 1, ctx.now


def _rewrite(ctx: Context, row: ProposalRow, move: Move, reason: str) -> None:
    written = commencements.commencements_of(ctx.session, row.id)[-1]
    touched = commencements.read_touched(written.touched)
    others = beside_from(ctx, row, min(move.old, move.new))
    if others:
        require_apart(words_of(ctx, row), move, others)
    held = held_history(ctx)
    moved = move_commencement(held, touched, move)
    keep(ctx, held, moved, since=min(move.old, move.new), reason=reason, proposal_id=row.id)
    _tell_units(ctx, held, touched, move, reason)
    ctx.session.add(
        CommencementRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            proposal_id=row.id,
            sequence=written.sequence + 1,
            effective_on=move.new,
            operations=written.operations,
            left_out=written.left_out,
            touched=written.touched,
            follow_ups=written.follow_ups,
            written_by=ctx.actor.name,
            written_at=ctx.now,
        )
    )
    ctx.session.flush()


def _tell_units(ctx: Context, held: History, touched: Touched, move: Move, reason: str) -> None:
    for unit_id in sorted(touched.units):
        name = held.units[unit_id][-1].name
        said = format_date(move.old), format_date(move.new)
        ctx.record(UnitCorrected(str(unit_id), name, *said, reason))
