"""Papan usulan and Laporan bulanan."""

from flask import Blueprint, Response, render_template, request
from werkzeug.exceptions import NotFound

from orgflow.domain.access.roles import Permission
from orgflow.domain.proposals.monthly import parse_month
from orgflow.services.board import show_board
from orgflow.services.monthly import monthly_file, monthly_page
from orgflow.services.papers.formats import PaperFormat
from orgflow.web.current import current_context
from orgflow.web.handing_out import handed_out
from orgflow.web.overview.board import column_views
from orgflow.web.overview.report import report_view
from orgflow.web.permissions import needs

bp = Blueprint("overview", __name__)


@bp.get("/usulan/papan")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def board() -> str:
    """Show all that runs by phase, the longest on the way first."""
    return render_template("overview/board.html", columns=column_views(show_board(current_context())))


@bp.get("/usulan/laporan")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def report() -> str:
    """Show the report of a month, of the present one where none is asked for."""
    asked = request.args.get("bulan", "")
    page = monthly_page(current_context(), parse_month(asked) if asked else None)
    return render_template("overview/report.html", view=report_view(page))


@bp.get("/usulan/laporan/unduh/<month>.<form>")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def download(month: str, form: str) -> Response:
    """Hand out a month's report as a file."""
    if form not in set(PaperFormat):
        raise NotFound
    file = monthly_file(current_context(), parse_month(month), PaperFormat(form))
    return handed_out(file.name, file.media_type, file.content)
