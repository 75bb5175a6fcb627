"""Carrying a draft over to the structure of today: its questions answered, asked, advised and settled."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.rebase_events import ProposalRebased, QuestionAdvised, QuestionAnswered
from orgflow.domain.changes.rebase_conflicts import DECIDED, Choice
from orgflow.domain.errors import Conflict, RuleBroken
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import ProposalId, UnitId, clean_text
from orgflow.services.context import Context
from orgflow.services.drafting import load_draft, save_edited
from orgflow.services.rebase_situation import Question, Situation, sentences, situation_of
from orgflow.services.scope import scope_of
from orgflow.services.use_case import use_case
from orgflow.store import proposals, rebases
from orgflow.store.proposals import PlacedOperation, ProposalRow, StaleRevision
from orgflow.store.rebases import ProposalQuestionRow, ProposalRebaseRow

NOTE_LENGTH: Final = 2_000


class QuestionsChanged(Conflict):
    """The registry or another proposal changed again after the questions were read."""

    code = "questions_changed"


class CannotKeep(RuleBroken):
    """The operation cannot stand as it is on the structure of today."""

    code = "cannot_keep"


class NothingToRebase(RuleBroken):
    """The structure under the proposal is that of today, and nothing was answered."""

    code = "nothing_to_rebase"


class ProposalUnitEnded(RuleBroken):
    """The proposal's own unit is no more, so that there is nothing to carry it over to."""

    code = "proposal_unit_ended"


class NoteMissing(RuleBroken):
    """A question to Biro Organisasi, or its advice, says something in words."""

    code = "note_missing"


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to one question; ``note`` goes to Biro Organisasi with one that asks it."""

    key: str
    choice: Choice
    note: str = ""


@dataclass(frozen=True, slots=True)
class SettleQuestions:
    """Answer some or all questions; once none is open the draft is carried over."""

    proposal_id: ProposalId
    seen_revision: int
    answers: tuple[Answered, ...] = ()


@dataclass(frozen=True, slots=True)
class AdviseQuestion:
    """Say what Biro Organisasi thinks of a question that was put to it."""

    proposal_id: ProposalId
    question_id: UUID
    advice: Choice
    note: str
    seen_revision: int


@use_case(requires=Permission.EDIT_PROPOSAL)
def settle_questions(ctx: Context, command: SettleQuestions) -> UUID:
    """Keep the answers, and carry the draft over when no question is open.

    Raises:
        UnknownProposal, StaleRevision, NotEditable.
        QuestionsChanged: an answer is to a question that is no more.
        CannotKeep: an operation was to hold that cannot.
        NoteMissing: Biro Organisasi is asked nothing in words.
        NothingToRebase: there is nothing to answer and nothing changed.
        ProposalUnitEnded, TextTooLong, TextUnprintable.
    """
    row = load_draft(ctx, command.proposal_id, command.seen_revision)
    situation = situation_of(ctx, row)
    if situation is None:
        raise NothingToRebase()
    if not situation.unit_stands:
        raise ProposalUnitEnded(unit=situation.old.structure.unit(UnitId(row.unit_id)).name)
    open_before = {question.key: question for question in situation.questions}
    for answer in command.answers:
        if answer.key not in open_before:
            raise QuestionsChanged()
        _keep_answer(ctx, row, open_before[answer.key], answer)
    ctx.session.flush()
    settled = situation_of(ctx, row) if command.answers else situation
    if settled is not None and settled.changes_something and not settled.open_questions:
        _carry_over(ctx, row, settled)
    elif not command.answers:
        raise NothingToRebase()
    save_edited(ctx, row)
    return row.id


@use_case(requires=Permission.REVIEW_AS_ORGANISATION)
def advise_question(ctx: Context, command: AdviseQuestion) -> UUID:
    """Answer a question for those who draft the proposal; they decide.

    Raises:
        UnknownProposal, UnknownQuestion.
        NotEditable: the proposal is no draft any longer.
        StaleRevision: a colleague answered meanwhile.
        NoteMissing, TextTooLong, TextUnprintable.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), command.proposal_id)
    asked = rebases.question(ctx.session, command.proposal_id, command.question_id, is_changing=True)
    if row.state != ProposalState.DRAFT:
        raise NotEditable(state=row.state)
    if asked.revision != command.seen_revision:
        raise StaleRevision(seen=command.seen_revision, present=asked.revision)
    note = clean_text(command.note, field="note", limit=NOTE_LENGTH)
    if not note or command.advice not in DECIDED:
        raise NoteMissing(field="note")
    asked.advice, asked.advice_note = str(command.advice), note
    asked.advised_by, asked.advised_at = ctx.actor.name, ctx.now
    asked.revision += 1
    ctx.record(QuestionAdvised(str(row.id), asked.told, str(command.advice), note))
    return asked.id


def _keep_answer(ctx: Context, row: ProposalRow, question: Question, answer: Answered) -> None:
    if answer.choice is Choice.OURS and not question.can_keep:
        raise CannotKeep(field=question.key)
    note = ""
    if answer.choice is Choice.ASK:
        note = clean_text(answer.note, field=question.key, limit=NOTE_LENGTH)
    if answer.choice is Choice.ASK and not note:
        raise NoteMissing(field=question.key)
    told = question.told.said()
    held = question.answer
    if held is None:
        held = ProposalQuestionRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            proposal_id=row.id,
            key=question.key,
            advice_note="",
            revision=0,
        )
        ctx.session.add(held)
    held.told, held.choice, held.note = told, str(answer.choice), note
    held.answered_by, held.answered_at, held.revision = ctx.actor.name, ctx.now, held.revision + 1
    if answer.choice is Choice.ASK:
        held.advice, held.advice_note, held.advised_by, held.advised_at = None, "", None, None
    ctx.record(QuestionAnswered(str(row.id), told, str(answer.choice), note))


def _carry_over(ctx: Context, row: ProposalRow, situation: Situation) -> None:
    before = tuple(entry.operation for entry in situation.operations)
    after = situation.rebased.operations
    kept = tuple(
        PlacedOperation(situation.operations[place].id, operation)
        for place, operation in situation.rebased.kept
    )
    proposals.put_operations(ctx.session, ctx.government_id, ProposalId(row.id), kept)
    said_before = sentences(situation.old, before)
    said_after = sentences(situation.new, after)
    known_at = ctx.now
    ctx.session.add(
        ProposalRebaseRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            proposal_id=row.id,
            sequence=len(rebases.rebases_of(ctx.session, row.id)) + 1,
            old_on=row.base_on,
            old_known_at=situation.known_at,
            new_on=situation.today,
            new_known_at=known_at,
            before=rebases.write_operations(before),
            after=rebases.write_operations(after),
            told="\n".join(question.told.said() for question in situation.questions),
            made_by=ctx.actor.name,
            made_at=known_at,
        )
    )
    ctx.record(
        ProposalRebased(
            str(row.id),
            row.base_on.isoformat(),
            situation.today.isoformat(),
            "\n".join(said_before),
            "\n".join(said_after),
        )
    )
    row.base_on, row.base_known_at = situation.today, known_at
