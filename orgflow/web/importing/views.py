"""Impor: a spreadsheet brought, looked at before anything changes, and taken into the registry."""

from datetime import date
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext, ngettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import DomainError, RuleBroken
from orgflow.services.organisation.importing import (
    ColumnsUntold,
    ConfirmImport,
    ImportDone,
    ImportFaulty,
    ImportStale,
    ImportUnreadable,
    MapImport,
    PrepareImport,
    confirm_import,
    map_import,
    prepare_import,
)
from orgflow.services.organisation.importing_maps import map_of
from orgflow.services.organisation.importing_pages import MappingPage, preview_import, show_mapping
from orgflow.web.current import current_actor, current_context, today
from orgflow.web.importing.faults import fault_place, fault_sentence, unreadable_fault
from orgflow.web.importing.forms import GROUPS, DecisionForm, ImportForm, MapForm
from orgflow.web.importing.preview import preview_view
from orgflow.web.messages import message_for
from orgflow.web.office_form import day_text
from orgflow.web.permissions import needs
from orgflow.web.uploads import table_from

bp = Blueprint("importing", __name__, url_prefix="/struktur/impor")
Answer = Response | tuple[str, int]


@bp.app_context_processor
def provide_import() -> dict[str, str]:
    """Give the templates the way to this page; it is empty for who may not go it."""
    may_go = current_actor().may(Permission.KEEP_REGISTRY)
    return {"import_url": url_for("importing.ask") if may_go else ""}


@bp.get("")
@needs(Permission.KEEP_REGISTRY)
def ask() -> str:
    """Ask for a file and its day."""
    return render_template("importing/upload.html", form=ImportForm(values={"on": day_text(today())}))


@bp.post("")
@needs(Permission.KEEP_REGISTRY)
def bring() -> Answer:
    """Keep a file and show what it would change."""
    form = ImportForm()
    if form.validate_on_submit() and form.on.day is not None:
        try:
            upload = table_from(form.upload)
            import_id = prepare_import(current_context(), PrepareImport(upload, form.on.day))
            return redirect(url_for(".show", import_id=import_id), code=303)
        except ImportUnreadable as refused:
            fault = unreadable_fault(refused)
            place = f"{fault_place(fault, gettext)}: " if fault.row else ""
            form.upload.errors = [f"{place}{fault_sentence(fault, gettext)}"]
        except RuleBroken as refused:
            form.show(refused)
    return render_template("importing/upload.html", form=form), form.status


@bp.get("/<uuid:import_id>")
@needs(Permission.KEEP_REGISTRY)
def show(import_id: UUID) -> Answer:
    """Show what a file would change; one whose columns are not told yet is asked about first."""
    try:
        return _preview(import_id, "", 200)
    except ColumnsUntold:
        return redirect(url_for(".columns", import_id=import_id), code=303)
    except ImportDone as done:
        return _done(done)


@bp.post("/<uuid:import_id>")
@needs(Permission.KEEP_REGISTRY)
def confirm(import_id: UUID) -> Answer:
    """Take the file in, or show the preview that holds now."""
    form = DecisionForm()
    if not form.validate_on_submit():
        return _preview(import_id, "", 422)
    try:
        page = preview_import(current_context(), import_id)
        confirm_import(current_context(), ConfirmImport(import_id, form.seen_preview.data or ""))
    except ImportDone as done:
        return _done(done)
    except ImportStale as stale:
        return _preview(import_id, str(message_for(stale)), 409)
    except ImportFaulty as refused:
        return _preview(import_id, str(message_for(refused)), 422)
    count = len(page.changes)
    flash(
        ngettext(
            "%(file)s diimpor: %(num)s perubahan tercatat.",
            "%(file)s diimpor: %(num)s perubahan tercatat.",
            count,
            file=page.file_name,
        ),
        "success",
    )
    return redirect(url_for("organisation.show", pada=page.on.isoformat()), code=303)


@bp.get("/<uuid:import_id>/kolom")
@needs(Permission.KEEP_REGISTRY)
def columns(import_id: UUID) -> Answer:
    """Ask what the columns of a file mean."""
    row = request.args.get("baris", type=int)
    try:
        page = show_mapping(current_context(), import_id, request.args.get("lembar") or "", row)
    except ImportDone as done:
        return _done(done)
    form = MapForm()
    form.offer(page.heading, page.said)
    return _columns(page, form)


@bp.post("/<uuid:import_id>/kolom")
@needs(Permission.KEEP_REGISTRY)
def tell_columns(import_id: UUID) -> Answer:
    """Keep what the columns of a file mean, and show what it would change."""
    form = MapForm()
    typed = form.heading_row.data or ""
    row = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 8 else None
    page = show_mapping(current_context(), import_id, form.sheet.data or "", row)
    form.offer(page.heading, page.said)
    if form.validate_on_submit():
        try:
            said = map_of(form.columns, page.heading)
            map_import(current_context(), MapImport(import_id, said))
            return redirect(url_for(".show", import_id=import_id), code=303)
        except RuleBroken as refused:
            form.show(refused)
    return _columns(page, form)


def _preview(import_id: UUID, happened: str, status: int) -> tuple[str, int]:
    page = preview_import(current_context(), import_id)
    form = DecisionForm()
    form.seen_preview.data = page.digest
    is_whole = request.args.get("tampil") == "semua"
    body = render_template(
        "importing/preview.html", view=preview_view(import_id, page, happened, is_whole=is_whole), form=form
    )
    return body, status


def _columns(page: MappingPage, form: MapForm) -> tuple[str, int]:
    groups = [(label, [form[str(meaning)] for meaning in meanings]) for label, meanings in GROUPS]
    body = render_template(
        "importing/columns.html",
        page=page,
        form=form,
        groups=groups,
        url=url_for(".columns", import_id=page.import_id),
    )
    return body, form.status


def _done(done: DomainError) -> Response:
    flash(str(message_for(done)), "info")
    on = date.fromisoformat(str(done.facts["on"]))
    return redirect(url_for("organisation.show", pada=on.isoformat()), code=303)
