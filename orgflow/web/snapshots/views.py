"""Salinan berkas: a proposal's file as it was at each submission, compared and handed out again."""

from urllib.parse import quote
from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.snapshots.snapshot import UnknownSnapshot
from orgflow.services.proposal_pages import show_proposal
from orgflow.services.snapshot_files import ministry_copy
from orgflow.services.snapshots import compare_snapshots, show_snapshots
from orgflow.web.current import current_context
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import Link, header, page_crumbs
from orgflow.web.security import FILE_POLICY
from orgflow.web.snapshots.page import NOW, differences, snapshot_lines, title_of

bp = Blueprint("snapshots", __name__, url_prefix="/usulan/<uuid:proposal_id>/riwayat/salinan")


@bp.get("")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def index(proposal_id: UUID) -> str:
    """Show when the file was frozen."""
    ctx = current_context()
    page = show_proposal(ctx, proposal_id)
    return render_template(
        "snapshots/index.html",
        head=header(page, "proposals.history"),
        lines=snapshot_lines(proposal_id, show_snapshots(ctx, proposal_id), page.government.zone),
        history_url=url_for("proposals.history", proposal_id=proposal_id),
    )


@bp.get("/banding")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def compare(proposal_id: UUID) -> str:
    """Show what differs between two frozen files, or between one and the file as it now is."""
    ctx = current_context()
    asked = request.args.get("ke", NOW)
    after = None if asked == NOW else _number(asked)
    found = compare_snapshots(ctx, proposal_id, _number(request.args.get("dari", "")), after)
    index_url = url_for(".index", proposal_id=proposal_id)
    return render_template(
        "snapshots/compare.html",
        crumbs=(
            *page_crumbs(show_proposal(ctx, proposal_id)),
            Link(gettext("Salinan berkas"), index_url),
        ),
        before=title_of(found.before),
        after=title_of(found.after),
        sections=differences(found),
        index_url=index_url,
    )


@bp.get("/<int:number>/unduh")
@needs(Permission.VIEW_LETTERS, scope="unit")
def copy(proposal_id: UUID, number: int) -> Response:
    """Hand out once more what went to the ministry."""
    file = ministry_copy(current_context(), proposal_id, number)
    return Response(
        file.content,
        mimetype="application/zip",
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name, safe='')}",
            "Content-Security-Policy": FILE_POLICY,
            "Cache-Control": "private, no-store",
        },
    )


def _number(text: str) -> int:
    """Return the number of a frozen file as an address names it.

    Raises:
        UnknownSnapshot: it names none.
    """
    if not (text.isascii() and text.isdigit() and len(text) < 6):
        raise UnknownSnapshot(number=0)
    return int(text)
