"""Surat: the list, one letter with its printed pages, and what tata usaha does with it."""

from typing import Final
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import Conflict, DomainError, RuleBroken
from orgflow.domain.letters.lifecycle import LetterState, NumberSource, SecurityClass, Urgency
from orgflow.domain.values import LetterId
from orgflow.services.issuing import IssueLetter, issue_letter
from orgflow.services.letter_list import LetterWish, letters_page
from orgflow.services.letter_pages import LetterDesk, letter_desk, letter_picture, show_letter
from orgflow.services.letters import (
    EditLetter,
    RecordNumber,
    VoidLetter,
    edit_letter,
    letter_bytes,
    record_number,
    void_issued_letter,
)
from orgflow.web.current import current_actor, current_context
from orgflow.web.errors import ConflictView, Page, TwoTexts, conflict_page
from orgflow.web.letters.forms import IssueForm, LetterForm, NumberForm, VoidForm
from orgflow.web.letters.page import letter_lines, letter_view
from orgflow.web.letters.words import SOURCES, STATES, URGENCIES
from orgflow.web.listing import page_asked, state_asked, state_choices, turning
from orgflow.web.messages import message_for
from orgflow.web.office_form import day_text
from orgflow.web.permissions import needs
from orgflow.web.security import FILE_POLICY

bp = Blueprint("letters", __name__, url_prefix="/surat")
Answer = Response | Page | tuple[str, int]
_STALE: Final = "stale_revision"


@bp.get("")
@needs(Permission.VIEW_LETTERS, scope="unit")
def index() -> str:
    """Show a page of the letters in the reader's reach, the newest first."""
    names = {str(state): words for state, (_, _, words) in STATES.items()}
    asked = state_asked(names)
    states = frozenset({LetterState(asked)} if asked else LetterState)
    found = letters_page(current_context(), LetterWish(states, page_asked()))
    return render_template(
        "letters/index.html",
        lines=letter_lines(found.letters),
        is_all=not asked,
        states=state_choices(names, asked, found.place),
        turning=turning(found.place, "letters.index", asked),
    )


@bp.get("/<uuid:letter_id>")
@needs(Permission.VIEW_LETTERS, scope="unit")
def show(letter_id: UUID) -> tuple[str, int]:
    """Show a letter as it will print, what the final check found, and what may be done."""
    return _page(letter_id)


@bp.get("/<uuid:letter_id>/teks")
@needs(Permission.VIEW_LETTERS, scope="unit")
def reading(letter_id: UUID) -> str:
    """Show a letter's words as text, for readers of the screen."""
    page = show_letter(current_context(), letter_id)
    return render_template("letters/text.html", view=letter_view(page, current_actor()))


@bp.get("/<uuid:letter_id>/halaman/<int:page>.webp")
@needs(Permission.VIEW_LETTERS, scope="unit")
def picture(letter_id: UUID, page: int) -> Response:
    """Show one printed page as a picture."""
    content = letter_picture(current_context(), letter_id, page)
    return Response(content, mimetype="image/webp", headers={"Cache-Control": "private, max-age=600"})


@bp.get("/<uuid:letter_id>/unduh/<file_format>")
@needs(Permission.VIEW_LETTERS, scope="unit")
def download(letter_id: UUID, file_format: str) -> Response:
    """Hand out a letter as PDF or DOCX."""
    letter = letter_bytes(current_context(), letter_id, file_format)
    return Response(
        letter.content,
        mimetype=letter.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{letter.name}"',
            "Content-Security-Policy": FILE_POLICY,
        },
    )


@bp.post("/<uuid:letter_id>/ubah")
@needs(Permission.EDIT_LETTER)
def edit(letter_id: UUID) -> Answer:
    """Change what may change on a draft."""
    desk, form = letter_desk(current_context(), letter_id), LetterForm()
    form.offer(own_book=desk.may_use_own_book)
    if not form.validate_on_submit():
        return _page(letter_id, edit=form)
    command = EditLetter(
        LetterId(letter_id),
        form.seen,
        Urgency(form.urgency.data),
        SecurityClass(form.security_class.data),
        NumberSource(form.number_source.data),
        form.copies.data or "",
    )
    try:
        edit_letter(current_context(), command)
    except Conflict as stale:
        if stale.code != _STALE:
            raise
        return _both(desk, form)
    except DomainError as refused:
        form.show(refused)
        return _page(letter_id, edit=form)
    return _done(letter_id, gettext("Surat disimpan dan diperiksa lagi."))


