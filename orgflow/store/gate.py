"""What the gate around use cases keeps: answers already given, and work for the jobs."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, Integer, String, Text, Uuid, select, update
from sqlalchemy.dialects.postgresql import insert as insert_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.store.base import Base, Key, Moment, Owned
from orgflow.store.governments import GovernmentRow


class AnswerRow(Base, Owned):
    """The answer a form got, under the key the form bore: sent twice, it is answered alike."""

    __tablename__ = "answers"

    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    use_case: Mapped[str] = mapped_column(String(200))
    result: Mapped[str | None] = mapped_column(Text())
    answered_at: Mapped[Moment]


class OutboxRow(Base, Owned):
    """Work promised in a transaction and done after it; the row, not the queue, is the truth."""

    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_due", "state", "available_at"),)

    id: Mapped[Key]
    task: Mapped[str] = mapped_column(String(60))
    subject_id: Mapped[UUID] = mapped_column(Uuid())
    state: Mapped[str] = mapped_column(String(60))
    attempts: Mapped[int] = mapped_column(Integer())
    available_at: Mapped[Moment]
    claimed_at: Mapped[Moment | None]
    done_at: Mapped[Moment | None]
    failure: Mapped[str | None] = mapped_column(Text())


@dataclass(frozen=True, slots=True)
class Work:
    """One piece of work claimed from the outbox."""

    id: UUID
    government_id: UUID
    task: str
    subject_id: UUID
    attempts: int


def take_turn(session: Session, government_id: UUID) -> None:
    """Wait until no other change of this government is under way, and hold the turn until the end.

    What a rule reads then still stands when the change is written. SQLite has one writer anyway; on
    PostgreSQL the government's row is locked, so that rows which refer to it may still be entered.
    """
    session.execute(
        select(GovernmentRow.id).where(GovernmentRow.id == government_id).with_for_update(key_share=True)
    )


def reserve_answer(session: Session, government_id: UUID, key: str, use_case: str, at: datetime) -> bool:
    """Reserve the key in this transaction; False when an answer under it stands already.

    A second transaction with the same key waits here until the first has ended.
    """
    insert = insert_postgresql if session.get_bind().dialect.name == "postgresql" else insert_sqlite
    statement = (
        insert(AnswerRow)
        .values(key=key, government_id=government_id, use_case=use_case, result=None, answered_at=at)
        .on_conflict_do_nothing(index_elements=["key"])
        .returning(AnswerRow.key)
    )
    return session.execute(statement).first() is not None


def keep_answer(session: Session, key: str, result: str | None) -> None:
    """Write the result under a reserved key."""
    session.execute(update(AnswerRow).where(AnswerRow.key == key).values(result=result))


def answer(session: Session, key: str) -> AnswerRow | None:
    """Return the answer that stands under the key."""
    return session.get(AnswerRow, key)


def promise(
    session: Session, government_id: UUID, task: str, subject_id: UUID, *, new_id: UUID, at: datetime
) -> None:
    """Promise work to be done after the transaction."""
    session.add(
        OutboxRow(
            id=new_id,
            government_id=government_id,
            task=task,
            subject_id=subject_id,
            state="pending",
            attempts=0,
            available_at=at,
        )
    )
    session.flush()


def due(session: Session, at: datetime, stale_before: datetime, limit: int) -> list[UUID]:
    """Return ids of work that is due: pending, or claimed so long ago that its worker is gone."""
    pending = (OutboxRow.state == "pending") & (OutboxRow.available_at <= at)
    abandoned = (OutboxRow.state == "claimed") & (OutboxRow.claimed_at < stale_before)
    query = select(OutboxRow.id).where(pending | abandoned).order_by(OutboxRow.available_at).limit(limit)
    return list(session.scalars(query))


def claim(session: Session, work_id: UUID, at: datetime, stale_before: datetime) -> Work | None:
    """Claim one piece of work; None when another worker has it or it is done."""
    row = session.scalars(select(OutboxRow).where(OutboxRow.id == work_id).with_for_update()).one_or_none()
    if row is None or row.state == "done":
        return None
    if row.state == "claimed" and row.claimed_at is not None and row.claimed_at >= stale_before:
        return None
    row.state, row.claimed_at, row.attempts = "claimed", at, row.attempts + 1
    session.flush()
    return Work(row.id, row.government_id, row.task, row.subject_id, row.attempts)


def finish(session: Session, work_id: UUID, at: datetime) -> None:
    """Mark work as done."""
    session.execute(
        update(OutboxRow).where(OutboxRow.id == work_id).values(state="done", done_at=at, failure=None)
    )


def postpone(session: Session, work_id: UUID, failure: str, until: datetime) -> None:
    """Mark a failed try; it is due again later."""
    session.execute(
        update(OutboxRow)
        .where(OutboxRow.id == work_id)
        .values(state="pending", failure=failure[:2000], available_at=until)
    )
