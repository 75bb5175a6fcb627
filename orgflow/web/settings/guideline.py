"""Nama menurut pedoman: the names that the ministry's guideline gives, each a row that can be changed."""

from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.changes.findings import GuidelineName
from orgflow.services.organisation.guideline import (
    AddName,
    ChangeName,
    NamePage,
    RemoveName,
    add_name,
    change_name,
    remove_name,
    show_name,
)
from orgflow.services.organisation.ruling import list_rules
from orgflow.web.current import current_context
from orgflow.web.permissions import needs
from orgflow.web.settings.rule_forms import GuidelineForm, RemovalForm
from orgflow.web.settings.saving import saved, saved_upon

bp = Blueprint("guideline", __name__, url_prefix="/pengaturan/nama")
Answer = Response | tuple[str, int]


@bp.get("/baru")
@needs(Permission.MANAGE_SETTINGS)
def ask() -> tuple[str, int]:
    """Ask for another name of the guideline."""
    form = GuidelineForm()
    form.offer(list_rules(current_context()).kinds)
    return _page(form)


@bp.post("/baru")
@needs(Permission.MANAGE_SETTINGS)
def add() -> Answer:
    """Keep another name of the guideline."""
    form = GuidelineForm()
    form.offer(list_rules(current_context()).kinds)
    answer = saved(
        form,
        lambda: add_name(current_context(), AddName(form.guideline_name())),
        told=gettext("Nama dicatat."),
        url=_list(),
        field="name",
    )
    return answer or _page(form)


@bp.get("/<uuid:name_id>")
@needs(Permission.MANAGE_SETTINGS)
def edit(name_id: UUID) -> tuple[str, int]:
    """Ask what is to be changed of a name."""
    page = show_name(current_context(), name_id)
    form = GuidelineForm(revision=page.held.revision, values=_values(page.held.name))
    form.offer(page.kinds)
    return _page(form, page)


@bp.post("/<uuid:name_id>")
@needs(Permission.MANAGE_SETTINGS)
def save(name_id: UUID) -> Answer:
    """Change a name of the guideline."""
    page = show_name(current_context(), name_id)
    form = GuidelineForm()
    form.offer(page.kinds)
    answer = saved_upon(
        form,
        lambda: change_name(current_context(), ChangeName(name_id, form.seen, form.guideline_name())),
        lambda: show_name(current_context(), name_id).held.revision,
        told=gettext("Nama diubah."),
        url=_list(),
        field="name",
    )
    return answer or _page(form, page)


@bp.get("/<uuid:name_id>/hapus")
@needs(Permission.MANAGE_SETTINGS)
def ask_removal(name_id: UUID) -> tuple[str, int]:
    """Ask why a name is to be removed."""
    page = show_name(current_context(), name_id)
    return _removal(page, RemovalForm(revision=page.held.revision))


@bp.post("/<uuid:name_id>/hapus")
@needs(Permission.MANAGE_SETTINGS)
def remove(name_id: UUID) -> Answer:
    """Remove a name of the guideline, for a reason."""
    form = RemovalForm()
    answer = saved_upon(
        form,
        lambda: remove_name(current_context(), RemoveName(name_id, form.seen, form.reason.data or "")),
        lambda: show_name(current_context(), name_id).held.revision,
        told=gettext("Nama dihapus. Isi dan alasannya tercatat dalam riwayat."),
        url=_list(),
        field="reason",
    )
    return answer or _removal(show_name(current_context(), name_id), form)


def _list() -> str:
    return url_for("rules.index", _anchor="nama")


def _values(name: GuidelineName) -> dict[str, object]:
    return {
        "kind_code": name.kind_code,
        "name": name.name,
        "counterpart_of": name.counterpart_of or "",
        "citation": name.citation,
        "is_verified": name.is_verified,
    }


def _page(form: GuidelineForm, page: NamePage | None = None) -> tuple[str, int]:
    name_id = page.held.id if page is not None else None
    body = render_template(
        "settings/rule.html",
        title=gettext("Nama menurut pedoman Kementerian"),
        present=page.held.name.name if page is not None else "",
        form=form,
        save_url=url_for(".save", name_id=name_id) if name_id is not None else url_for(".add"),
        remove_url=url_for(".ask_removal", name_id=name_id) if name_id is not None else "",
        fields=("kind_code", "name", "counterpart_of", "citation", "is_verified"),
        back_url=_list(),
        back_label=gettext("Aturan susunan"),
    )
    return body, form.status


def _removal(page: NamePage, form: RemovalForm) -> tuple[str, int]:
    body = render_template(
        "settings/removal.html",
        present=page.held.name.name,
        form=form,
        remove_url=url_for(".remove", name_id=page.held.id),
        back_url=_list(),
    )
    return body, form.status
