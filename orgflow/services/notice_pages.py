"""A person's own notices: read, counted, marked as read."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.notice_events import NoticesRead
from orgflow.domain.notices.kinds import NoticeKind
from orgflow.domain.values import ProposalId, UserId
from orgflow.services.context import Context
from orgflow.services.notice_words import notice_told
from orgflow.services.paging import PAGE, Place, place_of
from orgflow.services.rebase_words import ToldSentence
from orgflow.services.use_case import read, use_case
from orgflow.store import notices
from orgflow.store.notices import NoticeRow


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A notice as its reader sees it."""

    id: UUID
    kind: NoticeKind
    told: ToldSentence
    proposal_id: ProposalId | None
    told_at: datetime
    is_read: bool


@dataclass(frozen=True, slots=True)
class NoticePage:
    """A page of the actor's notices, the unread first; ``seen_at`` is when it was read."""

    notices: tuple[NoticeView, ...]
    place: Place
    unread: int
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class ReadNotice:
    """Mark one notice as read."""

    notice_id: UUID


@dataclass(frozen=True, slots=True)
class ReadAllNotices:
    """Mark as read what was told until the page was opened; what came after it stays unread."""

    told_until: datetime


@read(requires=Permission.SIGN_IN)
def list_notices(ctx: Context, page: int = 1) -> NoticePage:
    """Return a page of the actor's own notices."""
    reader = own_id(ctx)
    place = place_of(notices.count_notices(ctx.session, reader), page)
    rows = notices.notices_page(ctx.session, reader, first=place.first, limit=PAGE)
    return NoticePage(
        tuple(_view(row) for row in rows), place, notices.count_unread(ctx.session, reader), ctx.now
    )


@read(requires=Permission.SIGN_IN)
def unread_notices(ctx: Context) -> int:
    """Return how many of the actor's notices are unread."""
    return notices.count_unread(ctx.session, own_id(ctx))


@read(requires=Permission.SIGN_IN)
def show_notice(ctx: Context, notice_id: UUID) -> NoticeView:
    """Return one of the actor's own notices.

    Raises:
        UnknownNotice.
    """
    return _view(notices.notice_row(ctx.session, own_id(ctx), notice_id))


@use_case(requires=Permission.SIGN_IN)
def read_notice(ctx: Context, command: ReadNotice) -> UUID:
    """Mark one of the actor's own notices as read.

    Raises:
        UnknownNotice.
    """
    row = notices.notice_row(ctx.session, own_id(ctx), command.notice_id)
    newly = row.read_at is None
    if newly:
        row.read_at = ctx.now
    ctx.record(NoticesRead(str(own_id(ctx)), int(newly)))
    return row.id


@use_case(requires=Permission.SIGN_IN)
def read_all_notices(ctx: Context, command: ReadAllNotices) -> UUID:
    """Mark as read all that the actor was told until then."""
    reader = own_id(ctx)
    count = notices.read_until(ctx.session, reader, command.told_until, ctx.now)
    ctx.record(NoticesRead(str(reader), count))
    return reader


def own_id(ctx: Context) -> UserId:
    """Return whose notices the actor's are.

    Raises:
        LookupError: the actor is no person.
    """
    if ctx.actor.user_id is None:
        raise LookupError("only a person is told anything")
    return ctx.actor.user_id


def words_of(row: NoticeRow) -> Mapping[str, str]:
    """Return the words that a notice bears."""
    held = json.loads(row.words)
    return {str(name): str(word) for name, word in held.items()}


def _view(row: NoticeRow) -> NoticeView:
    kind = NoticeKind(row.kind)
    return NoticeView(
        row.id,
        kind,
        notice_told(kind, words_of(row)),
        ProposalId(row.proposal_id) if row.proposal_id is not None else None,
        row.told_at,
        row.read_at is not None,
    )
