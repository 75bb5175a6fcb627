"""Catatan: all notes of a proposal, those of one place, and what is written to them."""

from typing import Final
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.exceptions import BadRequest, NotFound
from werkzeug.wrappers import Response

from orgflow.domain.access.roles import Permission
from orgflow.domain.errors import DomainError
from orgflow.domain.notes.anchoring import PlaceKind
from orgflow.domain.notes.note import NoteAct, NoteKind, NoteMovedOn, NoteState
from orgflow.domain.values import ProposalId
from orgflow.services.mentions import show_people
from orgflow.services.note_pages import NotesPage, PlacePage, show_notes, show_place
from orgflow.services.notes import WRITERS, ReplyToNote, WriteNote, reply_to_note, write_note
from orgflow.services.proposal_pages import show_proposal
from orgflow.web.current import current_context, revision_from_form
from orgflow.web.errors import Page
from orgflow.web.messages import message_for
from orgflow.web.notes.forms import NoteForm
from orgflow.web.notes.links import place_url
from orgflow.web.notes.page import Refusals, Typed, note_cards, place_page_url
from orgflow.web.notes.words import DONE, FILTERS, KINDS_BY_SLUG, SLUGS, place_label
from orgflow.web.permissions import needs
from orgflow.web.proposals.header import Link, header, page_crumbs

bp = Blueprint("notes", __name__, url_prefix="/usulan/<uuid:proposal_id>/catatan")
Answer = Response | Page | str
_BESIDE: Final = frozenset(
    {"text_empty", "text_too_long", "text_unprintable", "note_moved_on", "note_settled", "mention_refused"}
)
"""Refusals that are told beside the reply itself."""


@bp.get("")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def index(proposal_id: UUID) -> str:
    """Show all notes of a proposal, or those in one state."""
    return _index(proposal_id, Refusals())


@bp.get("/<jenis>")
@needs(Permission.VIEW_PROPOSALS, scope="unit")
def place(proposal_id: UUID, jenis: str) -> str:
    """Show the notes of one place, and ask for another."""
    page = _place_page(proposal_id, jenis)
    return _place(page, _form_for(page), Refusals())


@bp.post("/<jenis>")
@needs(*WRITERS, scope="unit")
def write(proposal_id: UUID, jenis: str) -> Answer:
    """Put a note on a place."""
    page = _place_page(proposal_id, jenis)
    form = _form_for(page)
    if form is None or form.validate_on_submit():
        try:
            note_id = write_note(current_context(), _written(page, form))
        except DomainError as refused:
            if form is None:
                raise
            form.show(refused)
        else:
            flash(gettext("Catatan disimpan."), "success")
            url = place_url(proposal_id, page.place.kind, page.place.key)
            return redirect(f"{url}#catatan-{note_id}", code=303)
    return _place(page, form, Refusals()), 422


@bp.post("/<uuid:note_id>/balas")
@needs(*WRITERS, scope="unit")
def reply(proposal_id: UUID, note_id: UUID) -> Answer:
    """Answer a note, ask once more, or settle it."""
    act, text = _act(), request.form.get("text", "")
    command = ReplyToNote(ProposalId(proposal_id), note_id, revision_from_form(), act, text)
    try:
        reply_to_note(current_context(), command)
    except DomainError as refused:
        if refused.code not in _BESIDE:
            raise
        refusals = Refusals({note_id: Typed(text, str(message_for(refused)))})
        status = 409 if isinstance(refused, NoteMovedOn) else 422
        return _origin(proposal_id, refusals), status
    flash(str(DONE[act]), "success")
    return redirect(f"{_origin_url(proposal_id)}#catatan-{note_id}", code=303)


def _written(page: PlacePage, form: NoteForm | None) -> WriteNote:
    """Return what was sent; without a form there is no seat to write from, and the use case says so."""
    at = page.place
    if form is None:
        text = request.form.get("text", "")
        return WriteNote(page.proposal_id, NoteKind.COMMENT, at.kind, at.key, text)
    text, quote = form.note_text, form.quote.data or ""
    return WriteNote(page.proposal_id, form.note_kind, at.kind, at.key, text, quote)


