"""Notes as their pages print them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from flask import url_for
from flask_babel import gettext

from orgflow.domain.calendar import format_date, format_instant
from orgflow.domain.notes.anchoring import Fit, PlaceKind
from orgflow.domain.notes.mentions import Stretch, stretches
from orgflow.domain.notes.note import NoteAct, NoteKind, NoteState
from orgflow.services.note_pages import NoteView, ReplyView
from orgflow.services.note_places import PARTED, Place
from orgflow.web.fields import PASSAGE_FIELD
from orgflow.web.notes.links import place_url
from orgflow.web.notes.words import ACTS, KINDS, OPEN_COMMENT, PLACES, SAID, STATES, place_label


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a thread, in words."""

    said: str
    who: str
    at: str
    text: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class ActChoice:
    """What the reader may do with a note."""

    value: str
    label: str
    is_quiet: bool


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed to a note and refused, and why."""

    text: str
    error: str


@dataclass(frozen=True, slots=True)
class NoteCard:
    """A note as it is printed.

    Attributes:
        place_url: leads to the notes of its place; None where the place is gone.
        seen_url: leads to the place itself.
        quote: the words it is about, as they were; ``now`` as they are, where they are not the same.
        moved: what became of its place, in a sentence; empty while nothing did.
    """

    id: str
    anchor: str
    kind: str
    is_question: bool
    state: str
    state_symbol: str
    state_words: str
    place: str
    place_url: str | None
    seen_url: str | None
    moved: str
    quote: str
    now: str
    text: tuple[Stretch, ...]
    who: str
    at: str
    returned: str
    entries: tuple[Entry, ...]
    acts: tuple[ActChoice, ...]
    revision: int
    url: str
    typed: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Refusals:
    """What was refused on the page, by the note's id."""

    by_note: Mapping[UUID, Typed] = field(default_factory=dict)


def note_cards(
    proposal_id: UUID, notes: Iterable[NoteView], zone: str, refusals: Refusals | None = None
) -> tuple[NoteCard, ...]:
    """Return notes as they are printed."""
    refused = refusals.by_note if refusals is not None else {}
    return tuple(_card(proposal_id, note, zone, refused.get(note.id)) for note in notes)


def place_page_url(proposal_id: UUID, place: Place) -> str:
    """Return the address at which the place itself is seen."""
    match place.kind:
        case PlaceKind.PROPOSAL | PlaceKind.SECTION:
            return url_for("proposals.show", proposal_id=proposal_id, _anchor="inti")
        case PlaceKind.OPERATION:
            return url_for("changes.show", proposal_id=proposal_id, _anchor=f"perubahan-{place.name}")
        case PlaceKind.MATRIX_ROW:
            return url_for("changes.show", proposal_id=proposal_id, _anchor="matriks")
        case PlaceKind.PASSAGE:
            letter_id, _, passage = place.key.partition(PARTED)
            return url_for("letters.show", letter_id=letter_id, _anchor=f"{PASSAGE_FIELD}{passage}")
        case PlaceKind.DOCUMENT:
            return url_for("evidence.show", proposal_id=proposal_id)
        case PlaceKind.STUDY_SECTION:
            return url_for("study.section", proposal_id=proposal_id, key=place.key)


def _card(proposal_id: UUID, note: NoteView, zone: str, refused: Typed | None) -> NoteCard:
    state, symbol, words = STATES[note.state]
    if note.kind is NoteKind.COMMENT and note.state is NoteState.OPEN:
        state, words = "rest", OPEN_COMMENT
    place = note.place
    return NoteCard(
        str(note.id),
        f"catatan-{note.id}",
        str(KINDS[note.kind]),
        note.kind is NoteKind.QUESTION,
        state,
        symbol,
        str(words),
        place_label(place) if place is not None else str(PLACES[note.anchor.kind]),
        place_url(proposal_id, place.kind, place.key) if place is not None else None,
        place_page_url(proposal_id, place) if place is not None else None,
        _moved(note),
        _quote(note),
        _now(note),
        stretches(note.text),
        note.author_name,
        format_instant(note.written_at, zone),
        _returned(note),
        tuple(_entry(reply, zone) for reply in note.replies),
        tuple(ActChoice(str(act), str(ACTS[act]), act is not NoteAct.ANSWER) for act in note.acts),
        note.revision,
        url_for("notes.reply", proposal_id=proposal_id, note_id=note.id),
        refused.text if refused is not None else "",
        refused.error if refused is not None else "",
    )


def _moved(note: NoteView) -> str:
    if note.standing.fit is Fit.GONE:
        return gettext("Tempatnya sudah berubah: kata-kata ini tidak ditemukan lagi dalam usulan.")
    if note.standing.has_moved(note.anchor):
        return gettext("Kata-kata ini sudah berpindah tempat sejak catatan ditulis.")
    if note.standing.fit is Fit.CHANGED:
        return gettext("Bunyinya sudah berubah sejak catatan ditulis.")
    return ""


def _quote(note: NoteView) -> str:
    """Return the words the note was put on: those quoted, or where they changed, all of the place."""
    if note.anchor.quote is not None:
        return note.anchor.quote.exact
    return note.anchor.words if note.standing.fit is not Fit.SAME else ""


def _now(note: NoteView) -> str:
    if note.standing.fit is not Fit.CHANGED or note.place is None:
        return ""
    return note.stands_on or note.place.words


def _returned(note: NoteView) -> str:
    if note.returned_on is None:
        return ""
    return gettext("Bagian dari pengembalian %(day)s", day=format_date(note.returned_on))


def _entry(reply: ReplyView, zone: str) -> Entry:
    said = str(SAID[reply.act])
    return Entry(said, reply.author_name, format_instant(reply.written_at, zone), stretches(reply.text))
