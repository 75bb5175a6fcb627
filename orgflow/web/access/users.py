"""The accounts of a government: listed, added, changed, closed, opened, and given new passwords."""

import base64
import hashlib
import hmac
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import NotFound, RuleBroken
from orgflow.domain.values import UserId
from orgflow.services.account_links import LinkAccount, link_account, show_link, unlinked_followers
from orgflow.services.account_pages import AccountPage, list_accounts, show_account, unit_choices
from orgflow.services.accounts import (
    AddUser,
    ChangeUser,
    CloseAccount,
    OpenAccountAgain,
    ResetPassword,
    add_user,
    change_user,
    close_account,
    open_account_again,
    reset_password,
)
from orgflow.services.mail_wishes import mail_wish_of
from orgflow.web.access.link_form import LinkForm
from orgflow.web.access.role_words import role_names
from orgflow.web.access.user_forms import NewUserForm, UserForm
from orgflow.web.current import current_context, installation, revision_from_form
from orgflow.web.notices.page import MODES
from orgflow.web.office_form import OfficeForm
from orgflow.web.permissions import needs

bp = Blueprint("users", __name__, url_prefix="/pengguna")


@bp.get("")
@needs(Permission.MANAGE_USERS)
def index() -> str:
    """List the accounts."""
    accounts = [(account, role_names(account.roles)) for account in list_accounts(current_context())]
    unlinked = unlinked_followers(current_context())
    return render_template("access/users.html", accounts=accounts, unlinked=unlinked)


@bp.get("/baru")
@needs(Permission.MANAGE_USERS)
def create() -> str:
    """Ask who is to be added."""
    return render_template("access/new_user.html", form=NewUserForm(unit_choices(current_context())))


@bp.post("/baru")
@needs(Permission.MANAGE_USERS)
def add() -> tuple[str, int]:
    """Add an account and show its first password, once."""
    form = NewUserForm(unit_choices(current_context()))
    if form.validate_on_submit():
        password = made_password(form)
        command = AddUser(
            form.username.data or "",
            form.display_name.data or "",
            form.chosen_roles,
            form.chosen_unit,
            password,
        )
        try:
            user_id = add_user(current_context(), command)
            return _password_page(user_id, password), 200
        except (RuleBroken, NotFound) as refused:
            form.show_in(refused, otherwise="username")
    return render_template("access/new_user.html", form=form), form.status


@bp.get("/<uuid:user_id>")
@needs(Permission.MANAGE_USERS)
def show(user_id: UUID) -> str:
    """Show one account."""
    page = show_account(current_context(), user_id)
    return _page(page, UserForm.of(page))


@bp.post("/<uuid:user_id>")
@needs(Permission.MANAGE_USERS)
def change(user_id: UUID) -> tuple[str, int] | Response:
    """Change an account's name, roles and unit."""
    page = show_account(current_context(), user_id)
    form = UserForm(page.units)
    if form.validate_on_submit():
        command = ChangeUser(
            UserId(user_id), form.seen, form.display_name.data or "", form.chosen_roles, form.chosen_unit
        )
        try:
            change_user(current_context(), command)
            flash(gettext("Akun %(name)s disimpan.", name=page.account.username), "success")
            return redirect(url_for(".show", user_id=user_id), code=303)
        except (RuleBroken, NotFound) as refused:
            form.show_in(refused, otherwise="roles")
    return _page(page, form), form.status


@bp.post("/<uuid:user_id>/pejabat")
@needs(Permission.MANAGE_USERS)
def link(user_id: UUID) -> tuple[str, int] | Response:
    """Say whose account it is."""
    page, form = show_account(current_context(), user_id), LinkForm()
    form.offer(show_link(current_context(), user_id))
    if form.validate_on_submit():
        try:
            link_account(current_context(), LinkAccount(UserId(user_id), form.seen, form.chosen))
            flash(gettext("Hubungan akun dengan pejabat disimpan."), "success")
            return redirect(url_for(".show", user_id=user_id), code=303)
        except (RuleBroken, NotFound) as refused:
            form.show(refused, field=None if refused.facts.get("field") else "official_id")
    return _page(page, UserForm.of(page), form), form.status


@bp.post("/<uuid:user_id>/nonaktifkan")
@needs(Permission.MANAGE_USERS)
def close(user_id: UUID) -> Response:
    """Close an account."""
    close_account(current_context(), CloseAccount(UserId(user_id), revision_from_form()))
    flash(gettext("Akun dinonaktifkan dan dikeluarkan dari semua peramban."), "success")
    return redirect(url_for(".show", user_id=user_id), code=303)


@bp.post("/<uuid:user_id>/aktifkan")
@needs(Permission.MANAGE_USERS)
def open_again(user_id: UUID) -> Response:
    """Open a closed account."""
    open_account_again(current_context(), OpenAccountAgain(UserId(user_id), revision_from_form()))
    flash(gettext("Akun diaktifkan kembali."), "success")
    return redirect(url_for(".show", user_id=user_id), code=303)


@bp.post("/<uuid:user_id>/sandi")
@needs(Permission.MANAGE_USERS)
def renew_password(user_id: UUID) -> str:
    """Give an account a new password and show it, once."""
    password = made_password(OfficeForm())
    reset_password(current_context(), ResetPassword(UserId(user_id), revision_from_form(), password))
    return _password_page(user_id, password)


def made_password(form: OfficeForm) -> str:
    """Return the password that belongs to this sending of the form: sent twice, it is the same one."""
    key = f"password:{form.idempotency_key.data}".encode()
    digest = hmac.new(installation().secret.encode(), key, hashlib.sha256).digest()
    letters = base64.b32encode(digest).decode().lower().rstrip("=")[:20]
    return "-".join(letters[at : at + 5] for at in range(0, 20, 5))


def _page(page: AccountPage, form: UserForm, asked: LinkForm | None = None) -> str:
    held = show_link(current_context(), page.account.id)
    link_form = asked or LinkForm(revision=page.account.revision)
    link_form.offer(held)
    return render_template(
        "access/user.html",
        account=page.account,
        roles=role_names(page.account.roles),
        form=form,
        mail=_mail_words(page.account.id),
        link=held,
        following=role_names(held.following),
        link_form=link_form,
    )


def _mail_words(user_id: UUID) -> str:
    """Return how an account's owner is told by mail, with the address in full."""
    wish = mail_wish_of(current_context(), user_id)
    return f"{MODES[wish.mode]} ({wish.address})" if wish.address else str(MODES[wish.mode])


def _password_page(user_id: UUID, password: str) -> str:
    account = show_account(current_context(), user_id).account
    return render_template("access/password.html", account=account, password=password)
