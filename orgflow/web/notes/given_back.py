"""The notes that go back with a return, as the page of that step lists them."""

from dataclasses import dataclass

from flask import url_for

from orgflow.domain.notes.note import NoteKind, NoteState
from orgflow.domain.proposals.states import Action
from orgflow.services.note_pages import show_notes
from orgflow.services.notes import GIVEN_BACK
from orgflow.services.proposal_pages import ProposalPage
from orgflow.web.current import current_context
from orgflow.web.notes.page import NoteCard, note_cards


@dataclass(frozen=True, slots=True)
class GivenBack:
    """The open questions that a return takes with it, and where more are written."""

    notes: tuple[NoteCard, ...]
    url: str


def given_back(page: ProposalPage, action: Action) -> GivenBack | None:
    """Return the notes that the step takes with it; None for a step that takes none."""
    if action not in GIVEN_BACK:
        return None
    found = show_notes(current_context(), page.id)
    asked = tuple(
        note for note in found.notes if note.kind is NoteKind.QUESTION and note.state is NoteState.OPEN
    )
    return GivenBack(note_cards(page.id, asked, found.zone), url_for("changes.show", proposal_id=page.id))
