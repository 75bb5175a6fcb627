"""Who did what: the audit events of a government as its readers see them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.chain import ChainReport, Head, Link, is_marked, verify
from orgflow.services.context import Context
from orgflow.services.scope import scope_of
from orgflow.services.use_case import housekeeping, read
from orgflow.store import audit, letters, proposals


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
    """Events, the newest first; ``older_than`` continues the list, None at its end."""

    events: tuple[EventView, ...]
    older_than: int | None


PAGE = 50


@read(requires=Permission.VIEW_AUDIT)
def show_history(ctx: Context, before: int | None = None) -> HistoryPage:
    """Return a government's events, fifty at a time."""
    links = audit.events_of(ctx.session, ctx.government_id, subject_ids=None, limit=PAGE + 1, before=before)
    events = tuple(_view(link) for link in links[:PAGE])
    return HistoryPage(events, events[-1].sequence if len(links) > PAGE else None)


@read(requires=Permission.VIEW_PROPOSALS)
def proposal_history(ctx: Context, proposal_id: UUID) -> tuple[EventView, ...]:
    """Return the events of a proposal and its letters, the newest first.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    owned = letters.letters_of(ctx.session, proposals.proposal_of(ctx.session, row).id)
    subjects = [str(row.id), *(str(letter.id) for letter in owned)]
    links = audit.events_of(ctx.session, ctx.government_id, subject_ids=subjects, limit=500, before=None)
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
