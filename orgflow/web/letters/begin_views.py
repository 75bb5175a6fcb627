"""Further documents of a proposal: which are to be had, begun, laid aside, brought back signed, and sent."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import DomainError
from orgflow.domain.letters.kinds import LetterKind, kind_of
from orgflow.domain.values import LetterId, ProposalId
from orgflow.services.letter_beginning import BeginLetter, LayAside, begin_letter, lay_aside
from orgflow.services.letter_pages import letter_desk
from orgflow.services.letter_signed import RecordSent, RecordSigned, record_sent, record_signed
from orgflow.services.proposal_pages import show_proposal
from orgflow.web.current import current_context
from orgflow.web.errors import Page
from orgflow.web.letters.forms import SentForm, SignedForm
from orgflow.web.letters.kind_words import GROUPS, PURPOSES
from orgflow.web.letters.views import Refused, letter_page
from orgflow.web.letters.words import kind_name
from orgflow.web.office_form import OfficeForm
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import page_crumbs
from orgflow.web.uploads import pdf_from

bp = Blueprint("letter_kinds", __name__)
_PLACE: Final = "/usulan/<uuid:proposal_id>/surat-baru"
Answer = Response | Page | tuple[str, int] | str


@dataclass(frozen=True, slots=True)
class Choice:
    """A kind that may be begun."""

    kind: str
    name: str
    purpose: str


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """The kinds that are wanted at one time."""

    name: str
    choices: tuple[Choice, ...]


@bp.get(_PLACE)
@needs(Permission.EDIT_LETTER, scope="unit")
def choose(proposal_id: UUID) -> str:
    """Show which documents may be begun."""
    page = show_proposal(current_context(), proposal_id)
    return render_template(
        "letters/begin.html",
        crumbs=page_crumbs(page),
        groups=tuple(
            ChoiceGroup(str(name), tuple(_choice(kind) for kind in kinds)) for name, kinds in GROUPS
        ),
        url=url_for(".begin", proposal_id=proposal_id),
        back_url=url_for("evidence.show", proposal_id=proposal_id),
    )


@bp.post(_PLACE)
@needs(Permission.EDIT_LETTER, scope="unit")
def begin(proposal_id: UUID) -> Answer:
    """Begin a document of the kind chosen."""
    kind = kind_of(request.form.get("kind", ""))
    letter_id = begin_letter(current_context(), BeginLetter(ProposalId(proposal_id), str(kind)))
    flash(gettext("%(kind)s disiapkan dari isi usulan.", kind=kind_name(str(kind))), "success")
    return redirect(url_for("letters.show", letter_id=letter_id), code=303)


@bp.post("/surat/<uuid:letter_id>/singkirkan")
@needs(Permission.EDIT_LETTER, scope="unit")
def put_aside(letter_id: UUID) -> Answer:
    """Lay a draft aside."""
    ctx, form = current_context(), OfficeForm()
    proposal_id = letter_desk(ctx, letter_id).proposal_id
    lay_aside(ctx, LayAside(LetterId(letter_id), form.seen))
    flash(gettext("Konsep disingkirkan. Riwayatnya tetap tersimpan."), "success")
    return redirect(url_for("evidence.show", proposal_id=proposal_id), code=303)


@bp.post("/surat/<uuid:letter_id>/bertanda-tangan")
@needs(Permission.ISSUE_LETTER)
def signed(letter_id: UUID) -> Answer:
    """Keep the signed document that came back."""
    form = SignedForm()
    try:
        record_signed(current_context(), RecordSigned(LetterId(letter_id), form.seen, pdf_from(form.upload)))
    except DomainError as refused:
        form.show(refused, "upload")
        return letter_page(letter_id, Refused(signed=form))
    return _done(letter_id, gettext("Surat bertanda tangan disimpan."))


@bp.post("/surat/<uuid:letter_id>/dikirim")
@needs(Permission.ISSUE_LETTER)
def sent(letter_id: UUID) -> Answer:
    """Record that the document went out."""
    form = SentForm()
    if not form.validate_on_submit() or form.sent_on.day is None:
        return letter_page(letter_id, Refused(sent=form))
    try:
        record_sent(current_context(), RecordSent(LetterId(letter_id), form.seen, form.sent_on.day))
    except DomainError as refused:
        form.show(refused, "sent_on")
        return letter_page(letter_id, Refused(sent=form))
    return _done(letter_id, gettext("Surat dicatat sudah dikirim."))


def _choice(kind: LetterKind) -> Choice:
    return Choice(str(kind), kind_name(str(kind)), str(PURPOSES[kind]))


def _done(letter_id: UUID, sentence: str) -> Response:
    flash(sentence, "success")
    return redirect(url_for("letters.show", letter_id=letter_id), code=303)
