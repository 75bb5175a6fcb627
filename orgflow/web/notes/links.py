"""The small links that stand beside each place of a proposal and lead to its notes."""

from dataclasses import dataclass
from uuid import UUID

from flask import url_for
from flask_babel import gettext

from orgflow.domain.notes.anchoring import PlaceKind
from orgflow.services.context import Context
from orgflow.services.note_pages import NoteMarks, count_notes
from orgflow.web.notes.words import SLUGS


@dataclass(frozen=True, slots=True)
class NoteLink:
    """A link to the notes of a place; ``about`` says to a screen reader which place."""

    url: str
    label: str
    about: str
    is_waiting: bool


class NoteLinks:
    """The links of one proposal's places."""

    def __init__(self, proposal_id: UUID, marks: NoteMarks) -> None:
        self._proposal_id = proposal_id
        self._marks = marks

    def of(self, kind: PlaceKind, key: str, about: str) -> NoteLink | None:
        """Return the link of a place; None where nothing stands and the reader may write nothing."""
        total, unsettled = self._marks.total.get((kind, key), 0), self._marks.unsettled.get((kind, key), 0)
        if not total and not self._marks.may_write:
            return None
        label = gettext("Catatan (%(count)s)", count=total) if total else gettext("Catatan")
        return NoteLink(place_url(self._proposal_id, kind, key), label, about, bool(unsettled))


def note_links(ctx: Context, proposal_id: UUID) -> NoteLinks:
    """Return the links of a proposal's places for the reader."""
    return NoteLinks(proposal_id, count_notes(ctx, proposal_id))


def place_url(proposal_id: UUID, kind: PlaceKind, key: str) -> str:
    """Return the address of the notes of a place."""
    return url_for("notes.place", proposal_id=proposal_id, jenis=SLUGS[kind], di=key or None)
