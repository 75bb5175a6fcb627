"""Mulai: how an empty installation gets its government and its first administrator."""

from typing import Final

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.errors import Conflict, RuleBroken
from orgflow.services.starting.beginning import Beginning, begin_office, show_beginning
from orgflow.setup_code import held_code, withdraw_code
from orgflow.web.access.sign_in import enter
from orgflow.web.current import current_context, installation
from orgflow.web.permissions import public
from orgflow.web.starting.forms import BeginForm

bp = Blueprint("starting", __name__)
Answer = Response | tuple[str, int]
_FIELDS: Final = {"username_invalid": "username"}
"""Which field an error is about that names none; all others without a field are about the password."""


@bp.get("/mulai")
@public
def ask() -> Answer:
    """Ask for what an office begins with; once there is an account, lead to the sign-in page."""
    beginning = show_beginning(current_context())
    if beginning.has_account:
        return redirect(url_for("access.sign_in"), code=303)
    return _page(beginning, BeginForm.asking(for_government=beginning.government is None))


@bp.post("/mulai")
@public
def begin() -> Answer:
    """Enter the government and the first administrator, and sign in."""
    beginning = show_beginning(current_context())
    if beginning.has_account:
        return _begun_already()
    form = BeginForm.asking(for_government=beginning.government is None)
    if not form.validate_on_submit():
        return _page(beginning, form)
    folder = installation().settings.data
    try:
        begin_office(current_context(), form.command(held_code(folder)))
    except Conflict:
        return _begun_already()
    except RuleBroken as refused:
        form.show(refused, None if "field" in refused.facts else _FIELDS.get(refused.code, "password"))
        return _page(beginning, form)
    withdraw_code(folder)
    enter(form.username.data or "", form.password.data or "")
    flash(gettext("OrgFlow siap dipakai. Sekarang catat susunan organisasinya."), "success")
    return redirect(url_for("organisation.show"), code=303)


def _begun_already() -> Response:
    flash(gettext("Akun pertama sudah dibuat. Masuk dengan akun itu."), "info")
    return redirect(url_for("access.sign_in"), code=303)


def _page(beginning: Beginning, form: BeginForm) -> tuple[str, int]:
    body = render_template("starting/begin.html", form=form, government=beginning.government)
    return body, form.status
