"""What is said to whoever acts on a page that somebody else has overtaken; nothing typed is lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from flask import render_template, url_for
from flask_babel import gettext

from orgflow.domain.errors import DomainError
from orgflow.services.context import Context
from orgflow.services.history import proposal_history
from orgflow.services.proposal_pages import ProposalPage
from orgflow.web.audit.sentences import EventRow, event_row
from orgflow.web.errors import ConflictView, Page, TwoTexts, conflict_page
from orgflow.web.proposals.header import Link, last_step, page_crumbs, short_name, title_of_page
from orgflow.web.proposals.words import where_it_is

STALE: Final = "stale_revision"


@dataclass(frozen=True, slots=True)
class Overtaken:
    """A page for an act that can no longer be done: what happened meanwhile, and what was typed."""

    heading: str
    crumbs: tuple[Link, ...]
    standing: str
    happened: EventRow | None
    typed: tuple[tuple[str, str], ...]
    url: str


def is_stale(error: DomainError) -> bool:
    """Say whether somebody saved the proposal after the sender had opened the page."""
    return error.code == STALE


def latest_event(ctx: Context, page: ProposalPage) -> EventRow | None:
    """Return what last happened to the proposal."""
    events = proposal_history(ctx, page.id)
    return event_row(events[0], page.government.zone) if events else None


def overtaken_page(ctx: Context, page: ProposalPage, heading: str, typed: Mapping[str, str]) -> Page:
    """Return the page for an act that the proposal's present state no longer allows."""
    words = where_it_is(page.standing, last_step(page.steps), page.unit)
    view = Overtaken(
        heading,
        page_crumbs(page),
        words,
        latest_event(ctx, page),
        tuple(typed.items()),
        url_for("proposals.show", proposal_id=page.id),
    )
    return render_template("proposals/overtaken.html", view=view), 409


def both_texts_page(
    ctx: Context,
    page: ProposalPage,
    url: str,
    fields: tuple[TwoTexts, ...],
    page_url: str,
) -> Page:
    """Return the page that shows what is saved beside what was typed."""
    event = latest_event(ctx, page)
    return conflict_page(
        ConflictView(
            short_name(title_of_page(page), page.unit),
            url,
            page.revision,
            page_url,
            gettext("Buka usulan"),
            fields,
            (),
            event.who if event is not None else "",
            event.at if event is not None else "",
        )
    )
