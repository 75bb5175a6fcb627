"""Riwayat: who did what, as sentences, and whether its chain is whole."""

from dataclasses import dataclass

from flask import Blueprint, render_template, request
from flask_babel import gettext

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.chain import ChainReport
from orgflow.services.history import show_history, verify_audit
from orgflow.web.audit.filtering import days_asked, filter_view, wish_of
from orgflow.web.audit.sentences import event_rows
from orgflow.web.current import current_context, current_government
from orgflow.web.permissions import needs

bp = Blueprint("audit", __name__, url_prefix="/riwayat")


@dataclass(frozen=True, slots=True)
class ChainWords:
    """The chain's state as a sentence."""

    state: str
    words: str


@bp.get("")
@needs(Permission.VIEW_AUDIT)
def show() -> tuple[str, int]:
    """Show the events of the government that are asked for, the latest first."""
    before = request.args.get("sebelum", type=int)
    ctx, days = current_context(), days_asked()
    page = show_history(ctx, before, wish_of(days))
    zone = current_government().zone
    asked = filter_view(page.actors, days)
    body = render_template(
        "audit/show.html",
        filter=asked,
        events=event_rows(page.events, zone),
        older_than=page.older_than,
        chain=_words(verify_audit(ctx)),
        is_first=before is None,
    )
    return body, 422 if asked.has_error else 200


def _words(report: ChainReport) -> ChainWords:
    if report.broken_at is None:
        return ChainWords(
            "ok", gettext("Catatan utuh: %(count)s peristiwa, tidak ada yang diubah", count=report.length)
        )
    return ChainWords(
        "bad",
        gettext("Catatan tidak utuh mulai peristiwa %(at)s. Beri tahu administrator.", at=report.broken_at),
    )
