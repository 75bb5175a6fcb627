"""The texts of a proposal in which people claim something: what they wrote in its letters and its study."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from orgflow.domain.evidence.resting import ClaimPlace, TextKind
from orgflow.domain.letters.lifecycle import LetterState
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.study.outline import OUTLINES
from orgflow.domain.values import LetterId, ProposalId
from orgflow.letters.templates import load_template
from orgflow.services.context import Context
from orgflow.store import letters, studies
from orgflow.store.letter_passages import passages_of
from orgflow.store.letters import LetterRow
from orgflow.store.proposals import ProposalRow


@dataclass(frozen=True, slots=True)
class PlacedText:
    """One text.

    Attributes:
        kind: what letter it is of; empty for a study.
        label: what part of it.
        owner: the letter's id, or the section's key.
        is_open: it may still be written in.
    """

    place: ClaimPlace
    kind: str
    label: str
    owner: str
    text: str
    is_open: bool


Reader = Callable[[Context, ProposalId], Iterator[PlacedText]]


def passage_place(letter_id: LetterId, key: str) -> ClaimPlace:
    """Return the place of a letter's passage."""
    return ClaimPlace(TextKind.LETTER, f"{letter_id}:{key}")


def section_place(key: str) -> ClaimPlace:
    """Return the place of a study's section."""
    return ClaimPlace(TextKind.STUDY, key)


def letter_texts(ctx: Context, proposal_id: ProposalId) -> Iterator[PlacedText]:
    """Yield what people wrote in the passages of a proposal's letters that are not void."""
    for row in letters.letters_of(ctx.session, proposal_id):
        if row.state != LetterState.VOID:
            yield from _passages(ctx, row)


def _passages(ctx: Context, row: LetterRow) -> Iterator[PlacedText]:
    held = passages_of(ctx.session, LetterId(row.id))
    if not held:
        return
    for asked in load_template(ctx.resources.letter_templates, row.kind).passages:
        passage = held.get(asked.key)
        if passage is not None:
            place = passage_place(LetterId(row.id), asked.key)
            is_open = row.state == LetterState.DRAFT
            yield PlacedText(place, row.kind, asked.label, str(row.id), passage.text, is_open)


def study_texts(ctx: Context, proposal_id: ProposalId) -> Iterator[PlacedText]:
    """Yield what people wrote in the sections of a proposal's study, in the outline's order."""
    rows = studies.sections_of(ctx.session, proposal_id)
    proposal = ctx.session.get(ProposalRow, proposal_id)
    is_open = proposal is not None and proposal.state == ProposalState.DRAFT
    asked = (one for outline in OUTLINES.values() for one in outline)
    for section in asked:
        row = rows.get(section.key)
        if row is not None and row.text is not None:
            place = section_place(section.key)
            yield PlacedText(place, "", section.title, section.key, row.text, is_open)


TEXTS: Final[Mapping[TextKind, Reader]] = {TextKind.LETTER: letter_texts, TextKind.STUDY: study_texts}
"""By whom the texts of each kind are read."""


def texts_of(ctx: Context, proposal_id: ProposalId) -> tuple[PlacedText, ...]:
    """Return every text of a proposal, in the gate's session."""
    return tuple(text for reader in TEXTS.values() for text in reader(ctx, proposal_id))
