"""Tenggat tiap tahap: how many working days each desk has, with its basis."""

from dataclasses import dataclass

from flask import Blueprint, render_template, url_for
from flask_babel import gettext, lazy_gettext
from werkzeug.wrappers import Response
from wtforms import BooleanField, IntegerField, TextAreaField
from wtforms.validators import NumberRange, Optional

from orgflow.domain.access.roles import Permission
from orgflow.domain.proposals.deadlines import MOST_DAYS, Deadline, HeldDeadline
from orgflow.services.deadlines import SetDeadline, list_deadlines, set_deadline, show_deadline
from orgflow.web.current import current_context
from orgflow.web.permissions import needs
from orgflow.web.settings.rule_forms import KeptForm
from orgflow.web.settings.saving import saved_upon
from orgflow.web.settings.time_words import step_title

bp = Blueprint("deadlines", __name__, url_prefix="/pengaturan/tenggat")
Answer = Response | tuple[str, int]
_FIELDS = ("working_days", "basis", "is_verified", "remind_before", "escalate_after")
_DAYS = [
    Optional(),
    NumberRange(1, MOST_DAYS, lazy_gettext("Tulis angka dari 1 sampai 250, atau kosongkan.")),
]


class DeadlineForm(KeptForm):
    """A desk's deadline."""

    working_days = IntegerField(
        lazy_gettext("Tenggat (hari kerja)"),
        _DAYS,
        description=lazy_gettext(
            "Dihitung dari hari sesudah usulan sampai di tahap ini. Kosong: tanpa tenggat."
        ),
    )
    basis = TextAreaField(
        lazy_gettext("Dasarnya"),
        [Optional()],
        description=lazy_gettext(
            "Peraturan dengan pasalnya, atau ketentuan kantor; bila belum dibaca, dari mana diketahui."
        ),
        render_kw={"rows": 3},
    )
    is_verified = BooleanField(lazy_gettext("Dasarnya sudah dibaca dan cocok"))
    remind_before = IntegerField(
        lazy_gettext("Ingatkan sebelum tenggat (hari kerja)"),
        _DAYS,
        description=lazy_gettext("Kosong: diingatkan pada hari tenggat dan sesudahnya saja."),
    )
    escalate_after = IntegerField(
        lazy_gettext("Sampaikan ke atasan sesudah tenggat (hari kerja)"),
        _DAYS,
        description=lazy_gettext("Kosong: tidak disampaikan ke atasan."),
    )

    def deadline(self) -> Deadline:
        """Return the deadline that was typed."""
        return Deadline(
            self.working_days.data,
            self.basis.data or "",
            bool(self.is_verified.data),
            self.remind_before.data,
            self.escalate_after.data,
        )


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """A desk in the list; ``days`` is "" where it has no deadline."""

    title: str
    days: str
    reminding: str
    basis: str
    is_verified: bool
    url: str


@bp.get("")
@needs(Permission.MANAGE_SETTINGS)
def index() -> str:
    """Show every desk with its deadline."""
    lines = [_line(code, held) for code, held in list_deadlines(current_context())]
    return render_template("settings/deadlines.html", lines=lines)


@bp.get("/<step_code>")
@needs(Permission.MANAGE_SETTINGS)
def edit(step_code: str) -> tuple[str, int]:
    """Ask what a desk's deadline is."""
    held = show_deadline(current_context(), step_code)
    values: dict[str, object] = {name: getattr(held.deadline, name) for name in _FIELDS}
    return _page(step_code, DeadlineForm(revision=held.revision, values=values))


@bp.post("/<step_code>")
@needs(Permission.MANAGE_SETTINGS)
def save(step_code: str) -> Answer:
    """Set a desk's deadline."""
    form = DeadlineForm()
    answer = saved_upon(
        form,
        lambda: set_deadline(current_context(), SetDeadline(step_code, form.seen, form.deadline())),
        lambda: show_deadline(current_context(), step_code).revision,
        told=gettext("Tenggat disimpan."),
        url=url_for(".index"),
        field="working_days",
    )
    return answer or _page(step_code, form)


def _line(code: str, held: HeldDeadline) -> DeadlineLine:
    deadline = held.deadline
    told = (
        (gettext("%(count)s hari kerja sebelumnya"), deadline.remind_before),
        (gettext("ke atasan %(count)s hari kerja sesudahnya"), deadline.escalate_after),
    )
    return DeadlineLine(
        step_title(code),
        gettext("%(count)s hari kerja", count=deadline.working_days) if deadline.working_days else "",
        ", ".join(words % {"count": count} for words, count in told if count is not None),
        deadline.basis,
        deadline.is_verified,
        url_for(".edit", step_code=code),
    )


def _page(step_code: str, form: DeadlineForm) -> tuple[str, int]:
    body = render_template(
        "settings/rule.html",
        title=gettext("Tenggat %(step)s", step=step_title(step_code)),
        present="",
        form=form,
        save_url=url_for(".save", step_code=step_code),
        remove_url="",
        fields=_FIELDS,
        back_url=url_for(".index"),
        back_label=gettext("Tenggat tiap tahap"),
    )
    return body, form.status
