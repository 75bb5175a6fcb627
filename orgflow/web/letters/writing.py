"""Tulis: the passages of a letter written with its printed pages beside them."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import DomainError
from orgflow.domain.values import LetterId
from orgflow.services.letter_pages import show_letter
from orgflow.services.letter_writing import (
    TypedPassage,
    WritePassages,
    WritingPage,
    save_passages,
    show_writing,
)
from orgflow.web.current import current_context, revision_from_form
from orgflow.web.errors import ConflictView, Page, TwoTexts, conflict_page
from orgflow.web.letters.writing_view import FIELD, SHOWN, writing_view
from orgflow.web.permissions import needs

bp = Blueprint("letter_writing", __name__, url_prefix="/surat/<uuid:letter_id>/tulis")
Answer = Response | Page
_STALE: Final = "stale_revision"
_DROP: Final = "lepas"


@bp.get("")
@needs(Permission.VIEW_LETTERS, scope="unit")
def show(letter_id: UUID) -> Page:
    """Show the passages of a draft beside its printed pages."""
    return _page(letter_id, show_writing(current_context(), letter_id), {}, None)


@bp.post("")
@needs(Permission.EDIT_LETTER, scope="unit")
def write(letter_id: UUID) -> Answer:
    """Keep what was typed in the passages."""
    ctx, typed = current_context(), _typed()
    dropped = tuple(request.form.getlist(_DROP))
    try:
        kept = save_passages(
            ctx, WritePassages(LetterId(letter_id), revision_from_form(), {}, dropped), typed
        )
    except DomainError as refused:
        page = show_writing(ctx, letter_id)
        if refused.code == _STALE:
            return _both(page, typed)
        if refused.facts.get("field") not in {passage.key for passage in page.passages}:
            raise
        return _page(letter_id, page, {one.key: one.text for one in typed}, refused)
    if kept:
        flash(gettext("Tulisan disimpan."), "success")
    return redirect(url_for(".show", letter_id=letter_id), code=303)


def _typed() -> tuple[TypedPassage, ...]:
    sent = [(name.removeprefix(FIELD), text) for name, text in request.form.items() if name.startswith(FIELD)]
    return tuple(TypedPassage(key, text, request.form.get(f"{SHOWN}{key}", "")) for key, text in sent)


def _page(letter_id: UUID, page: WritingPage, typed: Mapping[str, str], refused: DomainError | None) -> Page:
    letter = show_letter(current_context(), letter_id)
    view = writing_view(page, letter, letter.desk.reader, typed, refused)
    return render_template("letters/write.html", view=view), 422 if refused is not None else 200


def _both(page: WritingPage, typed: tuple[TypedPassage, ...]) -> Page:
    """Show what is saved beside what was typed in the passages that were touched."""
    sent = {one.key: one for one in typed if one.is_touched}
    touched = [passage for passage in page.passages if passage.key in sent]
    return conflict_page(
        ConflictView(
            title=gettext("Surat ini berubah setelah Anda membukanya"),
            url=url_for(".write", letter_id=page.id),
            revision=page.revision,
            page_url=url_for(".show", letter_id=page.id),
            page_label=gettext("Kembali ke tulisan surat"),
            fields=tuple(
                TwoTexts(f"{FIELD}{passage.key}", passage.label, passage.text, sent[passage.key].text)
                for passage in touched
            ),
            kept=tuple((f"{SHOWN}{passage.key}", passage.mark) for passage in touched),
        )
    )
