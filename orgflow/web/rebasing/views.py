"""Penyesuaian: what changed under a proposal, one question each, and what became of the answers."""

from dataclasses import replace
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext, ngettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.calendar import format_date, format_instant
from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.domain.errors import DomainError
from orgflow.domain.values import ProposalId
from orgflow.services.proposal_pages import show_proposal
from orgflow.services.rebasing import (
    AdviseQuestion,
    NothingToRebase,
    QuestionsChanged,
    SettleQuestions,
    advise_question,
    settle_questions,
)
from orgflow.services.rebasing_pages import AskedQuestion, show_asked, show_rebase, show_rebasing
from orgflow.web.current import current_context
from orgflow.web.errors import Page
from orgflow.web.messages import message_for
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import Link, header, page_crumbs
from orgflow.web.proposals.stale import is_stale
from orgflow.web.rebasing.forms import AdviceForm, SettleForm, answered
from orgflow.web.rebasing.page import Typed, rebase_view
from orgflow.web.rebasing.words import choice_words
from orgflow.web.settings.saving import saved_upon

bp = Blueprint("rebasing", __name__, url_prefix="/usulan/<uuid:proposal_id>/penyesuaian")
Answer = Response | Page | str


@bp.get("")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def show(proposal_id: UUID) -> str:
    """Show what changed under a proposal, and ask what is to become of it."""
    return _page(proposal_id, SettleForm(), {})


@bp.post("")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def settle(proposal_id: UUID) -> Answer:
    """Keep the answers; carry the draft over once no question is open."""
    ctx, form = current_context(), SettleForm()
    typed = form.answers()
    before = show_rebasing(ctx, proposal_id)
    command = SettleQuestions(ProposalId(proposal_id), form.seen, answered(typed, before.situation))
    try:
        settle_questions(ctx, command)
    except NothingToRebase:
        if before.situation is None:
            raise
        words = gettext("Belum ada pertanyaan yang dijawab. Pilih jawaban untuk sedikitnya satu pertanyaan.")
        return _page(proposal_id, form, typed, words), 422
    except DomainError as refused:
        if is_stale(refused) or isinstance(refused, QuestionsChanged):
            return _page(proposal_id, form, typed, message_for(refused)), 409
        key = refused.facts.get("field")
        if not isinstance(key, str) or key not in typed:
            raise
        typed[key] = replace(typed[key], error=message_for(refused))
        return _page(proposal_id, form, typed, message_for(refused)), 422
    flash(_done(proposal_id, len(before.history)), "success")
    return redirect(url_for(".show", proposal_id=proposal_id), code=303)


@bp.get("/<uuid:rebase_id>")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def record(proposal_id: UUID, rebase_id: UUID) -> str:
    """Show what the operations were before one carrying over, and after."""
    ctx = current_context()
    held = show_rebase(ctx, proposal_id, rebase_id)
    return render_template(
        "rebasing/record.html",
        held=held,
        old_on=format_date(held.line.old_on),
        new_on=format_date(held.line.new_on),
        made=f"{held.line.made_by}, {format_instant(held.line.made_at, held.zone)}",
        crumbs=(
            *page_crumbs(show_proposal(ctx, proposal_id)),
            Link(gettext("Penyesuaian"), url_for(".show", proposal_id=proposal_id)),
        ),
    )


@bp.get("/tanya/<uuid:question_id>")
@needs(Permission.REVIEW_AS_ORGANISATION)
def advise_form(proposal_id: UUID, question_id: UUID) -> Answer:
    """Show a question that was put to Biro Organisasi, and ask for its advice."""
    held = show_asked(current_context(), proposal_id, question_id)
    values: dict[str, object] = {"advice": held.advice or "", "note": held.advice_note}
    return _ask(held, AdviceForm(revision=held.revision, values=values))


@bp.post("/tanya/<uuid:question_id>")
@needs(Permission.REVIEW_AS_ORGANISATION)
def advise(proposal_id: UUID, question_id: UUID) -> Answer:
    """Keep the advice for those who decide."""
    ctx, form = current_context(), AdviceForm()
    held = show_asked(ctx, proposal_id, question_id)
    form.advice.choices = _choices(held)

    def save() -> None:
        advice, note = Choice(form.advice.data), form.note.data or ""
        advise_question(ctx, AdviseQuestion(ProposalId(proposal_id), question_id, advice, note, form.seen))

    answer = saved_upon(
        form,
        save,
        lambda: held.revision,
        told=gettext("Jawaban disampaikan kepada penyusun usulan."),
        url=url_for("home.show"),
        field="",
    )
    return answer or (_ask(held, form), form.status)


def _page(proposal_id: UUID, form: SettleForm, typed: dict[str, Typed], error: str = "") -> str:
    ctx = current_context()
    page = show_proposal(ctx, proposal_id)
    form.seen_revision.data = str(page.revision)
    return render_template(
        "rebasing/show.html",
        head=header(page, "proposals.show"),
        view=rebase_view(show_rebasing(ctx, proposal_id), page.id, typed),
        form=form,
        error=error,
        url=url_for(".settle", proposal_id=proposal_id),
    )


def _ask(held: AskedQuestion, form: AdviceForm) -> str:
    form.advice.choices = _choices(held)
    return render_template(
        "rebasing/advise.html",
        form=form,
        held=held,
        crumbs=page_crumbs(show_proposal(current_context(), held.proposal_id)),
        url=url_for(".advise", proposal_id=held.proposal_id, question_id=held.id),
        back_url=url_for("home.show"),
    )


def _choices(held: AskedQuestion) -> list[tuple[str, str]]:
    offered = (Choice.LATEST, Choice.OURS) if held.can_keep else (Choice.LATEST,)
    return [(str(choice), choice_words(choice, is_crossing=held.is_crossing)) for choice in offered]


def _done(proposal_id: UUID, times_before: int) -> str:
    """Return what came of the answers."""
    page = show_rebasing(current_context(), proposal_id)
    if len(page.history) > times_before:
        return gettext(
            "Usulan disesuaikan dengan susunan per %(day)s. Yang tidak berbenturan ikut disesuaikan.",
            day=format_date(page.history[0].new_on),
        )
    waiting = page.situation.open_questions if page.situation is not None else ()
    if any(question.answer is not None for question in waiting):
        return gettext("Jawaban disimpan. Pertanyaan untuk Biro Organisasi sudah diteruskan.")
    if waiting:
        return ngettext(
            "Jawaban disimpan. Masih ada %(num)s pertanyaan.",
            "Jawaban disimpan. Masih ada %(num)s pertanyaan.",
            len(waiting),
        )
    return gettext("Jawaban disimpan.")
