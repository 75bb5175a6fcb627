"""Documents beside the proposal's own letter: brought back signed, and recorded as sent."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.events import LetterChanged
from orgflow.domain.errors import RuleBroken
from orgflow.domain.letters.kinds import KIND_RULES, LetterKind, kind_of
from orgflow.domain.letters.lifecycle import LetterState, NumberMissing, require_state
from orgflow.domain.proposals.refusals import StepDateInFuture
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import LetterId, ProposalId
from orgflow.files.uploads import CheckedUpload
from orgflow.services.acting import record_issuing
from orgflow.services.context import Context
from orgflow.services.files import keep_upload
from orgflow.services.ministry_items import check_completion
from orgflow.services.scope import scope_of, today_of
from orgflow.services.use_case import use_case
from orgflow.store import letters
from orgflow.store.letters import LetterRow


class MovesWithProposal(RuleBroken):
    """The letter that carries a proposal is signed and sent by the proposal's own steps."""

    code = "letter_moves_with_proposal"


@dataclass(frozen=True, slots=True)
class RecordSigned:
    """The signed document as it was scanned."""

    letter_id: LetterId
    seen_revision: int
    scan: CheckedUpload


@dataclass(frozen=True, slots=True)
class RecordSent:
    """The day the document went out."""

    letter_id: LetterId
    seen_revision: int
    sent_on: date


@use_case(requires=Permission.ISSUE_LETTER)
def record_signed(ctx: Context, command: RecordSigned) -> UUID:
    """Keep the signed document.

    Raises:
        UnknownLetter, StaleRevision, MovesWithProposal.
        LetterNotInState: not issued yet, signed already, or void.
    """
    row = _own_way(ctx, command.letter_id, command.seen_revision)
    require_state(LetterState(row.state), LetterState.ISSUED)
    row.signed_file_id = keep_upload(ctx, command.scan, purpose="scan")
    return _moved(ctx, row, LetterState.SIGNED, "signed")


@use_case(requires=Permission.ISSUE_LETTER)
def record_sent(ctx: Context, command: RecordSent) -> UUID:
    """Record that the signed document went out.

    Raises:
        UnknownLetter, StaleRevision, MovesWithProposal, LetterNotInState.
        ItemsUnanswered: a completion would go out before everything asked is answered.
        NumberMissing: a kind that is numbered has no number or date yet.
        StepDateInFuture: the day has not come.
    """
    row = _own_way(ctx, command.letter_id, command.seen_revision)
    require_state(LetterState(row.state), LetterState.SIGNED)
    if row.kind == LetterKind.COMPLETION:
        for proposal in letters.proposals_of_letter(ctx.session, row.id):
            check_completion(ctx, ProposalId(proposal.id), Action.COMPLETE)
    is_numbered = KIND_RULES[kind_of(row.kind)].register is not None
    if is_numbered and (row.number is None or row.dated_on is None):
        raise NumberMissing()
    if command.sent_on > today_of(ctx):
        raise StepDateInFuture(field="sent_on", acted_on=command.sent_on.isoformat())
    return _moved(ctx, row, LetterState.SENT, "sent")


def _own_way(ctx: Context, letter_id: LetterId, seen: int) -> LetterRow:
    row = letters.load_letter(ctx.session, scope_of(ctx), letter_id, seen=seen)
    if KIND_RULES[kind_of(row.kind)].is_main:
        raise MovesWithProposal()
    return row


def _moved(ctx: Context, row: LetterRow, state: LetterState, act: str) -> UUID:
    row.state, row.revision, row.changed_at = str(state), row.revision + 1, ctx.now
    ctx.session.flush()
    record_issuing(ctx, LetterChanged(str(row.id), act, row.kind, row.number))
    return row.id
