"""Deadlines of the desks: listed and set."""

from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.time_events import DeadlineChanged
from orgflow.domain.proposals.deadlines import (
    STEP_CODES,
    Deadline,
    HeldDeadline,
    UnknownStepCode,
    checked_deadline,
)
from orgflow.services.context import Context
from orgflow.services.settings import NothingChanged
from orgflow.services.use_case import read, use_case
from orgflow.store import deadlines
from orgflow.store.proposals import StaleRevision

NONE_SET = HeldDeadline(0, Deadline(None, "", is_verified=False))
"""What stands where nothing was ever set."""


@dataclass(frozen=True, slots=True)
class SetDeadline:
    """What a desk's deadline is from now on; without days it has none."""

    step_code: str
    seen_revision: int
    deadline: Deadline


@read(requires=Permission.MANAGE_SETTINGS)
def list_deadlines(ctx: Context) -> tuple[tuple[str, HeldDeadline], ...]:
    """Return every desk by its code with its deadline, in the order of the road."""
    held = deadlines.deadlines(ctx.session, ctx.government_id)
    return tuple((code, held.get(code, NONE_SET)) for code in STEP_CODES)


@read(requires=Permission.MANAGE_SETTINGS)
def show_deadline(ctx: Context, step_code: str) -> HeldDeadline:
    """Return one desk's deadline.

    Raises:
        UnknownStepCode.
    """
    _require_code(step_code)
    return deadlines.deadlines(ctx.session, ctx.government_id).get(step_code, NONE_SET)


@use_case(requires=Permission.MANAGE_SETTINGS)
def set_deadline(ctx: Context, command: SetDeadline) -> UUID:
    """Set a desk's deadline.

    Raises:
        UnknownStepCode, StaleRevision, NothingChanged.
        DeadlineDaysUnfit, DeadlineBasisMissing, RemindBeforeTooLong, TextTooLong, TextUnprintable.
    """
    _require_code(command.step_code)
    deadline = checked_deadline(command.deadline)
    row = deadlines.deadline_row(ctx.session, ctx.government_id, command.step_code)
    held = deadlines.held_deadline(row) if row is not None else NONE_SET
    if held.revision != command.seen_revision:
        raise StaleRevision(seen=command.seen_revision, present=held.revision)
    if deadline == held.deadline:
        raise NothingChanged()
    if row is None:
        row = deadlines.add_deadline(
            ctx.session, ctx.government_id, command.step_code, deadline, new_id=ctx.new_id()
        )
    else:
        deadlines.write_deadline(row, deadline)
    before, after = deadline_words(held.deadline), deadline_words(deadline)
    ctx.record(DeadlineChanged(str(row.id), command.step_code, before, after))
    return row.id


def deadline_words(deadline: Deadline) -> str | None:
    """Return a deadline as one line for the history; None where there is none."""
    if deadline.working_days is None:
        return None
    reminding = (
        (deadline.remind_before, "diingatkan {} hari kerja sebelumnya"),
        (deadline.escalate_after, "disampaikan ke atasan {} hari kerja sesudahnya"),
    )
    said = [words.format(count) for count, words in reminding if count is not None]
    trust = "sudah diverifikasi" if deadline.is_verified else "belum diverifikasi"
    return "; ".join([f"{deadline.working_days} hari kerja", *said, f"dasar: {deadline.basis} ({trust})"])


def _require_code(step_code: str) -> None:
    if step_code not in STEP_CODES:
        raise UnknownStepCode(step_code=step_code[:60])
