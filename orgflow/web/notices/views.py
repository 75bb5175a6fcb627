"""Pemberitahuan: what its reader was told, the unread first, and the mails that carry it out."""

from datetime import datetime
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.services.notice_pages import (
    ReadAllNotices,
    ReadNotice,
    list_notices,
    read_all_notices,
    read_notice,
    show_notice,
)
from orgflow.services.outbox_pages import RetryMail, retry_mail, show_outbox
from orgflow.web.current import current_context
from orgflow.web.listing import page_asked, turning
from orgflow.web.notices.page import mail_lines, notice_lines, target_of
from orgflow.web.permissions import needs

bp = Blueprint("notices", __name__)


@bp.get("/pemberitahuan")
@needs(Permission.SIGN_IN, scope="own")
def index() -> str:
    """Show a page of what the reader was told."""
    page = list_notices(current_context(), page_asked())
    return render_template(
        "notices/index.html",
        lines=notice_lines(page.notices),
        unread=page.unread,
        until=page.seen_at.isoformat(),
        turning=turning(page.place, "notices.index", ""),
    )


@bp.post("/pemberitahuan/<uuid:notice_id>/buka")
@needs(Permission.SIGN_IN, scope="own")
def follow(notice_id: UUID) -> Response:
    """Mark a notice as read and lead to the page it is about."""
    read_notice(current_context(), ReadNotice(notice_id))
    return redirect(target_of(show_notice(current_context(), notice_id)), code=303)


@bp.post("/pemberitahuan/<uuid:notice_id>/dibaca")
@needs(Permission.SIGN_IN, scope="own")
def mark(notice_id: UUID) -> Response:
    """Mark a notice as read."""
    read_notice(current_context(), ReadNotice(notice_id))
    return redirect(url_for(".index"), code=303)


@bp.post("/pemberitahuan/dibaca")
@needs(Permission.SIGN_IN, scope="own")
def mark_all() -> Response:
    """Mark as read all that was told before the page was opened."""
    read_all_notices(current_context(), ReadAllNotices(_instant(request.form.get("sampai", ""))))
    flash(gettext("Semua pemberitahuan ditandai sudah dibaca."), "success")
    return redirect(url_for(".index"), code=303)


@bp.get("/pengaturan/surel")
@needs(Permission.MANAGE_SETTINGS, Permission.MANAGE_USERS)
def outbox() -> str:
    """Show the mails that did not go out, or may have gone twice."""
    page = show_outbox(current_context(), page_asked())
    return render_template(
        "notices/outbox.html",
        page=page,
        lines=mail_lines(page.lines),
        turning=turning(page.place, "notices.outbox", ""),
    )


@bp.post("/pengaturan/surel/<uuid:mail_id>/ulangi")
@needs(Permission.MANAGE_SETTINGS, Permission.MANAGE_USERS)
def retry(mail_id: UUID) -> Response:
    """Let a mail that was given up be tried again."""
    retry_mail(current_context(), RetryMail(mail_id))
    flash(gettext("Surel akan dicoba kirim lagi."), "success")
    return redirect(url_for(".outbox"), code=303)


def _instant(text: str) -> datetime:
    """Return the instant that a form bears.

    Raises:
        BadRequest: it bears none.
    """
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise BadRequest from None
    if instant.tzinfo is None:
        raise BadRequest
    return instant
