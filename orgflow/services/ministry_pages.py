"""The round trip with the ministry as its pages read it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.calendar import local_date
from orgflow.domain.errors import RuleBroken
from orgflow.domain.ministry.grants import AskedOperation, Grant, Granted, GrantFinding, review, settle
from orgflow.domain.ministry.items import Item
from orgflow.domain.ministry.rounds import Round, round_on
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import ProposalId
from orgflow.services.context import Context
from orgflow.services.dossier import open_dossier
from orgflow.services.incoming_letters import agenda_number
from orgflow.services.ministry import HeldGrant, grant_of, letter_about, rounds_in
from orgflow.services.ministry_answers import asked_of, reply_of
from orgflow.services.ministry_items import went_out
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read
from orgflow.store import governments, grants, incoming, ministry, proposals
from orgflow.store.grants import MinistryAnswerRow
from orgflow.store.incoming import IncomingLetterRow


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk of the ministry."""

    id: UUID
    name: str
    is_active: bool
    revision: int


@dataclass(frozen=True, slots=True)
class IncomingView:
    """An incoming letter about a proposal.

    Attributes:
        round: which sending it answers, by the day it bears; 0 when it is older than the first.
        step_id: the step of the road that it was; None while what it says is not recorded.
        late_reason: why it was entered, or what it says recorded, out of order.
    """

    id: UUID
    agenda: str
    received_on: date
    number: str
    dated_on: date
    sender: str
    subject: str
    desk: str
    desk_id: UUID | None
    file_id: UUID
    registered_by: str
    registered_on: date
    round: int
    step_id: UUID | None
    late_reason: str


@dataclass(frozen=True, slots=True)
class ProofView:
    """A proof that a round's sending arrived."""

    round: int
    method: str
    delivered_on: date
    received_by: str
    reference: str
    file_id: UUID | None
    recorded_by: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item with the letter that asked it, and who answered; ``is_sent`` when the answer went out."""

    item: Item
    letter_id: UUID
    revision: int
    answered_by: str | None
    is_sent: bool


@dataclass(frozen=True, slots=True)
class MinistryPage:
    """All that went to the ministry and came back of one proposal."""

    rounds: tuple[Round, ...]
    proofs: tuple[ProofView, ...]
    letters: tuple[IncomingView, ...]
    items: tuple[ItemView, ...]
    desks: tuple[Desk, ...]
    grant: HeldGrant | None
    step_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """What a letter says to the operations, as it is composed.

    Attributes:
        grant: the whole answer, None while an operation is unanswered.
        lacks: why there is no whole answer yet.
        findings: what of it cannot stand.
        is_late: something that came later than the letter is recorded already.
    """

    letter: IncomingView
    revision: int
    entries: tuple[Granted, ...]
    grant: Grant | None
    lacks: RuleBroken | None
    findings: tuple[GrantFinding, ...]
    is_late: bool


@read(requires=Permission.VIEW_PROPOSALS)
def show_ministry(ctx: Context, proposal_id: UUID) -> MinistryPage:
    """Return the round trip of a proposal.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    held = ProposalId(row.id)
    answers = {one.letter_id: one for one in grants.answers_of(ctx.session, held)}
    return MinistryPage(
        rounds_in(ctx, held),
        _proofs(ctx, held),
        letter_views(ctx, incoming.incoming_of(ctx.session, held), held, answers),
        _items(ctx, held),
        desks_in(ctx),
        grant_of(ctx, held),
        tuple(step.id for step in proposals.steps_of(ctx.session, held)),
    )


