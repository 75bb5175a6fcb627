"""Proof that what went to the ministry arrived."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.ministry_events import SendingProven
from orgflow.domain.ministry.delivery import DeliveryMethod, Proof, check_proof
from orgflow.domain.ministry.rounds import UnknownRound
from orgflow.domain.values import ProposalId, clean_words_if_any
from orgflow.files.uploads import CheckedUpload
from orgflow.services.context import Context
from orgflow.services.files import keep_upload
from orgflow.services.ministry import rounds_in
from orgflow.services.scope import scope_of, today_of
from orgflow.services.use_case import use_case
from orgflow.store import proposals
from orgflow.store.ministry import MinistryProofRow


@dataclass(frozen=True, slots=True)
class ProveSending:
    """How the sending of a round arrived; ``reference`` is the receipt's or the shipment's number."""

    proposal_id: ProposalId
    round: int
    method: DeliveryMethod
    delivered_on: date
    received_by: str = ""
    reference: str = ""
    scan: CheckedUpload | None = None


@use_case(requires=Permission.RECORD_MINISTRY)
def prove_sending(ctx: Context, command: ProveSending) -> UUID:
    """Keep a proof of a round's sending; the newest counts, the earlier ones stay readable.

    Raises:
        UnknownProposal, UnknownRound, ProofEmpty, DeliveredBeforeSent, DeliveredInFuture.
        NameUnreadable, TextTooLong, TextUnprintable.
    """
    proposals.load_row(ctx.session, scope_of(ctx), command.proposal_id)
    held = {one.number: one for one in rounds_in(ctx, command.proposal_id)}
    if command.round not in held:
        raise UnknownRound(round=command.round)
    received_by = clean_words_if_any(command.received_by, field="received_by", limit=200)
    reference = clean_words_if_any(command.reference, field="reference", limit=200)
    today = today_of(ctx)
    proof = Proof(
        command.method, command.delivered_on, received_by, reference, has_scan=command.scan is not None
    )
    check_proof(proof, held[command.round].sent_on, today)
    row = MinistryProofRow(
        id=ctx.new_id(),
        government_id=ctx.government_id,
        proposal_id=command.proposal_id,
        round=command.round,
        method=str(command.method),
        delivered_on=command.delivered_on,
        received_by=received_by,
        reference=reference,
        file_id=keep_upload(ctx, command.scan, purpose="proof") if command.scan is not None else None,
        recorded_by=ctx.actor.name,
        recorded_at=ctx.now,
    )
    ctx.session.add(row)
    ctx.record(
        SendingProven(
            str(command.proposal_id),
            command.round,
            row.method,
            command.delivered_on.isoformat(),
            received_by,
            reference,
            command.scan.sha256 if command.scan is not None else None,
        )
    )
    return row.id
