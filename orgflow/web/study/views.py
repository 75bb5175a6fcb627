"""Kajian: the guided list of sections, one section a page to write, and its versions."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import DomainError
from orgflow.domain.letters.passages import mark_of, tidied
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.study.outline import section_asked
from orgflow.domain.study.sections import StudyForm, UnknownSection
from orgflow.domain.values import ProposalId
from orgflow.services.proposal_pages import show_proposal
from orgflow.services.study import SectionView, Study, show_study
from orgflow.services.study_versions import SaveOrigin, show_versions
from orgflow.services.study_writing import (
    ChooseForm,
    SectionStale,
    WriteSection,
    choose_form,
    write_section,
)
from orgflow.web.claims.page import entry_line
from orgflow.web.current import current_context, revision_from_form
from orgflow.web.errors import ConflictView, Page, TwoTexts, conflict_page
from orgflow.web.notes.links import note_links
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import Link, header, page_crumbs
from orgflow.web.proposals.stale import overtaken_page
from orgflow.web.study.fields import FIELD, SHOWN, text_field
from orgflow.web.study.page import section_page, study_view
from orgflow.web.study.versions_page import versions_view
from orgflow.web.study.words import ASKED

bp = Blueprint("study", __name__, url_prefix="/usulan/<uuid:proposal_id>/kajian")
Answer = Response | Page
_BY_ITSELF: Final = "sendiri"


@bp.get("")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def index(proposal_id: UUID) -> str:
    """Show the sections as guided steps."""
    ctx = current_context()
    head = header(show_proposal(ctx, proposal_id), "study.index")
    view = study_view(show_study(ctx, proposal_id), note_links(ctx, proposal_id))
    return render_template("study/index.html", head=head, view=view)


@bp.post("/bentuk")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def choose(proposal_id: UUID) -> Answer:
    """Choose the whole study or its short form."""
    ctx, chosen = current_context(), request.form.get("form", "")
    if chosen not in set(StudyForm):
        raise BadRequest
    try:
        choose_form(ctx, ChooseForm(ProposalId(proposal_id), StudyForm(chosen)))
    except NotEditable:
        return overtaken_page(ctx, show_proposal(ctx, proposal_id), gettext("Bentuk kajian"), {})
    flash(gettext("Bentuk kajian disimpan."), "success")
    return redirect(url_for(".index", proposal_id=proposal_id), code=303)


@bp.get("/<key>")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def section(proposal_id: UUID, key: str) -> Page:
    """Show one section to be written, with what is derived for it."""
    study = show_study(current_context(), proposal_id)
    return _page(study, _of(study, key), {}, None)


@bp.post("/<key>")
@needs(Permission.EDIT_PROPOSAL, scope="unit")
def write(proposal_id: UUID, key: str) -> Answer:
    """Save one section."""
    ctx, wanted = current_context(), section_asked(key)
    typed = {name: text for name, text in request.form.items() if name.startswith(FIELD)}
    asked = wanted.asks
    answer = typed.get(text_field(asked)) if asked is not None else None
    by_itself = request.form.get("disimpan") == _BY_ITSELF
    command = WriteSection(
        ProposalId(proposal_id),
        key,
        revision_from_form(),
        typed.get(text_field(key)),
        answer,
        SaveOrigin.TYPING if by_itself else SaveOrigin.BUTTON,
    )
    try:
        write_section(ctx, command)
    except SectionStale:
        study = show_study(ctx, proposal_id)
        now = _of(study, key)
        # An answer that was lost on its way: what is sent again stands there already.
        if all(told is None or tidied(told) == held for told, held in _pairs(command, now)):
            return redirect(url_for(".section", proposal_id=proposal_id, key=key), code=303)
        return _both(study, now, typed)
    except NotEditable:
        told = {wanted.title: command.text or ""}
        return overtaken_page(ctx, show_proposal(ctx, proposal_id), gettext("Tulis kajian"), told)
    except DomainError as refused:
        if refused.facts.get("field") not in {key, asked}:
            raise
        study = show_study(ctx, proposal_id)
        return _page(study, _of(study, key), typed, refused)
    if not by_itself:
        flash(gettext("Bagian kajian disimpan."), "success")
    return redirect(url_for(".section", proposal_id=proposal_id, key=key), code=303)


@bp.get("/<key>/versi")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def versions(proposal_id: UUID, key: str) -> str:
    """Show a section's versions, two of them compared."""
    ctx = current_context()
    page = show_proposal(ctx, proposal_id)
    held = show_versions(ctx, proposal_id, key, _number("lama"), _number("baru"))
    crumbs = (
        *_crumbs(page.id, page_crumbs(page)),
        Link(held.asked.heading, url_for(".section", proposal_id=proposal_id, key=key)),
    )
    view = versions_view(held, page.government.zone)
    return render_template("study/versions.html", crumbs=crumbs, view=view)


def _pairs(command: WriteSection, now: SectionView) -> tuple[tuple[str | None, str], ...]:
    """Return what was sent with what stands: the text, and the answer."""
    return (command.text, now.text), (command.answer, now.answer)


def _page(study: Study, held: SectionView, typed: Mapping[str, str], refused: DomainError | None) -> Page:
    ctx = current_context()
    page = show_proposal(ctx, study.proposal_id)
    view = section_page(study, held, note_links(ctx, study.proposal_id), typed, refused)
    crumbs = _crumbs(page.id, page_crumbs(page))
    status = 422 if refused is not None else 200
    entries = tuple(entry_line(entry) for entry in study.entries if not entry.is_withdrawn)
    body = render_template("study/section.html", crumbs=crumbs, view=view, entries=entries)
    return body, status


def _both(study: Study, held: SectionView, typed: Mapping[str, str]) -> Page:
    """Show what is saved beside what was typed."""
    name, asked = text_field(held.key), held.asked.asks
    fields = [TwoTexts(name, held.asked.title, held.text, typed.get(name, held.text))]
    kept = [(f"{SHOWN}{held.key}", held.mark)]
    if asked is not None:
        other = text_field(asked)
        fields.append(TwoTexts(other, str(ASKED[asked][0]), held.answer, typed.get(other, held.answer)))
        kept.append((f"{SHOWN}{asked}", mark_of(held.answer)))
    return conflict_page(
        ConflictView(
            title=gettext("%(title)s berubah setelah Anda membukanya", title=held.asked.title),
            url=url_for(".write", proposal_id=study.proposal_id, key=held.key),
            revision=held.revision,
            page_url=url_for(".section", proposal_id=study.proposal_id, key=held.key),
            page_label=gettext("Kembali ke bagian kajian"),
            fields=tuple(fields),
            kept=tuple(kept),
            saved_by=held.changed_by,
        )
    )


def _of(study: Study, key: str) -> SectionView:
    held = study.section(key)
    if held is None:
        raise UnknownSection(key=key[:60])
    return held


def _crumbs(proposal_id: ProposalId, before: tuple[Link, ...]) -> tuple[Link, ...]:
    return (*before, Link(gettext("Kajian"), url_for("study.index", proposal_id=proposal_id)))


def _number(name: str) -> int | None:
    told = request.args.get(name, "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 9 else None
