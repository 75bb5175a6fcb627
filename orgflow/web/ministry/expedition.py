"""Buku ekspedisi: what was handed over to the ministry, with its filter and files."""

from flask import Blueprint, render_template
from flask_babel import gettext
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.services.expedition import ExpeditionWish, expedition_file, show_expedition
from orgflow.services.register_files import RegisterFormat
from orgflow.web.audit.filtering import DayAsked
from orgflow.web.current import current_actor, current_context
from orgflow.web.handing_out import handed_out
from orgflow.web.listing import page_asked
from orgflow.web.ministry.registers import day_asked, file_links, register_query, register_turning
from orgflow.web.permissions import needs

bp = Blueprint("expedition", __name__, url_prefix="/surat/ekspedisi")


@bp.get("")
@needs(Permission.RECORD_MINISTRY, Permission.VIEW_AUDIT)
def index() -> str:
    """Show a page of the book, the newest first."""
    query = register_query("dari", "sampai")
    days = _days()
    book = show_expedition(current_context(), _wish(*days))
    return render_template(
        "ministry/expedition.html",
        heads=(
            gettext("Tanggal kirim"),
            gettext("Surat"),
            gettext("Tujuan"),
            gettext("Diterima"),
            gettext("Tanda terima"),
        ),
        lines=book.lines,
        days=days,
        is_all=not query,
        turning=register_turning(".index", book.place, query),
        files=file_links(".download", query),
        may_prove=current_actor().may(Permission.RECORD_MINISTRY),
    )


@bp.get("/unduh/<file_format>")
@needs(Permission.RECORD_MINISTRY, Permission.VIEW_AUDIT)
def download(file_format: str) -> Response:
    """Hand out the book as it is filtered."""
    if file_format not in set(RegisterFormat):
        raise NotFound
    file = expedition_file(current_context(), _wish(*_days()), RegisterFormat(file_format))
    return handed_out(file.name, file.media_type, file.content)


def _wish(since: DayAsked, until: DayAsked) -> ExpeditionWish:
    """Return what the address asks for; a day that it names wrongly is left out."""
    return ExpeditionWish(since.day, until.day, page_asked())


def _days() -> tuple[DayAsked, DayAsked]:
    return day_asked("dari", gettext("Dikirim dari tanggal")), day_asked("sampai", gettext("Sampai tanggal"))
