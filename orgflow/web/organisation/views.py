"""Struktur and Unit: the structure on a day, a unit through time, and what is recorded of it corrected."""

from datetime import date
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.structure import Placement
from orgflow.domain.values import UnitId
from orgflow.services.organisation.keeping import CorrectUnit, correct_unit
from orgflow.services.organisation.pages import UnitPage, show_structure
from orgflow.services.organisation.pages import show_unit as open_unit
from orgflow.services.organisation.unit_fields import UnitFields
from orgflow.web.current import current_context
from orgflow.web.messages import message_for
from orgflow.web.office_form import day_text, parse_date_or_none
from orgflow.web.organisation.forms import CorrectionForm
from orgflow.web.organisation.structure import first_shown, structure_view
from orgflow.web.organisation.unit import unit_view
from orgflow.web.permissions import needs

bp = Blueprint("organisation", __name__)
Answer = Response | tuple[str, int]


@bp.get("/struktur")
@needs(Permission.VIEW_STRUCTURE)
def show() -> Answer:
    """Show the structure on a day as a tree beside one unit's panel; the chart has a page of its own."""
    on, typed, error = _day_asked()
    if request.args.get("tampilan") == "bagan" and not error:
        return redirect(url_for("charting.show", pada=on.isoformat() if on is not None else None), code=303)
    ctx = current_context()
    page = show_structure(ctx, on)
    chosen = request.args.get("unit", type=UUID)
    unit_id = chosen if chosen is not None and UnitId(chosen) in page.structure.units else first_shown(page)
    panel = open_unit(ctx, unit_id, page.on) if unit_id is not None else None
    body = render_template(
        "organisation/structure.html",
        view=structure_view(page, unit_id),
        unit=unit_view(panel) if panel is not None else None,
        typed=typed or day_text(page.on),
        error=error,
    )
    return body, 422 if error else 200


@bp.get("/unit/<uuid:unit_id>")
@needs(Permission.VIEW_STRUCTURE)
def show_unit(unit_id: UUID) -> tuple[str, int]:
    """Show a unit on a day and through time."""
    on, typed, error = _day_asked()
    page = open_unit(current_context(), unit_id, on)
    body = render_template(
        "organisation/unit.html", unit=unit_view(page), typed=typed or day_text(page.on), error=error
    )
    return body, 422 if error else 200


@bp.get("/unit/<uuid:unit_id>/ralat")
@needs(Permission.KEEP_REGISTRY)
def correct(unit_id: UUID) -> tuple[str, int]:
    """Ask for what completes or corrects the record of a unit."""
    page = open_unit(current_context(), unit_id, _day_asked()[0])
    return _correction(page, None)


@bp.post("/unit/<uuid:unit_id>/ralat")
@needs(Permission.KEEP_REGISTRY)
def save_correction(unit_id: UUID) -> Answer:
    """Put the corrected record in the place of the old one, which stays readable."""
    page = open_unit(current_context(), unit_id, _day_asked()[0])
    form = CorrectionForm()
    form.offer_parents(_parents(page))
    if not form.validate_on_submit():
        return _correction(page, form)
    parent = form.parent.data if "parent" in form else ""
    fields = UnitFields(
        parent_id=UnitId(UUID(parent)) if parent else None,
        letter_code=form.letter_code.data or "",
        duty_field=form.duty_field.data or "",
    )
    command = CorrectUnit(page.unit_id, page.on, fields, form.reason.data or "")
    try:
        correct_unit(current_context(), command)
    except RuleBroken as refused:
        form.show(refused, None if "field" in refused.facts else "letter_code")
        return _correction(page, form)
    flash(gettext("Ralat dicatat. Catatan sebelumnya tetap tersimpan."), "success")
    return redirect(url_for("organisation.show_unit", unit_id=unit_id), code=303)


def _day_asked() -> tuple[date | None, str, str]:
    """Return the day asked for, what was typed, and why it could not be read."""
    typed = (request.args.get("pada") or "")[:60]
    try:
        return parse_date_or_none(typed, "pada"), typed, ""
    except RuleBroken as refused:
        return None, typed, str(message_for(refused))


def _parents(page: UnitPage) -> tuple[tuple[str, str], ...]:
    """Return the places a unit may have while its own is not verified: above it, or beside it."""
    if page.unit is None or page.unit.placement is Placement.VERIFIED:
        return ()
    found = {
        unit.id: unit for unit in (*page.superiors, *page.beside) if unit.kind.level < page.unit.kind.level
    }
    return tuple((str(unit.id), unit.name) for unit in found.values())


def _correction(page: UnitPage, refused: CorrectionForm | None) -> tuple[str, int]:
    unit = page.unit
    form = refused or CorrectionForm(
        revision=0,
        values={
            "letter_code": unit.letter_code if unit is not None else "",
            "duty_field": unit.duty_field if unit is not None else "",
        },
    )
    form.offer_parents(_parents(page))
    body = render_template("organisation/correct.html", unit=unit_view(page), form=form)
    return body, 422 if refused is not None else 200
