"""What somebody decides before a regulation commences on a structure that changed since it was drafted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.commencement_events import CommencementDecided
from orgflow.domain.changes.commencing_plan import CommencingQuestion
from orgflow.domain.changes.rebase_conflicts import DECIDED, Choice
from orgflow.domain.proposals.commencement import CommencementUnknown, NotPromulgated
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import ProposalId, clean_text
from orgflow.services.commencement import regulation_of
from orgflow.services.commencement_plan import plan_of
from orgflow.services.context import Context
from orgflow.services.rebase_words import ToldSentence, conflict_told
from orgflow.services.rebasing import CannotKeep, NoteMissing, QuestionsChanged
from orgflow.services.scope import scope_of
from orgflow.services.use_case import use_case
from orgflow.services.wording import say
from orgflow.store import commencements, proposals
from orgflow.store.commencements import CommencementAnswerRow
from orgflow.store.proposals import ProposalRow

NOTE_LENGTH: Final = 2_000
_REACHED: Final = say("Susunan pada hari itu sudah seperti yang diatur Pergub, jadi tidak ada yang diubah.")


@dataclass(frozen=True, slots=True)
class Decision:
    """What holds: ``Choice.OURS`` the regulation's word, ``Choice.LATEST`` what stands; and why."""

    key: str
    choice: Choice
    note: str


@dataclass(frozen=True, slots=True)
class DecideCommencement:
    """Decide some or all questions of a regulation that is to commence."""

    proposal_id: ProposalId
    seen_revision: int
    decisions: tuple[Decision, ...]


@use_case(requires=Permission.COMMENCE)
def decide_commencement(ctx: Context, command: DecideCommencement) -> UUID:
    """Keep what was decided; the regulation commences by an act of its own.

    Raises:
        UnknownProposal, StaleRevision, RegulationMissing, NotPromulgated, CommencementUnknown.
        QuestionsChanged: a decision is on a question that is no more, or none was sent.
        CannotKeep: the regulation's word was to hold where it cannot.
        NoteMissing: a decision without its reason.
        TextTooLong, TextUnprintable.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), command.proposal_id, seen=command.seen_revision)
    if row.state != ProposalState.PROMULGATED:
        raise NotPromulgated(state=row.state)
    day = regulation_of(ctx, row).effective_on
    if day is None:
        raise CommencementUnknown()
    planned = plan_of(ctx, row, day)
    asked = {question.key: question for question in planned.plan.questions}
    if not command.decisions or any(decision.key not in asked for decision in command.decisions):
        raise QuestionsChanged()
    for decision in command.decisions:
        _keep(ctx, row, asked[decision.key], decision, planned.answers)
    commencements.settle_hold(ctx.session, row.id, ctx.now)
    row.revision, row.changed_at = row.revision + 1, ctx.now
    ctx.session.flush()
    return row.id


def question_told(question: CommencingQuestion) -> ToldSentence:
    """Return what a question is, as a sentence."""
    return conflict_told(question.conflict) if question.conflict is not None else ToldSentence(_REACHED, {})


def _keep(
    ctx: Context,
    row: ProposalRow,
    question: CommencingQuestion,
    decision: Decision,
    held: Mapping[str, CommencementAnswerRow],
) -> None:
    if decision.choice not in DECIDED or (decision.choice is Choice.OURS and not question.can_keep):
        raise CannotKeep(field=question.key)
    note = clean_text(decision.note, field=question.key, limit=NOTE_LENGTH)
    if not note:
        raise NoteMissing(field=question.key)
    told = question_told(question).said()
    answer = held.get(question.key)
    if answer is None:
        answer = CommencementAnswerRow(
            id=ctx.new_id(), government_id=ctx.government_id, proposal_id=row.id, key=question.key
        )
        ctx.session.add(answer)
    answer.told, answer.choice, answer.note = told, str(decision.choice), note
    answer.answered_by, answer.answered_at = ctx.actor.name, ctx.now
    ctx.record(CommencementDecided(str(row.id), told, str(decision.choice), note))
