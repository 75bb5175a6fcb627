"""Riwayat: who did what, as sentences, and whether its chain is whole."""

from dataclasses import dataclass

from flask import Blueprint, render_template, request
from flask_babel import gettext

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.chain import ChainReport
from orgflow.services.history import show_history, verify_audit
from orgflow.web.audit.sentences import event_row
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
def show() -> str:
    """Show the events of the government, the latest first."""
    before = request.args.get("sebelum", type=int)
    ctx = current_context()
    page = show_history(ctx, before)
    zone = current_government().zone
    return render_template(
        "audit/show.html",
        events=[event_row(event, zone) for event in page.events],
        older_than=page.older_than,
        chain=_words(verify_audit(ctx)),
        is_first=before is None,
    )


def _words(report: ChainReport) -> ChainWords:
    if report.broken_at is None:
        return ChainWords(
            "ok", gettext("Catatan utuh: %(count)s peristiwa, tidak ada yang diubah", count=report.length)
        )
    return ChainWords(
        "bad",
        gettext("Catatan tidak utuh mulai peristiwa %(at)s. Beri tahu administrator.", at=report.broken_at),
    )
