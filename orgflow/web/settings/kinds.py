"""Jenis unit: the ranks of the legal scheme, each a row that can be changed."""

from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.services.organisation.unit_kinds import (
    AddKind,
    ChangeKind,
    add_kind,
    change_kind,
    list_kinds,
    show_kind,
)
from orgflow.web.current import current_context
from orgflow.web.permissions import needs
from orgflow.web.settings.rule_forms import KindForm
from orgflow.web.settings.saving import saved, saved_upon

bp = Blueprint("kinds", __name__, url_prefix="/pengaturan/jenis")
Answer = Response | tuple[str, int]


@bp.get("")
@needs(Permission.MANAGE_SETTINGS)
def index() -> str:
    """Show the kinds of unit."""
    return render_template("settings/kinds.html", kinds=list_kinds(current_context()))


@bp.get("/baru")
@needs(Permission.MANAGE_SETTINGS)
def ask() -> tuple[str, int]:
    """Ask for another kind of unit."""
    return _page(KindForm(values={"head_title": "Kepala {unit}"}), url_for(".add"), "")


@bp.post("/baru")
@needs(Permission.MANAGE_SETTINGS)
def add() -> Answer:
    """Keep another kind of unit."""
    form = KindForm()
    answer = saved(
        form,
        lambda: add_kind(current_context(), AddKind(form.kind(form.code.data or ""))),
        told=gettext("Jenis unit dicatat."),
        url=url_for(".index"),
        field="code",
    )
    return answer or _page(form, url_for(".add"), "")


@bp.get("/<uuid:kind_id>")
@needs(Permission.MANAGE_SETTINGS)
def edit(kind_id: UUID) -> tuple[str, int]:
    """Ask what is to be changed of a kind of unit."""
    held = show_kind(current_context(), kind_id)
    names = ("name", "level", "head_title", "may_propose", "is_agency", "standing")
    form = KindForm(revision=held.revision, values={name: getattr(held.kind, name) for name in names})
    del form.code
    return _page(form, url_for(".save", kind_id=kind_id), held.kind.name)


@bp.post("/<uuid:kind_id>")
@needs(Permission.MANAGE_SETTINGS)
def save(kind_id: UUID) -> Answer:
    """Change a kind of unit."""
    held, form = show_kind(current_context(), kind_id), KindForm()
    del form.code
    answer = saved_upon(
        form,
        lambda: change_kind(current_context(), ChangeKind(kind_id, form.seen, form.kind(held.kind.code))),
        lambda: show_kind(current_context(), kind_id).revision,
        told=gettext("Jenis unit diubah."),
        url=url_for(".index"),
        field="name",
    )
    return answer or _page(form, url_for(".save", kind_id=kind_id), held.kind.name)


def _page(form: KindForm, save_url: str, present: str) -> tuple[str, int]:
    body = render_template(
        "settings/rule.html",
        title=present or gettext("Tambah jenis unit"),
        present="",
        form=form,
        save_url=save_url,
        remove_url="",
        fields=("code", "name", "level", "head_title", "may_propose", "is_agency", "standing"),
        back_url=url_for(".index"),
        back_label=gettext("Jenis unit"),
    )
    return body, form.status
