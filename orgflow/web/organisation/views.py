"""Struktur and Unit: the structure on a day, as now or formerly known, and a unit through time."""

from datetime import date
from uuid import UUID

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.calendar import last_instant
from orgflow.domain.errors import RuleBroken
from orgflow.domain.values import UnitId
from orgflow.services.follow_ups import lists_of_unit
from orgflow.services.organisation.issued_under import letters_issued_by
from orgflow.services.organisation.pages import show_structure
from orgflow.services.organisation.pages import show_unit as open_unit
from orgflow.services.organisation.ruling import review
from orgflow.services.organisation.unit_record import show_unit_file
from orgflow.web.commencing.follow_up_page import list_links
from orgflow.web.current import current_context, current_government
from orgflow.web.messages import message_for
from orgflow.web.office_form import day_text, parse_date_or_none
from orgflow.web.organisation.as_known import known_view
from orgflow.web.organisation.rule_words import finding_groups
from orgflow.web.organisation.structure import first_shown, structure_view
from orgflow.web.organisation.unit import unit_view
from orgflow.web.organisation.unit_through_time import through_time
from orgflow.web.permissions import needs
from orgflow.web.starting.first_steps import first_steps

bp = Blueprint("organisation", __name__)
Answer = Response | tuple[str, int]


@bp.get("/struktur")
@needs(Permission.VIEW_STRUCTURE)
def show() -> Answer:
    """Show the structure on a day as a tree beside one unit's panel; the chart has a page of its own."""
    on, typed, error = _day_asked("pada")
    if request.args.get("tampilan") == "bagan" and not error:
        return redirect(url_for("charting.show", pada=on.isoformat() if on is not None else None), code=303)
    known_on, known_typed, known_error = _day_asked("tercatat")
    ctx = current_context()
    known_at = last_instant(known_on, current_government().zone) if known_on is not None else None
    page = show_structure(ctx, on, known_at)
    chosen = request.args.get("unit", type=UUID)
    unit_id = chosen if chosen is not None and UnitId(chosen) in page.structure.units else first_shown(page)
    # The panel tells what is known now: beside a structure as formerly known it would mix the two times.
    panel = open_unit(ctx, unit_id, page.on) if unit_id is not None and page.known_at is None else None
    body = render_template(
        "organisation/structure.html",
        view=structure_view(page, unit_id),
        unit=unit_view(panel) if panel is not None else None,
        findings=finding_groups(page.structure, review(ctx, page.structure)),
        rules_url=url_for("rules.index") if ctx.actor.may(Permission.MANAGE_SETTINGS) else None,
        start=first_steps(page),
        typed=typed if error else day_text(page.on),
        error=error,
        known=known_view(page, unit_id, known_typed, known_error),
    )
    return body, 422 if error or known_error else 200


@bp.get("/unit/<uuid:unit_id>")
@needs(Permission.VIEW_STRUCTURE)
def show_unit(unit_id: UUID) -> tuple[str, int]:
    """Show a unit on a day and through time."""
    on, typed, error = _day_asked("pada")
    ctx = current_context()
    page = open_unit(ctx, unit_id, on)
    more = through_time(show_unit_file(ctx, unit_id, page.on), letters_issued_by(ctx, unit_id))
    body = render_template(
        "organisation/unit.html",
        unit=unit_view(page),
        more=more,
        follow_ups=list_links(lists_of_unit(ctx, unit_id)),
        typed=typed if error else day_text(page.on),
        error=error,
    )
    return body, 422 if error else 200


def _day_asked(name: str) -> tuple[date | None, str, str]:
    """Return the day asked for, what was typed, and why it could not be read."""
    typed = (request.args.get(name) or "")[:60]
    try:
        return parse_date_or_none(typed, name), typed, ""
    except RuleBroken as refused:
        return None, typed, str(message_for(refused))
