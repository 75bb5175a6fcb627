"""What offices wrote in the passages of a letter, and the Word files of it that came back."""

from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint, Uuid, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.letters.passages import Written
from orgflow.domain.values import GovernmentId, LetterId
from orgflow.store.base import Base, Key, Moment, Owned
from orgflow.store.letters import LetterRow


class LetterPassageRow(Base, Owned):
    """A passage worded by the office; ``upon`` is the derived wording that it replaced."""

    __tablename__ = "letter_passages"
    __table_args__ = (UniqueConstraint("letter_id", "key"),)

    id: Mapped[Key]
    letter_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("letters.id"), index=True)
    key: Mapped[str] = mapped_column(String(60))
    text: Mapped[str] = mapped_column(Text())
    upon: Mapped[str] = mapped_column(Text())
    changed_by: Mapped[str] = mapped_column(String(200))
    changed_at: Mapped[Moment]

    @property
    def written(self) -> Written:
        """The words and what they replaced."""
        return Written(self.text, self.upon)


class LetterReturnRow(Base, Owned):
    """A Word file of a letter that came back; each is kept, the latest counts."""

    __tablename__ = "letter_returns"

    id: Mapped[Key]
    letter_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("letters.id"), index=True)
    file_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("files.id"))
    brought_by: Mapped[str] = mapped_column(String(200))
    brought_at: Mapped[Moment]


def passages_of(session: Session, letter_id: LetterId) -> dict[str, LetterPassageRow]:
    """Return the passages that the office worded, by their keys."""
    rows = session.scalars(select(LetterPassageRow).where(LetterPassageRow.letter_id == letter_id))
    return {row.key: row for row in rows}


def put_passage(session: Session, row: LetterPassageRow) -> None:
    """Keep a passage's words in place of those that were kept before."""
    drop_passage(session, LetterId(row.letter_id), row.key)
    session.add(row)
    session.flush()


def drop_passage(session: Session, letter_id: LetterId, key: str) -> None:
    """Let a passage be derived again."""
    session.execute(
        delete(LetterPassageRow).where(LetterPassageRow.letter_id == letter_id, LetterPassageRow.key == key)
    )


def add_return(session: Session, row: LetterReturnRow) -> None:
    """Keep that a Word file came back."""
    session.add(row)
    session.flush()


def latest_return(session: Session, letter_id: LetterId) -> LetterReturnRow | None:
    """Return the Word file that came back last, None while none did."""
    return session.scalars(
        select(LetterReturnRow)
        .where(LetterReturnRow.letter_id == letter_id)
        .order_by(LetterReturnRow.brought_at.desc(), LetterReturnRow.id.desc())
    ).first()


def subjects_of_others(session: Session, government_id: GovernmentId, subject: str) -> tuple[str, ...]:
    """Return the subjects of the government's letters that are about something else."""
    query = select(LetterRow.subject).where(
        LetterRow.government_id == government_id, LetterRow.subject != subject
    )
    return tuple(session.scalars(query.distinct()))
