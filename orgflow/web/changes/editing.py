"""The page on which one operation is asked for, and what stands there when somebody was faster."""

from dataclasses import dataclass
from uuid import UUID

from flask import render_template, request, url_for
from flask_babel import gettext

from orgflow.domain.changes.operations import Operation, RenameUnit
from orgflow.domain.values import UnitId
from orgflow.services.changes import UnknownOperation
from orgflow.services.proposal_pages import ProposalPage, show_proposal
from orgflow.web.changes.forms import RenameForm
from orgflow.web.current import current_context
from orgflow.web.errors import Page, TwoTexts
from orgflow.web.proposals.header import page_crumbs
from orgflow.web.proposals.stale import both_texts_page, overtaken_page


@dataclass(frozen=True, slots=True)
class Removed:
    """An operation just removed, which may be put back."""

    number: str
    unit_id: str
    new_name: str


def operation_page(page: ProposalPage, form: RenameForm, operation_id: UUID | None) -> str:
    """Return the page that asks for an operation, a new one or one to stand in another's place."""
    units = page.before.subtree(page.unit.id)
    form.unit_id.choices = [(str(unit.id), unit.name) for unit in units]
    return render_template(
        "changes/operation.html",
        form=form,
        crumbs=page_crumbs(page),
        heading=heading_of(operation_id),
        url=_url(page, operation_id),
        back_url=url_for("changes.show", proposal_id=page.id),
    )


def heading_of(operation_id: UUID | None) -> str:
    """Return what the page is called."""
    return gettext("Tambah perubahan") if operation_id is None else gettext("Ubah perubahan")


def held_rename(page: ProposalPage, operation_id: UUID) -> RenameUnit:
    """Return an operation of the proposal that the form can open: a rename.

    Raises:
        UnknownOperation: there is none with the id, or it is of another kind.
    """
    operation = held_operation(page, operation_id)
    if not isinstance(operation, RenameUnit):
        raise UnknownOperation(operation_id=str(operation_id))
    return operation


def held_operation(page: ProposalPage, operation_id: UUID) -> Operation:
    """Return an operation of the proposal.

    Raises:
        UnknownOperation.
    """
    for placed in page.operations:
        if placed.id == operation_id:
            return placed.operation
    raise UnknownOperation(operation_id=str(operation_id))


def no_longer_editable(proposal_id: UUID, form: RenameForm, operation_id: UUID | None) -> Page:
    """Return the page for a change that came after the proposal was submitted."""
    ctx = current_context()
    typed = {str(form.new_name.label.text): form.new_name.data or ""}
    return overtaken_page(ctx, show_proposal(ctx, proposal_id), heading_of(operation_id), typed)


def both_names(proposal_id: UUID, form: RenameForm, operation_id: UUID | None) -> Page:
    """Return the page that shows the saved operation beside the typed one."""
    ctx = current_context()
    page = show_proposal(ctx, proposal_id)
    if not page.is_editable:
        return no_longer_editable(proposal_id, form, operation_id)
    held = next((placed.operation for placed in page.operations if placed.id == operation_id), None)
    saved = held if isinstance(held, RenameUnit) else None
    if operation_id is not None and saved is None:
        return no_longer_editable(proposal_id, form, operation_id)
    unit_id = form.unit_id.data or ""
    texts = (
        TwoTexts(
            "unit_id",
            gettext("Unit"),
            _name(page, str(saved.unit_id)) if saved is not None else "",
            _name(page, unit_id),
            "fixed",
            unit_id,
        ),
        TwoTexts(
            "new_name",
            gettext("Nama baru"),
            saved.new_name if saved is not None else "",
            form.new_name.data or "",
            "line",
        ),
    )
    return both_texts_page(
        ctx, page, _url(page, operation_id), texts, url_for("changes.show", proposal_id=page.id)
    )


def just_removed(page: ProposalPage) -> Removed | None:
    """Return the operation that the address says was just removed, as long as it can be put back."""
    number, unit_id = request.args.get("dihapus", ""), request.args.get("unit", "")
    new_name = request.args.get("nama", "")
    is_back = any(
        isinstance(placed.operation, RenameUnit) and str(placed.operation.unit_id) == unit_id
        for placed in page.operations
    )
    if not page.is_editable or is_back or not (number.isdigit() and unit_id and new_name):
        return None
    return Removed(number, unit_id, new_name)


def _url(page: ProposalPage, operation_id: UUID | None) -> str:
    if operation_id is None:
        return url_for("changes.add", proposal_id=page.id)
    return url_for("changes.edit", proposal_id=page.id, operation_id=operation_id)


def _name(page: ProposalPage, unit_id: str) -> str:
    units = {str(unit.id): unit.name for unit in page.before.subtree(UnitId(page.unit.id))}
    return units.get(unit_id, "")