def _index(proposal_id: UUID, refusals: Refusals) -> str:
    ctx = current_context()
    page = show_notes(ctx, proposal_id)
    asked = request.args.get("keadaan", "")
    wanted = FILTERS[asked][0] if asked in FILTERS else None
    shown = tuple(note for note in page.notes if wanted is None or note.state is wanted)
    return render_template(
        "notes/index.html",
        head=header(show_proposal(ctx, proposal_id), "notes.index"),
        notes=note_cards(proposal_id, shown, page.zone, refusals),
        filters=_filters(page, asked),
        asked=asked if wanted is not None else "",
        origin="daftar",
        place_kind="",
        place_key="",
        whole_url=place_url(proposal_id, PlaceKind.PROPOSAL, "") if page.kinds else None,
        is_all_empty=not page.notes,
    )


def _filters(page: NotesPage, asked: str) -> tuple[Link, ...]:
    if not page.notes:
        return ()
    counts = {state: sum(1 for note in page.notes if note.state is state) for state in NoteState}
    every = Link(
        gettext("Semua (%(count)s)", count=len(page.notes)),
        url_for("notes.index", proposal_id=page.proposal_id),
        asked not in FILTERS,
    )
    return (
        every,
        *(
            Link(
                gettext("%(label)s (%(count)s)", label=label, count=counts[state]),
                url_for("notes.index", proposal_id=page.proposal_id, keadaan=slug),
                slug == asked,
            )
            for slug, (state, label) in FILTERS.items()
        ),
    )


def _place(page: PlacePage, form: NoteForm | None, refusals: Refusals) -> str:
    ctx = current_context()
    found = page.place
    return render_template(
        "notes/place.html",
        crumbs=(
            *page_crumbs(show_proposal(ctx, page.proposal_id)),
            Link(gettext("Catatan"), url_for("notes.index", proposal_id=page.proposal_id)),
        ),
        label=place_label(found),
        words=found.words,
        seen_url=place_page_url(page.proposal_id, found),
        all_url=url_for("notes.index", proposal_id=page.proposal_id),
        notes=note_cards(page.proposal_id, page.notes, page.zone, refusals),
        form=form,
        url=place_url(page.proposal_id, found.kind, found.key),
        origin="tempat",
        place_kind=SLUGS[found.kind],
        place_key=found.key,
        asked="",
    )


def _place_page(proposal_id: UUID, slug: str) -> PlacePage:
    if slug not in KINDS_BY_SLUG:
        raise NotFound
    return show_place(current_context(), proposal_id, KINDS_BY_SLUG[slug], request.args.get("di", ""))


def _form_for(page: PlacePage) -> NoteForm | None:
    """Return the form of a note for whoever may write one here; None for all others."""
    if not page.kinds:
        return None
    form = NoteForm()
    form.offer(page.kinds)
    form.offer_people(show_people(current_context(), page.proposal_id))
    return form


def _act() -> NoteAct:
    word = request.form.get("act", "")
    if word not in set(NoteAct):
        raise BadRequest
    return NoteAct(word)


def _is_from_place() -> bool:
    return request.form.get("origin") == "tempat" and request.form.get("place_kind") in KINDS_BY_SLUG


def _origin_url(proposal_id: UUID) -> str:
    if _is_from_place():
        kind = KINDS_BY_SLUG[request.form["place_kind"]]
        return place_url(proposal_id, kind, request.form.get("place_key", ""))
    asked = request.form.get("asked", "")
    return url_for("notes.index", proposal_id=proposal_id, keadaan=asked if asked in FILTERS else None)


def _origin(proposal_id: UUID, refusals: Refusals) -> str:
    """Show the page that the reply came from, with what was typed."""
    if not _is_from_place():
        return _index(proposal_id, refusals)
    kind = KINDS_BY_SLUG[request.form["place_kind"]]
    page = show_place(current_context(), proposal_id, kind, request.form.get("place_key", ""))
    return _place(page, None, refusals)
