"""What the ministry asked: entered from its letter as items, and each answered."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.calendar import format_date
from orgflow.domain.errors import DomainError
from orgflow.domain.ministry.items import UnknownItem
from orgflow.domain.proposals.refusals import TransitionNotAllowed
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import ProposalId
from orgflow.services.incoming_pages import AgendaLine
from orgflow.services.ministry_items import ANSWERERS, AnswerItem, AskItems, answer_item, ask_items
from orgflow.services.ministry_pages import IncomingView, ItemView, letter_of_page, show_ministry
from orgflow.services.proposal_pages import ProposalPage, show_proposal
from orgflow.web.current import current_context
from orgflow.web.errors import Page
from orgflow.web.messages import message_for
from orgflow.web.ministry.ask_form import AskForm, ask_form
from orgflow.web.ministry.forms import ItemAnswerForm
from orgflow.web.ministry.page import item_line
from orgflow.web.ministry.proving import ministry_crumbs
from orgflow.web.ministry.thread import is_at_ministry
from orgflow.web.permissions import needs
from orgflow.web.proposals.stale import is_stale

bp = Blueprint("ministry_items", __name__, url_prefix="/usulan/<uuid:proposal_id>/tanggapan")
Answer = Response | Page | str
_MORE = 3


@bp.get("/<uuid:letter_id>/butir")
@needs(Permission.RECORD_MINISTRY)
def ask_open(proposal_id: UUID, letter_id: UUID) -> Answer:
    """Ask what a letter asks."""
    page = show_proposal(current_context(), proposal_id)
    _require_at_ministry(page, str(Action.ANSWER_ASKS_COMPLETION))
    return _ask_page(page, letter_id, ask_form(page))


@bp.post("/<uuid:letter_id>/butir")
@needs(Permission.RECORD_MINISTRY)
def ask(proposal_id: UUID, letter_id: UUID) -> Answer:
    """Record what a letter asks, each thing an item; or give the form more rows."""
    page = show_proposal(current_context(), proposal_id)
    if "lagi" in request.form:
        return _ask_page(page, letter_id, ask_form(page, more=_MORE))
    form = ask_form(page)
    if form.validate_on_submit():
        command = AskItems(
            ProposalId(proposal_id), letter_id, form.seen, form.items(), form.late_reason.data or ""
        )
        try:
            ask_items(current_context(), command)
        except DomainError as refused:
            if is_stale(refused):
                form.seen_revision.data = str(show_proposal(current_context(), proposal_id).revision)
                form.form_errors = [*form.form_errors, str(message_for(refused))]
                return _ask_page(page, letter_id, form), 409
            form.point_out(refused)
        else:
            flash(gettext("Permintaan Kemendagri dicatat. Jawab setiap butirnya."), "success")
            return redirect(url_for("proposals.ministry", proposal_id=proposal_id), code=303)
    return _ask_page(page, letter_id, form), 422


@bp.get("/butir/<uuid:item_id>")
@needs(*ANSWERERS, scope="unit")
def answer_form(proposal_id: UUID, item_id: UUID) -> Answer:
    """Ask what answers an item."""
    page, view = show_proposal(current_context(), proposal_id), _item(proposal_id, item_id)
    _require_at_ministry(page, "answer_item")
    held = view.item.answer
    values: dict[str, object] = (
        {"text": held.text, "done": held.done, "found_at": held.found_at} if held is not None else {}
    )
    return _answer_page(page, view, ItemAnswerForm(revision=view.revision, values=values))


@bp.post("/butir/<uuid:item_id>")
@needs(*ANSWERERS, scope="unit")
def answer(proposal_id: UUID, item_id: UUID) -> Answer:
    """Keep what answers an item."""
    form, status = ItemAnswerForm(), 422
    if form.validate_on_submit():
        command = AnswerItem(
            ProposalId(proposal_id),
            item_id,
            form.seen,
            form.text.data or "",
            form.done.data or "",
            form.found_at.data or "",
        )
        try:
            answer_item(current_context(), command)
        except DomainError as refused:
            if is_stale(refused):
                status = 409
                form.seen_revision.data = str(_item(proposal_id, item_id).revision)
            form.point_out(refused)
        else:
            flash(gettext("Jawaban disimpan."), "success")
            return redirect(url_for("proposals.ministry", proposal_id=proposal_id), code=303)
    page = show_proposal(current_context(), proposal_id)
    return _answer_page(page, _item(proposal_id, item_id), form), status


def _require_at_ministry(page: ProposalPage, action: str) -> None:
    """Refuse to ask for what is told only of a proposal that the ministry has.

    Raises:
        TransitionNotAllowed.
    """
    if not is_at_ministry(page):
        raise TransitionNotAllowed(action=action, state=str(page.state))


def _item(proposal_id: UUID, item_id: UUID) -> ItemView:
    """Return an item of a proposal.

    Raises:
        UnknownProposal, UnknownItem.
    """
    for view in show_ministry(current_context(), proposal_id).items:
        if view.item.id == item_id:
            return view
    raise UnknownItem(item_id=str(item_id))


def letter_words(letter: IncomingView | AgendaLine) -> str:
    """Return which letter it is, in a sentence."""
    return gettext(
        "Surat %(sender)s nomor %(number)s tanggal %(day)s, agenda %(agenda)s.",
        sender=letter.sender,
        number=letter.number,
        day=format_date(letter.dated_on),
        agenda=letter.agenda,
    )


def _ask_page(page: ProposalPage, letter_id: UUID, form: AskForm) -> str:
    held = show_ministry(current_context(), page.id)
    letter = letter_of_page(held, letter_id)
    if not page.steps or letter.dated_on >= page.steps[-1].acted_on:
        del form.late_reason
    return render_template(
        "ministry/ask.html",
        form=form,
        rows=tuple(form.row(number) for number in range(1, form.count + 1)),
        words=letter_words(letter),
        crumbs=ministry_crumbs(page.id),
        url=url_for(".ask", proposal_id=page.id, letter_id=letter_id),
        back_url=url_for("proposals.ministry", proposal_id=page.id),
    )


def _answer_page(page: ProposalPage, view: ItemView, form: ItemAnswerForm) -> str:
    line = item_line(page, view, page.reader)
    return render_template(
        "ministry/form.html",
        heading=gettext("Jawab butir %(number)s", number=line.number),
        words=f"{line.kind}: {line.text}",
        form=form,
        fields=("text", "done", "found_at"),
        narrow=(),
        has_files=False,
        button=gettext("Simpan jawaban"),
        crumbs=ministry_crumbs(page.id),
        url=url_for(".answer", proposal_id=page.id, item_id=view.item.id),
        back_url=url_for("proposals.ministry", proposal_id=page.id),
    )
