"""Unit puncak: the government itself, entered by hand as the first unit of an empty structure."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import RuleBroken
from orgflow.services.organisation.keeping import FoundUnit, found_unit
from orgflow.services.organisation.pages import show_structure
from orgflow.services.organisation.unit_fields import GivenBasis, UnitFields
from orgflow.services.starting.beginning import root_choice
from orgflow.web.current import current_context
from orgflow.web.permissions import needs
from orgflow.web.starting.forms import RootForm

bp = Blueprint("root", __name__, url_prefix="/struktur/puncak")
Answer = Response | tuple[str, int]


@bp.get("")
@needs(Permission.KEEP_REGISTRY)
def ask() -> Answer:
    """Ask for the topmost unit, while there is none."""
    if show_structure(current_context()).marks:
        return _to_structure()
    held = root_choice(current_context()).government
    values: dict[str, object] = {"name": f"Pemerintah {held.name}", "unit_code": held.code}
    return _page(RootForm(values=values))


@bp.post("")
@needs(Permission.KEEP_REGISTRY)
def enter() -> Answer:
    """Enter the topmost unit."""
    form = RootForm()
    day = form.valid_from.day if form.validate_on_submit() else None
    if day is None:
        return _page(form)
    command = FoundUnit(
        form.unit_code.data or "",
        UnitFields(form.name.data or "", root_choice(current_context()).kind_code),
        day,
        GivenBasis(form.source.data or ""),
        is_start_known=bool(form.is_start_known.data),
    )
    try:
        found_unit(current_context(), command)
    except RuleBroken as refused:
        form.show(refused, None if "field" in refused.facts else "name")
        return _page(form)
    flash(gettext("Unit puncak dicatat. Lanjutkan dengan unit di bawahnya."), "success")
    return _to_structure()


def _to_structure() -> Response:
    return redirect(url_for("organisation.show"), code=303)


def _page(form: RootForm) -> tuple[str, int]:
    return render_template("starting/root.html", form=form), form.status
