"""Materi usulan: the operations of a draft shown, added, changed, moved, removed and put back."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.changes.operations import RenameUnit
from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.structure import NameTaken, NameUnchanged, UnknownUnit
from orgflow.domain.proposals.proposal import NotEditable
from orgflow.domain.values import OperationId, ProposalId, UnitId
from orgflow.services.changes import ChangeOperations, change_operations
from orgflow.services.proposal_pages import show_proposal
from orgflow.web.changes.editing import (
    both_names,
    heading_of,
    held_operation,
    held_rename,
    just_removed,
    no_longer_editable,
    operation_page,
)
from orgflow.web.changes.forms import RenameForm
from orgflow.web.changes.matter import matter
from orgflow.web.changes.onward import next_button
from orgflow.web.current import current_actor, current_context, revision_from_form
from orgflow.web.errors import Page
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import header
from orgflow.web.proposals.stale import is_stale, overtaken_page

bp = Blueprint("changes", __name__, url_prefix="/usulan/<uuid:proposal_id>/materi")
Answer = Response | Page | str


@bp.get("")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def show(proposal_id: UUID) -> str:
    """Show the operations with their charts, matriks and findings."""
    page = show_proposal(current_context(), proposal_id)
    return render_template(
        "changes/show.html",
        head=header(page, "changes.show"),
        matter=matter(page),
        revision=page.revision,
        is_editable=page.is_editable,
        removed=just_removed(page),
        proposal_id=page.id,
        main=next_button(page, current_actor()),
    )


@bp.get("/tambah")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def add_form(proposal_id: UUID) -> Answer:
    """Ask which unit below the bureau is renamed, and how."""
    ctx = current_context()
    page = show_proposal(ctx, proposal_id)
    if not page.is_editable:
        return overtaken_page(ctx, page, heading_of(None), {})
    return operation_page(page, RenameForm(revision=page.revision), None)


@bp.post("/tambah")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def add(proposal_id: UUID) -> Answer:
    """Add the operation last."""
    return _save(proposal_id, None, gettext("Perubahan ditambahkan."))


@bp.get("/<uuid:operation_id>/ubah")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def edit_form(proposal_id: UUID, operation_id: UUID) -> Answer:
    """Open one operation."""
    ctx = current_context()
    page = show_proposal(ctx, proposal_id)
    if not page.is_editable:
        return overtaken_page(ctx, page, heading_of(operation_id), {})
    held = held_rename(page, operation_id)
    values: dict[str, object] = {"unit_id": str(held.unit_id), "new_name": held.new_name}
    return operation_page(page, RenameForm(revision=page.revision, values=values), operation_id)


@bp.post("/<uuid:operation_id>/ubah")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def edit(proposal_id: UUID, operation_id: UUID) -> Answer:
    """Put another operation in the old one's place."""
    return _save(proposal_id, operation_id, gettext("Perubahan disimpan."))


@bp.post("/<uuid:operation_id>/naikkan")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def move_up(proposal_id: UUID, operation_id: UUID) -> Answer:
    """Move an operation one place up."""
    return _move(proposal_id, operation_id, -1)


@bp.post("/<uuid:operation_id>/turunkan")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def move_down(proposal_id: UUID, operation_id: UUID) -> Answer:
    """Move an operation one place down."""
    return _move(proposal_id, operation_id, 1)


@bp.post("/<uuid:operation_id>/hapus")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def remove(proposal_id: UUID, operation_id: UUID) -> Answer:
    """Remove an operation; the page then offers to put it back."""
    ctx = current_context()
    page = show_proposal(ctx, proposal_id)
    places = [placed.id for placed in page.operations]
    command = ChangeOperations(
        ProposalId(proposal_id), revision_from_form(), operation_id=OperationId(operation_id)
    )
    refusal = _change(proposal_id, command, gettext("Hapus perubahan"))
    if refusal is not None:
        return refusal
    if operation_id not in places:
        return redirect(url_for(".show", proposal_id=proposal_id), code=303)
    held = held_operation(page, operation_id)
    if not isinstance(held, RenameUnit):
        flash(gettext("Perubahan dihapus."), "success")
        return redirect(url_for(".show", proposal_id=proposal_id), code=303)
    return redirect(
        url_for(
            ".show",
            proposal_id=proposal_id,
            dihapus=places.index(OperationId(operation_id)) + 1,
            unit=held.unit_id,
            nama=held.new_name,
        ),
        code=303,
    )


@bp.post("/urungkan")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def put_back(proposal_id: UUID) -> Answer:
    """Put a removed operation back."""
    operation = RenameUnit(_unit_id(request.form.get("unit_id")), request.form.get("new_name", ""))
    command = ChangeOperations(ProposalId(proposal_id), revision_from_form(), operation)
    refusal = _change(proposal_id, command, gettext("Urungkan penghapusan"))
    if refusal is not None:
        return refusal
    flash(gettext("Perubahan dikembalikan."), "success")
    return redirect(url_for(".show", proposal_id=proposal_id), code=303)


def _save(proposal_id: UUID, operation_id: UUID | None, done: str) -> Answer:
    ctx, form = current_context(), RenameForm()
    if form.validate_on_submit():
        try:
            change_operations(ctx, _command(proposal_id, operation_id, form))
        except NotEditable:
            return no_longer_editable(proposal_id, form, operation_id)
        except DomainError as refused:
            if is_stale(refused):
                return both_names(proposal_id, form, operation_id)
            _point_out(form, refused)
        else:
            flash(done, "success")
            return redirect(url_for(".show", proposal_id=proposal_id), code=303)
    return operation_page(show_proposal(ctx, proposal_id), form, operation_id), 422


def _move(proposal_id: UUID, operation_id: UUID, shift: int) -> Answer:
    command = ChangeOperations(
        ProposalId(proposal_id), revision_from_form(), operation_id=OperationId(operation_id), shift=shift
    )
    refusal = _change(proposal_id, command, gettext("Ubah urutan"))
    return refusal or redirect(url_for(".show", proposal_id=proposal_id), code=303)


def _change(proposal_id: UUID, command: ChangeOperations, heading: str) -> Page | None:
    """Change the list; return a page instead when somebody was faster."""
    ctx = current_context()
    try:
        change_operations(ctx, command)
    except DomainError as refused:
        if not is_stale(refused):
            raise
        return overtaken_page(ctx, show_proposal(ctx, proposal_id), heading, {})
    return None


def _command(proposal_id: UUID, operation_id: UUID | None, form: RenameForm) -> ChangeOperations:
    operation = RenameUnit(_unit_id(form.unit_id.data), form.new_name.data or "")
    placed = OperationId(operation_id) if operation_id is not None else None
    return ChangeOperations(ProposalId(proposal_id), form.seen, operation, placed)


def _unit_id(text: str | None) -> UnitId:
    try:
        return UnitId(UUID(text or ""))
    except ValueError:
        raise UnknownUnit(unit_id="", on="") from None


def _point_out(form: RenameForm, refused: DomainError) -> None:
    match refused:
        case NameTaken() | NameUnchanged():
            form.show(refused, field="new_name")
        case UnknownUnit():
            form.show(refused, field="unit_id")
        case _:
            form.show(refused)
