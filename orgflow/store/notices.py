"""Notices: who was told what and when, and what is still unread."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import Boolean, ForeignKey, Index, String, Text, Uuid, func, select, text, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.access.roles import Role
from orgflow.domain.errors import NotFound
from orgflow.domain.values import GovernmentId, ProposalId, UnitId, UserId
from orgflow.store.access import UserRoleRow, UserRow
from orgflow.store.base import Base, Key, Moment, Owned
from orgflow.store.organisation import UnitVersionRow
from orgflow.store.proposals import ProposalRow

_UNREAD: Final = text("read_at IS NULL")


class UnknownNotice(NotFound):
    """No such notice, or it was told to somebody else."""

    code = "unknown_notice"


class NoticeRow(Base, Owned):
    """One person told of one thing; ``words`` is JSON, ``mail_id`` the mail that carries it."""

    __tablename__ = "notices"
    __table_args__ = (
        Index("ix_notices_user", "user_id", "told_at"),
        Index("ix_notices_unread", "user_id", sqlite_where=_UNREAD, postgresql_where=_UNREAD),
    )

    id: Mapped[Key]
    user_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("users.id"))
    kind: Mapped[str] = mapped_column(String(60))
    proposal_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("proposals.id"), index=True)
    words: Mapped[str] = mapped_column(Text())
    told_at: Mapped[Moment]
    read_at: Mapped[Moment | None]
    awaits_digest: Mapped[bool] = mapped_column(Boolean())
    mail_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("mails.id"), index=True)


@dataclass(frozen=True, slots=True)
class Holder:
    """An active account that holds a role, and the unit it belongs to."""

    user_id: UserId
    role: Role
    unit_id: UnitId | None


def active_holders(
    session: Session, government_id: GovernmentId, roles: Collection[Role]
) -> tuple[Holder, ...]:
    """Return the active accounts of the government that hold any of the roles."""
    rows = session.execute(
        select(UserRow.id, UserRoleRow.role, UserRow.unit_id)
        .join(UserRoleRow, UserRoleRow.user_id == UserRow.id)
        .where(
            UserRow.government_id == government_id,
            UserRow.is_active,
            UserRoleRow.role.in_([str(role) for role in roles]),
        )
    )
    return tuple(
        Holder(UserId(user_id), Role(role), UnitId(unit_id) if unit_id is not None else None)
        for user_id, role, unit_id in rows
    )


def active_among(
    session: Session, government_id: GovernmentId, user_ids: Collection[UserId]
) -> tuple[UserId, ...]:
    """Return those of the accounts that are the government's and active, in a fixed order."""
    rows = session.scalars(
        select(UserRow.id)
        .where(UserRow.government_id == government_id, UserRow.is_active, UserRow.id.in_(user_ids))
        .order_by(UserRow.id)
    )
    return tuple(UserId(user_id) for user_id in rows)


def unit_name_of(
    session: Session, government_id: GovernmentId, proposal_id: ProposalId, on: date
) -> str | None:
    """Return the name of a proposal's unit on a day, or the last it bore; None for no such proposal."""
    return unit_names_of(session, government_id, [proposal_id], on).get(proposal_id)


def unit_names_of(
    session: Session, government_id: GovernmentId, proposal_ids: Collection[UUID], on: date
) -> dict[UUID, str]:
    """Return the name of each proposal's unit on a day, or the last it bore; one statement for all."""
    rows = session.execute(
        select(ProposalRow.id, UnitVersionRow.name)
        .join(UnitVersionRow, ProposalRow.unit_id == UnitVersionRow.unit_id)
        .where(ProposalRow.id.in_(proposal_ids), ProposalRow.government_id == government_id)
        .order_by(
            UnitVersionRow.superseded_at.is_(None).desc(),
            (UnitVersionRow.valid_from <= on).desc(),
            UnitVersionRow.valid_from.desc(),
        )
    )
    found: dict[UUID, str] = {}
    for proposal_id, name in rows:
        found.setdefault(proposal_id, name)
    return found


def add_notices(session: Session, rows: Collection[NoticeRow]) -> None:
    """Enter notices."""
    session.add_all(rows)
    session.flush()


def count_unread(session: Session, user_id: UserId) -> int:
    """Return how many notices a person has not read."""
    return (
        session.scalar(
            select(func.count())
            .select_from(NoticeRow)
            .where(NoticeRow.user_id == user_id, NoticeRow.read_at.is_(None))
        )
        or 0
    )


def count_notices(session: Session, user_id: UserId) -> int:
    """Return how many notices a person was ever told."""
    told = select(func.count()).select_from(NoticeRow).where(NoticeRow.user_id == user_id)
    return session.scalar(told) or 0


def notices_page(session: Session, user_id: UserId, *, first: int, limit: int) -> tuple[NoticeRow, ...]:
    """Return some of a person's notices: the unread first, and the newest first among either."""
    return tuple(
        session.scalars(
            select(NoticeRow)
            .where(NoticeRow.user_id == user_id)
            .order_by(NoticeRow.read_at.is_not(None), NoticeRow.told_at.desc(), NoticeRow.id.desc())
            .offset(first)
            .limit(limit)
        )
    )


def notice_row(session: Session, user_id: UserId, notice_id: UUID) -> NoticeRow:
    """Return one of a person's notices.

    Raises:
        UnknownNotice.
    """
    row = session.get(NoticeRow, notice_id)
    if row is None or row.user_id != user_id:
        raise UnknownNotice(notice_id=str(notice_id))
    return row


def read_until(session: Session, user_id: UserId, told_until: datetime, at: datetime) -> int:
    """Mark as read whatever a person was told until then; return how many were unread."""
    marked = session.scalars(
        update(NoticeRow)
        .where(NoticeRow.user_id == user_id, NoticeRow.read_at.is_(None), NoticeRow.told_at <= told_until)
        .values(read_at=at)
        .returning(NoticeRow.id)
    )
    return len(marked.all())


def notices_of_mail(session: Session, mail_id: UUID) -> tuple[NoticeRow, ...]:
    """Return the notices that a mail carries, in the order they were told."""
    return tuple(
        session.scalars(
            select(NoticeRow).where(NoticeRow.mail_id == mail_id).order_by(NoticeRow.told_at, NoticeRow.id)
        )
    )


def awaiting_digest(session: Session, user_id: UserId) -> tuple[NoticeRow, ...]:
    """Return a person's notices that the next digest is to carry."""
    return tuple(
        session.scalars(
            select(NoticeRow).where(
                NoticeRow.user_id == user_id, NoticeRow.awaits_digest, NoticeRow.mail_id.is_(None)
            )
        )
    )
