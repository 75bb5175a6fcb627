"""One's own account: who one is, the password, and the browsers one is signed in with."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext, lazy_gettext
from werkzeug.wrappers import Response
from wtforms import PasswordField
from wtforms.validators import InputRequired, Length

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import RuleBroken
from orgflow.services.account_pages import own_account
from orgflow.services.accounts import ChangeOwnPassword, change_own_password
from orgflow.services.calendar_feed import own_calendar
from orgflow.services.sessions import EndSession, end_session, own_sessions
from orgflow.web.access.role_words import role_names
from orgflow.web.access.sign_in import enter
from orgflow.web.current import current_context
from orgflow.web.office_form import OfficeForm
from orgflow.web.permissions import needs
from orgflow.web.sessions import current_lifetime, current_session

bp = Blueprint("account", __name__)


class PasswordForm(OfficeForm):
    """The present password and the one chosen instead."""

    present = PasswordField(
        lazy_gettext("Kata sandi sekarang"),
        [InputRequired(lazy_gettext("Tulis kata sandi yang Anda pakai sekarang.")), Length(max=500)],
        render_kw={"autocomplete": "current-password"},
    )
    chosen = PasswordField(
        lazy_gettext("Kata sandi baru"),
        [InputRequired(lazy_gettext("Tulis kata sandi baru.")), Length(max=500)],
        description=lazy_gettext("Sekurangnya 12 huruf. Beberapa kata yang tidak berhubungan mudah diingat."),
        render_kw={"autocomplete": "new-password"},
    )


@bp.get("/akun")
@needs(Permission.SIGN_IN, scope="own")
def show() -> str:
    """Show one's own account."""
    return _page(PasswordForm())


@bp.post("/akun/sandi")
@needs(Permission.SIGN_IN, scope="own")
def change_password() -> tuple[str, int] | Response:
    """Choose another password; all other browsers are signed out."""
    form = PasswordForm()
    if form.validate_on_submit():
        username = own_account(current_context()).username
        try:
            chosen = form.chosen.data or ""
            change_own_password(current_context(), ChangeOwnPassword(form.present.data or "", chosen))
            enter(username, chosen)
            flash(
                gettext("Kata sandi diganti. Peramban lain yang memakai akun ini sudah dikeluarkan."),
                "success",
            )
            return redirect(url_for("account.show"), code=303)
        except RuleBroken as refused:
            form.show(refused, field=None if refused.facts.get("field") else "chosen")
    return _page(form), form.status


@bp.post("/akun/sesi/<handle>/akhiri")
@needs(Permission.SIGN_IN, scope="own")
def end(handle: str) -> Response:
    """Sign out another browser."""
    end_session(current_context(), EndSession(handle))
    flash(gettext("Peramban itu sudah dikeluarkan."), "success")
    return redirect(url_for("account.show"), code=303)


def _page(form: PasswordForm) -> str:
    account = own_account(current_context())
    sessions = own_sessions(current_context(), current_session().token or "", current_lifetime())
    return render_template(
        "access/account.html",
        account=account,
        roles=role_names(account.roles),
        sessions=sessions,
        form=form,
        calendar_since=own_calendar(current_context()),
    )
