"""Norma waktu kerja efektif: the minutes a year that posts are reckoned by, each with its basis."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask_babel import gettext, lazy_gettext
from werkzeug.wrappers import Response
from wtforms import BooleanField, IntegerField, TextAreaField
from wtforms.validators import InputRequired

from orgflow.domain.access.roles import Permission
from orgflow.domain.workload.figures import format_figure
from orgflow.services.working_times import ChangeTime, HeldTime, change_time, list_times, show_time
from orgflow.web.current import current_context
from orgflow.web.permissions import needs
from orgflow.web.settings.rule_forms import KeptForm
from orgflow.web.settings.saving import saved_upon

bp = Blueprint("working_times", __name__, url_prefix="/pengaturan/waktu-kerja")
Answer = Response | tuple[str, int]
_FIELDS: Final = ("minutes", "citation", "is_verified")


class TimeForm(KeptForm):
    """A norm of the effective working time."""

    minutes = IntegerField(
        lazy_gettext("Menit kerja efektif setahun"),
        [InputRequired(lazy_gettext("Tulis jumlah menitnya dengan angka, misalnya 75000."))],
        description=lazy_gettext("Hitungan yang memakai norma ini ikut berubah."),
    )
    citation = TextAreaField(
        lazy_gettext("Dasar dan sumbernya"),
        [InputRequired(lazy_gettext("Tulis dari mana norma ini diketahui."))],
        render_kw={"rows": 3},
    )
    is_verified = BooleanField(lazy_gettext("Dasarnya sudah dibaca dan cocok"))


@dataclass(frozen=True, slots=True)
class TimeLine:
    """A norm in the list."""

    minutes: str
    citation: str
    is_verified: bool
    url: str


@bp.get("")
@needs(Permission.MANAGE_SETTINGS)
def index() -> str:
    """Show the norms."""
    lines = [
        TimeLine(
            gettext("%(minutes)s menit", minutes=format_figure(held.time.minutes)),
            held.time.citation,
            held.time.is_verified,
            url_for(".edit", time_id=held.id),
        )
        for held in list_times(current_context())
    ]
    return render_template("settings/working_times.html", lines=lines)


@bp.get("/<uuid:time_id>")
@needs(Permission.MANAGE_SETTINGS)
def edit(time_id: UUID) -> tuple[str, int]:
    """Ask what a norm says."""
    held = show_time(current_context(), time_id)
    values: dict[str, object] = {name: getattr(held.time, name) for name in _FIELDS}
    return _page(held, TimeForm(revision=held.revision, values=values))


@bp.post("/<uuid:time_id>")
@needs(Permission.MANAGE_SETTINGS)
def save(time_id: UUID) -> Answer:
    """Change what a norm says."""
    ctx, form = current_context(), TimeForm()
    held = show_time(ctx, time_id)
    answer = saved_upon(
        form,
        lambda: change_time(
            ctx,
            ChangeTime(
                time_id,
                form.seen,
                form.minutes.data or 0,
                form.citation.data or "",
                bool(form.is_verified.data),
            ),
        ),
        lambda: show_time(ctx, time_id).revision,
        told=gettext("Norma waktu kerja disimpan."),
        url=url_for(".index"),
        field="minutes",
    )
    return answer or _page(held, form)


def _page(held: HeldTime, form: TimeForm) -> tuple[str, int]:
    body = render_template(
        "settings/rule.html",
        title=gettext("Norma waktu kerja efektif"),
        present="",
        form=form,
        save_url=url_for(".save", time_id=held.id),
        remove_url="",
        fields=_FIELDS,
        back_url=url_for(".index"),
        back_label=gettext("Norma waktu kerja"),
    )
    return body, form.status
