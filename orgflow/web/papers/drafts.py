"""Rancangan Pergub: shown, its form decided, and what came back from Word held against it and taken."""

from collections.abc import Callable
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import DomainError
from orgflow.domain.papers.kinds import PaperKind
from orgflow.domain.papers.regulation_form import RegulationForm
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.values import ProposalId
from orgflow.services.bringing import BRINGERS
from orgflow.services.context import Context
from orgflow.services.papers.drafts import show_draft, show_returned
from orgflow.services.papers.returning import (
    ChooseWords,
    DecideForm,
    NothingReturned,
    ReturnDraft,
    adopt_draft,
    decide_form,
    release_draft,
    return_draft,
)
from orgflow.services.proposal_pages import ProposalPage, show_proposal
from orgflow.web.current import current_context, revision_from_form
from orgflow.web.errors import Page
from orgflow.web.papers.draft_view import draft_view, returned_view
from orgflow.web.papers.forms import RegulationFormForm, ReturnForm
from orgflow.web.papers.page import TITLES, paper_view
from orgflow.web.papers.views import paper_crumbs, problem_of
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import Link
from orgflow.web.proposals.stale import is_stale, overtaken_page
from orgflow.web.uploads import word_from

bp = Blueprint("drafts", __name__, url_prefix="/usulan/<uuid:proposal_id>/naskah/rancangan-pergub")
Answer = Response | Page | str


@bp.get("")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def show(proposal_id: UUID) -> str:
    """Show the draft regulation with what stands behind it."""
    ctx = current_context()
    page = show_proposal(ctx, proposal_id)
    held = show_draft(ctx, proposal_id)
    return render_template(
        "papers/regulation.html",
        crumbs=paper_crumbs(page),
        view=paper_view(held.paper, page.id),
        draft=draft_view(held, page),
        problem=problem_of(page),
        proposal_id=page.id,
    )


@bp.get("/bentuk")
@needs(*BRINGERS, scope="unit")
def form(proposal_id: UUID) -> Answer:
    """Ask whether the regulation amends or replaces."""
    ctx = current_context()
    page = show_proposal(ctx, proposal_id)
    if not page.may_attach:
        return overtaken_page(ctx, page, gettext("Bentuk rancangan Pergub"), {})
    held = show_draft(ctx, proposal_id)
    values: dict[str, object] = {"form": str(held.form)}
    return _form_page(page, RegulationFormForm(revision=page.revision, values=values))


@bp.post("/bentuk")
@needs(*BRINGERS, scope="unit")
def decide(proposal_id: UUID) -> Answer:
    """Decide the form."""
    ctx, typed = current_context(), RegulationFormForm()
    if typed.validate_on_submit():
        command = DecideForm(
            ProposalId(proposal_id), typed.seen, RegulationForm(typed.form.data), typed.reason.data or ""
        )
        try:
            decide_form(ctx, command)
        except NotEditable:
            return _overtaken(ctx, proposal_id, gettext("Bentuk rancangan Pergub"))
        except DomainError as refused:
            if is_stale(refused):
                return _overtaken(ctx, proposal_id, gettext("Bentuk rancangan Pergub"))
            typed.show(refused)
        else:
            flash(gettext("Bentuk rancangan ditetapkan."), "success")
            return redirect(url_for(".show", proposal_id=proposal_id), code=303)
    return _form_page(show_proposal(ctx, proposal_id), typed), typed.status


@bp.get("/kembali")
@needs(*BRINGERS, scope="unit")
def bring(proposal_id: UUID) -> Answer:
    """Ask for a draft that was edited in Word."""
    ctx = current_context()
    page = show_proposal(ctx, proposal_id)
    if not page.may_attach:
        return overtaken_page(ctx, page, gettext("Bawa kembali naskah dari Word"), {})
    return _bring_page(page, ReturnForm(revision=page.revision))


@bp.post("/kembali")
@needs(*BRINGERS, scope="unit")
def brought(proposal_id: UUID) -> Answer:
    """Keep the draft that came back and show what differs."""
    ctx, typed = current_context(), ReturnForm()
    try:
        return_draft(ctx, ReturnDraft(ProposalId(proposal_id), typed.seen, word_from(typed.upload)))
    except NotEditable:
        return _overtaken(ctx, proposal_id, gettext("Bawa kembali naskah dari Word"))
    except DomainError as refused:
        if is_stale(refused):
            return _overtaken(ctx, proposal_id, gettext("Bawa kembali naskah dari Word"))
        typed.show(refused)
        return _bring_page(show_proposal(ctx, proposal_id), typed), 422
    return redirect(url_for(".differences", proposal_id=proposal_id), code=303)


@bp.get("/perbedaan")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def differences(proposal_id: UUID) -> str:
    """Show what differs between the derived draft and the one that came back."""
    ctx = current_context()
    page = show_proposal(ctx, proposal_id)
    return render_template(
        "papers/returned.html",
        crumbs=_crumbs(page),
        view=returned_view(show_returned(ctx, proposal_id), page),
        proposal_id=page.id,
    )


@bp.post("/pakai")
@needs(*BRINGERS, scope="unit")
def adopt(proposal_id: UUID) -> Answer:
    """Take the words that came back as the draft."""
    done = gettext("Naskah dari Word dipakai sebagai rancangan.")
    return _choose(proposal_id, adopt_draft, gettext("Pakai naskah dari Word"), done)


@bp.post("/lepas")
@needs(*BRINGERS, scope="unit")
def release(proposal_id: UUID) -> Answer:
    """Let the derived draft count again."""
    done = gettext("Rancangan yang disusun dari materi usulan dipakai lagi.")
    return _choose(proposal_id, release_draft, gettext("Kembali ke naskah turunan"), done)


def _choose(
    proposal_id: UUID, act: Callable[[Context, ChooseWords], object], heading: str, done: str
) -> Answer:
    ctx = current_context()
    try:
        act(ctx, ChooseWords(ProposalId(proposal_id), revision_from_form()))
    except (NotEditable, NothingReturned):
        return _overtaken(ctx, proposal_id, heading)
    except DomainError as refused:
        if not is_stale(refused):
            raise
        return _overtaken(ctx, proposal_id, heading)
    flash(done, "success")
    return redirect(url_for(".show", proposal_id=proposal_id), code=303)


def _overtaken(ctx: Context, proposal_id: UUID, heading: str) -> Page:
    return overtaken_page(ctx, show_proposal(ctx, proposal_id), heading, {})


def _crumbs(page: ProposalPage) -> tuple[Link, ...]:
    title = str(TITLES[PaperKind.REGULATION])
    return (*paper_crumbs(page), Link(title, url_for("drafts.show", proposal_id=page.id)))


def _form_page(page: ProposalPage, typed: RegulationFormForm) -> str:
    return render_template(
        "papers/form.html",
        form=typed,
        crumbs=_crumbs(page),
        draft=draft_view(show_draft(current_context(), page.id), page),
        url=url_for("drafts.decide", proposal_id=page.id),
        back_url=url_for("drafts.show", proposal_id=page.id),
    )


def _bring_page(page: ProposalPage, typed: ReturnForm) -> str:
    return render_template(
        "papers/bring.html",
        form=typed,
        crumbs=_crumbs(page),
        url=url_for("drafts.brought", proposal_id=page.id),
        back_url=url_for("drafts.show", proposal_id=page.id),
    )
