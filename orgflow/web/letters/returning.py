"""Kembalikan dari Word: a letter edited in Word comes back, is compared, and is taken passage by passage."""

from typing import Final
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext, lazy_gettext
from werkzeug.wrappers import Response
from wtforms import FileField

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import Conflict, DomainError
from orgflow.domain.values import LetterId
from orgflow.services.letter_return import (
    PassageNotReturned,
    ReturnLetter,
    adopt_returned,
    bring_letter,
    returned_file,
    show_returned_letter,
)
from orgflow.services.letter_writing import WritingPage, show_writing
from orgflow.web.current import current_context, revision_from_form
from orgflow.web.errors import ConflictView, Page, conflict_page
from orgflow.web.letters.returning_view import returned_letter_view
from orgflow.web.letters.writing_view import letter_crumbs
from orgflow.web.office_form import OfficeForm
from orgflow.web.permissions import needs
from orgflow.web.security import FILE_POLICY
from orgflow.web.uploads import WORD, word_from

bp = Blueprint("letter_returning", __name__, url_prefix="/surat/<uuid:letter_id>/kembali")
Answer = Response | Page | str
_STALE: Final = "stale_revision"


class ReturnLetterForm(OfficeForm):
    """A letter that was edited in Word."""

    upload = FileField(
        lazy_gettext("Berkas Word (DOCX)"),
        description=lazy_gettext("Naskah Word yang diunduh dari halaman surat ini, lalu disunting."),
        render_kw={"accept": WORD},
    )


@bp.get("")
@needs(Permission.EDIT_LETTER, scope="unit")
def bring(letter_id: UUID) -> str:
    """Ask for a letter that was edited in Word."""
    page = show_writing(current_context(), letter_id)
    return _bring_page(page, ReturnLetterForm(revision=page.revision))


@bp.post("")
@needs(Permission.EDIT_LETTER, scope="unit")
def brought(letter_id: UUID) -> Answer:
    """Keep the letter that came back and show what differs."""
    ctx, typed = current_context(), ReturnLetterForm()
    try:
        bring_letter(ctx, ReturnLetter(LetterId(letter_id), typed.seen, word_from(typed.upload)))
    except Conflict as stale:
        return _overtaken(letter_id, stale)
    except DomainError as refused:
        typed.show(refused)
        return _bring_page(show_writing(ctx, letter_id), typed), 422
    return redirect(url_for(".differences", letter_id=letter_id), code=303)


@bp.get("/perbedaan")
@needs(Permission.VIEW_LETTERS, scope="unit")
def differences(letter_id: UUID) -> str:
    """Show what differs between the letter and what came back last."""
    page = show_returned_letter(current_context(), letter_id)
    return render_template("letters/returned.html", view=returned_letter_view(page))


@bp.get("/berkas")
@needs(Permission.VIEW_LETTERS, scope="unit")
def file(letter_id: UUID) -> Response:
    """Hand out the Word file that came back last, as it was brought."""
    held = returned_file(current_context(), letter_id)
    return Response(
        held.content,
        mimetype=held.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{held.name}"',
            "Content-Security-Policy": FILE_POLICY,
        },
    )


@bp.post("/pakai/<key>")
@needs(Permission.EDIT_LETTER, scope="unit")
def adopt(letter_id: UUID, key: str) -> Answer:
    """Take one passage as it came back."""
    try:
        adopt_returned(current_context(), LetterId(letter_id), revision_from_form(), key)
    except (Conflict, PassageNotReturned) as overtaken:
        return _overtaken(letter_id, overtaken)
    flash(gettext("Tulisan dari Word dipakai pada bagian itu."), "success")
    return redirect(url_for(".differences", letter_id=letter_id), code=303)


def _overtaken(letter_id: UUID, refused: DomainError) -> Page:
    """Answer whoever acts on a page that somebody else has overtaken."""
    if refused.code not in (_STALE, PassageNotReturned.code):
        raise refused
    page = show_writing(current_context(), letter_id)
    return conflict_page(
        ConflictView(
            title=gettext("Surat ini berubah setelah Anda membukanya"),
            url=url_for(".bring", letter_id=letter_id),
            revision=page.revision,
            page_url=url_for(".differences", letter_id=letter_id),
            page_label=gettext("Lihat perbedaan yang sekarang"),
        )
    )


def _bring_page(page: WritingPage, typed: ReturnLetterForm) -> str:
    return render_template(
        "letters/return.html",
        form=typed,
        crumbs=letter_crumbs(page),
        subject=page.subject,
        url=url_for("letter_returning.brought", letter_id=page.id),
        back_url=url_for("letters.show", letter_id=page.id),
    )
