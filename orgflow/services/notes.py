"""Notes on places of a proposal: written, answered, asked once more, settled, given back with a return."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.audit.events import AuditEvent
from orgflow.domain.audit.note_events import NoteAnswered, NoteFollowedUp, NoteResolved, NoteWritten
from orgflow.domain.notes import note as rules
from orgflow.domain.notes.anchoring import PlaceKind, anchor_on
from orgflow.domain.notes.note import NoteAct, NoteKind, NoteMovedOn, NoteState, Seat, Side, check_kind
from orgflow.domain.notices.kinds import NoticeKind
from orgflow.domain.proposals.acting import reaching
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import ProposalId, TextEmpty, clean_text
from orgflow.services.acting import actor_with_units
from orgflow.services.context import Context
from orgflow.services.dossier import open_dossier
from orgflow.services.mentions import tell_named
from orgflow.services.note_places import Place, place_at
from orgflow.services.scope import scope_of
from orgflow.services.telling_steps import tell_drafters
from orgflow.services.use_case import use_case
from orgflow.store import notes, proposals
from orgflow.store.notes import NoteReplyRow, NoteRow

P = Permission
WRITERS: Final = (
    P.EDIT_PROPOSAL,
    P.REVIEW_AS_UNIT,
    P.REVIEW_AS_ORGANISATION,
    P.REVIEW_AS_LEGAL,
    P.PARAF_AS_ASSISTANT,
    P.PARAF_AS_SECRETARY,
    P.SIGN_AS_GOVERNOR,
    P.RECORD_FOR_LEADERS,
    P.VIEW_PROPOSALS,
)
"""Who may write a note from some seat, also that of a post; the seat is asked in the use case."""
GIVEN_BACK: Final = frozenset({Action.RETURN})
"""Steps of which the open questions become part."""
ONWARD: Final = frozenset(
    {
        Action.SUBMIT,
        Action.FORWARD,
        Action.APPROVE,
        Action.PARAF,
        Action.SIGN,
    }
)
"""Steps that wait until what came back with a return is answered."""


@dataclass(frozen=True, slots=True)
class OpenNote:
    """A question of a return that waits for an answer."""

    id: UUID
    author_name: str
    text: str


@dataclass(frozen=True, slots=True)
class WriteNote:
    """Put a note on a place, or on the words quoted from it."""

    proposal_id: ProposalId
    kind: NoteKind
    place_kind: PlaceKind
    place_key: str
    text: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class ReplyToNote:
    """Answer a note, ask once more, or settle it; settled it needs no words."""

    proposal_id: ProposalId
    note_id: UUID
    seen_revision: int
    act: NoteAct
    text: str


@use_case(requires=WRITERS)
def write_note(ctx: Context, command: WriteNote) -> UUID:
    """Put a note on a place of a proposal.

    Raises:
        UnknownProposal, UnknownPlace.
        NoteNotAllowed: notes of this kind are not written from the actor's seat.
        MentionRefused: somebody is named who may not see the proposal.
        QuoteNotThere, QuoteAmbiguous: as ``cut_quote``.
        TextEmpty, TextTooLong, TextUnprintable.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), command.proposal_id)
    dossier = open_dossier(ctx, row)
    seat = seat_of(ctx, dossier.proposal)
    check_kind(command.kind, seat)
    place = place_at(ctx, dossier, command.place_kind, command.place_key)
    note_id = put_note(ctx, command, place, seat.side)
    tell_named(ctx, dossier.proposal, command.text)
    return note_id


@use_case(requires=WRITERS)
def reply_to_note(ctx: Context, command: ReplyToNote) -> UUID:
    """Answer a note, ask once more, or settle it.

    Raises:
        UnknownProposal, UnknownNote.
        NoteMovedOn: somebody wrote to it meanwhile.
        NoteNotAllowed, NoteSettled: as ``Talk.after``.
        MentionRefused: somebody is named who may not see the proposal.
        TextEmpty, TextTooLong, TextUnprintable.
    """
    held = proposals.load_row(ctx.session, scope_of(ctx), command.proposal_id)
    proposal = proposals.proposal_of(ctx.session, held)
    row = notes.note(ctx.session, command.proposal_id, command.note_id)
    seat = seat_of(ctx, proposal)
    state = row.talk.after(command.act, actor_before(ctx, proposal), seat)
    if row.revision != command.seen_revision:
        raise NoteMovedOn()
    text = clean_text(command.text, field="text", limit=rules.TEXT_LENGTH)
    if not text and command.act is not NoteAct.RESOLVE:
        raise TextEmpty(field="text")
    ctx.session.add(
        NoteReplyRow(
            id=ctx.new_id(),
            government_id=row.government_id,
            note_id=row.id,
            sequence=row.revision,
            act=str(command.act),
            text=text,
            author_id=ctx.actor.user_id,
            author_name=ctx.actor.name,
            written_at=ctx.now,
        )
    )
    row.state, row.revision = str(state), row.revision + 1
    if command.act is NoteAct.FOLLOW_UP and seat.desk is not None:
        # Asked once more at a desk, it belongs to the next return and not to the one before.
        row.step_id = None
    if command.act is NoteAct.FOLLOW_UP and seat.desk is None:
        tell_drafters(ctx, held, NoticeKind.NOTE_NEEDS_ANSWER, by=ctx.actor.name)
    tell_named(ctx, proposal, text)
    ctx.record(_event(command, row.text, text))
    return row.id