@bp.post("/<uuid:letter_id>/terbitkan")
@needs(Permission.ISSUE_LETTER)
def issue(letter_id: UUID) -> Answer:
    """Freeze the letter for signing."""
    form, desk = IssueForm(), letter_desk(current_context(), letter_id)
    try:
        issue_letter(current_context(), IssueLetter(LetterId(letter_id), form.seen, form.reason.data or ""))
    except RuleBroken as refused:
        return _page(letter_id, problem=message_for(refused))
    if desk.number_source is NumberSource.SRIKANDI:
        return _done(letter_id, gettext("Surat diterbitkan. Unduh DOCX untuk diunggah ke SRIKANDI."))
    return _done(letter_id, gettext("Surat diterbitkan. Unduh PDF untuk ditandatangani."))


@bp.post("/<uuid:letter_id>/nomor")
@needs(Permission.ISSUE_LETTER)
def number(letter_id: UUID) -> Answer:
    """Record the number and date given elsewhere."""
    form = NumberForm()
    if not form.validate_on_submit() or form.dated_on.day is None:
        return _page(letter_id, number=form)
    try:
        record_number(
            current_context(),
            RecordNumber(LetterId(letter_id), form.seen, form.number.data or "", form.dated_on.day),
        )
    except DomainError as refused:
        form.show(refused)
        return _page(letter_id, number=form)
    return _done(letter_id, gettext("Nomor dan tanggal surat dicatat."))


@bp.post("/<uuid:letter_id>/batalkan")
@needs(Permission.ISSUE_LETTER)
def void(letter_id: UUID) -> Answer:
    """Void an issued letter."""
    form = VoidForm()
    if not form.validate_on_submit():
        return _page(letter_id, void=form)
    try:
        void_issued_letter(
            current_context(), VoidLetter(LetterId(letter_id), form.seen, form.reason.data or "")
        )
    except DomainError as refused:
        form.show(refused)
        return _page(letter_id, void=form)
    return _done(letter_id, gettext("Surat dibatalkan. Konsep baru sudah disiapkan pada usulannya."))


def _done(letter_id: UUID, sentence: str) -> Response:
    flash(sentence, "success")
    return redirect(url_for("letters.show", letter_id=letter_id), code=303)


def _page(
    letter_id: UUID,
    *,
    edit: LetterForm | None = None,
    number: NumberForm | None = None,
    void: VoidForm | None = None,
    problem: str = "",
) -> tuple[str, int]:
    """Return the letter's page, with the form that was refused, if one was, in its place."""
    page = show_letter(current_context(), letter_id)
    desk = page.desk
    form = edit or _edit_form(desk)
    form.offer(own_book=desk.may_use_own_book)
    refused = edit or number or void
    body = render_template(
        "letters/show.html",
        view=letter_view(page, current_actor()),
        edit=form,
        issue=IssueForm(revision=desk.revision),
        number=number or _number_form(desk),
        void=void or VoidForm(revision=desk.revision),
        refused=refused,
        problem=problem,
    )
    return body, 422 if refused is not None or problem else 200


def _edit_form(desk: LetterDesk) -> LetterForm:
    return LetterForm(
        revision=desk.revision,
        values={
            "urgency": str(desk.urgency),
            "security_class": str(desk.security_class),
            "number_source": str(desk.number_source),
            "copies": desk.copies,
        },
    )


def _number_form(desk: LetterDesk) -> NumberForm:
    return NumberForm(
        revision=desk.revision, values={"number": desk.number or "", "dated_on": day_text(desk.dated_on)}
    )


def _both(desk: LetterDesk, form: LetterForm) -> Page:
    """Show what is saved beside what was typed."""
    source = NumberSource(form.number_source.data)
    return conflict_page(
        ConflictView(
            title=gettext("Surat ini berubah setelah Anda membukanya"),
            url=url_for("letters.edit", letter_id=desk.id),
            revision=desk.revision,
            page_url=url_for("letters.show", letter_id=desk.id),
            page_label=gettext("Kembali ke surat tanpa menyimpan"),
            fields=(
                TwoTexts("copies", gettext("Tembusan"), desk.copies, form.copies.data or ""),
                TwoTexts(
                    "urgency",
                    gettext("Sifat"),
                    str(URGENCIES[desk.urgency]),
                    str(URGENCIES[Urgency(form.urgency.data)]),
                    kind="fixed",
                    value=form.urgency.data,
                ),
                TwoTexts(
                    "number_source",
                    gettext("Nomor surat"),
                    str(SOURCES[desk.number_source]),
                    str(SOURCES[source]),
                    kind="fixed",
                    value=form.number_source.data,
                ),
            ),
            kept=(("security_class", form.security_class.data),),
        )
    )
