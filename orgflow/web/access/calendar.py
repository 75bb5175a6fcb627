"""The calendar of due dates at a secret address: its keeping on the account's page, and the feed itself."""

import secrets

from flask import Blueprint, Response, flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response as Answer

from orgflow.domain.access.roles import Permission
from orgflow.domain.values import ProposalId
from orgflow.services.calendar_feed import (
    CloseCalendarAddress,
    MakeCalendarAddress,
    calendar_at,
    close_calendar_address,
    make_calendar_address,
)
from orgflow.web.current import current_context
from orgflow.web.handing_out import handed_out
from orgflow.web.permissions import needs, public

bp = Blueprint("calendar", __name__)
TOKEN_BYTES = 32


@bp.post("/akun/kalender")
@needs(Permission.SIGN_IN, scope="own")
def make() -> str:
    """Give the calendar an address and show it, this once."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    make_calendar_address(current_context(), MakeCalendarAddress(token))
    return render_template(
        "access/calendar.html", address=url_for("calendar.feed", token=token, _external=True)
    )


@bp.post("/akun/kalender/tutup")
@needs(Permission.SIGN_IN, scope="own")
def close() -> Answer:
    """Take the calendar's address away."""
    close_calendar_address(current_context(), CloseCalendarAddress())
    flash(gettext("Alamat kalender ditutup. Kalender yang memakainya tidak lagi diperbarui."), "success")
    return redirect(url_for("account.show"), code=303)


@bp.get("/kalender/<token>.ics")
@public
def feed(token: str) -> Response:
    """Bring the calendar at an address, to whoever has it."""
    content = calendar_at(current_context(), token, _url_of)
    return handed_out("tenggat.ics", "text/calendar", content)


def _url_of(proposal_id: ProposalId) -> str:
    return url_for("proposals.show", proposal_id=proposal_id, _external=True)
