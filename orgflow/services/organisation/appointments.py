"""Who holds a post: appointed, leaving, corrected where it was wrongly recorded, or withdrawn."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.events import OfficialAppointed
from orgflow.domain.audit.registry_events import (
    AppointmentCorrected,
    AppointmentEnded,
    AppointmentWithdrawn,
)
from orgflow.domain.organisation import keeping_posts
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.records import AppointmentRecord, Official
from orgflow.domain.organisation.soundness import title_of
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.values import (
    AppointmentId,
    OfficialId,
    PostId,
    clean_line,
    clean_name,
    clean_words_if_any,
)
from orgflow.services.context import Context
from orgflow.services.organisation.freshness import require_fresh
from orgflow.services.organisation.unit_fields import GivenBasis, basis_of
from orgflow.services.registry import held_history, keep
from orgflow.services.use_case import use_case
from orgflow.store import posts


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
    seen_at: datetime | None = None


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
    seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class WithdrawAppointment:
    """A person's period in a post that is not to be, or never was."""

    appointment_id: AppointmentId
    reason: str
    seen_at: datetime | None = None


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
        letter=clean_words_if_any(command.letter, field="letter", limit=500) or None,
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
        UnknownAppointment, RecordStale, PeriodEmpty, AlreadyEnded.
    """
    before = _opened(ctx, command.appointment_id, command.seen_at)
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
        UnknownAppointment, RecordStale, NothingChanges, PeriodEmpty, AppointmentOutsidePost, SeatTaken, and
        texts' refusals.
    """
    before = _opened(ctx, command.appointment_id, command.seen_at)
    held = keeping_posts.held_appointment(before, command.appointment_id)
    reason = clean_line(command.reason, field="reason")
    person = before.officials[held.official_id]
    official = replace(
        person,
        name=clean_name(command.name) if command.name else person.name,
        nip=clean_words_if_any(command.nip, field="nip", limit=60) or None,
        rank=clean_words_if_any(command.rank, field="rank", limit=200) or None,
    )
    record = replace(
        held,
        valid_from=command.on,
        valid_to=command.until,
        kind=command.kind,
        letter=clean_words_if_any(command.letter, field="letter", limit=500) or None,
        is_end_known=held.is_end_known or command.until is not None,
    )
    after = before.with_official(official)
    if record != held or official == person:
        after = keeping_posts.correct_appointment(after, record)
    keep(ctx, before, after, reason=reason)
    title = title_of(after, held.post_id, command.on)
    was = person.name if person.name != official.name else ""
    ctx.record(AppointmentCorrected(str(held.post_id), title, official.name, reason, was))
    return command.appointment_id


@use_case(requires=Permission.KEEP_REGISTRY)
def withdraw_appointment(ctx: Context, command: WithdrawAppointment) -> UUID:
    """Take a person's period in a post out of the registry; that it was recorded stays readable.

    Raises:
        UnknownAppointment, RecordStale, and texts' refusals.
    """
    before = _opened(ctx, command.appointment_id, command.seen_at)
    reason = clean_line(command.reason, field="reason")
    record = before.appointments[command.appointment_id]
    keep(ctx, before, keeping_posts.withdraw_appointment(before, command.appointment_id), reason=reason)
    title = title_of(before, record.post_id, record.valid_from)
    name = before.officials[record.official_id].name
    ctx.record(AppointmentWithdrawn(str(record.post_id), title, name, reason))
    return command.appointment_id


def _opened(ctx: Context, appointment_id: AppointmentId, seen_at: datetime | None) -> History:
    history = held_history(ctx)
    record = keeping_posts.held_appointment(history, appointment_id)
    newest = posts.appointment_last_recorded(ctx.session, ctx.government_id, appointment_id)
    require_fresh(newest, seen_at, history.officials[record.official_id].name)
    return history


def _official(ctx: Context, history: History, command: Appoint) -> Official:
    """Return the person meant: the one named, one with the same NIP, or a new one."""
    if command.official_id is not None and command.official_id in history.officials:
        return history.officials[command.official_id]
    nip = clean_words_if_any(command.nip, field="nip", limit=60) or None
    same = [held for held in history.officials.values() if nip is not None and held.nip == nip]
    return Official(
        official_id=same[0].official_id if same else OfficialId(ctx.new_id()),
        name=clean_name(command.name),
        title=clean_words_if_any(command.title, field="title", limit=200) or None,
        nip=nip,
        rank=clean_words_if_any(command.rank, field="rank", limit=200) or None,
    )
