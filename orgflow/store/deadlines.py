"""Deadlines of the steps of the road, and the reminders of them that were given, kept as rows."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Boolean, Date, ForeignKey, Integer, String, UniqueConstraint, Uuid, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.proposals.deadlines import Deadline, HeldDeadline, Reminder, ReminderKind
from orgflow.domain.values import GovernmentId, ProposalId
from orgflow.store.base import Base, Key, Moment, Owned


class DeadlineRow(Base, Owned):
    """How many working days one desk has; a desk without a row has no deadline."""

    __tablename__ = "step_deadlines"
    __table_args__ = (UniqueConstraint("government_id", "step_code"),)

    id: Mapped[Key]
    step_code: Mapped[str] = mapped_column(String(60))
    working_days: Mapped[int | None] = mapped_column(Integer())
    basis: Mapped[str] = mapped_column(String(500))
    is_verified: Mapped[bool] = mapped_column(Boolean())
    remind_before: Mapped[int | None] = mapped_column(Integer())
    escalate_after: Mapped[int | None] = mapped_column(Integer())
    revision: Mapped[int] = mapped_column(Integer(), default=1)


class ReminderRow(Base, Owned):
    """A reminder that was given: ``sequence`` is the step by which the desk was entered, 0 the beginning."""

    __tablename__ = "reminders"
    __table_args__ = (UniqueConstraint("proposal_id", "sequence", "kind", "due_on"),)

    id: Mapped[Key]
    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), index=True)
    sequence: Mapped[int] = mapped_column(Integer())
    kind: Mapped[str] = mapped_column(String(60))
    due_on: Mapped[date] = mapped_column(Date())
    recorded_at: Mapped[Moment]


def deadlines(session: Session, government_id: GovernmentId) -> dict[str, HeldDeadline]:
    """Return a government's deadlines by the code of their step."""
    rows = session.scalars(select(DeadlineRow).where(DeadlineRow.government_id == government_id))
    return {row.step_code: held_deadline(row) for row in rows}


def deadline_row(session: Session, government_id: GovernmentId, step_code: str) -> DeadlineRow | None:
    """Return a step's row; None while nothing was ever set for it."""
    return session.scalars(
        select(DeadlineRow).where(
            DeadlineRow.government_id == government_id, DeadlineRow.step_code == step_code
        )
    ).one_or_none()


def add_deadline(
    session: Session, government_id: GovernmentId, step_code: str, deadline: Deadline, *, new_id: UUID
) -> DeadlineRow:
    """Enter a step's deadline and return its row."""
    row = DeadlineRow(id=new_id, government_id=government_id, step_code=step_code, revision=0)
    write_deadline(row, deadline)
    session.add(row)
    session.flush()
    return row


def write_deadline(row: DeadlineRow, deadline: Deadline) -> None:
    """Let the row say this deadline."""
    row.working_days, row.basis, row.is_verified = deadline.working_days, deadline.basis, deadline.is_verified
    row.remind_before, row.escalate_after = deadline.remind_before, deadline.escalate_after
    row.revision += 1


def held_deadline(row: DeadlineRow) -> HeldDeadline:
    """Return what the row says."""
    deadline = Deadline(row.working_days, row.basis, row.is_verified, row.remind_before, row.escalate_after)
    return HeldDeadline(row.revision, deadline)


def reminders_given(session: Session, proposal_ids: Iterable[UUID]) -> frozenset[Reminder]:
    """Return the reminders that were given of some proposals."""
    rows = session.scalars(select(ReminderRow).where(ReminderRow.proposal_id.in_(tuple(proposal_ids))))
    return frozenset(
        Reminder(ProposalId(row.proposal_id), row.sequence, ReminderKind(row.kind), row.due_on)
        for row in rows
    )


def add_reminder(
    session: Session, government_id: GovernmentId, reminder: Reminder, *, new_id: UUID, at: datetime
) -> None:
    """Note that a reminder was given; the database refuses the same one twice."""
    session.add(
        ReminderRow(
            id=new_id,
            government_id=government_id,
            proposal_id=reminder.proposal_id,
            sequence=reminder.sequence,
            kind=str(reminder.kind),
            due_on=reminder.due_on,
            recorded_at=at,
        )
    )
