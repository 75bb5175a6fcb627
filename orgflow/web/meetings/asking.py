"""One way for all forms of meetings: asked, taken, refused beside the field, or overtaken."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.errors import DomainError
from orgflow.domain.meetings.meeting import MeetingMovedOn
from orgflow.services.proposal_pages import show_proposal
from orgflow.web.current import current_context
from orgflow.web.errors import Page
from orgflow.web.messages import message_for
from orgflow.web.office_form import OfficeForm
from orgflow.web.proposals.header import Link, page_crumbs

Answer = Response | Page | str


@dataclass(frozen=True, slots=True)
class Where:
    """A meeting, as the addresses of its pages name it."""

    proposal_id: UUID
    meeting_id: UUID

    def url(self, endpoint: str, point_id: UUID | None = None, anchor: str | None = None) -> str:
        """Return the address of one of the meeting's pages, or of one of its points."""
        return url_for(
            f"meetings.{endpoint}",
            proposal_id=self.proposal_id,
            meeting_id=self.meeting_id,
            point_id=point_id,
            _anchor=anchor,
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """A form on a page of its own: what it is for, where it goes, and the words of its button."""

    title: str
    told: str
    form: OfficeForm
    url: str
    back_url: str
    save: str
    proposal_id: UUID


def ask(asked: Asked, problem: str = "") -> str:
    """Show a form; ``problem`` stands above it."""
    crumbs = (
        *page_crumbs(show_proposal(current_context(), asked.proposal_id)),
        Link(gettext("Rapat"), url_for("meetings.index", proposal_id=asked.proposal_id)),
    )
    return render_template("meetings/ask.html", asked=asked, crumbs=crumbs, problem=problem)


def taken(asked: Asked, act: Callable[[], str], told: str) -> Answer:
    """Take what a form asks for and go on, or show the form again with why it was refused.

    Whoever was overtaken is told so once: what was typed stays, and sent again it is kept upon what is
    there now.

    Args:
        act: does it and returns the address at which to go on.
        told: what is said there.

    Raises:
        DomainError: what was refused, when it belongs to no field and nobody was there first.
    """
    if not asked.form.validate_on_submit():
        return ask(asked), 422
    try:
        address = act()
    except MeetingMovedOn as overtaken:
        asked.form.seen_revision.data = str(overtaken.facts["present"])
        return ask(asked, message_for(overtaken)), 409
    except DomainError as refused:
        asked.form.show(refused)
        return ask(asked), 422
    flash(told, "success")
    return redirect(address, code=303)