def put_note(ctx: Context, command: WriteNote, place: Place, side: Side | None) -> UUID:
    """Keep a note in the gate's session; whether it may be written is asked before.

    Raises:
        QuoteNotThere, QuoteAmbiguous, TextEmpty, TextTooLong, TextUnprintable.
    """
    text = clean_text(command.text, field="text", limit=rules.TEXT_LENGTH)
    if not text:
        raise TextEmpty(field="text")
    quoted = clean_text(command.quote, field="quote", limit=rules.QUOTE_LENGTH)
    anchor = anchor_on(place.kind, place.key, place.words, quoted)
    quote = anchor.quote
    row = NoteRow(
        id=ctx.new_id(),
        government_id=ctx.government_id,
        proposal_id=command.proposal_id,
        kind=str(command.kind),
        state=str(NoteState.OPEN),
        place_kind=str(place.kind),
        place_key=place.key,
        words=place.words,
        quote=quote.exact if quote is not None else None,
        quote_before=quote.before if quote is not None else "",
        quote_after=quote.after if quote is not None else "",
        text=text,
        side=str(side) if side is not None else None,
        author_id=ctx.actor.user_id,
        author_name=ctx.actor.name,
        written_at=ctx.now,
        revision=1,
    )
    ctx.session.add(row)
    ctx.session.flush()
    ctx.record(
        NoteWritten(str(command.proposal_id), row.kind, row.place_kind, place.name, row.quote or "", text)
    )
    return row.id


def seat_of(ctx: Context, proposal: Proposal) -> Seat:
    """Return where the actor sits before a proposal: whoever may return it sits at its desk."""
    desk: Side | None = None
    actor = actor_before(ctx, proposal)
    if Action.RETURN in proposal.allowed_actions(actor):
        takers = proposal.progress.takers_of(Action.RETURN)
        desk = next((step.by for step in takers if step.is_taken_by(actor)), P.RECORD_FOR_LEADERS)
    return Seat(desk, actor.may(P.EDIT_PROPOSAL), proposal.is_running)


def actor_before(ctx: Context, proposal: Proposal) -> Actor:
    """Return the actor with what of his authority reaches the proposal."""
    return reaching(proposal, actor_with_units(ctx))


def open_notes_of(ctx: Context, proposal_id: ProposalId) -> tuple[OpenNote, ...]:
    """Return the questions of returns that wait for an answer, in the gate's session."""
    rows = notes.open_questions(ctx.session, proposal_id)
    return tuple(OpenNote(row.id, row.author_name, row.text) for row in rows)


def check_answered(ctx: Context, proposal_id: ProposalId) -> None:
    """Refuse to go on while questions of a return wait for an answer, in the gate's session.

    Raises:
        NotesUnanswered: ``count`` says how many.
    """
    rules.check_answered(len(open_notes_of(ctx, proposal_id)))


def give_back(ctx: Context, proposal_id: ProposalId) -> None:
    """Make the open questions part of the return that was just recorded, in the gate's session."""
    step_id = notes.newest_step_id(ctx.session, proposal_id)
    if step_id is not None:
        notes.give_to_step(ctx.session, proposal_id, step_id)


def _event(command: ReplyToNote, note: str, text: str) -> AuditEvent:
    subject = str(command.proposal_id)
    match command.act:
        case NoteAct.ANSWER:
            return NoteAnswered(subject, note, text)
        case NoteAct.FOLLOW_UP:
            return NoteFollowedUp(subject, note, text)
        case NoteAct.RESOLVE:
            return NoteResolved(subject, note, text)
