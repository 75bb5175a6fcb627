"""Accounts, their roles, sessions, and the tries to sign in."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import (
    Boolean,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    Uuid,
    delete,
    func,
    select,
    text,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.access.roles import Actor, Role
from orgflow.domain.errors import NotFound
from orgflow.domain.values import GovernmentId, OfficialId, UnitId, UserId
from orgflow.store.base import Base, Key, Moment, Owned

_FIRST_ACCOUNT_LOCK: Final = 7306


class UnknownUser(NotFound):
    """No such account, or not of this government."""

    code = "unknown_user"


class UserRow(Base, Owned):
    """An account; its user name is unique over all governments.

    ``official_id`` is the registry's person whose account it is; None while that is not said.
    """

    __tablename__ = "users"

    id: Mapped[Key]
    username: Mapped[str] = mapped_column(String(60), unique=True)
    display_name: Mapped[str] = mapped_column(String(200))
    password_hash: Mapped[str] = mapped_column(String(500))
    unit_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("units.id"))
    official_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("officials.id"), index=True)
    is_active: Mapped[bool] = mapped_column(Boolean())
    must_change_password: Mapped[bool] = mapped_column(Boolean())
    revision: Mapped[int] = mapped_column(Integer())
    created_at: Mapped[Moment]
    changed_at: Mapped[Moment]


class UserRoleRow(Base, Owned):
    """A role an account holds."""

    __tablename__ = "user_roles"

    user_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("users.id"), primary_key=True)
    role: Mapped[str] = mapped_column(String(60), primary_key=True)


class SessionRow(Base):
    """A browser's session; the key is the digest of what the cookie bears.

    ``government_id`` is None until somebody has signed in.
    """

    __tablename__ = "sessions"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    government_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("governments.id"), index=True)
    user_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("users.id"), index=True)
    data: Mapped[str] = mapped_column(Text())
    address: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[Moment]
    seen_at: Mapped[Moment]


class SignInTryRow(Base):
    """A failed try to sign in, counted by account and by address; no government is known yet."""

    __tablename__ = "sign_in_tries"
    __table_args__ = (
        Index("ix_sign_in_tries_username", "username", "tried_at"),
        Index("ix_sign_in_tries_address", "address", "tried_at"),
    )

    id: Mapped[Key]
    government_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("governments.id"))
    username: Mapped[str] = mapped_column(String(200))
    address: Mapped[str] = mapped_column(String(200))
    tried_at: Mapped[Moment]


@dataclass(frozen=True, slots=True)
class Account:
    """An account as pages read it."""

    id: UserId
    government_id: GovernmentId
    username: str
    display_name: str
    roles: frozenset[Role]
    unit_id: UnitId | None
    is_active: bool
    must_change_password: bool
    revision: int
    official_id: OfficialId | None = None

    def actor(self) -> Actor:
        """Return the account as an actor by its roles alone, whatever its person holds today."""
        return Actor(self.display_name, self.government_id, self.id, self.roles, self.unit_id)


def user_row(session: Session, government_id: GovernmentId, user_id: UUID) -> UserRow:
    """Return an account's row.

    Raises:
        UnknownUser.
    """
    row = session.scalars(
        select(UserRow).where(UserRow.id == user_id, UserRow.government_id == government_id)
    ).one_or_none()
    if row is None:
        raise UnknownUser(user_id=str(user_id))
    return row


def row_by_username(session: Session, username: str) -> UserRow | None:
    """Return the account with the user name, of whichever government."""
    return session.scalars(select(UserRow).where(UserRow.username == username)).one_or_none()


def account_of_official(session: Session, official_id: UUID) -> UserRow | None:
    """Return the account of a person of the registry; None where the person has none."""
    return session.scalars(select(UserRow).where(UserRow.official_id == official_id)).first()


def has_account(session: Session) -> bool:
    """Say whether anybody has an account, of whichever government."""
    return session.scalar(select(UserRow.id).limit(1)) is not None


def lock_first_account(session: Session) -> None:
    """Let one transaction at a time make the first account; SQLite's writers are one at a time anyway."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _FIRST_ACCOUNT_LOCK})


def account(session: Session, row: UserRow) -> Account:
    """Return the account of a row."""
    roles = session.scalars(select(UserRoleRow.role).where(UserRoleRow.user_id == row.id))
    return _account(row, roles)


def accounts(session: Session, government_id: GovernmentId) -> tuple[Account, ...]:
    """Return a government's accounts by user name."""
    return _accounts(session, UserRow.government_id == government_id)


def accounts_among(
    session: Session, government_id: GovernmentId, user_ids: Collection[UserId]
) -> tuple[Account, ...]:
    """Return those of the accounts that are the government's, by user name."""
    wanted = (UserRow.government_id == government_id) & UserRow.id.in_(user_ids)
    return _accounts(session, wanted) if user_ids else ()


def _accounts(session: Session, wanted: ColumnElement[bool]) -> tuple[Account, ...]:
    """Return accounts with their roles in two statements, however many there are."""
    roles: dict[UUID, list[str]] = {}
    held = select(UserRoleRow.user_id, UserRoleRow.role).join(UserRow, UserRow.id == UserRoleRow.user_id)
    for user_id, role in session.execute(held.where(wanted)):
        roles.setdefault(user_id, []).append(role)
    rows = session.scalars(select(UserRow).where(wanted).order_by(UserRow.username))
    return tuple(_account(row, roles.get(row.id, ())) for row in rows)


def _account(row: UserRow, roles: Iterable[str]) -> Account:
    return Account(
        UserId(row.id),
        GovernmentId(row.government_id),
        row.username,
        row.display_name,
        frozenset(Role(role) for role in roles),
        UnitId(row.unit_id) if row.unit_id else None,
        row.is_active,
        row.must_change_password,
        row.revision,
        OfficialId(row.official_id) if row.official_id else None,
    )


def put_roles(session: Session, row: UserRow, roles: frozenset[Role]) -> None:
    """Replace an account's roles."""
    session.execute(delete(UserRoleRow).where(UserRoleRow.user_id == row.id))
    for role in sorted(roles):
        session.add(UserRoleRow(government_id=row.government_id, user_id=row.id, role=str(role)))
    session.flush()


def end_sessions(session: Session, user_id: UUID) -> None:
    """End every session of an account."""
    session.execute(delete(SessionRow).where(SessionRow.user_id == user_id))


def tries_since(session: Session, since: datetime, *, username: str, address: str) -> tuple[int, int]:
    """Return how many tries failed since then, for the account and from the address."""
    recent = select(func.count()).select_from(SignInTryRow).where(SignInTryRow.tried_at >= since)
    by_account = session.scalar(recent.where(SignInTryRow.username == username)) or 0
    by_address = session.scalar(recent.where(SignInTryRow.address == address)) or 0
    return by_account, by_address
