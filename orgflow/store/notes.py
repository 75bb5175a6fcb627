"""Notes put on places of proposals, with their threads."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, String, Text, UniqueConstraint, Uuid, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.errors import NotFound
from orgflow.domain.notes.anchoring import Anchor, PlaceKind
from orgflow.domain.notes.finding import Quote
from orgflow.domain.notes.note import NoteKind, NoteState, Talk, side_of
from orgflow.domain.values import ProposalId, UserId
from orgflow.store.base import Base, Key, Moment, Owned
from orgflow.store.proposals import StepRow


class UnknownNote(NotFound):
    """The proposal has no such note."""

    code = "unknown_note"


class NoteRow(Base, Owned):
    """A note; ``side`` is whose holders speak for its writer, ``step_id`` the return that it is part of."""

    __tablename__ = "notes"

    id: Mapped[Key]
    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), index=True)
    kind: Mapped[str] = mapped_column(String(60))
    state: Mapped[str] = mapped_column(String(60))
    place_kind: Mapped[str] = mapped_column(String(60))
    place_key: Mapped[str] = mapped_column(String(200))
    words: Mapped[str] = mapped_column(Text())
    quote: Mapped[str | None] = mapped_column(Text())
    quote_before: Mapped[str] = mapped_column(String(200))
    quote_after: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text())
    side: Mapped[str | None] = mapped_column(String(60))
    author_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("users.id"))
    author_name: Mapped[str] = mapped_column(String(200))
    written_at: Mapped[Moment]
    revision: Mapped[int] = mapped_column(Integer())
    step_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("proposal_steps.id"))

    @property
    def anchor(self) -> Anchor:
        """The place it was put on."""
        quote = Quote(self.quote, self.quote_before, self.quote_after) if self.quote is not None else None
        return Anchor(PlaceKind(self.place_kind), self.place_key, self.words, quote)

    @property
    def talk(self) -> Talk:
        """The note as its rules see it."""
        return Talk(
            NoteKind(self.kind),
            NoteState(self.state),
            UserId(self.author_id) if self.author_id is not None else None,
            side_of(self.side) if self.side is not None else None,
        )


class NoteReplyRow(Base, Owned):
    """One entry of a note's thread: an answer, what was asked once more, or that it is settled."""

    __tablename__ = "note_replies"
    __table_args__ = (UniqueConstraint("note_id", "sequence"),)

    id: Mapped[Key]
    note_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("notes.id"), index=True)
    sequence: Mapped[int] = mapped_column(Integer())
    act: Mapped[str] = mapped_column(String(60))
    text: Mapped[str] = mapped_column(Text())
    author_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("users.id"))
    author_name: Mapped[str] = mapped_column(String(200))
    written_at: Mapped[Moment]


def notes_of(session: Session, proposal_id: ProposalId) -> list[NoteRow]:
    """Return the notes of a proposal, the oldest first."""
    query = select(NoteRow).where(NoteRow.proposal_id == proposal_id)
    return list(session.scalars(query.order_by(NoteRow.written_at, NoteRow.id)))


def note(session: Session, proposal_id: ProposalId, note_id: UUID) -> NoteRow:
    """Return one note of a proposal.

    Raises:
        UnknownNote: it has none of this id.
    """
    row = session.get(NoteRow, note_id)
    if row is None or row.proposal_id != proposal_id:
        raise UnknownNote(note_id=str(note_id))
    return row


def replies_of(session: Session, note_ids: Collection[UUID]) -> dict[UUID, list[NoteReplyRow]]:
    """Return the threads of several notes, each in its order."""
    found: dict[UUID, list[NoteReplyRow]] = {note_id: [] for note_id in note_ids}
    query = select(NoteReplyRow).where(NoteReplyRow.note_id.in_(note_ids)).order_by(NoteReplyRow.sequence)
    for row in session.scalars(query):
        found[row.note_id].append(row)
    return found


def open_questions(session: Session, proposal_id: ProposalId) -> list[NoteRow]:
    """Return the questions of returns that wait for an answer, the oldest first."""
    query = select(NoteRow).where(NoteRow.proposal_id == proposal_id, *_WAITING)
    return list(session.scalars(query.order_by(NoteRow.written_at, NoteRow.id)))


def open_question_counts(session: Session, proposal_ids: Collection[UUID]) -> dict[UUID, int]:
    """Return how many questions of returns wait for an answer, for the proposals that have any."""
    query = (
        select(NoteRow.proposal_id, func.count())
        .where(NoteRow.proposal_id.in_(proposal_ids), *_WAITING)
        .group_by(NoteRow.proposal_id)
    )
    return {row[0]: row[1] for row in session.execute(query)}


def newest_step_id(session: Session, proposal_id: ProposalId) -> UUID | None:
    """Return the step that was recorded last; None before the first."""
    query = select(StepRow.id).where(StepRow.proposal_id == proposal_id).order_by(StepRow.sequence.desc())
    return session.scalars(query).first()


def give_to_step(session: Session, proposal_id: ProposalId, step_id: UUID) -> None:
    """Make the open questions that are part of no return part of this one."""
    session.execute(
        update(NoteRow)
        .where(
            NoteRow.proposal_id == proposal_id,
            NoteRow.kind == NoteKind.QUESTION,
            NoteRow.state == NoteState.OPEN,
            NoteRow.step_id.is_(None),
        )
        .values(step_id=step_id)
    )


_WAITING = (NoteRow.kind == NoteKind.QUESTION, NoteRow.state == NoteState.OPEN, NoteRow.step_id.is_not(None))
