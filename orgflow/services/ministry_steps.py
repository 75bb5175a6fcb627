"""The step of the road that a letter of the ministry is: its round found, its scan kept with the step."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from orgflow.domain.errors import RuleBroken
from orgflow.domain.ministry.rounds import (
    LateReasonMissing,
    LetterBeforeSending,
    answered_round,
    require_late_reason,
)
from orgflow.domain.proposals.asking import StepFacts
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import ProposalId, clean_text
from orgflow.services.context import Context
from orgflow.services.ministry import letter_about, rounds_in
from orgflow.services.stepping import ROAD_REFUSALS, record_step
from orgflow.store import grants, proposals
from orgflow.store.grants import MinistryAnswerRow
from orgflow.store.incoming import IncomingLetterRow, UnknownIncoming
from orgflow.store.proposals import ProposalRow


class LetterAnswered(RuleBroken):
    """What this letter says to the proposal is recorded already."""

    code = "letter_answered"


MINISTRY_REFUSALS: Final = (
    *ROAD_REFUSALS,
    LetterBeforeSending,
    LateReasonMissing,
    LetterAnswered,
    UnknownIncoming,
)
"""Refusals of what the ministry is said to have answered that are kept in the audit."""


@dataclass(frozen=True, slots=True)
class MinistryLetter:
    """The letter by which the ministry speaks of a proposal, and why it comes late if it does."""

    proposal_id: ProposalId
    letter_id: UUID
    late_reason: str = ""


@dataclass(frozen=True, slots=True)
class TakenByLetter:
    """A step that a letter was, with the round it answers."""

    step_id: UUID
    round: int
    number: str
    late_reason: str


def take_ministry_step(
    ctx: Context, row: ProposalRow, letter: MinistryLetter, action: Action, reason: str
) -> TakenByLetter:
    """Take the step that a letter is, and keep that it was this letter's.

    Raises:
        UnknownIncoming, LetterBeforeSending, LateReasonMissing, LetterAnswered, and the road's refusals.
    """
    held = letter_about(ctx, letter.proposal_id, letter.letter_id)
    rounds = rounds_in(ctx, letter.proposal_id)
    number = answered_round(rounds, held.dated_on)
    late_reason = clean_text(letter.late_reason, field="late_reason", limit=2_000)
    require_late_reason(rounds, number, late_reason)
    answer = answer_row(ctx, held, letter.proposal_id)
    facts = StepFacts(
        held.dated_on,
        reason,
        document_number=held.number,
        has_scan=True,
        late_reason=late_reason or None,
    )
    record_step(ctx, row, action, facts)
    step = proposals.steps_of(ctx.session, letter.proposal_id)[-1]
    step.file_id = held.file_id
    answer.step_id, answer.round, answer.late_reason = step.id, number, late_reason
    answer.revision, answer.changed_by, answer.changed_at = answer.revision + 1, ctx.actor.name, ctx.now
    ctx.session.flush()
    return TakenByLetter(step.id, number, held.number, answer.late_reason)


def answer_row(ctx: Context, letter: IncomingLetterRow, proposal_id: ProposalId) -> MinistryAnswerRow:
    """Return what is composed of a letter's answer, begun where nothing was.

    Raises:
        LetterAnswered: it is recorded already.
    """
    row = grants.answer_by(ctx.session, letter.id, proposal_id)
    if row is None:
        row = MinistryAnswerRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            proposal_id=proposal_id,
            letter_id=letter.id,
            revision=0,
            late_reason="",
            changed_by=ctx.actor.name,
            changed_at=ctx.now,
        )
        ctx.session.add(row)
        ctx.session.flush()
    if row.step_id is not None:
        raise LetterAnswered(number=letter.number)
    return row
