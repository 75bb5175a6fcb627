"""Surat: the list, one letter with its printed pages, and what tata usaha does with it."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import Conflict, DomainError, RuleBroken
from orgflow.domain.letters.details import DETAILS
from orgflow.domain.letters.kinds import kind_of
from orgflow.domain.letters.lifecycle import LetterState, NumberSource, SecurityClass, Urgency
from orgflow.domain.letters.ways_out import WayOut, way_of
from orgflow.domain.values import LetterId
from orgflow.services.issuing import IssueLetter, issue_letter
from orgflow.services.letter_enclosures import letter_enclosures
from orgflow.services.letter_list import LetterWish, letters_page
from orgflow.services.letter_pages import LetterDesk, letter_desk, letter_picture, show_letter
from orgflow.services.letter_ways import leave, ways_of_letter
from orgflow.services.letters import (
    EditLetter,
    RecordNumber,
    VoidLetter,
    edit_letter,
    letter_bytes,
    record_number,
    void_issued_letter,
)
from orgflow.services.srikandi_sheet import srikandi_sheet
from orgflow.web.current import current_actor, current_context
from orgflow.web.errors import Page
from orgflow.web.handing_out import handed_out
from orgflow.web.home.beside import registers_beside
from orgflow.web.letters.both import both_letters
from orgflow.web.letters.enclosures import enclosure_lines
from orgflow.web.letters.forms import IssueForm, LetterForm, NumberForm, SentForm, SignedForm, VoidForm
from orgflow.web.letters.page import letter_lines, letter_view
from orgflow.web.letters.srikandi import sheet_facts
from orgflow.web.letters.telling import as_shown, signatory_in, telling_form, told_by
from orgflow.web.letters.words import STATES, kind_name
from orgflow.web.listing import page_asked, state_asked, state_choices, turning
from orgflow.web.messages import message_for
from orgflow.web.office_form import OfficeForm, day_text
from orgflow.web.permissions import needs

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
        registers=registers_beside(current_actor()),
    )


@bp.get("/<uuid:letter_id>")
@needs(Permission.VIEW_LETTERS, scope="unit")
def show(letter_id: UUID) -> tuple[str, int]:
    """Show a letter as it will print, what the final check found, and what may be done."""
    return letter_page(letter_id)


@bp.get("/<uuid:letter_id>/teks")
@needs(Permission.VIEW_LETTERS, scope="unit")
def reading(letter_id: UUID) -> str:
    """Show a letter's words as text, for readers of the screen."""
    ctx = current_context()
    page = show_letter(ctx, letter_id)
    ways = ways_of_letter(ctx, page.source)
    return render_template("letters/text.html", view=letter_view(page, ways, page.desk.reader))


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
    return handed_out(letter.name, letter.media_type, letter.content)


@bp.get("/<uuid:letter_id>/bentuk/<way>")
@needs(Permission.VIEW_LETTERS, scope="unit")
def leave_by(letter_id: UUID, way: str) -> Response:
    """Hand out an issued letter as it leaves by one of its ways."""
    letter = leave(current_context(), letter_id, way_of(way))
    return handed_out(letter.name, letter.media_type, letter.content)


@bp.get("/<uuid:letter_id>/srikandi")
@needs(Permission.VIEW_LETTERS, scope="unit")
def sheet(letter_id: UUID) -> str:
    """Show what SRIKANDI's form asks of the letter."""
    ctx = current_context()
    desk, held = letter_desk(ctx, letter_id), srikandi_sheet(ctx, letter_id)
    return render_template(
        "letters/srikandi.html",
        title=kind_name(desk.kind),
        facts=sheet_facts(held),
        back_url=url_for(".show", letter_id=letter_id),
        file_url=url_for(".leave_by", letter_id=letter_id, way=str(WayOut.SRIKANDI)),
    )


@bp.post("/<uuid:letter_id>/ubah")
@needs(Permission.EDIT_LETTER)
def edit(letter_id: UUID) -> Answer:
    """Change what may change on a draft."""
    desk = letter_desk(current_context(), letter_id)
    kind = kind_of(desk.kind)
    form = telling_form(kind)()
    form.offer(desk)
    if not form.validate_on_submit():
        return letter_page(letter_id, Refused(edit=form))
    command = EditLetter(
        LetterId(letter_id),
        form.seen,
        Urgency(form.urgency.data),
        SecurityClass(form.security_class.data),
        NumberSource(form.number_source.data),
        form.copies.data or "",
        signatory_in(form),
        told_by(form, kind),
        form.classification.data,
    )
    try:
        edit_letter(current_context(), command)
    except Conflict as stale:
        if stale.code != _STALE:
            raise
        return both_letters(desk, form)
    except DomainError as refused:
        form.show(refused)
        return letter_page(letter_id, Refused(edit=form))
    return _done(letter_id, gettext("Surat disimpan dan diperiksa lagi."))


