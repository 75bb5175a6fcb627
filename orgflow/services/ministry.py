"""What the ministry granted of a proposal: the operations that later steps read."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from orgflow.domain.changes.operations import Operation
from orgflow.domain.ministry.grants import Grant
from orgflow.domain.ministry.rounds import Round, Taken, rounds_of
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import ProposalId
from orgflow.services.context import Context
from orgflow.store import grants, incoming, proposals
from orgflow.store.incoming import IncomingLetterRow
from orgflow.store.proposals import PlacedOperation


@dataclass(frozen=True, slots=True)
class HeldGrant:
    """An answer item by item as it was recorded, and the letter that gave it."""

    grant: Grant
    letter_id: UUID
    number: str
    dated_on: date
    late_reason: str


def granted_operations_of(ctx: Context, proposal_id: ProposalId) -> tuple[Operation, ...]:
    """Return the operations that the ministry granted, in their order, in the present session.

    All of the proposal's where it answered whole or has not answered; none where it refused.
    """
    return tuple(placed.operation for placed in placed_operations_of(ctx, proposal_id))


def placed_operations_of(ctx: Context, proposal_id: ProposalId) -> tuple[PlacedOperation, ...]:
    """Return what the ministry granted as ``granted_operations_of``, under the ids of what was asked."""
    final = grants.final_step(ctx.session, proposal_id)
    answer = grants.answer_of_step(ctx.session, final.id) if final is not None else None
    if answer is not None:
        entries = grants.granted_of(ctx.session, answer.id)
        return tuple(PlacedOperation(one.id, become) for one in entries for become in one.become)
    if final is not None and final.action == Action.ANSWER_REJECTED:
        return ()
    return proposals.operations_of(ctx.session, proposal_id)


def grant_of(ctx: Context, proposal_id: ProposalId) -> HeldGrant | None:
    """Return the answer item by item, in the present session; None where there is none, or it was whole."""
    final = grants.final_step(ctx.session, proposal_id)
    answer = grants.answer_of_step(ctx.session, final.id) if final is not None else None
    if answer is None:
        return None
    letter = incoming.incoming_row(ctx.session, ctx.government_id, answer.letter_id)
    grant = Grant(grants.granted_of(ctx.session, answer.id))
    return HeldGrant(grant, letter.id, letter.number, letter.dated_on, answer.late_reason)


def rounds_in(ctx: Context, proposal_id: ProposalId) -> tuple[Round, ...]:
    """Return the rounds of a proposal with the ministry, in the present session."""
    steps = proposals.steps_of(ctx.session, proposal_id)
    return rounds_of(Taken(Action(step.action), step.acted_on) for step in steps)


def letter_about(ctx: Context, proposal_id: ProposalId, letter_id: UUID) -> IncomingLetterRow:
    """Return an incoming letter about a proposal.

    Raises:
        UnknownIncoming: the register holds none such, or it is about something else.
    """
    row = incoming.incoming_row(ctx.session, ctx.government_id, letter_id)
    about = incoming.proposals_of_incoming(ctx.session, [row.id]).get(row.id, [])
    if proposal_id not in {proposal.id for proposal in about}:
        raise incoming.UnknownIncoming(letter_id=str(letter_id))
    return row


def subject_by_step(ctx: Context, step_id: UUID) -> str | None:
    """Return what the letter is about that was a step, in the present session; None where none is held."""
    answer = grants.answer_of_step(ctx.session, step_id)
    if answer is None:
        return None
    return incoming.incoming_row(ctx.session, ctx.government_id, answer.letter_id).subject
