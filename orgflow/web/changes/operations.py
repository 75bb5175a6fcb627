"""One operation of a draft added or edited, whatever its kind."""

from dataclasses import replace
from uuid import UUID

from flask import Blueprint, abort, redirect, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.organisation import UnknownPost
from orgflow.domain.organisation.structure import UnknownUnit
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.values import OperationId, ProposalId
from orgflow.services.changes import ChangeOperations, UnknownOperation, change_operations
from orgflow.services.proposal_pages import show_proposal
from orgflow.services.use_case import answered_before
from orgflow.web.changes.asking.catalogue import FORMS, form_of
from orgflow.web.changes.asking.conflicts import both_changes, overtaken
from orgflow.web.changes.asking.form import AskedFirstForm, Put
from orgflow.web.changes.asking.opening import (
    Asked,
    first_page,
    form_for,
    form_page,
    given_in_address,
    lacks_first,
    opened_scene,
    typed,
)
from orgflow.web.changes.asking.units import RenameUnitForm
from orgflow.web.changes.undoing import keep_former
from orgflow.web.current import current_context, revision_from_form
from orgflow.web.errors import Page
from orgflow.web.permissions import needs
from orgflow.web.proposals.stale import is_stale

bp = Blueprint("operations", __name__, url_prefix="/usulan/<uuid:proposal_id>/materi")
Answer = Response | Page | str


@bp.get("/tambah")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def choose(proposal_id: UUID) -> Answer:
    """Ask for a renaming, and offer every other kind of change below it."""
    asked = Asked(show_proposal(current_context(), proposal_id), RenameUnitForm, given_in_address())
    if not asked.page.is_editable:
        return overtaken(asked)
    scene = opened_scene(asked)
    return form_page(asked, scene, form_for(asked, scene), is_choosing=True)


@bp.get("/tambah/<kind>")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def add_form(proposal_id: UUID, kind: str) -> Answer:
    """Ask for one kind of change, its first questions before all else."""
    return _opened(_new(proposal_id, kind))


@bp.post("/tambah/<kind>")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def add(proposal_id: UUID, kind: str) -> Answer:
    """Add the operation last."""
    return _save(_new(proposal_id, kind), gettext("Perubahan ditambahkan."))


@bp.get("/<uuid:operation_id>/ubah")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def edit_form(proposal_id: UUID, operation_id: UUID) -> Answer:
    """Open one operation, the form filled from it."""
    return _opened(_held(proposal_id, operation_id))


@bp.post("/<uuid:operation_id>/ubah")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def edit(proposal_id: UUID, operation_id: UUID) -> Answer:
    """Put another operation in the old one's place."""
    page = show_proposal(current_context(), proposal_id)
    number = next(
        (place for place, placed in enumerate(page.operations, start=1) if placed.id == operation_id), 0
    )
    return _save(_held(proposal_id, operation_id), gettext("Perubahan %(number)s diubah.", number=number))


def _new(proposal_id: UUID, kind: str) -> Asked:
    if kind not in FORMS:
        abort(404)
    return Asked(show_proposal(current_context(), proposal_id), FORMS[kind], given_in_address())


def _held(proposal_id: UUID, operation_id: UUID) -> Asked:
    """Return which kind of change an operation is.

    Raises:
        UnknownOperation.
    """
    page = show_proposal(current_context(), proposal_id)
    for placed in page.operations:
        if placed.id == operation_id:
            asks = form_of(placed.operation)
            given = asks.given_by(placed.operation) if issubclass(asks, AskedFirstForm) else {}
            return Asked(page, asks, given, operation_id)
    if request.method == "POST" and page.revision != revision_from_form():
        return Asked(page, RenameUnitForm, {}, operation_id)
    raise UnknownOperation(operation_id=str(operation_id))


def _opened(asked: Asked) -> Answer:
    if not asked.page.is_editable:
        return overtaken(asked)
    scene = opened_scene(asked)
    if asked.operation_id is None and lacks_first(asked, scene):
        return first_page(asked, scene)
    try:
        return form_page(asked, scene, form_for(asked, scene))
    except (UnknownUnit, UnknownPost):
        # What the operation is about no longer stands: it can be removed, and asked for anew.
        return overtaken(asked)


def _save(asked: Asked, done: str) -> Answer:
    command = _command(asked)
    early = _answered(asked, command)
    if early is not None:
        return early
    scene = opened_scene(asked, request.form.get("idempotency_key", ""))
    if asked.operation_id is None and lacks_first(asked, scene):
        return first_page(asked, scene)
    try:
        form = form_for(asked, scene)
    except (UnknownUnit, UnknownPost):
        return overtaken(asked)
    if form.validate_on_submit():
        try:
            _change(command, form.put(scene))
        except DomainError as refused:
            if is_stale(refused) or isinstance(refused, NotEditable):
                return both_changes(_reread(asked))
            form.point_out(refused)
        else:
            keep_former(asked.page, done)
            return _materi(asked)
    is_choosing = asked.asks is RenameUnitForm and asked.operation_id is None
    return form_page(asked, scene, form, is_choosing=is_choosing), 422


def _answered(asked: Asked, command: ChangeOperations) -> Answer | None:
    """Return the answer to a form that was sent before, or that came too late; None for every other."""
    if answered_before(current_context(), change_operations, command) is not None:
        return _materi(asked)
    if not asked.page.is_editable or command.seen_revision != asked.page.revision:
        return both_changes(asked)
    return None


def _change(command: ChangeOperations, put: Put) -> None:
    change_operations(
        current_context(),
        replace(command, operation=put.operation, ahead=put.ahead, following=put.following),
    )


def _materi(asked: Asked) -> Response:
    return redirect(url_for("changes.show", proposal_id=asked.page.id), code=303)


def _command(asked: Asked) -> ChangeOperations:
    """Return what the form asks for, before its operations are made of it."""
    operation_id = OperationId(asked.operation_id) if asked.operation_id is not None else None
    return ChangeOperations(
        ProposalId(asked.page.id), revision_from_form(), operation_id=operation_id, typed=typed()
    )


def _reread(asked: Asked) -> Asked:
    return replace(asked, page=show_proposal(current_context(), asked.page.id))
