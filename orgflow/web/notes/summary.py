"""The notes of a proposal as its first page tells of them."""

from dataclasses import dataclass

from flask_babel import gettext

from orgflow.domain.notes.anchoring import PlaceKind
from orgflow.services.context import Context
from orgflow.services.note_places import BACKGROUND, CONSIDERATIONS
from orgflow.services.proposal_pages import ProposalPage
from orgflow.web.notes.links import NoteLink, note_links


@dataclass(frozen=True, slots=True)
class SummaryNotes:
    """The links of the sections on Ringkasan."""

    considerations: NoteLink | None
    background: NoteLink | None


def summary_notes(ctx: Context, page: ProposalPage) -> SummaryNotes:
    """Return the notes of a proposal for its first page."""
    links = note_links(ctx, page.id)
    return SummaryNotes(
        links.of(PlaceKind.SECTION, CONSIDERATIONS, gettext("alasan usulan")),
        links.of(PlaceKind.SECTION, BACKGROUND, gettext("latar belakang")),
    )
