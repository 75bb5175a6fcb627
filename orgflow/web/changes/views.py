"""Materi usulan: the operations of a draft shown, moved, removed, and the last change undone."""

from uuid import UUID

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import DomainError, RuleBroken
from orgflow.domain.organisation.organisation import UnknownFunction, UnknownPost
from orgflow.domain.organisation.structure import UnknownUnit
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.values import OperationId, ProposalId
from orgflow.services.changes import (
    ChangeOperations,
    RestoreOperations,
    change_operations,
    restore_operations,
)
from orgflow.services.proposal_pages import ProposalPage, show_proposal
from orgflow.web.changes.matter import matter
from orgflow.web.changes.onward import next_button
from orgflow.web.changes.undoing import keep_former, undo_of
from orgflow.web.current import current_context, revision_from_form
from orgflow.web.errors import Page
from orgflow.web.messages import message_for
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import header
from orgflow.web.proposals.stale import is_stale, overtaken_page

bp = Blueprint("changes", __name__, url_prefix="/usulan/<uuid:proposal_id>/materi")
Answer = Response | Page | str


@bp.get("")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def show(proposal_id: UUID) -> str:
    """Show the operations with their charts, matriks, findings and impact."""
    return _shown(show_proposal(current_context(), proposal_id))


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
    """Remove an operation; the page then offers to undo it."""
    page = show_proposal(current_context(), proposal_id)
    command = ChangeOperations(
        ProposalId(proposal_id), revision_from_form(), operation_id=OperationId(operation_id)
    )
    number = _number(page, operation_id)
    done = gettext("Perubahan %(number)s dihapus.", number=number)
    return _change(page, command, done, gettext("Hapus perubahan"))


@bp.post("/urungkan")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def undo(proposal_id: UUID) -> Answer:
    """Let the list be as it was before the reader's last change."""
    ctx, heading = current_context(), gettext("Urungkan perubahan")
    page = show_proposal(ctx, proposal_id)
    held = undo_of(page)
    if page.revision != revision_from_form() or not page.is_editable:
        return overtaken_page(ctx, page, heading, {})
    if held is None:
        return redirect(url_for(".show", proposal_id=proposal_id), code=303)
    command = RestoreOperations(ProposalId(proposal_id), page.revision, held.operations)
    try:
        restore_operations(ctx, command)
    except DomainError as refused:
        return _refused(page, refused, heading)
    keep_former(page, gettext("Perubahan terakhir diurungkan."))
    return redirect(url_for(".show", proposal_id=proposal_id), code=303)


def _move(proposal_id: UUID, operation_id: UUID, shift: int) -> Answer:
    page = show_proposal(current_context(), proposal_id)
    command = ChangeOperations(
        ProposalId(proposal_id), revision_from_form(), operation_id=OperationId(operation_id), shift=shift
    )
    number = _number(page, operation_id)
    done = (
        gettext("Perubahan %(number)s dinaikkan.", number=number)
        if shift < 0
        else gettext("Perubahan %(number)s diturunkan.", number=number)
    )
    return _change(page, command, done, gettext("Ubah urutan"))


def _change(page: ProposalPage, command: ChangeOperations, done: str, heading: str) -> Answer:
    """Change the list and keep the former one; a refusal stands above the list as it is."""
    try:
        change_operations(current_context(), command)
    except DomainError as refused:
        return _refused(page, refused, heading)
    if page.revision == command.seen_revision:
        keep_former(page, done)
    return redirect(url_for(".show", proposal_id=page.id), code=303)


def _refused(page: ProposalPage, refused: DomainError, heading: str) -> Page:
    """Return the page for a change that was refused.

    Raises:
        DomainError: the error itself, when it is not about the list.
    """
    ctx = current_context()
    if is_stale(refused) or isinstance(refused, NotEditable):
        return overtaken_page(ctx, show_proposal(ctx, page.id), heading, {})
    if isinstance(refused, UnknownUnit | UnknownPost | UnknownFunction):
        why = gettext(
            "Perubahan lain dalam daftar ini masih memerlukannya. Ubah atau hapus dahulu yang lain itu."
        )
    elif isinstance(refused, RuleBroken):
        why = str(message_for(refused))
    else:
        raise refused
    return _shown(page, gettext("%(heading)s tidak dapat dilakukan. %(why)s", heading=heading, why=why)), 422


def _shown(page: ProposalPage, refusal: str = "") -> str:
    return render_template(
        "changes/show.html",
        head=header(page, "changes.show"),
        matter=matter(current_context(), page),
        revision=page.revision,
        is_editable=page.is_editable,
        undo=undo_of(page) if request.method == "GET" else None,
        refusal=refusal,
        proposal_id=page.id,
        main=next_button(page, page.reader),
    )


def _number(page: ProposalPage, operation_id: UUID) -> int:
    """Return the number of an operation in the list; 0 when it is not there."""
    ids = [placed.id for placed in page.operations]
    return ids.index(OperationId(operation_id)) + 1 if operation_id in ids else 0
