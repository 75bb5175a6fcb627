"""The ministry's answer item by item: composed, looked at, and recorded with the step it comes to."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.ministry_events import AnswerComposed, AnswerGranted
from orgflow.domain.changes.apply import steps
from orgflow.domain.changes.cleaning import cleaned
from orgflow.domain.changes.operations import Operation
from orgflow.domain.ministry.grants import (
    AskedOperation,
    Grant,
    GrantDoesNotApply,
    Granted,
    GrantVerdict,
    RepliesMissing,
    Reply,
    ReplyForUnknownOperation,
    require_standing,
    settle,
)
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import ProposalId, UnitId, clean_text
from orgflow.services.changes import require_within
from orgflow.services.context import Context
from orgflow.services.dossier import Dossier, open_dossier
from orgflow.services.ministry import letter_about
from orgflow.services.ministry_steps import (
    MINISTRY_REFUSALS,
    MinistryLetter,
    TakenByLetter,
    answer_row,
    take_ministry_step,
)
from orgflow.services.scope import scope_of
from orgflow.services.statements import sentence
from orgflow.services.use_case import use_case
from orgflow.store import grants, proposals
from orgflow.store.grants import MinistryAnswerRow
from orgflow.store.proposals import StaleRevision

LONG: Final = 4_000
_TOLD: Final = (*MINISTRY_REFUSALS, ReplyForUnknownOperation, RepliesMissing, GrantDoesNotApply)
_SAID: Final = {
    GrantVerdict.GRANTED: "disetujui",
    GrantVerdict.CHANGED: "disetujui dengan perubahan",
    GrantVerdict.REFUSED: "tidak disetujui",
}


@dataclass(frozen=True, slots=True)
class ComposeAnswer:
    """What a letter says to some of the operations; what it does not name stays as it was composed.

    ``seen_revision`` is the composed answer's, 0 while nothing was.
    """

    proposal_id: ProposalId
    letter_id: UUID
    seen_revision: int
    replies: tuple[Reply, ...]


@dataclass(frozen=True, slots=True)
class RecordAnswer:
    """Record the composed answer; ``late_reason`` where it belongs to a round already followed."""

    proposal_id: ProposalId
    letter_id: UUID
    seen_revision: int
    answer_revision: int
    late_reason: str = ""


@use_case(requires=Permission.RECORD_MINISTRY, tells=_TOLD)
def compose_answer(ctx: Context, command: ComposeAnswer) -> UUID:
    """Keep what a letter says to the operations, to be looked at before it is recorded.

    Raises:
        UnknownProposal, UnknownIncoming, StaleRevision, LetterAnswered, ReplyForUnknownOperation.
        TransitionNotAllowed: the proposal does not wait for the ministry's answer.
        UnknownUnit: a changed operation names nothing of the proposal's branch.
        RuleBroken, NotFound: as the operations' rules; TextEmpty, TextTooLong, TextUnprintable.
    """
    dossier = open_dossier(ctx, proposals.load_row(ctx.session, scope_of(ctx), command.proposal_id))
    dossier.proposal.progress.check_turn(Action.ANSWER_APPROVED_WITH_NOTES)
    answer = _composed(ctx, command.proposal_id, command.letter_id, command.seen_revision)
    asked = asked_of(dossier)
    before = {entry.id: entry for entry in grants.granted_of(ctx.session, answer.id)}
    after = dict(before)
    places = {one.id: (place, one.operation) for place, one in enumerate(asked, start=1)}
    for reply in command.replies:
        if reply.operation_id not in places:
            raise ReplyForUnknownOperation(operation_id=str(reply.operation_id))
        place, operation = places[reply.operation_id]
        after[reply.operation_id] = _entry(reply, place, operation)
    ordered = tuple(sorted(after.values(), key=lambda entry: entry.place))
    _require_reach(dossier, asked, ordered)
    grants.put_granted(ctx.session, answer, [(ctx.new_id(), entry) for entry in ordered])
    answer.revision, answer.changed_by, answer.changed_at = answer.revision + 1, ctx.actor.name, ctx.now
    letter = letter_about(ctx, command.proposal_id, command.letter_id)
    standing = dossier.organisation_before
    told = AnswerComposed(
        str(command.proposal_id),
        letter.number,
        "\n".join(_lines(standing, asked, before.values())),
        "\n".join(_lines(standing, asked, ordered)),
    )
    ctx.record(told)
    return answer.id


@use_case(requires=Permission.RECORD_MINISTRY, tells=_TOLD)
def record_answer(ctx: Context, command: RecordAnswer) -> UUID:
    """Record the ministry's answer item by item, with the step of the road that it comes to.

    All granted is approval, none is rejection, everything between approval with notes.

    Raises:
        UnknownProposal, UnknownIncoming, StaleRevision, LetterAnswered, LetterBeforeSending,
        LateReasonMissing, RepliesMissing, ReplyNeedsReason, ChangedOperationMissing.
        GrantDoesNotApply: what is granted cannot stand without what is not.
        The road's refusals.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), command.proposal_id, seen=command.seen_revision)
    dossier = open_dossier(ctx, row)
    answer = _composed(ctx, command.proposal_id, command.letter_id, command.answer_revision)
    asked, standing = asked_of(dossier), dossier.organisation_before
    grant = settle(asked, map(reply_of, grants.granted_of(ctx.session, answer.id)))
    require_standing(standing, grant)
    told = tuple(_lines(standing, asked, grant.entries))
    notes = "" if grant.outcome is Action.ANSWER_APPROVED else "\n".join(told)
    letter = MinistryLetter(command.proposal_id, command.letter_id, command.late_reason)
    taken = take_ministry_step(ctx, row, letter, grant.outcome, notes)
    became = steps(standing, grant.operations)
    revised = tuple(sentence(operation, found) for operation, found, _ in became)
    ctx.record(_event(row.id, grant, taken, told, revised))
    return row.id


