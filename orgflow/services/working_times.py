"""The norms of effective working time that an office reckons by: listed and changed."""

from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.workload_events import WorkingTimeChanged
from orgflow.domain.values import clean_words
from orgflow.domain.workload.figures import format_figure
from orgflow.domain.workload.reckoning import WorkingTime, checked_minutes
from orgflow.services.context import Context
from orgflow.services.organisation.freshness import as_seen
from orgflow.services.settings import NothingChanged
from orgflow.services.trust_words import TRUST
from orgflow.services.use_case import read, use_case
from orgflow.store import workload


@dataclass(frozen=True, slots=True)
class HeldTime:
    """A working time as it is kept."""

    id: UUID
    revision: int
    time: WorkingTime


@dataclass(frozen=True, slots=True)
class ChangeTime:
    """What a norm says from now on; calculations that use it follow."""

    time_id: UUID
    seen_revision: int
    minutes: int
    citation: str
    is_verified: bool


@read(requires=Permission.MANAGE_SETTINGS)
def list_times(ctx: Context) -> tuple[HeldTime, ...]:
    """Return the working times in their order."""
    rows = workload.working_time_rows(ctx.session, ctx.government_id)
    return tuple(HeldTime(row.id, row.revision, workload.working_time_of(row)) for row in rows)


@read(requires=Permission.MANAGE_SETTINGS)
def show_time(ctx: Context, time_id: UUID) -> HeldTime:
    """Return one working time.

    Raises:
        UnknownWorkingTime.
    """
    row = workload.working_time_row(ctx.session, ctx.government_id, time_id)
    return HeldTime(row.id, row.revision, workload.working_time_of(row))


@use_case(requires=Permission.MANAGE_SETTINGS)
def change_time(ctx: Context, command: ChangeTime) -> UUID:
    """Change what a norm says, or that it was verified.

    Raises:
        UnknownWorkingTime, StaleRevision, NothingChanged, MinutesUnfit.
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    row = as_seen(
        ctx, workload.working_time_row(ctx.session, ctx.government_id, command.time_id), command.seen_revision
    )
    before = time_words(workload.working_time_of(row))
    minutes = checked_minutes(command.minutes)
    citation = clean_words(command.citation, field="citation")
    after = time_words(WorkingTime(row.code, minutes, citation, command.is_verified))
    if after == before:
        raise NothingChanged()
    row.minutes, row.citation, row.is_verified = minutes, citation, command.is_verified
    row.revision += 1
    ctx.record(WorkingTimeChanged(str(row.id), before, after))
    return row.id


def time_words(time: WorkingTime) -> str:
    """Return a norm as one line."""
    return f"{format_figure(time.minutes)} menit; dasar: {time.citation} ({TRUST[time.is_verified]})"
