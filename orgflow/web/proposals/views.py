"""The list of proposals, and the parts of one that only show."""

from uuid import UUID

from flask import Blueprint, render_template, request

from orgflow.domain.access.roles import Permission
from orgflow.domain.proposals.states import ProposalState
from orgflow.services.history import proposal_history
from orgflow.services.meeting_pages import open_points_of
from orgflow.services.ministry_pages import show_ministry
from orgflow.services.overview import ProposalWish, list_proposals
from orgflow.services.proposal_pages import show_proposal
from orgflow.services.proposal_time import show_time
from orgflow.services.rebasing_pages import show_rebasing
from orgflow.web.audit.sentences import event_rows
from orgflow.web.commencing.note import commencement_of
from orgflow.web.current import current_actor, current_context
from orgflow.web.home.desk import ended_lines, running_lines
from orgflow.web.listing import page_asked, state_asked, state_choices, turning
from orgflow.web.meetings.page import point_cards
from orgflow.web.ministry.page import thread
from orgflow.web.notes.summary import summary_notes
from orgflow.web.permissions import needs
from orgflow.web.proposals.buttons import answers_url, buttons
from orgflow.web.proposals.drafting import register_drafting
from orgflow.web.proposals.header import header
from orgflow.web.proposals.rerouting import register_rerouting
from orgflow.web.proposals.steps import register_steps
from orgflow.web.proposals.summary import summary
from orgflow.web.proposals.time_line import register_time_line, time_line_of
from orgflow.web.proposals.words import STANDINGS
from orgflow.web.rebasing.notice import notice

bp = Blueprint("proposals", __name__, url_prefix="/usulan")


@bp.get("")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def index() -> str:
    """Show a page of the proposals in the reader's reach, the running ones first."""
    asked = state_asked(STANDINGS)
    states = STANDINGS[asked][1] if asked else frozenset(ProposalState)
    found = list_proposals(current_context(), ProposalWish(states, page_asked()))
    return render_template(
        "proposals/index.html",
        running=running_lines(found.cards),
        ended=ended_lines(found.cards),
        is_all=not asked,
        standings=state_choices({code: label for code, (label, _) in STANDINGS.items()}, asked, found.place),
        turning=turning(found.place, "proposals.index", asked),
        may_begin=current_actor().may(Permission.EDIT_PROPOSAL),
    )


@bp.get("/<uuid:proposal_id>")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def show(proposal_id: UUID) -> str:
    """Show what is proposed, where it stands, what is missing and what is to be done."""
    ctx = current_context()
    page = show_proposal(ctx, proposal_id)
    return render_template(
        "proposals/show.html",
        head=header(page, "proposals.show"),
        page=summary(page, page.reader),
        meanwhile=notice(show_rebasing(ctx, proposal_id), page.id),
        notes=summary_notes(ctx, page),
        agreed=point_cards(page.id, open_points_of(ctx, proposal_id), page.government.zone),
        commencement=commencement_of(ctx, page),
    )


@bp.get("/<uuid:proposal_id>/tanggapan")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def ministry(proposal_id: UUID) -> str:
    """Show what went to the ministry and what came back."""
    ctx = current_context()
    page, held = show_proposal(ctx, proposal_id), show_ministry(ctx, proposal_id)
    main = buttons(page, page.reader).main
    desk_id = request.args.get("meja", type=UUID)
    return render_template(
        "ministry/show.html",
        head=header(page, "proposals.ministry"),
        thread=thread(page, held, show_time(ctx, page.id), page.reader, desk_id),
        # The choices of the answer stand on this very page: no button that leads to them.
        main=main if main is not None and main.url != answers_url(page) else None,
    )


@bp.get("/<uuid:proposal_id>/riwayat")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def history(proposal_id: UUID) -> str:
    """Show who did what, the latest first."""
    ctx = current_context()
    page = show_proposal(ctx, proposal_id)
    events = proposal_history(ctx, proposal_id)
    return render_template(
        "proposals/history.html",
        head=header(page, "proposals.history"),
        events=event_rows(events, page.government.zone),
        line=time_line_of(page.id),
        proposal_id=page.id,
    )


register_drafting(bp)
register_steps(bp)
register_rerouting(bp)
register_time_line(bp)
