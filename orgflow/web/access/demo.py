"""Signing in by a button, in the demonstration and from this machine only."""

from flask import Blueprint, redirect, request
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from orgflow.config import is_loopback
from orgflow.services.sessions import SignInRefused, TooManyTries
from orgflow.web.access.paths import safe_path
from orgflow.web.access.sign_in import SignInForm, enter, sign_in_page
from orgflow.web.current import installation
from orgflow.web.messages import message_for
from orgflow.web.permissions import public

bp = Blueprint("demo", __name__)


@bp.post("/masuk/peragaan")
@public
def enter_demo() -> tuple[str, int] | Response:
    """Sign in as one of the demonstration's accounts."""
    wanted = request.form.get("akun", "")
    account = next((held for held in installation().demo if held.username == wanted), None)
    if account is None or not is_loopback(request.remote_addr or ""):
        raise NotFound
    try:
        enter(account.username, account.password)
    except (SignInRefused, TooManyTries) as refused:
        form = SignInForm(values={"username": account.username})
        own_words = gettext("Kata sandi akun ini sudah diganti. Ketik kata sandi yang sekarang.")
        form.password.errors = [own_words if isinstance(refused, SignInRefused) else message_for(refused)]
        return sign_in_page(form), 422
    return redirect(safe_path(request.form.get("lanjut")), code=303)
