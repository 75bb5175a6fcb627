"""Who did what: the audit events of a government as its readers see them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.chain import ChainReport, Head, Link, is_marked, verify
from orgflow.services.context import Context
from orgflow.services.scope import scope_of
from orgflow.services.use_case import housekeeping, read
from orgflow.store import audit, governments, letters, proposals


@dataclass(frozen=True, slots=True)
class EventView:
    """One event; ``payload`` is its canonical JSON, of plain values."""

    sequence: int
    at: datetime
    actor_name: str
    event: str
    subject_kind: str
    subject_id: str
    payload: str
    address: str


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Events, the newest first; ``older_than`` continues the list, None at its end.

    ``actors`` are the names of everybody who ever did anything, whatever was asked for.
    """

    events: tuple[EventView, ...]
    older_than: int | None
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HistoryWish:
    """Which events are asked for; nothing given is everything. Both days are included."""

    actor_name: str = ""
    subject_kinds: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


EVERYTHING = HistoryWish()


PAGE = 50


@read(requires=Permission.VIEW_AUDIT)
def show_history(ctx: Context, before: int | None = None, wish: HistoryWish = EVERYTHING) -> HistoryPage:
    """Return a government's events, fifty at a time."""
    zone = governments.government(ctx.session, ctx.government_id).zone
    wanted = audit.Wanted(
        actor_name=wish.actor_name,
        subject_kinds=wish.subject_kinds,
        since=_beginning_of(wish.since, zone) if wish.since is not None else "",
        until=_beginning_of(wish.until + timedelta(days=1), zone) if wish.until is not None else "",
        before=before,
    )
    links = audit.events_of(ctx.session, ctx.government_id, limit=PAGE + 1, wanted=wanted)
    events = tuple(_view(link) for link in links[:PAGE])
    return HistoryPage(
        events,
        events[-1].sequence if len(links) > PAGE else None,
        audit.actors_of(ctx.session, ctx.government_id),
    )


@read(requires=Permission.VIEW_PROPOSALS)
def proposal_history(ctx: Context, proposal_id: UUID) -> tuple[EventView, ...]:
    """Return the events of a proposal and its letters, the newest first.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    owned = letters.letters_of(ctx.session, proposals.proposal_of(ctx.session, row).id)
    subjects = [str(row.id), *(str(letter.id) for letter in owned)]
    wanted = audit.Wanted(subject_ids=tuple(subjects))
    links = audit.events_of(ctx.session, ctx.government_id, limit=500, wanted=wanted)
    return tuple(_view(link) for link in links)


@read(requires=Permission.VIEW_AUDIT)
def verify_audit(ctx: Context) -> ChainReport:
    """Return whether the chain of all events is whole up to its recorded head."""
    return chain_report(ctx)


def chain_report(ctx: Context) -> ChainReport:
    """Return the chain's report in the gate's session."""
    held = outside_head(ctx)
    return verify(
        audit.chain(ctx.session), ctx.resources.audit_key, head=audit.head(ctx.session), outside=held
    )


def outside_head(ctx: Context) -> Head | None:
    """Return the head kept outside the database; None when there is none of ours."""
    file = ctx.resources.audit_head
    held = file.read() if file is not None else None
    return held if held is not None and is_marked(held, ctx.resources.audit_key) else None


@housekeeping
def mark_head(ctx: Context) -> None:
    """Seal the head that a program before this one left without a seal, if the chain ends there."""
    held = audit.head(ctx.session)
    if held.mark is None and held.length and chain_report(ctx).reason in (None, "head_mark"):
        audit.mark_head(ctx.session, ctx.resources.audit_key)


def _beginning_of(day: date, zone: str) -> str:
    """Return the first second of a day in the zone as the events write their instants."""
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")


def _view(link: Link) -> EventView:
    return EventView(
        link.sequence,
        datetime.fromisoformat(link.occurred_at),
        link.actor_name,
        link.event,
        link.subject_kind,
        link.subject_id,
        link.payload,
        link.address,
    )
