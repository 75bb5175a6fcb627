"""How any step of the road is written: the rules asked, the step kept, the letter following."""

from orgflow.domain.audit.events import LetterChanged, StepTaken
from orgflow.domain.letters.kinds import MAIN_KIND
from orgflow.domain.letters.lifecycle import LetterState
from orgflow.domain.proposals.proposal import Proposal, StepFacts
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import ProposalId, clean_text, clean_words
from orgflow.files.uploads import CheckedUpload
from orgflow.services.context import Context
from orgflow.services.drafting import draft_letter
from orgflow.services.files import keep_upload
from orgflow.services.telling_steps import tell_of_step
from orgflow.store import governments, letters, proposals
from orgflow.store.letters import LetterRow
from orgflow.store.proposals import ProposalRow, StepRow

ENDS_LETTER = frozenset({Action.RETURN, Action.GO_BACK, Action.RECALL, Action.REJECT, Action.WITHDRAW})
"""Actions by which a letter that was issued and not yet sent becomes void."""


def record_step(
    ctx: Context,
    row: ProposalRow,
    action: Action,
    facts: StepFacts,
    *,
    scan: CheckedUpload | None = None,
) -> Proposal:
    """Take one step: check it, keep it with its scan, and let the letter follow.

    Returns:
        The proposal after the step.

    Raises:
        TransitionNotAllowed, OutOfTurn, StepTakenAlready, PermissionMissing, OwnWork, StepNeeds,
        StepDateInFuture: the road refuses it.
        TextEmpty, TextTooLong, TextUnprintable: a text is refused.
    """
    held = governments.government(ctx.session, ctx.government_id)
    facts = _cleaned(facts)
    before = proposals.proposal_of(ctx.session, row)
    after = before.advance(action, ctx.actor, facts, ctx.today(held.zone))
    taken = after.steps[-1]
    file_id = keep_upload(ctx, scan, purpose="scan") if scan is not None else None
    step = StepRow(
        id=ctx.new_id(),
        government_id=ctx.government_id,
        proposal_id=row.id,
        sequence=len(after.steps),
        action=str(action),
        source=str(taken.source),
        target=str(taken.target),
        acted_on=facts.acted_on,
        actor_id=ctx.actor.user_id,
        actor_name=ctx.actor.name,
        is_recorded=taken.is_recorded,
        person=facts.person,
        reason=facts.reason,
        document_number=facts.document_number,
        file_id=file_id,
        recorded_at=ctx.now,
    )
    proposals.add_step(ctx.session, step)
    proposals.save(ctx.session, row, after, ctx.now)
    if action in ENDS_LETTER:
        _end_letters(ctx, row, facts.reason or "", redraft=after.is_running)
    ctx.record(_event(row, step, facts, scan))
    tell_of_step(ctx, before, after)
    return after


def void_letter(ctx: Context, letter: LetterRow, reason: str) -> None:
    """Void a letter and the number it took; neither is ever used again."""
    letter.state, letter.void_reason = str(LetterState.VOID), reason
    letter.revision, letter.changed_at = letter.revision + 1, ctx.now
    number = letters.number_of_letter(ctx.session, letter.id)
    if number is not None:
        number.state, number.reason = "void", reason
    ctx.record(LetterChanged(str(letter.id), "voided", letter.kind, letter.number, reason))


def _end_letters(ctx: Context, row: ProposalRow, reason: str, *, redraft: bool) -> None:
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
    return StepFacts(
        facts.acted_on, reason, person, number, facts.has_scan, facts.has_regulation, facts.has_gazette
    )


def _event(row: ProposalRow, step: StepRow, facts: StepFacts, scan: CheckedUpload | None) -> StepTaken:
    return StepTaken(
        str(row.id),
        step.action,
        step.source,
        step.target,
        facts.acted_on.isoformat(),
        facts.person,
        step.is_recorded,
        facts.reason,
        facts.document_number,
        scan.sha256 if scan is not None else None,
    )
