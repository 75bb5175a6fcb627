"""What follows a commencement: a proposal's list of tasks, told of by whoever does them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.commencement_events import FollowUpTold
from orgflow.domain.proposals.follow_up import CLOSED, FollowUp, FollowUpNews
from orgflow.domain.values import ProposalId, clean_text, clean_words_if_any
from orgflow.files.uploads import CheckedUpload
from orgflow.services.acting import reader_of
from orgflow.services.context import Context
from orgflow.services.files import keep_upload
from orgflow.services.scope import scope_of, today_of
from orgflow.services.use_case import read, use_case
from orgflow.store import commenced, files, follow_ups, governments, notices, proposals
from orgflow.store.follow_ups import FollowUpRow
from orgflow.store.governments import Government
from orgflow.store.proposals import ProposalRow, StaleRevision

TELLERS = (
    Permission.COMMENCE,
    Permission.RECORD_REGULATION,
    Permission.REVIEW_AS_ORGANISATION,
    Permission.EDIT_PROPOSAL,
)
"""Who may tell how far a task is; a drafter of the tasks of its own unit's proposals."""
FILE_PURPOSE = "follow_up"
NOTE_LENGTH = 2_000


@dataclass(frozen=True, slots=True)
class TaskView:
    """One task of a list."""

    id: UUID
    revision: int
    task: FollowUp
    file_id: UUID | None
    file_name: str
    changed_by: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class FollowUpList:
    """A proposal's list; ``may_tell`` whether the reader may tell how far a task is."""

    zone: str
    tasks: tuple[TaskView, ...]
    may_tell: bool

    @property
    def open_count(self) -> int:
        """How many tasks are not closed."""
        return sum(not view.task.is_closed for view in self.tasks)


@dataclass(frozen=True, slots=True)
class OpenList:
    """A list on somebody's desk."""

    proposal_id: ProposalId
    unit_name: str
    open_count: int
    is_sample: bool


@dataclass(frozen=True, slots=True)
class TellFollowUp:
    """How far a task is; a document takes the place of the one brought before."""

    proposal_id: ProposalId
    task_id: UUID
    seen_revision: int
    news: FollowUpNews
    document: CheckedUpload | None = None


@read(requires=Permission.VIEW_PROPOSALS)
def show_follow_ups(ctx: Context, proposal_id: ProposalId) -> FollowUpList:
    """Return what follows a proposal's commencement; nothing before it.

    Raises:
        UnknownProposal.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    reader = reader_of(ctx, row.unit_id)
    return FollowUpList(
        governments.government(ctx.session, ctx.government_id).zone,
        tuple(_view(ctx, held) for held in follow_ups.follow_ups_of(ctx.session, row.id)),
        any(reader.may(permission) for permission in TELLERS),
    )


@read(requires=Permission.VIEW_PROPOSALS)
def open_follow_ups(ctx: Context) -> tuple[OpenList, ...]:
    """Return the lists that are not closed, in the actor's reach."""
    held = governments.government(ctx.session, ctx.government_id)
    found = follow_ups.open_lists(ctx.session, scope_of(ctx), CLOSED)
    if not found:
        return ()
    names = _unit_names(ctx, held, (row for row, _ in found))
    return tuple(OpenList(ProposalId(row.id), names[row.id], count, held.is_sample) for row, count in found)


@read(requires=Permission.VIEW_PROPOSALS)
def lists_of_regulation(ctx: Context, instrument_id: UUID) -> tuple[OpenList, ...]:
    """Return the lists of what a regulation brought, closed or not, in the actor's reach."""
    return _lists(ctx, commenced.commenced_by(ctx.session, scope_of(ctx), instrument_id))


@read(requires=Permission.VIEW_PROPOSALS)
def lists_of_unit(ctx: Context, unit_id: UUID) -> tuple[OpenList, ...]:
    """Return the lists of commencements that wrote a unit, closed or not, in the actor's reach."""
    return _lists(ctx, commenced.commenced_for(ctx.session, scope_of(ctx), unit_id))


def _unit_names(ctx: Context, held: Government, rows: Iterable[ProposalRow]) -> dict[UUID, str]:
    """Return the name of each proposal's unit today, or the last it bore."""
    ids = [row.id for row in rows]
    return notices.unit_names_of(ctx.session, held.id, ids, ctx.today(held.zone))


def _lists(ctx: Context, rows: Sequence[ProposalRow]) -> tuple[OpenList, ...]:
    held = governments.government(ctx.session, ctx.government_id)
    names = _unit_names(ctx, held, rows)
    found: list[OpenList] = []
    for row in rows:
        tasks = [follow_ups.task_of(task) for task in follow_ups.follow_ups_of(ctx.session, row.id)]
        is_open = sum(not task.is_closed for task in tasks)
        found.append(OpenList(ProposalId(row.id), names[row.id], is_open, held.is_sample))
    return tuple(found)


@use_case(requires=TELLERS)
def tell_follow_up(ctx: Context, command: TellFollowUp) -> UUID:
    """Keep how far a task is.

    Raises:
        UnknownProposal, UnknownFollowUp, StaleRevision.
        FollowUpNeedsReason, FollowUpNeedsDay, FollowUpDayAhead, NameUnreadable, TextTooLong, TextUnprintable.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), command.proposal_id)
    held = follow_ups.follow_up_row(ctx.session, row.id, command.task_id)
    if held.revision != command.seen_revision:
        raise StaleRevision(seen=command.seen_revision, present=held.revision)
    before = follow_ups.task_of(held)
    after = before.told(_clean(command.news), today_of(ctx))
    follow_ups.write_task(held, after)
    if command.document is not None:
        held.file_id = keep_upload(ctx, command.document, purpose=FILE_PURPOSE)
    held.revision, held.changed_by, held.changed_at = held.revision + 1, ctx.actor.name, ctx.now
    ctx.record(
        FollowUpTold(
            str(row.id),
            after.title,
            str(before.state),
            str(after.state),
            after.who,
            after.acted_on.isoformat() if after.acted_on is not None else None,
            after.note,
            after.reason,
        )
    )
    return held.id


def _clean(news: FollowUpNews) -> FollowUpNews:
    return FollowUpNews(
        news.state,
        clean_words_if_any(news.who, field="who", limit=200),
        news.acted_on,
        clean_text(news.note, field="note", limit=NOTE_LENGTH),
        clean_text(news.reason, field="reason", limit=NOTE_LENGTH),
    )


def _view(ctx: Context, row: FollowUpRow) -> TaskView:
    name = ""
    if row.file_id is not None:
        name = files.stored_file(ctx.session, ctx.government_id, row.file_id).name
    return TaskView(
        row.id, row.revision, follow_ups.task_of(row), row.file_id, name, row.changed_by, row.changed_at
    )
