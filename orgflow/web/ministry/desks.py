"""Meja Kemendagri: the directorates that answer in threads of their own."""

from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.services.ministry_desks import AddDesk, ChangeDesk, add_desk, change_desk, list_desks, show_desk
from orgflow.web.current import current_context
from orgflow.web.ministry.forms import IN_USE, OUT_OF_USE, DeskForm
from orgflow.web.permissions import needs
from orgflow.web.settings.saving import saved, saved_upon

bp = Blueprint("ministry_desks", __name__, url_prefix="/pengaturan/meja-kemendagri")
Answer = Response | tuple[str, int]


@bp.get("")
@needs(Permission.MANAGE_SETTINGS)
def index() -> str:
    """Show the desks."""
    return render_template("ministry/desks.html", desks=list_desks(current_context()))


@bp.get("/baru")
@needs(Permission.MANAGE_SETTINGS)
def ask() -> tuple[str, int]:
    """Ask for another desk."""
    form = DeskForm()
    del form.state
    return _page(form, url_for(".add"), "")


@bp.post("/baru")
@needs(Permission.MANAGE_SETTINGS)
def add() -> Answer:
    """Keep another desk."""
    form = DeskForm()
    del form.state
    answer = saved(
        form,
        lambda: add_desk(current_context(), AddDesk(form.name.data or "")),
        told=gettext("Meja Kemendagri dicatat."),
        url=url_for(".index"),
        field="name",
    )
    return answer or _page(form, url_for(".add"), "")


@bp.get("/<uuid:desk_id>")
@needs(Permission.MANAGE_SETTINGS)
def edit(desk_id: UUID) -> tuple[str, int]:
    """Ask what is to be changed of a desk."""
    held = show_desk(current_context(), desk_id)
    values: dict[str, object] = {"name": held.name, "state": IN_USE if held.is_active else OUT_OF_USE}
    form = DeskForm(revision=held.revision, values=values)
    return _page(form, url_for(".save", desk_id=desk_id), held.name)


@bp.post("/<uuid:desk_id>")
@needs(Permission.MANAGE_SETTINGS)
def save(desk_id: UUID) -> Answer:
    """Change a desk."""
    held, form = show_desk(current_context(), desk_id), DeskForm()
    answer = saved_upon(
        form,
        lambda: change_desk(
            current_context(),
            ChangeDesk(desk_id, form.seen, form.name.data or "", form.state.data == IN_USE),
        ),
        lambda: show_desk(current_context(), desk_id).revision,
        told=gettext("Meja Kemendagri diubah."),
        url=url_for(".index"),
        field="name",
    )
    return answer or _page(form, url_for(".save", desk_id=desk_id), held.name)


def _page(form: DeskForm, save_url: str, present: str) -> tuple[str, int]:
    body = render_template(
        "settings/rule.html",
        title=present or gettext("Tambah meja Kemendagri"),
        present="",
        form=form,
        save_url=save_url,
        remove_url="",
        fields=("name", "state"),
        back_url=url_for(".index"),
        back_label=gettext("Meja Kemendagri"),
    )
    return body, form.status
