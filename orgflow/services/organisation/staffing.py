"""Posts of a unit with everyone who held them, as whoever reads or keeps them sees them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.instruments import Instrument
from orgflow.domain.organisation.keeping_posts import held_appointment, post_timeline
from orgflow.domain.organisation.records import Official, PostRecord, UnitRecord
from orgflow.domain.organisation.soundness import title_of
from orgflow.domain.values import AppointmentId, PostId, UnitId
from orgflow.services.context import Context
from orgflow.services.organisation.unit_record import Term
from orgflow.services.registry import held_history
from orgflow.services.scope import today_of
from orgflow.services.use_case import read
from orgflow.store import instruments, posts


@dataclass(frozen=True, slots=True)
class KeptPost:
    """A post through time.

    Attributes:
        record: what holds on the page's day; when nothing does, what held last before it or begins first.
        timeline: all records as now believed, in order.
        terms: everyone who held it or will, the latest first.
    """

    id: PostId
    title: str
    record: PostRecord
    timeline: tuple[PostRecord, ...]
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class UnitStaff:
    """Every post a unit has, had or will have, those of the page's day first."""

    on: date
    today: date
    unit_id: UnitId
    unit_name: str
    posts: tuple[KeptPost, ...]
    regulations: tuple[Instrument, ...]
    may_keep: bool


@dataclass(frozen=True, slots=True)
class PostFile:
    """A post as whoever keeps the registry works on it; ``seen_at`` is sent back by its form."""

    on: date
    today: date
    unit_id: UnitId
    unit_name: str
    post: KeptPost
    units: tuple[UnitRecord, ...]
    officials: tuple[Official, ...]
    regulations: tuple[Instrument, ...]
    seen_at: datetime | None


@dataclass(frozen=True, slots=True)
class TermFile:
    """A person's period in a post as whoever keeps the registry works on it."""

    today: date
    unit_id: UnitId
    unit_name: str
    post_title: str
    term: Term
    seen_at: datetime | None


@read(requires=Permission.VIEW_STRUCTURE)
def show_staff(ctx: Context, unit_id: UUID, on: date | None = None) -> UnitStaff:
    """Return a unit's posts with their holders.

    Raises:
        UnknownUnit: it is not of the actor's government.
    """
    history, today = held_history(ctx), today_of(ctx)
    wanted, day = UnitId(unit_id), on or today
    name = history.name_on(wanted, day)
    found = [
        kept_post(history, post_id, day)
        for post_id, timeline in history.posts.items()
        if any(record.unit_id == wanted for record in timeline)
    ]
    return UnitStaff(
        day,
        today,
        wanted,
        name,
        tuple(sorted(found, key=lambda post: _place(post, day))),
        instruments.all_instruments(ctx.session, ctx.government_id),
        ctx.actor.may(Permission.KEEP_REGISTRY),
    )


@read(requires=Permission.KEEP_REGISTRY)
def show_post(ctx: Context, post_id: UUID, on: date | None = None) -> PostFile:
    """Return a post with what its forms offer.

    Raises:
        UnknownPost: it is not of the actor's government.
    """
    history, today = held_history(ctx), today_of(ctx)
    day, wanted = on or today, PostId(post_id)
    post_timeline(history, wanted)
    post = kept_post(history, wanted, day)
    newest = posts.post_last_recorded(ctx.session, ctx.government_id, wanted)
    return PostFile(
        day,
        today,
        post.record.unit_id,
        history.name_on(post.record.unit_id, day),
        post,
        tuple(sorted(history.units_on(day), key=lambda record: record.name)),
        tuple(sorted(history.officials.values(), key=lambda official: official.name)),
        instruments.all_instruments(ctx.session, ctx.government_id),
        newest.at if newest is not None else None,
    )


@read(requires=Permission.KEEP_REGISTRY)
def show_term(ctx: Context, appointment_id: UUID) -> TermFile:
    """Return a person's period in a post.

    Raises:
        UnknownAppointment: it is not of the actor's government.
    """
    history, wanted = held_history(ctx), AppointmentId(appointment_id)
    record = held_appointment(history, wanted)
    post = kept_post(history, record.post_id, record.valid_from)
    newest = posts.appointment_last_recorded(ctx.session, ctx.government_id, wanted)
    return TermFile(
        today_of(ctx),
        post.record.unit_id,
        history.name_on(post.record.unit_id, record.valid_from),
        post.title,
        Term(record, history.officials[record.official_id]),
        newest.at if newest is not None else None,
    )


def kept_post(history: History, post_id: PostId, day: date) -> KeptPost:
    """Return a post through time, as it is on a day or nearest to it."""
    timeline = history.posts[post_id]
    begun = [record for record in timeline if record.valid_from <= day]
    terms = [
        Term(record, history.officials[record.official_id])
        for record in history.appointments.values()
        if record.post_id == post_id
    ]
    return KeptPost(
        post_id,
        title_of(history, post_id, day),
        begun[-1] if begun else timeline[0],
        timeline,
        tuple(sorted(terms, key=lambda term: term.record.valid_from, reverse=True)),
    )


def _place(post: KeptPost, day: date) -> tuple[bool, str, str, str]:
    record = post.record
    return not record.holds_on(day), record.role, record.echelon or "~", post.title
