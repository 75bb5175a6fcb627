"""Posts: entered, changed from a day on, ended, or corrected."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.registry_events import PostRecorded
from orgflow.domain.organisation import keeping_posts
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.records import PostRecord, PostRole
from orgflow.domain.organisation.soundness import title_of
from orgflow.domain.values import PostId, UnitId, clean_line, clean_name, clean_text, clean_words_if_any
from orgflow.services.context import Context
from orgflow.services.organisation.freshness import require_fresh
from orgflow.services.organisation.unit_fields import GivenBasis, basis_of
from orgflow.services.registry import held_history, keep
from orgflow.services.scope import today_of
from orgflow.services.use_case import use_case
from orgflow.store import posts


@dataclass(frozen=True, slots=True)
class PostFields:
    """What is said of a post; None leaves as it is, an empty text clears."""

    title: str | None = None
    echelon: str | None = None
    functional_rank: str | None = None
    seats: int | None = None
    unit_id: UnitId | None = None


@dataclass(frozen=True, slots=True)
class FoundPost:
    """A post in a unit from a day on; a head's title follows the unit's name."""

    unit_id: UnitId
    role: PostRole
    fields: PostFields
    on: date
    basis: GivenBasis
    until: date | None = None


@dataclass(frozen=True, slots=True)
class ChangePost:
    """An official change of a post from a day on; with a ``reason`` it is a correction instead."""

    post_id: PostId
    on: date
    fields: PostFields
    basis: GivenBasis
    reason: str = ""
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class EndPost:
    """The first day on which a post no longer exists; the reason is told in the history."""

    post_id: PostId
    on: date
    reason: str = ""
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class WithdrawPostChange:
    """A change of a post recorded for a day that is not to be."""

    post_id: PostId
    on: date
    reason: str
    seen_at: datetime | None = None


@use_case(requires=Permission.KEEP_REGISTRY)
def found_post(ctx: Context, command: FoundPost) -> UUID:
    """Enter a post.

    Raises:
        UnknownUnit, PostOutsideUnit, SeatsTooFew, PeriodEmpty, UnknownInstrument, and texts' refusals.
    """
    before = held_history(ctx)
    before.unit(command.unit_id)
    post_id = PostId(ctx.new_id())
    blank = PostRecord(
        valid_from=command.on,
        valid_to=command.until,
        basis=basis_of(ctx, command.basis),
        post_id=post_id,
        unit_id=command.unit_id,
        role=command.role,
    )
    if command.role is not PostRole.HEAD:
        clean_name(command.fields.title or "", field="title")
    record = _edit(command.fields)(blank)
    code = f"{before.unit_codes[command.unit_id]}-{post_id.hex}"
    after = keeping_posts.found_post(before, record, code)
    keep(ctx, before, after, since=command.on)
    title = title_of(after, post_id, command.on)
    ctx.record(PostRecorded(str(post_id), title, "found", command.on.isoformat(), None))
    return post_id


@use_case(requires=Permission.KEEP_REGISTRY)
def change_post(ctx: Context, command: ChangePost) -> UUID:
    """Record an official change of a post, or correct what was wrongly recorded of it.

    Raises:
        UnknownPost, RecordStale, NotYetBegun, AlreadyEnded, NothingChanges, SeatsTooFew, PostOutsideUnit,
        SeatTaken.
    """
    before, edit = _opened(ctx, command.post_id, command.seen_at), _edit(command.fields)
    reason = clean_text(command.reason, field="reason", limit=500) or None
    if reason is None:
        basis = basis_of(ctx, command.basis)
        after = keeping_posts.change_post(before, command.post_id, command.on, edit, basis)
    else:
        after = keeping_posts.correct_post(before, command.post_id, command.on, edit)
    keep(ctx, before, after, reason=reason)
    title = title_of(after, command.post_id, command.on)
    act = "change" if reason is None else "correct"
    ctx.record(PostRecorded(str(command.post_id), title, act, command.on.isoformat(), reason))
    return command.post_id


@use_case(requires=Permission.KEEP_REGISTRY)
def end_post(ctx: Context, command: EndPost) -> UUID:
    """Record that a post no longer exists from a day on; its holders leave it that day.

    Raises:
        UnknownPost, RecordStale, LaterChangePlanned, PeriodEmpty, AlreadyEnded, and texts' refusals.
    """
    before = _opened(ctx, command.post_id, command.seen_at)
    reason = clean_text(command.reason, field="reason", limit=500) or None
    keep(ctx, before, keeping_posts.end_post(before, command.post_id, command.on))
    title = title_of(before, command.post_id, command.on)
    ctx.record(PostRecorded(str(command.post_id), title, "end", command.on.isoformat(), reason))
    return command.post_id


@use_case(requires=Permission.KEEP_REGISTRY)
def withdraw_post_change(ctx: Context, command: WithdrawPostChange) -> UUID:
    """Take a change of a post recorded for a day out of the registry; what held before goes on.

    On the first day of a post that lies ahead it is the post itself that is not to be.

    Raises:
        UnknownPost, RecordStale, NoChangeThatDay, AlreadyBegun, texts' refusals, and those of
        ``soundness.check``.
    """
    before = _opened(ctx, command.post_id, command.seen_at)
    reason = clean_line(command.reason, field="reason")
    if command.on == before.posts[command.post_id][0].valid_from:
        after = keeping_posts.withdraw_post(before, command.post_id, today_of(ctx))
    else:
        after = keeping_posts.withdraw_post_change(before, command.post_id, command.on)
    keep(ctx, before, after, reason=reason)
    title = title_of(before, command.post_id, command.on)
    ctx.record(PostRecorded(str(command.post_id), title, "withdraw", command.on.isoformat(), reason))
    return command.post_id


def _opened(ctx: Context, post_id: PostId, seen_at: datetime | None) -> History:
    history = held_history(ctx)
    begins = keeping_posts.post_timeline(history, post_id)[-1].valid_from
    newest = posts.post_last_recorded(ctx.session, ctx.government_id, post_id)
    require_fresh(newest, seen_at, title_of(history, post_id, begins))
    return history


def _edit(fields: PostFields) -> Callable[[PostRecord], PostRecord]:
    title = _optional(fields.title, "title", 200)
    echelon = _optional(fields.echelon, "echelon", 60)
    rank = _optional(fields.functional_rank, "functional_rank", 60)

    def edit(record: PostRecord) -> PostRecord:
        return replace(
            record,
            title=record.title if title is None or record.role is PostRole.HEAD else title or record.title,
            echelon=record.echelon if echelon is None else echelon or None,
            functional_rank=record.functional_rank if rank is None else rank or None,
            seats=record.seats if fields.seats is None else fields.seats,
            unit_id=fields.unit_id or record.unit_id,
        )

    return edit


def _optional(text: str | None, field: str, limit: int) -> str | None:
    return None if text is None else clean_words_if_any(text, field=field, limit=limit)
