"""Beginning a proposal, changing its reasons and dates, and beginning anew from an ended one."""

from collections.abc import Iterator
from typing import Final
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.calendar import format_date, parse_date
from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.structure import NameTaken, NameUnchanged, Structure, Unit, UnknownUnit
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.values import ProposalId, UnitId
from orgflow.services.organisation.pages import show_structure
from orgflow.services.proposal_pages import ProposalPage, show_proposal
from orgflow.services.proposals import (
    CopyProposal,
    CreateProposal,
    EditProposal,
    UnitMayNotPropose,
    copy_proposal,
    create_proposal,
    edit_proposal,
)
from orgflow.web.current import current_actor, current_context
from orgflow.web.errors import Page, TwoTexts
from orgflow.web.office_form import day_text
from orgflow.web.permissions import needs
from orgflow.web.proposals.forms import CopyForm, NewProposalForm, ReasonsForm
from orgflow.web.proposals.header import page_crumbs, title_of_page
from orgflow.web.proposals.stale import both_texts_page, is_stale, overtaken_page

Answer = Response | Page | str
_DRAFTS: Final = needs(Permission.EDIT_PROPOSAL, scope="unit")


def register_drafting(blueprint: Blueprint) -> None:
    """Give the drafting pages their addresses."""
    blueprint.add_url_rule("/baru", view_func=new_form, methods=["GET"])
    blueprint.add_url_rule("/baru", view_func=create, methods=["POST"])
    for path, opened, sent in (("ubah", edit_form, edit), ("salin", copy_form, copy)):
        blueprint.add_url_rule(f"/<uuid:proposal_id>/{path}", view_func=opened, methods=["GET"])
        blueprint.add_url_rule(f"/<uuid:proposal_id>/{path}", view_func=sent, methods=["POST"])


@_DRAFTS
def new_form() -> str:
    """Ask the few questions; the reader's own unit, or the one in the address, is chosen already."""
    chosen = request.args.get("unit") or str(current_actor().unit_id or "")
    return _render_new(NewProposalForm(values={"unit_id": chosen}))


@_DRAFTS
def create() -> Answer:
    """Begin the proposal and lead to it."""
    form = NewProposalForm()
    if form.validate_on_submit():
        try:
            proposal_id = create_proposal(current_context(), _create_command(form))
        except DomainError as refused:
            _point_out(form, refused)
        else:
            flash(gettext("Draf usulan disimpan. Lengkapi yang masih kurang, lalu ajukan."), "success")
            return redirect(url_for("proposals.show", proposal_id=proposal_id), code=303)
    return _render_new(form), 422


@_DRAFTS
def edit_form(proposal_id: UUID) -> Answer:
    """Open the reasons and dates of a draft; the address may offer a day of commencement."""
    ctx = current_context()
    page = show_proposal(ctx, proposal_id)
    if not page.is_editable:
        return overtaken_page(ctx, page, gettext("Ubah alasan dan tanggal"), {})
    return _render_edit(page, ReasonsForm(revision=page.revision, values=_values(page)))


@_DRAFTS
def edit(proposal_id: UUID) -> Answer:
    """Save the reasons and dates, or show both texts when somebody was faster."""
    ctx, form = current_context(), ReasonsForm()
    if form.validate_on_submit():
        try:
            edit_proposal(ctx, _edit_command(proposal_id, form))
        except NotEditable:
            page = show_proposal(ctx, proposal_id)
            return overtaken_page(ctx, page, gettext("Ubah alasan dan tanggal"), _typed(form))
        except DomainError as refused:
            if is_stale(refused):
                return _both_texts(proposal_id, form)
            form.show(refused)
        else:
            flash(gettext("Perubahan disimpan."), "success")
            return redirect(url_for("proposals.show", proposal_id=proposal_id), code=303)
    return _render_edit(show_proposal(ctx, proposal_id), form), 422


@_DRAFTS
def copy_form(proposal_id: UUID) -> Answer:
    """Say what beginning anew will do."""
    ctx = current_context()
    page = show_proposal(ctx, proposal_id)
    if not page.may_copy:
        return overtaken_page(ctx, page, gettext("Susun usulan baru dari usulan ini"), {})
    return _render_copy(page, CopyForm(revision=page.revision))


