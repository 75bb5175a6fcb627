"""How each person wants to be told by mail, and the mails on their way."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    UniqueConstraint,
    Uuid,
    func,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.errors import NotFound
from orgflow.domain.notices.delivery import CLAIM_LASTS, Delivery, MailFault, MailMode, MailState
from orgflow.domain.values import GovernmentId, UserId
from orgflow.store.access import UserRow
from orgflow.store.base import Base, Key, Moment, Owned


class UnknownMail(NotFound):
    """No such mail, or not of this government."""

    code = "unknown_mail"


class MailWishRow(Base, Owned):
    """How somebody wants to be told by mail; whoever has no row wants none."""

    __tablename__ = "mail_wishes"

    user_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("users.id"), primary_key=True)
    mode: Mapped[str] = mapped_column(String(60))
    address: Mapped[str | None] = mapped_column(String(254))
    changed_at: Mapped[Moment]


class MailRow(Base, Owned):
    """One mail to one person: of one notice, or the digest of a day."""

    __tablename__ = "mails"
    __table_args__ = (
        Index("ix_mails_due", "state", "available_at"),
        UniqueConstraint("user_id", "digest_on"),
    )

    id: Mapped[Key]
    user_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("users.id"))
    digest_on: Mapped[date | None] = mapped_column(Date())
    state: Mapped[str] = mapped_column(String(60))
    attempts: Mapped[int] = mapped_column(Integer())
    available_at: Mapped[Moment]
    claimed_at: Mapped[Moment | None]
    may_be_double: Mapped[bool] = mapped_column(Boolean())
    fault: Mapped[str | None] = mapped_column(String(60))
    reply_code: Mapped[int | None] = mapped_column(Integer())
    promised_at: Mapped[Moment]
    sent_at: Mapped[Moment | None]

    def delivery(self) -> Delivery:
        """Return the mail's way as rules see it."""
        return Delivery(
            MailState(self.state),
            self.attempts,
            self.available_at,
            self.claimed_at,
            self.may_be_double,
            MailFault(self.fault) if self.fault is not None else None,
        )

    def follow(self, delivery: Delivery) -> None:
        """Write the mail's way back."""
        self.state, self.attempts = str(delivery.state), delivery.attempts
        self.available_at, self.claimed_at = delivery.available_at, delivery.claimed_at
        self.may_be_double = delivery.may_be_double
        self.fault = str(delivery.fault) if delivery.fault is not None else None


def mail_wish(session: Session, user_id: UserId) -> MailWishRow | None:
    """Return how a person wants to be told by mail; None for whoever never said."""
    return session.get(MailWishRow, user_id)


def put_wish(session: Session, row: MailWishRow) -> None:
    """Write a person's wish in the place of the one before."""
    session.merge(row)
    session.flush()


def wishes_of(session: Session, user_ids: Collection[UserId]) -> dict[UserId, MailWishRow]:
    """Return the wishes of these people; those who never said are left out."""
    rows = session.scalars(select(MailWishRow).where(MailWishRow.user_id.in_(user_ids)))
    return {UserId(row.user_id): row for row in rows}


def daily_readers(session: Session, government_id: GovernmentId, on: date) -> tuple[UserId, ...]:
    """Return the active people who want one mail a day and have not been promised this day's."""
    promised = select(MailRow.user_id).where(MailRow.government_id == government_id, MailRow.digest_on == on)
    rows = session.scalars(
        select(MailWishRow.user_id)
        .join(UserRow, UserRow.id == MailWishRow.user_id)
        .where(
            MailWishRow.government_id == government_id,
            MailWishRow.mode == str(MailMode.DAILY),
            UserRow.is_active,
            MailWishRow.user_id.not_in(promised),
        )
        .order_by(MailWishRow.user_id)
    )
    return tuple(UserId(user_id) for user_id in rows)


def add_mails(session: Session, rows: Collection[MailRow]) -> None:
    """Enter mails that are to go out."""
    session.add_all(rows)
    session.flush()


def due_mails(session: Session, now: datetime, limit: int) -> tuple[UUID, ...]:
    """Return ids of mails that are due: waiting, or left behind by a worker that is gone."""
    query = select(MailRow.id).where(_due(now)).order_by(MailRow.available_at, MailRow.id).limit(limit)
    return tuple(session.scalars(query))


def _due(now: datetime) -> ColumnElement[bool]:
    waiting = (MailRow.state == str(MailState.WAITING)) & (MailRow.available_at <= now)
    abandoned = (MailRow.state == str(MailState.SENDING)) & (MailRow.claimed_at < now - CLAIM_LASTS)
    return waiting | abandoned


def locked_mail(session: Session, mail_id: UUID) -> MailRow | None:
    """Return a mail's row, held until the transaction ends."""
    return session.scalars(select(MailRow).where(MailRow.id == mail_id).with_for_update()).one_or_none()


def owned_mail(session: Session, government_id: GovernmentId, mail_id: UUID) -> MailRow:
    """Return a mail of the government, held until the transaction ends.

    Raises:
        UnknownMail.
    """
    row = locked_mail(session, mail_id)
    if row is None or row.government_id != government_id:
        raise UnknownMail(mail_id=str(mail_id))
    return row


def _troubled() -> ColumnElement[bool]:
    unsent = MailRow.state.in_([str(MailState.WAITING), str(MailState.SENDING)]) & (MailRow.attempts > 0)
    ended = MailRow.state.in_([str(MailState.FAILED), str(MailState.DROPPED)])
    return unsent | ended | MailRow.may_be_double


def count_troubled(session: Session, government_id: GovernmentId) -> int:
    """Return how many mails did not go out at the first try, or may have gone twice."""
    query = (
        select(func.count()).select_from(MailRow).where(MailRow.government_id == government_id, _troubled())
    )
    return session.scalar(query) or 0


def troubled_mails(
    session: Session, government_id: GovernmentId, *, first: int, limit: int
) -> tuple[tuple[MailRow, str, str | None], ...]:
    """Return such mails, the newest first, each with its receiver's name and address."""
    rows = session.execute(
        select(MailRow, UserRow.display_name, MailWishRow.address)
        .join(UserRow, UserRow.id == MailRow.user_id)
        .outerjoin(MailWishRow, MailWishRow.user_id == MailRow.user_id)
        .where(MailRow.government_id == government_id, _troubled())
        .order_by(MailRow.promised_at.desc(), MailRow.id)
        .offset(first)
        .limit(limit)
    )
    return tuple((mail, name, address) for mail, name, address in rows)


def count_by_state(session: Session, government_id: GovernmentId) -> dict[MailState, int]:
    """Return how many of the government's mails stand in each state."""
    rows = session.execute(
        select(MailRow.state, func.count())
        .where(MailRow.government_id == government_id)
        .group_by(MailRow.state)
    )
    return {MailState(state): count for state, count in rows}


def oldest_due(session: Session, government_id: GovernmentId, now: datetime) -> datetime | None:
    """Return since when the government's mail that waits longest has been due; None when none is."""
    return session.scalar(
        select(func.min(MailRow.available_at)).where(MailRow.government_id == government_id, _due(now))
    )
