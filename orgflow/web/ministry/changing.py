"""An operation granted with a change, told by the same forms by which a change is proposed."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.changes.apply import left_by
from orgflow.domain.changes.operations import Operation
from orgflow.domain.errors import DomainError
from orgflow.domain.ministry.grants import Granted, GrantVerdict, Reply, ReplyForUnknownOperation
from orgflow.domain.organisation.organisation import UnknownPost
from orgflow.domain.organisation.structure import UnknownUnit
from orgflow.domain.values import OperationId, ProposalId
from orgflow.services.changes import branch_of
from orgflow.services.ministry_answers import ComposeAnswer, compose_answer
from orgflow.services.ministry_pages import AnswerPage, show_answer
from orgflow.services.proposal_pages import ProposalPage, show_proposal
from orgflow.web.changes.asking.catalogue import form_of
from orgflow.web.changes.asking.form import AskedFirstForm, ChangeForm
from orgflow.web.changes.asking.opening import Asked, form_for
from orgflow.web.changes.asking.scene import Scene
from orgflow.web.current import current_context
from orgflow.web.errors import Page
from orgflow.web.messages import message_for
from orgflow.web.ministry.proving import ministry_crumbs
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import Link
from orgflow.web.proposals.stale import is_stale

Answer = Response | Page | str


def register_changing(blueprint: Blueprint) -> None:
    """Give the form of a changed operation its two routes."""
    place = "/<uuid:operation_id>"
    for endpoint, method, view in (("change_form", "GET", change_form), ("change", "POST", change)):
        blueprint.add_url_rule(place, endpoint, needs(Permission.RECORD_MINISTRY)(view), methods=[method])


def change_form(proposal_id: UUID, letter_id: UUID, operation_id: UUID) -> Answer:
    """Ask what an operation became, by the form of its kind."""
    page, held = _opened(proposal_id, letter_id)
    asked, scene = _asked(page, held, operation_id)
    form = _form(asked, scene)
    if form is None:
        return _not_standing(page, held)
    form.seen_revision.data = str(held.revision)
    return _page(page, held, operation_id, form)


def change(proposal_id: UUID, letter_id: UUID, operation_id: UUID) -> Answer:
    """Keep what an operation became; it is granted with a change."""
    page, held = _opened(proposal_id, letter_id)
    asked, scene = _asked(page, held, operation_id)
    form = _form(asked, scene)
    if form is None:
        return _not_standing(page, held)
    if not form.validate_on_submit():
        return _page(page, held, operation_id, form), 422
    put = form.put(scene)
    entry = _entry(held, operation_id)
    reply = Reply(
        OperationId(operation_id),
        GrantVerdict.CHANGED,
        entry.reason if entry is not None else "",
        (*put.ahead, put.operation, *put.following),
    )
    try:
        compose_answer(
            current_context(), ComposeAnswer(ProposalId(proposal_id), letter_id, form.seen, (reply,))
        )
    except DomainError as refused:
        if is_stale(refused):
            form.seen_revision.data = str(held.revision)
            form.form_errors = [*form.form_errors, str(message_for(refused))]
            return _page(page, held, operation_id, form), 409
        form.point_out(refused)
        return _page(page, held, operation_id, form), 422
    flash(gettext("Perubahan oleh Kemendagri disimpan; jawabannya belum dicatat."), "success")
    return redirect(_answers_url(page, held), code=303)


def _opened(proposal_id: UUID, letter_id: UUID) -> tuple[ProposalPage, AnswerPage]:
    ctx = current_context()
    return show_proposal(ctx, proposal_id), show_answer(ctx, proposal_id, letter_id)


def _asked(page: ProposalPage, held: AnswerPage, operation_id: UUID) -> tuple[Asked, Scene]:
    """Return which form asks for an operation, and what it meets: what was granted of those before it.

    Raises:
        ReplyForUnknownOperation.
    """
    composed = {entry.id: entry for entry in held.entries}
    ahead: list[Operation] = []
    for placed in page.asked:
        entry = composed.get(placed.id)
        if placed.id != operation_id:
            ahead += entry.become if entry is not None else (placed.operation,)
            continue
        operation = _present(placed.operation, entry)
        asks = form_of(operation)
        given = asks.given_by(operation) if issubclass(asks, AskedFirstForm) else {}
        scene = Scene(
            page.id,
            page.unit.id,
            left_by(page.organisation_before, ahead),
            branch_of(page.unit.id, page.organisation_before, ahead),
            given,
            operation,
            request.form.get("idempotency_key", ""),
        )
        return Asked(page, asks, given, operation_id), scene
    raise ReplyForUnknownOperation(operation_id=str(operation_id))


def _present(asked: Operation, entry: Granted | None) -> Operation:
    """Return an operation as it was last changed, else as it was asked."""
    if entry is None or entry.verdict is not GrantVerdict.CHANGED:
        return asked
    return next((one for one in entry.become if type(one) is type(asked)), asked)


def _entry(held: AnswerPage, operation_id: UUID) -> Granted | None:
    return next((entry for entry in held.entries if entry.id == operation_id), None)


def _form(asked: Asked, scene: Scene) -> ChangeForm | None:
    """Return the form of an operation; None where what it is about does not stand."""
    try:
        return form_for(asked, scene)
    except (UnknownUnit, UnknownPost):
        return None


def _not_standing(page: ProposalPage, held: AnswerPage) -> Response:
    flash(
        gettext("Formulirnya tidak dapat dibuka: yang diubah tidak ada tanpa perubahan sebelumnya."),
        "warning",
    )
    return redirect(_answers_url(page, held), code=303)


def _answers_url(page: ProposalPage, held: AnswerPage) -> str:
    return url_for("ministry_answers.show", proposal_id=page.id, letter_id=held.letter.id)


def _page(page: ProposalPage, held: AnswerPage, operation_id: UUID, form: ChangeForm) -> str:
    back_url = _answers_url(page, held)
    return render_template(
        "changes/operation.html",
        form=form,
        words=gettext("Tulis perubahan ini seperti yang disetujui dalam surat Kemendagri."),
        notes=(),
        crumbs=(*ministry_crumbs(page.id), Link(gettext("Jawaban butir demi butir"), back_url)),
        heading=gettext("Perubahan yang disetujui"),
        groups=(),
        derive_url="",
        url=url_for(
            "ministry_answers.change",
            proposal_id=page.id,
            letter_id=held.letter.id,
            operation_id=operation_id,
        ),
        back_url=back_url,
    )
