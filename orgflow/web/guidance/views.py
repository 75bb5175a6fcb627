"""Panduan: the way to a submitted proposal step by step, an example to look at, and the terms."""

from flask import Blueprint, render_template

from orgflow.domain.access.roles import Permission
from orgflow.services.demo.example import example
from orgflow.services.guide import show_guide
from orgflow.web.current import current_actor, current_context
from orgflow.web.guidance.example_page import example_view
from orgflow.web.guidance.page import guide_view
from orgflow.web.guidance.terms import by_name
from orgflow.web.permissions import needs

bp = Blueprint("guidance", __name__, url_prefix="/panduan")


@bp.get("")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def show() -> str:
    """Show the steps as they stand today for the reader."""
    view = guide_view(show_guide(current_context()), current_actor())
    return render_template("guidance/show.html", view=view)


@bp.get("/contoh")
@needs(Permission.SIGN_IN)
def sample() -> str:
    """Show the example; it is of no government of the installation."""
    found = example(current_context().resources.letter_templates)
    return render_template("guidance/example.html", view=example_view(found))


@bp.get("/istilah")
@needs(Permission.SIGN_IN)
def terms() -> str:
    """Show the office's terms in plain words."""
    return render_template("guidance/terms.html", terms=by_name())
