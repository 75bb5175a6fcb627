"""How any step of the road is written: the rules asked, the step kept, the letter following."""

from dataclasses import replace

from orgflow.domain.audit.events import LetterChanged, StepTaken
from orgflow.domain.letters.kinds import MAIN_KIND
from orgflow.domain.letters.lifecycle import LetterState
from orgflow.domain.proposals.asking import StepFacts
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.recording import Recording
from orgflow.domain.proposals.refusals import (
    OutOfTurn,
    StepDateBeforePrevious,
    StepDateInFuture,
    StepTakenAlready,
    TransitionNotAllowed,
)
from orgflow.domain.proposals.routes import UnknownRouteStep
from orgflow.domain.proposals.states import Action
from orgflow.domain.proposals.steps import Step
from orgflow.domain.values import ProposalId, clean_text, clean_words
from orgflow.files.uploads import CheckedUpload
from orgflow.services.acting import StepBy, hat_on
from orgflow.services.context import Context
from orgflow.services.drafting import draft_letter
from orgflow.services.files import KeptUpload, keep_once
from orgflow.services.telling_steps import tell_of_step
from orgflow.store import governments, letters, proposal_steps, proposals
from orgflow.store.letters import LetterRow
from orgflow.store.proposals import ProposalRow, StaleRevision, StepRow

ROAD_REFUSALS = (
    TransitionNotAllowed,
    UnknownRouteStep,
    OutOfTurn,
    StepTakenAlready,
    StepDateInFuture,
    StepDateBeforePrevious,
    StaleRevision,
)
"""Refusals of the road that are kept in the audit, beside those for want of a permission."""
BEGINS_ROUTE = frozenset({Action.SUBMIT, Action.FORWARD})
"""Actions by which a proposal that was never submitted takes the route that it keeps."""
ENDS_LETTER = frozenset({Action.RETURN, Action.RECALL, Action.REJECT, Action.WITHDRAW})
"""Actions by which a letter that was issued and not yet sent becomes void."""


def record_step(
    ctx: Context,
    row: ProposalRow,
    action: Action,
    facts: StepFacts,
    *,
    scan: CheckedUpload | KeptUpload | None = None,
    recording: Recording | None = None,
) -> Proposal:
    """Take one step: check it, keep it with its scan, and let the letter follow.

    Returns:
        The proposal after the step.

    Raises:
        TransitionNotAllowed, UnknownRouteStep, OutOfTurn, StepTakenAlready, PermissionMissing, OwnWork,
        StepNeeds, StepDateInFuture, StepDateBeforePrevious: the road refuses it.
        TextEmpty, TextTooLong, TextUnprintable: a text is refused.
    """
    held = governments.government(ctx.session, ctx.government_id)
    facts = _cleaned(facts)
    before = proposals.proposal_of(ctx.session, row)
    before.progress.check_turn(action, facts.step)
    hat = hat_on(ctx, before, action, facts.step)
    after = before.advance(action, hat.actor, facts, ctx.today(held.zone))
    if action in BEGINS_ROUTE and row.route_id is None:
        row.route_id = before.route.id
    keep_step(ctx, row, after, facts, scan, by=StepBy(hat.loan, recording))
    if action in ENDS_LETTER:
        end_letters(ctx, row, facts.reason or "", redraft=after.is_running)
    tell_of_step(ctx, before, after)
    return after


def keep_step(
    ctx: Context,
    row: ProposalRow,
    after: Proposal,
    facts: StepFacts,
    scan: CheckedUpload | KeptUpload | None = None,
    *,
    by: StepBy | None = None,
) -> None:
    """Write the step by which a proposal came to stand where it does, with its scan, and record it."""
    taken = after.steps[-1]
    kept = keep_once(ctx, scan, purpose="scan") if isinstance(scan, CheckedUpload) else scan
    step = StepRow(
        id=ctx.new_id(),
        government_id=ctx.government_id,
        proposal_id=row.id,
        sequence=len(after.steps),
        action=str(taken.action),
        source=str(taken.source),
        target=str(taken.target),
        acted_on=facts.acted_on,
        actor_id=ctx.actor.user_id,
        actor_name=ctx.actor.name,
        is_recorded=taken.is_recorded,
        person=facts.person,
        reason=facts.reason,
        document_number=facts.document_number,
        file_id=kept.id if kept is not None else None,
        recorded_at=ctx.now,
        step_key=taken.key,
        outcome=str(taken.outcome) if taken.outcome is not None else None,
        late_reason=facts.late_reason,
        carried=" ".join(taken.carried) or None,
    )
    if by is not None:
        by.tell(step)
    proposal_steps.add_step(ctx.session, step)
    proposals.save(ctx.session, row, after, ctx.now)
    ctx.record(_event(row, step, _title_of(after, taken), kept))


def void_letter(ctx: Context, letter: LetterRow, reason: str) -> None:
    """Void a letter along with what is done to its proposal, and record it."""
    mark_void(ctx, letter, reason)
    ctx.record(letter_voided(letter, reason))


def mark_void(ctx: Context, letter: LetterRow, reason: str) -> None:
    """Void a letter and the number it took, neither of which is ever used again; recording it is left."""
    letter.state, letter.void_reason = str(LetterState.VOID), reason
    letter.revision, letter.changed_at = letter.revision + 1, ctx.now
    number = letters.number_of_letter(ctx.session, letter.id)
    if number is not None:
        number.state, number.reason = "void", reason


def letter_voided(letter: LetterRow, reason: str) -> LetterChanged:
    """Return the event of a letter that became void."""
    return LetterChanged(str(letter.id), "voided", letter.kind, letter.number, reason)


def end_letters(ctx: Context, row: ProposalRow, reason: str, *, redraft: bool) -> None:
    """Void what was issued for a road that went back or ended; a running proposal gets a new draft.

    What else was written about it and issued has gone its own way and stays.
    """
    proposal_id = ProposalId(row.id)
    for letter in letters.letters_of(ctx.session, proposal_id):
        is_draft = letter.state == LetterState.DRAFT
        if letter.state in (LetterState.VOID, LetterState.SENT) or (is_draft and redraft):
            continue
        if is_draft or letter.kind == MAIN_KIND:
            void_letter(ctx, letter, reason)
        if not is_draft and letter.kind == MAIN_KIND and redraft:
            draft_letter(ctx, proposal_id, MAIN_KIND)


def _cleaned(facts: StepFacts) -> StepFacts:
    reason = clean_text(facts.reason or "", field="reason") or None
    person = clean_words(facts.person, field="person", limit=200) if facts.person else None
    number = (
        clean_words(facts.document_number, field="document", limit=200) if facts.document_number else None
    )
    late = clean_text(facts.late_reason or "", field="late_reason") or None
    return replace(facts, reason=reason, person=person, document_number=number, late_reason=late)


def _title_of(after: Proposal, taken: Step) -> str | None:
    """Return who takes the step of the route that was taken or returned to, as the route calls him."""
    return after.route.step(taken.key).title if taken.key is not None else None


def _event(row: ProposalRow, step: StepRow, title: str | None, scan: KeptUpload | None) -> StepTaken:
    return StepTaken(
        str(row.id),
        step.action,
        step.source,
        step.target,
        step.acted_on.isoformat(),
        step.person,
        step.is_recorded,
        step.reason,
        step.document_number,
        scan.sha256 if scan is not None else None,
        title,
        step.outcome,
        step.late_reason,
        step.on_behalf_of,
        step.on_behalf_kind,
        step.basis,
        step.doubt,
    )