@read(requires=Permission.RECORD_MINISTRY)
def show_answer(ctx: Context, proposal_id: UUID, letter_id: UUID) -> AnswerPage:
    """Return what a letter says to the operations of a proposal, as far as it is composed.

    Raises:
        UnknownProposal, UnknownIncoming.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    held, dossier = ProposalId(row.id), open_dossier(ctx, row)
    letter = letter_about(ctx, held, letter_id)
    answer = grants.answer_by(ctx.session, letter.id, held)
    entries = grants.granted_of(ctx.session, answer.id) if answer is not None else ()
    grant, lacks = _settled(asked_of(dossier), entries)
    (view,) = letter_views(ctx, [letter], held, {letter.id: answer} if answer is not None else {})
    return AnswerPage(
        view,
        answer.revision if answer is not None else 0,
        entries,
        grant,
        lacks,
        review(dossier.organisation_before, grant) if grant is not None else (),
        is_late=comes_late(ctx, held, view),
    )


def comes_late(ctx: Context, proposal_id: ProposalId, letter: IncomingView) -> bool:
    """Say whether what a letter says would be recorded after what came later than it."""
    steps = proposals.steps_of(ctx.session, proposal_id)
    return bool(steps) and letter.dated_on < steps[-1].acted_on


def letter_of_page(page: MinistryPage, letter_id: UUID) -> IncomingView:
    """Return one of the letters that came about a proposal.

    Raises:
        UnknownIncoming.
    """
    for letter in page.letters:
        if letter.id == letter_id:
            return letter
    raise incoming.UnknownIncoming(letter_id=str(letter_id))


def letter_views(
    ctx: Context,
    rows: Iterable[IncomingLetterRow],
    proposal_id: ProposalId,
    answers: Mapping[UUID, MinistryAnswerRow],
) -> tuple[IncomingView, ...]:
    """Return incoming letters as the pages of one proposal read them; as many statements as for one.

    Args:
        answers: what each of the letters says to the proposal, as far as any of it is written down.
    """
    zone = governments.government(ctx.session, ctx.government_id).zone
    names, rounds = desk_names(ctx), rounds_in(ctx, proposal_id)

    def view(row: IncomingLetterRow) -> IncomingView:
        day = local_date(row.registered_at, zone)
        return _view(row, answers.get(row.id), names[row.desk_id], day, round_on(rounds, row.dated_on))

    return tuple(map(view, rows))


def _view(
    row: IncomingLetterRow, answer: MinistryAnswerRow | None, desk: str, registered_on: date, number: int
) -> IncomingView:
    reasons = (row.late_reason, answer.late_reason if answer is not None else "")
    return IncomingView(
        row.id,
        agenda_number(row),
        row.received_on,
        row.number,
        row.dated_on,
        row.sender,
        row.subject,
        desk,
        row.desk_id,
        row.file_id,
        row.registered_by,
        registered_on,
        number,
        answer.step_id if answer is not None else None,
        "; ".join(reason for reason in reasons if reason),
    )


def desks_in(ctx: Context) -> tuple[Desk, ...]:
    """Return the desks of the ministry, in the present session."""
    rows = ministry.desks_of(ctx.session, ctx.government_id)
    return tuple(Desk(row.id, row.name, row.is_active, row.revision) for row in rows)


def desk_names(ctx: Context) -> Mapping[UUID | None, str]:
    """Return the name of every desk, empty for no desk; one statement for all."""
    return {None: "", **{desk.id: desk.name for desk in desks_in(ctx)}}


def _settled(
    asked: tuple[AskedOperation, ...], entries: tuple[Granted, ...]
) -> tuple[Grant | None, RuleBroken | None]:
    try:
        return settle(asked, map(reply_of, entries)), None
    except RuleBroken as refused:
        return None, refused


def _proofs(ctx: Context, proposal_id: ProposalId) -> tuple[ProofView, ...]:
    return tuple(
        ProofView(
            row.round,
            row.method,
            row.delivered_on,
            row.received_by,
            row.reference,
            row.file_id,
            row.recorded_by,
        )
        for row in ministry.proofs_of(ctx.session, proposal_id)
    )


def _items(ctx: Context, proposal_id: ProposalId) -> tuple[ItemView, ...]:
    sent = [
        step.recorded_at
        for step in proposals.steps_of(ctx.session, proposal_id)
        if Action(step.action) is Action.COMPLETE
    ]
    return tuple(
        ItemView(
            ministry.item_of(row),
            row.letter_id,
            row.revision,
            row.answered_by,
            went_out(row.answered_at, sent),
        )
        for row in ministry.item_rows(ctx.session, proposal_id)
    )
