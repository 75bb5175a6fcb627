"""Pemberlakuan: the day of commencement set and corrected, and what is decided before it."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.domain.errors import DomainError
from orgflow.domain.values import ProposalId
from orgflow.services.commencement_days import (
    CorrectCommencement,
    SetCommencement,
    correct_commencement,
    set_commencement,
)
from orgflow.services.commencement_pages import show_commencement
from orgflow.services.commencement_questions import DecideCommencement, Decision, decide_commencement
from orgflow.services.proposal_pages import ProposalPage, show_proposal
from orgflow.services.rebasing import QuestionsChanged
from orgflow.web.commencing.follow_up_views import register_follow_ups
from orgflow.web.commencing.forms import CorrectDayForm, DecideForm, SetDayForm
from orgflow.web.commencing.page import commencement_view, standing_of
from orgflow.web.current import current_context
from orgflow.web.errors import Page
from orgflow.web.messages import message_for
from orgflow.web.office_form import day_text
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import Link, header, page_crumbs
from orgflow.web.proposals.stale import is_stale
from orgflow.web.rebasing.page import Typed
from orgflow.web.settings.rule_forms import KeptForm
from orgflow.web.settings.saving import saved_upon

bp = Blueprint("commencing", __name__, url_prefix="/usulan/<uuid:proposal_id>/pemberlakuan")
Answer = Response | Page | str


@bp.get("")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def show(proposal_id: UUID) -> str:
    """Show where a commencement stands, and what is to be decided before it."""
    return commencement_page(proposal_id)


@bp.post("")
@needs(Permission.COMMENCE)
def decide(proposal_id: UUID) -> Answer:
    """Keep what was decided; the regulation commences by an act of its own."""
    ctx, form = current_context(), DecideForm()
    typed = form.decisions()
    decisions = tuple(Decision(key, Choice(held.choice), held.note) for key, held in typed.items())
    if not decisions:
        words = gettext("Belum ada yang diputuskan. Pilih putusan untuk sedikitnya satu hal.")
        return commencement_page(proposal_id, typed, error=words), 422
    try:
        decide_commencement(ctx, DecideCommencement(ProposalId(proposal_id), form.seen, decisions))
    except DomainError as refused:
        if is_stale(refused) or isinstance(refused, QuestionsChanged):
            return commencement_page(proposal_id, typed, error=message_for(refused)), 409
        key = refused.facts.get("field")
        if not isinstance(key, str) or key not in typed:
            raise
        typed[key] = replace(typed[key], error=message_for(refused))
        return commencement_page(proposal_id, typed, error=message_for(refused)), 422
    if show_commencement(ctx, ProposalId(proposal_id)).open_questions:
        flash(gettext("Putusan disimpan. Masih ada yang perlu diputuskan."), "success")
        return redirect(url_for(".show", proposal_id=proposal_id), code=303)
    flash(gettext("Putusan disimpan. Sekarang Pergub dapat diberlakukan."), "success")
    return redirect(url_for("proposals.commence_form", proposal_id=proposal_id), code=303)


@bp.get("/hari")
@needs(Permission.RECORD_REGULATION)
def set_form(proposal_id: UUID) -> Answer:
    """Ask for the day, now that it is known."""
    page = show_proposal(current_context(), proposal_id)
    return _ask(page, SetDayForm(revision=page.revision), "set_day", gettext("Catat hari mulai berlaku"))


@bp.post("/hari")
@needs(Permission.RECORD_REGULATION)
def set_day(proposal_id: UUID) -> Answer:
    """Keep the day."""
    form = SetDayForm()

    def save() -> None:
        day = form.effective_on.day
        if day is not None:
            early = form.early_reason.data or ""
            set_commencement(
                current_context(), SetCommencement(ProposalId(proposal_id), form.seen, day, early)
            )

    return _save(proposal_id, form, save, gettext("Hari mulai berlaku dicatat.")) or _again(
        proposal_id, form, "set_day", gettext("Catat hari mulai berlaku")
    )


@bp.get("/ralat")
@needs(Permission.RECORD_REGULATION)
def correct_form(proposal_id: UUID) -> Answer:
    """Ask for the day that should have been recorded, and why."""
    ctx = current_context()
    page, held = show_proposal(ctx, proposal_id), show_commencement(ctx, ProposalId(proposal_id))
    values: dict[str, object] = {"effective_on": day_text(held.days.effective_on)}
    form = _correcting(proposal_id, CorrectDayForm(revision=page.revision, values=values))
    return _ask(page, form, "correct", gettext("Ralat hari mulai berlaku"))


@bp.post("/ralat")
@needs(Permission.RECORD_REGULATION)
def correct(proposal_id: UUID) -> Answer:
    """Correct the day, and the registry where it stands for the wrong one."""
    form = _correcting(proposal_id, CorrectDayForm())

    def save() -> None:
        says_unknown = "is_unknown" in form and bool(form.is_unknown.data)
        day = None if says_unknown else form.effective_on.day
        command = CorrectCommencement(ProposalId(proposal_id), form.seen, day, form.reason.data or "")
        correct_commencement(current_context(), command)

    return _save(proposal_id, form, save, gettext("Hari mulai berlaku diralat.")) or _again(
        proposal_id, form, "correct", gettext("Ralat hari mulai berlaku")
    )


def commencement_page(
    proposal_id: UUID,
    typed: dict[str, Typed] | None = None,
    *,
    error: str = "",
    refused: DomainError | None = None,
) -> str:
    """Return the page of a commencement, with what was refused just now."""
    ctx = current_context()
    page, held = show_proposal(ctx, proposal_id), show_commencement(ctx, ProposalId(proposal_id))
    form = DecideForm(revision=page.revision)
    form.seen_revision.data = str(page.revision)
    return render_template(
        "commencing/show.html",
        head=header(page, "proposals.show"),
        view=commencement_view(held, proposal_id, typed or {}, refused),
        form=form,
        error=error,
        url=url_for("commencing.decide", proposal_id=proposal_id),
    )


def _correcting(proposal_id: UUID, form: CorrectDayForm) -> CorrectDayForm:
    """Return the form; once the registry stands for a day it cannot be unknown any more."""
    held = show_commencement(current_context(), ProposalId(proposal_id))
    if not held.told or held.is_written:
        del form.is_unknown
    return form


def _save(proposal_id: UUID, form: KeptForm, save: Callable[[], None], told: str) -> Answer | None:
    def present() -> int:
        return show_proposal(current_context(), proposal_id).revision

    url = url_for("commencing.show", proposal_id=proposal_id)
    return saved_upon(form, save, present, told=told, url=url, field="")


def _again(proposal_id: UUID, form: KeptForm, action: str, heading: str) -> Page:
    page = show_proposal(current_context(), proposal_id)
    return _ask(page, form, action, heading), form.status


def _ask(page: ProposalPage, form: KeptForm, action: str, heading: str) -> str:
    held = show_commencement(current_context(), page.id)
    return render_template(
        "commencing/day.html",
        heading=heading,
        form=form,
        standing=standing_of(held),
        is_written=held.is_written and action == "correct",
        crumbs=(
            *page_crumbs(page),
            Link(gettext("Pemberlakuan"), url_for("commencing.show", proposal_id=page.id)),
        ),
        url=url_for(f"commencing.{action}", proposal_id=page.id),
        back_url=url_for("commencing.show", proposal_id=page.id),
    )


register_follow_ups(bp)
