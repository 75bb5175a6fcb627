"""Dokumen: what the office asks for, and bringing one of them."""

from typing import Final
from urllib.parse import quote
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import DomainError
from orgflow.domain.values import ProposalId
from orgflow.services.bringing import BRINGERS
from orgflow.services.document_views import DocumentView
from orgflow.services.evidence import (
    AttachDocument,
    TakeDocument,
    UnknownDocumentCode,
    attach_document,
    take_document,
)
from orgflow.services.files import open_file
from orgflow.services.paper_filing import made_file
from orgflow.services.proposal_pages import ProposalPage, show_proposal
from orgflow.web.current import current_context
from orgflow.web.errors import Page
from orgflow.web.evidence.checklist import checklist
from orgflow.web.evidence.filing import filing_offer
from orgflow.web.evidence.forms import UploadForm
from orgflow.web.handing_out import handed_out
from orgflow.web.notes.links import note_links
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import header, page_crumbs
from orgflow.web.proposals.stale import is_stale, latest_event, overtaken_page
from orgflow.web.security import FILE_POLICY
from orgflow.web.uploads import pdf_from

bp = Blueprint("evidence", __name__)
_PLACE: Final = "/usulan/<uuid:proposal_id>/dokumen"
Answer = Response | Page | str


@bp.get(_PLACE)
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def show(proposal_id: UUID) -> str:
    """Show the documents asked for, with where each stands, and the letters."""
    page = show_proposal(current_context(), proposal_id)
    return render_template(
        "evidence/show.html",
        head=header(page, "evidence.show"),
        held=checklist(page, page.reader, note_links(current_context(), proposal_id)),
    )


@bp.get(f"{_PLACE}/<document_code>")
@needs(*BRINGERS, scope="unit")
def upload_form(proposal_id: UUID, document_code: str) -> Answer:
    """Ask for one document."""
    ctx = current_context()
    page = show_proposal(ctx, proposal_id)
    asked = _asked(page, document_code)
    if not page.may_attach:
        return overtaken_page(ctx, page, _heading(asked), {})
    return _render(page, asked, UploadForm(revision=page.revision))


@bp.post(f"{_PLACE}/<document_code>")
@needs(*BRINGERS, scope="unit")
def upload(proposal_id: UUID, document_code: str) -> Answer:
    """Keep the document that was brought."""
    ctx, form = current_context(), UploadForm()
    page = show_proposal(ctx, proposal_id)
    asked = _asked(page, document_code)
    try:
        attach_document(
            ctx, AttachDocument(ProposalId(proposal_id), form.seen, document_code, pdf_from(form.upload))
        )
    except DomainError as refused:
        if is_stale(refused):
            again = gettext("Berkas Anda belum disimpan. Pilih lagi berkasnya, lalu kirim lagi.")
            return _answer_stale(page, asked, form, again)
        form.show(refused)
        return _render(page, asked, form), 422
    flash(gettext("%(title)s sudah diunggah.", title=asked.asked.title), "success")
    return redirect(url_for(".show", proposal_id=proposal_id), code=303)


@bp.post(f"{_PLACE}/<document_code>/pakai")
@needs(*BRINGERS, scope="unit")
def file_derived(proposal_id: UUID, document_code: str) -> Answer:
    """Take what OrgFlow makes under this code as the document that is asked for."""
    ctx, form = current_context(), UploadForm()
    page = show_proposal(ctx, proposal_id)
    asked = _asked(page, document_code)
    try:
        take_document(ctx, TakeDocument(ProposalId(proposal_id), form.seen, document_code))
    except DomainError as refused:
        if is_stale(refused):
            again = gettext("Dokumen belum dipakai. Periksa lagi isinya, lalu pakai.")
            return _answer_stale(page, asked, form, again)
        form.show(refused)
        return _render(page, asked, form), 422
    flash(gettext("%(title)s yang disusun OrgFlow sudah dipakai.", title=asked.asked.title), "success")
    return redirect(url_for(".show", proposal_id=proposal_id), code=303)


@bp.get(f"{_PLACE}/<document_code>/disusun.pdf")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def made(proposal_id: UUID, document_code: str) -> Response:
    """Hand out what OrgFlow makes under this code as it is now."""
    held = made_file(current_context(), proposal_id, document_code)
    return handed_out(held.name, held.media_type, held.content)


@bp.get("/berkas/<uuid:file_id>")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def file(file_id: UUID) -> Response:
    """Hand out a file as it was brought, to be kept and not to be shown among our pages."""
    held = open_file(current_context(), file_id)
    return Response(
        held.content,
        mimetype=held.media_type,
        headers={
            "Content-Security-Policy": FILE_POLICY,
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(held.name, safe='')}",
            "Cache-Control": "private, no-store",
        },
    )


def _answer_stale(page: ProposalPage, asked: DocumentView, form: UploadForm, again: str) -> Page:
    ctx = current_context()
    if not page.may_attach:
        return overtaken_page(ctx, page, _heading(asked), {})
    form.seen_revision.data = str(page.revision)
    event = latest_event(ctx, page)
    happened = f"{event.at}, {event.who}: {event.sentence}" if event is not None else ""
    said = (happened or gettext("Usulan ini baru saja diubah."), again)
    return _render(page, asked, form, said), 409


def _asked(page: ProposalPage, code: str) -> DocumentView:
    for view in page.documents:
        if view.asked.code == code and not view.asked.is_derived and view.asked.result_of is None:
            return view
    raise UnknownDocumentCode(document=code)


def _heading(asked: DocumentView) -> str:
    return gettext("Unggah %(title)s", title=asked.asked.title)


def _present(asked: DocumentView) -> str:
    if asked.is_taken:
        return gettext("Yang dipakai sekarang disusun OrgFlow. Berkas yang diunggah menggantikannya.")
    if asked.file_name is None:
        return ""
    return gettext(
        "Sudah ada: %(name)s. Berkas baru menggantikannya dalam usulan; yang lama tetap tersimpan.",
        name=asked.file_name,
    )


def _render(page: ProposalPage, asked: DocumentView, form: UploadForm, happened: tuple[str, ...] = ()) -> str:
    return render_template(
        "evidence/upload.html",
        form=form,
        heading=_heading(asked),
        basis=asked.asked.basis,
        present=_present(asked),
        offer=filing_offer(page, asked),
        happened=happened,
        crumbs=page_crumbs(page),
        url=url_for("evidence.upload", proposal_id=page.id, document_code=asked.asked.code),
        back_url=url_for("evidence.show", proposal_id=page.id),
    )
