"""Signing in and out."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext, lazy_gettext
from werkzeug.wrappers import Response
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import InputRequired, Length

from orgflow.domain.access.roles import Permission
from orgflow.services.sessions import SignIn, SignInRefused, TooManyTries, drop_session, sign_in, sign_out
from orgflow.services.starting.beginning import show_beginning
from orgflow.web.access.demo_doors import demo_doors
from orgflow.web.access.paths import safe_path
from orgflow.web.current import current_actor, current_context, installation
from orgflow.web.messages import message_for
from orgflow.web.office_form import OfficeForm
from orgflow.web.permissions import needs, public
from orgflow.web.sessions import current_lifetime, current_session, new_token

bp = Blueprint("access", __name__)


class SignInForm(OfficeForm):
    """A user name and a password, and the page that was asked for."""

    username = StringField(
        lazy_gettext("Nama pengguna"),
        [InputRequired(lazy_gettext("Tulis nama pengguna Anda.")), Length(max=200)],
        render_kw={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"},
    )
    password = PasswordField(
        lazy_gettext("Kata sandi"),
        [InputRequired(lazy_gettext("Tulis kata sandi Anda.")), Length(max=500)],
        render_kw={"autocomplete": "current-password"},
    )
    lanjut = HiddenField()


@bp.get("/masuk", endpoint="sign_in")
@public
def show_sign_in() -> str | Response:
    """Show the sign-in page; who is in already is led on, and an empty installation to its beginning."""
    wanted = request.args.get("lanjut")
    if current_actor().user_id is not None:
        return redirect(safe_path(wanted), code=303)
    if not show_beginning(current_context()).has_account:
        return redirect(url_for("starting.ask"), code=303)
    return sign_in_page(SignInForm(values={"lanjut": wanted or ""}))


@bp.post("/masuk")
@public
def sign_in_with_password() -> tuple[str, int] | Response:
    """Sign in by name and password."""
    form = SignInForm()
    if not form.validate_on_submit():
        return sign_in_page(form), form.status
    try:
        enter(form.username.data or "", form.password.data or "")
    except SignInRefused as refused:
        form.password.errors = [message_for(refused)]
        return sign_in_page(form), form.status
    except TooManyTries as refused:
        form.password.errors = [message_for(refused)]
        return sign_in_page(form), 429
    return redirect(safe_path(form.lanjut.data), code=303)


@bp.post("/keluar")
@needs(Permission.SIGN_IN, scope="own")
def sign_out_here() -> Response:
    """Sign out of this browser."""
    present = current_session()
    if present.token is not None:
        sign_out(current_context(), present.token)
    present.end()
    flash(gettext("Anda sudah keluar."), "success")
    answer = redirect(url_for("access.sign_in"), code=303)
    answer.headers["Clear-Site-Data"] = '"storage"'  # words that a tab held for whoever was here
    return answer


def enter(username: str, password: str) -> None:
    """Open a session under a new token; the one in which nobody was signed in is forgotten.

    Raises:
        SignInRefused, TooManyTries.
    """
    present, token = current_session(), new_token()
    sign_in(current_context(), SignIn(username, password, token, current_lifetime()))
    if present.token is not None:
        drop_session(current_context(), present.token)
    present.become(token)


def sign_in_page(form: SignInForm) -> str:
    """Return the sign-in page."""
    return render_template("access/sign_in.html", form=form, doors=demo_doors(installation().demo))
