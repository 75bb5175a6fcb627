"""Dokumen usulan: what OrgFlow derives from the operations, on pages and as files."""

from typing import Final
from uuid import UUID

from flask import Blueprint, Response, render_template, url_for
from flask_babel import gettext
from werkzeug.exceptions import NotFound

from orgflow.domain.access.roles import Permission
from orgflow.domain.papers.kinds import PaperKind
from orgflow.services.papers.files import paper_file, show_paper
from orgflow.services.papers.formats import PaperFormat
from orgflow.services.proposal_pages import ProposalPage, show_proposal
from orgflow.web.current import current_context
from orgflow.web.handing_out import handed_out
from orgflow.web.messages import message_for
from orgflow.web.papers.page import paper_lines, paper_view
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import Link, page_crumbs

bp = Blueprint("papers", __name__, url_prefix="/usulan/<uuid:proposal_id>/naskah")
KINDS: Final = frozenset(PaperKind)


@bp.get("")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def index(proposal_id: UUID) -> str:
    """List the documents derived from the proposal."""
    page = show_proposal(current_context(), proposal_id)
    return render_template("papers/index.html", crumbs=page_crumbs(page), papers=paper_lines(page.id))


@bp.get("/<kind>")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def show(proposal_id: UUID, kind: str) -> str:
    """Show one of the documents."""
    ctx = current_context()
    page = show_proposal(ctx, proposal_id)
    paper = show_paper(ctx, proposal_id, _kind(kind))
    return render_template(
        "papers/show.html",
        crumbs=paper_crumbs(page),
        view=paper_view(paper, page.id),
        problem=problem_of(page),
    )


@bp.get("/<kind>.<form>")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def download(proposal_id: UUID, kind: str, form: str) -> Response:
    """Hand out one of the documents as a file."""
    if form not in set(PaperFormat):
        raise NotFound
    file = paper_file(current_context(), proposal_id, _kind(kind), PaperFormat(form))
    return handed_out(file.name, file.media_type, file.content)


def _kind(told: str) -> PaperKind:
    if told not in KINDS:
        raise NotFound
    return PaperKind(told)


def problem_of(page: ProposalPage) -> str:
    """Return why a proposal's operations no longer apply; nothing while they do."""
    return message_for(page.broken_by) if page.broken_by is not None else ""


def paper_crumbs(page: ProposalPage) -> tuple[Link, ...]:
    """Return the way back from one of a proposal's documents."""
    url = url_for("papers.index", proposal_id=page.id)
    return (*page_crumbs(page), Link(gettext("Dokumen usulan"), url))