def asked_of(dossier: Dossier) -> tuple[AskedOperation, ...]:
    """Return the operations as they were submitted."""
    return tuple(AskedOperation(placed.id, placed.operation) for placed in dossier.operations)


def _composed(ctx: Context, proposal_id: ProposalId, letter_id: UUID, seen: int) -> MinistryAnswerRow:
    letter = letter_about(ctx, proposal_id, letter_id)
    answer = answer_row(ctx, letter, proposal_id)
    if answer.revision != seen:
        raise StaleRevision(seen=seen, present=answer.revision)
    return answer


def _entry(reply: Reply, place: int, asked: Operation) -> Granted:
    become: tuple[Operation, ...] = ()
    if reply.verdict is GrantVerdict.GRANTED:
        become = (asked,)
    elif reply.verdict is GrantVerdict.CHANGED:
        become = tuple(cleaned(one) for one in reply.changed)
    reason = clean_text(reply.reason, field="reason", limit=LONG)
    return Granted(reply.operation_id, place, asked, reply.verdict, reason, become)


def reply_of(entry: Granted) -> Reply:
    """Return what was said to an operation as it was composed."""
    return Reply(entry.id, entry.verdict, entry.reason, entry.become)


def _require_reach(dossier: Dossier, asked: tuple[AskedOperation, ...], entries: tuple[Granted, ...]) -> None:
    """Refuse a changed operation that names nothing of the proposal's branch.

    Raises:
        UnknownUnit.
    """
    changed = {entry.id: entry.become for entry in entries if entry.verdict is GrantVerdict.CHANGED}
    for place, one in enumerate(asked):
        if one.id in changed:
            ahead = tuple(held.operation for held in asked[:place])
            unit_id = UnitId(dossier.row.unit_id)
            require_within(unit_id, dossier.organisation_before, (*ahead, *changed[one.id]))


def _lines(
    standing: Organisation, asked: Iterable[AskedOperation], entries: Iterable[Granted]
) -> Iterable[str]:
    """Yield each answer as a sentence: the operation as asked, what was said, what it became, and why."""
    told = _sentences(standing, asked)
    for entry in sorted(entries, key=lambda one: one.place):
        said = f"{entry.place}. {told.get(entry.place, '')}: {_SAID[entry.verdict]}"
        if entry.verdict is GrantVerdict.CHANGED and entry.become:
            said += f", menjadi: {_became(standing, entry)}"
        yield f"{said}. Alasan: {entry.reason.rstrip(' .')}." if entry.reason else f"{said}."


def _sentences(standing: Organisation, asked: Iterable[AskedOperation]) -> dict[int, str]:
    met = steps(standing, (one.operation for one in asked))
    return {place: sentence(operation, found) for place, (operation, found, _) in enumerate(met, start=1)}


def _became(standing: Organisation, entry: Granted) -> str:
    return "; ".join(sentence(operation, met) for operation, met, _ in steps(standing, entry.become))


def _event(
    proposal_id: UUID, grant: Grant, taken: TakenByLetter, told: tuple[str, ...], revised: tuple[str, ...]
) -> AnswerGranted:
    return AnswerGranted(
        str(proposal_id),
        taken.number,
        taken.round,
        grant.count(GrantVerdict.GRANTED),
        grant.count(GrantVerdict.CHANGED),
        grant.count(GrantVerdict.REFUSED),
        "\n".join(told),
        "\n".join(revised),
        taken.late_reason,
    )