@bp.post("/<uuid:letter_id>/terbitkan")
@needs(Permission.ISSUE_LETTER)
def issue(letter_id: UUID) -> Answer:
    """Freeze the letter for signing."""
    form, desk = IssueForm(), letter_desk(current_context(), letter_id)
    try:
        issue_letter(current_context(), IssueLetter(LetterId(letter_id), form.seen, form.reason.data or ""))
    except RuleBroken as refused:
        return letter_page(letter_id, problem=str(message_for(refused)))
    if desk.number_source is NumberSource.SRIKANDI:
        return _done(letter_id, gettext("Surat diterbitkan. Unduh DOCX untuk diunggah ke SRIKANDI."))
    return _done(letter_id, gettext("Surat diterbitkan. Unduh PDF untuk ditandatangani."))


@bp.post("/<uuid:letter_id>/nomor")
@needs(Permission.ISSUE_LETTER)
def number(letter_id: UUID) -> Answer:
    """Record the number and date given elsewhere."""
    form = NumberForm()
    if not form.validate_on_submit() or form.dated_on.day is None:
        return letter_page(letter_id, Refused(number=form))
    try:
        record_number(
            current_context(),
            RecordNumber(LetterId(letter_id), form.seen, form.number.data or "", form.dated_on.day),
        )
    except DomainError as refused:
        form.show(refused)
        return letter_page(letter_id, Refused(number=form))
    return _done(letter_id, gettext("Nomor dan tanggal surat dicatat."))


@bp.post("/<uuid:letter_id>/batalkan")
@needs(Permission.ISSUE_LETTER)
def void(letter_id: UUID) -> Answer:
    """Void an issued letter."""
    form = VoidForm()
    if not form.validate_on_submit():
        return letter_page(letter_id, Refused(void=form))
    try:
        void_issued_letter(
            current_context(), VoidLetter(LetterId(letter_id), form.seen, form.reason.data or "")
        )
    except DomainError as refused:
        form.show(refused)
        return letter_page(letter_id, Refused(void=form))
    return _done(letter_id, gettext("Surat dibatalkan. Konsep baru sudah disiapkan pada usulannya."))


def _done(letter_id: UUID, sentence: str) -> Response:
    flash(sentence, "success")
    return redirect(url_for("letters.show", letter_id=letter_id), code=303)


@dataclass(frozen=True, slots=True)
class Refused:
    """The form that was refused, which takes its place on the page."""

    edit: LetterForm | None = None
    number: NumberForm | None = None
    void: VoidForm | None = None
    signed: SignedForm | None = None
    sent: SentForm | None = None

    @property
    def form(self) -> OfficeForm | None:
        """Whichever it is."""
        return self.edit or self.number or self.void or self.signed or self.sent


def letter_page(letter_id: UUID, refused: Refused = Refused(), problem: str = "") -> tuple[str, int]:
    """Return the letter's page, with the form that was refused, if one was, in its place."""
    ctx = current_context()
    page = show_letter(ctx, letter_id)
    ways = ways_of_letter(ctx, page.source)
    desk = page.desk
    form = refused.edit or _edit_form(desk)
    form.offer(desk)
    body = render_template(
        "letters/show.html",
        view=letter_view(page, ways, page.desk.reader),
        edit=form,
        enclosures=enclosure_lines(desk.id, letter_enclosures(ctx, page.source)),
        details=[form[asked.key] for asked in DETAILS[kind_of(desk.kind)]],
        issue=IssueForm(revision=desk.revision),
        number=refused.number or _number_form(desk),
        void=refused.void or VoidForm(revision=desk.revision),
        signed=refused.signed or SignedForm(revision=desk.revision),
        sent=refused.sent or SentForm(revision=desk.revision),
        aside=OfficeForm(revision=desk.revision),
        refused=refused.form,
        problem=problem,
    )
    return body, 422 if refused.form is not None or problem else 200


def _edit_form(desk: LetterDesk) -> LetterForm:
    return telling_form(kind_of(desk.kind))(
        revision=desk.revision,
        values={
            **as_shown(kind_of(desk.kind), desk.details),
            "signatory": str(desk.signatory or ""),
            "urgency": str(desk.urgency),
            "security_class": str(desk.security_class),
            "number_source": str(desk.number_source),
            "copies": desk.copies,
            "classification": desk.classification or "",
        },
    )


def _number_form(desk: LetterDesk) -> NumberForm:
    return NumberForm(
        revision=desk.revision, values={"number": desk.number or "", "dated_on": day_text(desk.dated_on)}
    )
