"""Bagan: the classical chart on its page, and as a file to print."""

from datetime import date
from typing import Final
from uuid import UUID

from flask import Blueprint, Response, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import BadRequest, NotFound

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.chart.paper import Sheet
from orgflow.services.organisation.charting import (
    ChartFileKind,
    ChartQuestion,
    Printing,
    chart_file,
    show_chart,
)
from orgflow.web.charting.page import TURNS, chart_view
from orgflow.web.current import current_context
from orgflow.web.messages import message_for
from orgflow.web.office_form import day_text, parse_date_or_none
from orgflow.web.organisation.structure import ViewLink
from orgflow.web.permissions import needs
from orgflow.web.security import FILE_POLICY

bp = Blueprint("charting", __name__)

TYPED_LENGTH: Final = 60


@bp.get("/struktur/bagan")
@needs(Permission.VIEW_STRUCTURE)
def show() -> tuple[str, int]:
    """Show the chart of a day, or of two."""
    typed = request.args.get("pada", "")[:TYPED_LENGTH]
    try:
        on, error = parse_date_or_none(typed, "pada"), ""
    except RuleBroken as refused:
        on, error = None, message_for(refused)
    question = _question(on)
    page = show_chart(current_context(), question)
    day = page.on.isoformat()
    body = render_template(
        "charting/show.html",
        view=chart_view(page, question),
        typed=typed if error else day_text(page.on),
        error=error,
        views=(
            ViewLink(gettext("Pohon"), url_for("organisation.show", pada=day), is_current=False),
            ViewLink(gettext("Bagan"), url_for("charting.show", pada=day), is_current=True),
        ),
        on_iso=day,
    )
    return body, 422 if error else 200


@bp.get("/struktur/bagan.<kind>")
@needs(Permission.VIEW_STRUCTURE)
def download(kind: str) -> Response:
    """Hand out the chart as a file."""
    if kind not in set(ChartFileKind):
        raise NotFound
    question = _question(parse_date_or_none(request.args.get("pada", "")[:TYPED_LENGTH], "pada"))
    sheet, turn = request.args.get("kertas"), request.args.get("arah", "mendatar")
    if (sheet and sheet not in set(Sheet)) or turn not in TURNS:
        raise BadRequest
    printing = Printing(
        ChartFileKind(kind),
        Sheet(sheet) if sheet else None,
        TURNS[turn][0],
        request.args.get("lampiran", ""),
    )
    file = chart_file(current_context(), question, printing)
    return Response(
        file.content,
        mimetype=file.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{file.name}"',
            "Content-Security-Policy": FILE_POLICY,
        },
    )


def _question(on: date | None) -> ChartQuestion:
    compared_with = parse_date_or_none(request.args.get("banding", "")[:TYPED_LENGTH], "banding")
    root = request.args.get("akar", type=UUID)
    return ChartQuestion(on, compared_with, root, request.args.get("pejabat") == "ya")
