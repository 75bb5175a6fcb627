"""One's own account: who one is, the password, and the browsers one is signed in with."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext, lazy_gettext
from werkzeug.wrappers import Response
from wtforms import PasswordField, RadioField, StringField
from wtforms.validators import InputRequired, Length, Optional

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import RuleBroken
from orgflow.domain.notices.delivery import MailMode
from orgflow.services.account_pages import own_account
from orgflow.services.accounts import ChangeOwnPassword, change_own_password
from orgflow.services.calendar_feed import own_calendar
from orgflow.services.mail_wishes import SetMailWish, own_mail_wish, set_mail_wish
from orgflow.services.sessions import EndSession, end_session, own_sessions
from orgflow.web.access.role_words import role_names
from orgflow.web.access.sign_in import enter
from orgflow.web.current import current_context
from orgflow.web.notices.page import MODES
from orgflow.web.office_form import OfficeForm
from orgflow.web.permissions import needs
from orgflow.web.sessions import current_lifetime, current_session

bp = Blueprint("account", __name__)


class MailForm(OfficeForm):
    """How one wants to be told by mail, and where."""

    mode = RadioField(
        lazy_gettext("Kirim pemberitahuan lewat surel"),
        choices=[(str(mode), words) for mode, words in MODES.items()],
    )
    address = StringField(
        lazy_gettext("Alamat surel"),
        [Optional(), Length(max=400)],
        description=lazy_gettext("Hanya terlihat oleh Anda dan pengelola akun."),
        render_kw={"autocomplete": "email", "inputmode": "email", "autocapitalize": "none"},
    )


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
    return _page()


@bp.post("/akun/surel")
@needs(Permission.SIGN_IN, scope="own")
def choose_mail() -> tuple[str, int] | Response:
    """Choose how to be told by mail."""
    form = MailForm()
    if form.validate_on_submit():
        try:
            set_mail_wish(current_context(), SetMailWish(MailMode(form.mode.data), form.address.data or ""))
            flash(gettext("Pilihan surel disimpan."), "success")
            return redirect(url_for("account.show"), code=303)
        except RuleBroken as refused:
            form.show(refused)
    return _page(mail=form), form.status


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
    return _page(password=form), form.status


@bp.post("/akun/sesi/<handle>/akhiri")
@needs(Permission.SIGN_IN, scope="own")
def end(handle: str) -> Response:
    """Sign out another browser."""
    end_session(current_context(), EndSession(handle))
    flash(gettext("Peramban itu sudah dikeluarkan."), "success")
    return redirect(url_for("account.show"), code=303)


def _page(*, password: PasswordForm | None = None, mail: MailForm | None = None) -> str:
    account = own_account(current_context())
    wish = own_mail_wish(current_context())
    values: dict[str, object] = {"mode": str(wish.mode), "address": wish.address}
    sessions = own_sessions(current_context(), current_session().token or "", current_lifetime())
    return render_template(
        "access/account.html",
        account=account,
        roles=role_names(account.roles),
        sessions=sessions,
        form=password or PasswordForm(),
        mail_form=mail or MailForm(values=values),
        has_mail_server=wish.has_server,
        calendar_since=own_calendar(current_context()),
    )
