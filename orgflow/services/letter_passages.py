"""The passages of a draft letter: what is derived, and what the office wrote in its place."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from orgflow.domain.letters.facts import LetterFacts
from orgflow.domain.letters.lifecycle import LetterState
from orgflow.domain.letters.passages import tidied
from orgflow.domain.values import LetterId, ProposalId
from orgflow.letters.blocks import Passage
from orgflow.letters.compose import default_parts
from orgflow.letters.layout import PassageAsked
from orgflow.letters.structured_text import write_text
from orgflow.letters.templates import LetterTemplate
from orgflow.services.claim_carrying import carry_claims
from orgflow.services.claim_texts import passage_place
from orgflow.services.context import Context
from orgflow.store.letter_passages import LetterPassageRow, passages_of, put_passage
from orgflow.store.letters import LetterRow, letters_of


@dataclass(frozen=True, slots=True)
class HeldPassage:
    """A passage as it stands: ``derived`` is what the facts give, ``row`` what was written."""

    asked: PassageAsked
    derived: str
    row: LetterPassageRow | None

    @property
    def text(self) -> str:
        """What is printed, as structured text."""
        return self.row.text if self.row is not None else self.derived


def with_passages(ctx: Context, facts: LetterFacts, row: LetterRow) -> LetterFacts:
    """Return a draft's facts with what the office wrote in its passages, in the gate's session."""
    held = passages_of(ctx.session, LetterId(row.id))
    return replace(facts, passages={key: passage.text for key, passage in held.items()})


def carry_passages(ctx: Context, proposal_id: ProposalId, row: LetterRow) -> None:
    """Give a new draft what was written in the latest void letter of its kind, in the gate's session.

    ``upon`` goes along, so that the page still tells where the data have moved on.
    """
    void = (one for one in letters_of(ctx.session, proposal_id) if one.state == LetterState.VOID)
    earlier = next((one for one in void if one.kind == row.kind and one.id != row.id), None)
    if earlier is None:
        return
    for held in passages_of(ctx.session, LetterId(earlier.id)).values():
        put_passage(
            ctx.session,
            LetterPassageRow(
                id=ctx.new_id(),
                government_id=row.government_id,
                letter_id=row.id,
                key=held.key,
                text=held.text,
                upon=held.upon,
                changed_by=held.changed_by,
                changed_at=held.changed_at,
            ),
        )
        places = (passage_place(LetterId(one.id), held.key) for one in (earlier, row))
        carry_claims(ctx, proposal_id, *places)


def held_passages(
    ctx: Context, row: LetterRow, template: LetterTemplate, facts: LetterFacts
) -> Mapping[str, HeldPassage]:
    """Return a draft's passages by their keys, in the template's order, in the gate's session.

    Raises:
        FactsUnfit, UnknownGap, MarkupRefused: the facts give no wording.
    """
    rows = passages_of(ctx.session, LetterId(row.id))
    derived = {
        part.key: tidied(write_text(part.blocks))
        for part in default_parts(template, facts)
        if isinstance(part, Passage)
    }
    return {
        asked.key: HeldPassage(asked, derived[asked.key], rows.get(asked.key))
        for asked in template.passages
        if asked.key in derived
    }
