"""The secret addresses of people's calendars; the address itself is kept nowhere, only its digest."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Uuid, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.values import GovernmentId, UserId
from orgflow.store.access import UserRow
from orgflow.store.base import Base, Moment, Owned


class CalendarAddressRow(Base, Owned):
    """One person's address."""

    __tablename__ = "calendar_addresses"

    user_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("users.id"), primary_key=True)
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[Moment]


def address_made_at(session: Session, user_id: UserId) -> datetime | None:
    """Return since when a person has the present address; None without one."""
    row = session.get(CalendarAddressRow, user_id)
    return row.made_at if row is not None else None


def put_address(
    session: Session, government_id: GovernmentId, user_id: UserId, digest: str, *, at: datetime
) -> None:
    """Give a person an address in the place of the one before."""
    row = session.get(CalendarAddressRow, user_id)
    if row is None:
        session.add(
            CalendarAddressRow(user_id=user_id, government_id=government_id, token_digest=digest, made_at=at)
        )
    else:
        row.token_digest, row.made_at = digest, at
    session.flush()


def drop_address(session: Session, user_id: UserId) -> bool:
    """Take a person's address away; False when there was none."""
    row = session.get(CalendarAddressRow, user_id)
    if row is None:
        return False
    session.delete(row)
    session.flush()
    return True


def owner_of_address(session: Session, digest: str) -> UserRow | None:
    """Return whose calendar stands at an address; None for a closed account too."""
    owned = (
        select(UserRow)
        .join(CalendarAddressRow, CalendarAddressRow.user_id == UserRow.id)
        .where(CalendarAddressRow.token_digest == digest, UserRow.is_active)
    )
    return session.scalars(owned).one_or_none()
