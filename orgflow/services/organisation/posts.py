"""Posts and who holds them: entered, changed from a day on, ended, or corrected."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.events import OfficialAppointed
from orgflow.domain.audit.registry_events import AppointmentCorrected, AppointmentEnded, PostRecorded
from orgflow.domain.organisation import keeping_posts
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.records import (
    AppointmentRecord,
    Official,
    PostRecord,
    PostRole,
)
from orgflow.domain.organisation.soundness import title_of
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.values import (
    AppointmentId,
    OfficialId,
    PostId,
    UnitId,
    clean_line,
    clean_name,
    clean_text,
)
from orgflow.services.context import Context
from orgflow.services.organisation.unit_fields import GivenBasis, basis_of
from orgflow.services.registry import held_history, keep
from orgflow.services.use_case import use_case


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


@dataclass(frozen=True, slots=True)
class EndPost:
    """The first day on which a post no longer exists."""

    post_id: PostId
    on: date


@dataclass(frozen=True, slots=True)
class Appoint:
    """A person in a post from a day on; a known person is named by ``official_id``."""

    post_id: PostId
    on: date
    kind: AppointmentKind
    basis: GivenBasis
    name: str = ""
    title: str = ""
    nip: str = ""
    rank: str = ""
    letter: str = ""
    official_id: OfficialId | None = None
    until: date | None = None
    is_end_known: bool = True


@dataclass(frozen=True, slots=True)
class EndAppointment:
    """The first day on which the person no longer holds the post."""

    appointment_id: AppointmentId
    on: date


@dataclass(frozen=True, slots=True)
class CorrectAppointment:
    """What was wrongly recorded of a person's period in a post; ``until`` None has no end yet."""

    appointment_id: AppointmentId
    on: date
    until: date | None
    kind: AppointmentKind
    letter: str
    reason: str
    name: str = ""
    nip: str = ""
    rank: str = ""


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
        UnknownPost, NotYetBegun, AlreadyEnded, NothingChanges, SeatsTooFew, PostOutsideUnit, SeatTaken.
    """
    before, edit = held_history(ctx), _edit(command.fields)
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
        UnknownPost, LaterChangePlanned, PeriodEmpty, AlreadyEnded.
    """
    before = held_history(ctx)
    keep(ctx, before, keeping_posts.end_post(before, command.post_id, command.on))
    title = title_of(before, command.post_id, command.on)
    ctx.record(PostRecorded(str(command.post_id), title, "end", command.on.isoformat(), None))
    return command.post_id


@use_case(requires=Permission.KEEP_REGISTRY)
def appoint(ctx: Context, command: Appoint) -> UUID:
    """Record that a person holds a post from a day on.

    Raises:
        UnknownPost, AppointmentOutsidePost, SeatTaken, PeriodEmpty, UnknownInstrument, texts' refusals.
    """
    before = held_history(ctx)
    official = _official(ctx, before, command)
    record = AppointmentRecord(
        valid_from=command.on,
        valid_to=command.until,
        basis=basis_of(ctx, command.basis),
        appointment_id=AppointmentId(ctx.new_id()),
        post_id=command.post_id,
        official_id=official.official_id,
        kind=command.kind,
        letter=clean_text(command.letter, field="letter", limit=500) or None,
        is_end_known=command.is_end_known,
    )
    keep(ctx, before, keeping_posts.appoint(before, official, record))
    title = title_of(before, command.post_id, command.on)
    ctx.record(OfficialAppointed(str(command.post_id), title, official.name, command.on.isoformat()))
    return record.appointment_id


@use_case(requires=Permission.KEEP_REGISTRY)
def end_appointment(ctx: Context, command: EndAppointment) -> UUID:
    """Record that a person leaves a post.

    Raises:
        UnknownAppointment, PeriodEmpty, AlreadyEnded.
    """
    before = held_history(ctx)
    record = keeping_posts.held_appointment(before, command.appointment_id)
    keep(ctx, before, keeping_posts.end_appointment(before, command.appointment_id, command.on))
    title = title_of(before, record.post_id, command.on)
    name = before.officials[record.official_id].name
    ctx.record(AppointmentEnded(str(record.post_id), title, name, command.on.isoformat()))
    return command.appointment_id


@use_case(requires=Permission.KEEP_REGISTRY)
def correct_appointment(ctx: Context, command: CorrectAppointment) -> UUID:
    """Correct what was wrongly recorded of a person's period in a post, or of the person.

    Raises:
        UnknownAppointment, NothingChanges, PeriodEmpty, AppointmentOutsidePost, SeatTaken, texts' refusals.
    """
    before = held_history(ctx)
    held = keeping_posts.held_appointment(before, command.appointment_id)
    reason = clean_line(command.reason, field="reason")
    person = before.officials[held.official_id]
    official = replace(
        person,
        name=clean_name(command.name) if command.name else person.name,
        nip=clean_text(command.nip, field="nip", limit=60) or None,
        rank=clean_text(command.rank, field="rank", limit=200) or None,
    )
    record = replace(
        held,
        valid_from=command.on,
        valid_to=command.until,
        kind=command.kind,
        letter=clean_text(command.letter, field="letter", limit=500) or None,
        is_end_known=held.is_end_known or command.until is not None,
    )
    after = before.with_official(official)
    if record != held or official == person:
        after = keeping_posts.correct_appointment(after, record)
    keep(ctx, before, after, reason=reason)
    title = title_of(after, held.post_id, command.on)
    ctx.record(AppointmentCorrected(str(held.post_id), title, official.name, reason))
    return command.appointment_id


def _official(ctx: Context, history: History, command: Appoint) -> Official:
    """Return the person meant: the one named, one with the same NIP, or a new one."""
    if command.official_id is not None and command.official_id in history.officials:
        return history.officials[command.official_id]
    nip = clean_text(command.nip, field="nip", limit=60) or None
    same = [held for held in history.officials.values() if nip is not None and held.nip == nip]
    return Official(
        official_id=same[0].official_id if same else OfficialId(ctx.new_id()),
        name=clean_name(command.name),
        title=clean_text(command.title, field="title", limit=200) or None,
        nip=nip,
        rank=clean_text(command.rank, field="rank", limit=200) or None,
    )


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
    return None if text is None else clean_text(text, field=field, limit=limit)