@_DRAFTS
def copy(proposal_id: UUID) -> Answer:
    """Begin a new proposal from an ended one and lead to it."""
    ctx, form = current_context(), CopyForm()
    try:
        made = copy_proposal(ctx, CopyProposal(ProposalId(proposal_id), form.seen))
    except DomainError as refused:
        if not is_stale(refused):
            raise
        page = show_proposal(ctx, proposal_id)
        return overtaken_page(ctx, page, gettext("Susun usulan baru dari usulan ini"), {})
    flash(gettext("Draf baru disusun dari usulan sebelumnya. Periksa isinya, lalu ajukan."), "success")
    return redirect(url_for("proposals.show", proposal_id=made), code=303)


def _create_command(form: NewProposalForm) -> CreateProposal:
    try:
        unit_id = UnitId(UUID(form.unit_id.data or ""))
    except ValueError:
        raise UnknownUnit(unit_id="", on="") from None
    return CreateProposal(
        unit_id,
        form.new_name.data or "",
        form.considerations.data or "",
        form.background.data or "",
        form.effective_on.day,
        form.facts_on.day,
    )


def _edit_command(proposal_id: UUID, form: ReasonsForm) -> EditProposal:
    return EditProposal(
        ProposalId(proposal_id),
        form.seen,
        form.considerations.data or "",
        form.background.data or "",
        form.effective_on.day,
        form.facts_on.day,
    )


def _point_out(form: NewProposalForm, refused: DomainError) -> None:
    match refused:
        case NameTaken() | NameUnchanged():
            form.show(refused, field="new_name")
        case UnknownUnit() | UnitMayNotPropose():
            form.show(refused, field="unit_id")
        case _:
            form.show(refused)


def _render_new(form: NewProposalForm) -> str:
    structure = show_structure(current_context()).structure
    units = tuple(_proposing_units(structure, current_actor()))
    form.unit_id.choices = [(str(unit.id), unit.name) for unit in units]
    return render_template("proposals/new.html", form=form, has_units=bool(units))


def _proposing_units(structure: Structure, actor: Actor) -> Iterator[Unit]:
    """Yield the units in the actor's reach that draft proposals of their own."""
    if not structure.units:
        return
    reach = actor.reach((Permission.EDIT_PROPOSAL,))
    tops = frozenset({structure.root().id}) if reach is None else reach & structure.units.keys()
    below = {unit.id for top in tops for unit in structure.subtree(top)}
    yield from (
        unit for unit in structure.subtree(structure.root().id) if unit.id in below and unit.kind.may_propose
    )


def _values(page: ProposalPage) -> dict[str, object]:
    offered = request.args.get("mulai")
    return {
        "considerations": page.considerations_text,
        "background": page.background,
        "effective_on": _offered_day(offered) if offered else day_text(page.effective_on),
        "facts_on": day_text(page.facts_on),
    }


def _offered_day(text: str) -> str:
    try:
        return format_date(parse_date(text))
    except DomainError:
        return text


def _render_edit(page: ProposalPage, form: ReasonsForm) -> str:
    return render_template(
        "proposals/edit.html",
        form=form,
        title=title_of_page(page),
        crumbs=page_crumbs(page),
        url=url_for("proposals.edit", proposal_id=page.id),
        back_url=url_for("proposals.show", proposal_id=page.id),
    )


def _render_copy(page: ProposalPage, form: CopyForm) -> str:
    return render_template(
        "proposals/copy.html",
        form=form,
        title=title_of_page(page),
        crumbs=page_crumbs(page),
        url=url_for("proposals.copy", proposal_id=page.id),
        back_url=url_for("proposals.show", proposal_id=page.id),
    )


def _typed(form: ReasonsForm) -> dict[str, str]:
    fields = (form.considerations, form.background, form.effective_on, form.facts_on)
    return {str(field.label.text): field.data for field in fields if field.data}


def _both_texts(proposal_id: UUID, form: ReasonsForm) -> Page:
    ctx = current_context()
    page = show_proposal(ctx, proposal_id)
    if not page.is_editable:
        return overtaken_page(ctx, page, gettext("Ubah alasan dan tanggal"), _typed(form))
    saved = _saved(page)
    texts = tuple(
        TwoTexts(name, str(form[name].label.text), saved[name], str(form[name].data or ""), kind)
        for name, kind in (
            ("considerations", "text"),
            ("background", "text"),
            ("effective_on", "line"),
            ("facts_on", "line"),
        )
    )
    url = url_for("proposals.edit", proposal_id=page.id)
    return both_texts_page(ctx, page, url, texts, url_for("proposals.show", proposal_id=page.id))


def _saved(page: ProposalPage) -> dict[str, str]:
    return {
        "considerations": page.considerations_text,
        "background": page.background,
        "effective_on": day_text(page.effective_on),
        "facts_on": day_text(page.facts_on),
    }
