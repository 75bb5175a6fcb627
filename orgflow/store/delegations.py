"""Delegations and substitutions, each with its period, its letter, and how it was recalled."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, ForeignKey, Integer, String, Text, Uuid, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.access.delegation import Delegation
from orgflow.domain.access.roles import DelegationKind, Permission
from orgflow.domain.errors import NotFound
from orgflow.domain.values import FileId, GovernmentId, OfficialId, PostId, UserId
from orgflow.store.base import Base, Instant, Key, Moment, Owned, owned_row


class UnknownDelegation(NotFound):
    """No such delegation, or not for this actor."""

    code = "unknown_delegation"


class DelegationRow(Base, Owned):
    """Tasks in somebody else's hands; ``tasks`` are codes with blanks between."""

    __tablename__ = "delegations"
    __table_args__ = (CheckConstraint("valid_from < valid_to", name="period"),)

    id: Mapped[Key]
    kind: Mapped[str] = mapped_column(String(60))
    principal: Mapped[str] = mapped_column(String(500))
    principal_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("users.id"), index=True)
    official_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("officials.id"))
    post_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("posts.id"))
    delegate_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("users.id"), index=True)
    tasks: Mapped[str] = mapped_column(String(500))
    valid_from: Mapped[date] = mapped_column(Date())
    valid_to: Mapped[date] = mapped_column(Date())
    letter_number: Mapped[str] = mapped_column(String(200))
    letter_date: Mapped[date] = mapped_column(Date())
    file_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("files.id"))
    reason: Mapped[str] = mapped_column(Text())
    recorded_by: Mapped[str] = mapped_column(String(200))
    recorded_at: Mapped[Moment]
    recalled_at: Mapped[datetime | None] = mapped_column(Instant())
    recalled_by: Mapped[str | None] = mapped_column(String(200))
    recall_reason: Mapped[str | None] = mapped_column(Text())
    revision: Mapped[int] = mapped_column(Integer(), default=1)


@dataclass(frozen=True, slots=True)
class HeldDelegation:
    """A delegation with the letter it rests on, who recorded it, and how it was recalled, if it was."""

    delegation: Delegation
    letter_number: str
    letter_date: date
    file_id: FileId | None
    reason: str
    recorded_by: str
    recalled_by: str | None
    recall_reason: str | None
    revision: int


def lent_to(session: Session, user_ids: Collection[UserId], on: date) -> dict[UserId, tuple[Delegation, ...]]:
    """Return what is lent to each of the accounts on a day; whoever was lent nothing is left out."""
    table = DelegationRow
    rows = session.scalars(
        select(table)
        .where(
            table.delegate_id.in_(user_ids),
            table.recalled_at.is_(None),
            table.valid_from <= on,
            table.valid_to > on,
        )
        .order_by(table.valid_from, table.id)
    )
    found: dict[UserId, tuple[Delegation, ...]] = {}
    for row in rows:
        held = held_of(row).delegation
        found[held.delegate_id] = (*found.get(held.delegate_id, ()), held)
    return found


def delegations_of(session: Session, government_id: GovernmentId) -> tuple[HeldDelegation, ...]:
    """Return a government's delegations, the latest begun first."""
    table = DelegationRow
    rows = session.scalars(
        select(table)
        .where(table.government_id == government_id)
        .order_by(table.valid_from.desc(), table.recorded_at.desc(), table.id)
    )
    return tuple(held_of(row) for row in rows)


def delegations_about(
    session: Session, government_id: GovernmentId, user_id: UUID
) -> tuple[HeldDelegation, ...]:
    """Return the delegations that an account gave or was given, the latest begun first."""
    table = DelegationRow
    rows = session.scalars(
        select(table)
        .where(
            table.government_id == government_id,
            or_(table.principal_id == user_id, table.delegate_id == user_id),
        )
        .order_by(table.valid_from.desc(), table.recorded_at.desc(), table.id)
    )
    return tuple(held_of(row) for row in rows)


def substitutes_on(
    session: Session, government_id: GovernmentId, post_id: UUID, on: date
) -> tuple[HeldDelegation, ...]:
    """Return in whose hands a post was on a day, recalled since or not."""
    table = DelegationRow
    rows = session.scalars(
        select(table).where(
            table.government_id == government_id,
            table.post_id == post_id,
            table.valid_from <= on,
            table.valid_to > on,
        )
    )
    return tuple(held_of(row) for row in rows)


def holds_file(session: Session, user_id: UUID, file_id: UUID) -> bool:
    """Say whether a file is the letter of a delegation that an account gave or was given."""
    table = DelegationRow
    query = select(table.id).where(
        table.file_id == file_id, or_(table.principal_id == user_id, table.delegate_id == user_id)
    )
    return session.scalars(query).first() is not None


def delegation_row(session: Session, government_id: GovernmentId, delegation_id: UUID) -> DelegationRow:
    """Return a delegation's row.

    Raises:
        UnknownDelegation.
    """
    row = owned_row(session, DelegationRow, government_id, delegation_id)
    if row is None:
        raise UnknownDelegation(delegation_id=str(delegation_id))
    return row


def add_delegation(session: Session, row: DelegationRow) -> None:
    """Enter a delegation."""
    session.add(row)
    session.flush()


def held_of(row: DelegationRow) -> HeldDelegation:
    """Return what the row says."""
    delegation = Delegation(
        id=row.id,
        kind=DelegationKind(row.kind),
        principal=row.principal,
        delegate_id=UserId(row.delegate_id),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        tasks=frozenset(Permission(code) for code in row.tasks.split()),
        post_id=PostId(row.post_id) if row.post_id else None,
        principal_id=UserId(row.principal_id) if row.principal_id else None,
        official_id=OfficialId(row.official_id) if row.official_id else None,
        recalled_at=row.recalled_at,
    )
    return HeldDelegation(
        delegation,
        row.letter_number,
        row.letter_date,
        FileId(row.file_id) if row.file_id else None,
        row.reason,
        row.recorded_by,
        row.recalled_by,
        row.recall_reason,
        row.revision,
    )
