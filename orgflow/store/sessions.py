"""Sessions and sign-in tries as they are looked up, kept, counted and cleared away."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import delete, select, text, update
from sqlalchemy.orm import Session

from orgflow.domain.access.roles import Role
from orgflow.store.access import Account, SessionRow, SignInTryRow, UserRoleRow, UserRow, account

HANDLE_LENGTH: Final = 16
_TRIES_LOCK: Final = 7305


@dataclass(frozen=True, slots=True)
class HeldSession:
    """A session as it is held; ``handle`` names it to its owner and opens nothing."""

    key: str
    user_id: UUID | None
    data: str
    address: str
    created_at: datetime
    seen_at: datetime

    @property
    def handle(self) -> str:
        """The first digits of the key."""
        return self.key[:HANDLE_LENGTH]


def held_session(session: Session, key: str) -> HeldSession | None:
    """Return the session under the key, however old."""
    row = session.get(SessionRow, key)
    return _held(row) if row is not None else None


def sessions_of(session: Session, user_id: UUID) -> tuple[HeldSession, ...]:
    """Return an account's sessions, the most recently seen first."""
    rows = session.scalars(
        select(SessionRow).where(SessionRow.user_id == user_id).order_by(SessionRow.seen_at.desc())
    )
    return tuple(_held(row) for row in rows)


def open_session(session: Session, held: HeldSession, government_id: UUID | None) -> None:
    """Enter a session."""
    session.add(
        SessionRow(
            key=held.key,
            government_id=government_id,
            user_id=held.user_id,
            data=held.data,
            address=held.address,
            created_at=held.created_at,
            seen_at=held.seen_at,
        )
    )
    session.flush()


def write_session(session: Session, key: str, data: str, at: datetime) -> bool:
    """Write a session's data and when it was seen; False when it has ended meanwhile."""
    written = session.execute(
        update(SessionRow)
        .where(SessionRow.key == key)
        .values(data=data, seen_at=at)
        .returning(SessionRow.key)
    )
    return written.first() is not None


def see_session(session: Session, key: str, at: datetime) -> None:
    """Write when a session was seen."""
    session.execute(update(SessionRow).where(SessionRow.key == key).values(seen_at=at))


def drop_session(session: Session, key: str) -> None:
    """End a session."""
    session.execute(delete(SessionRow).where(SessionRow.key == key))


def drop_stale_sessions(session: Session, seen_before: datetime, opened_before: datetime) -> None:
    """Clear away sessions that nobody can use any more."""
    session.execute(
        delete(SessionRow).where((SessionRow.seen_at < seen_before) | (SessionRow.created_at < opened_before))
    )


def account_of(session: Session, user_id: UUID) -> Account | None:
    """Return an account of whichever government; None when there is none."""
    row = session.get(UserRow, user_id)
    return account(session, row) if row is not None else None


def lock_tries(session: Session) -> None:
    """Let one transaction at a time count and enter tries; SQLite's writers are one at a time anyway."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _TRIES_LOCK})


def add_try(session: Session, try_id: UUID, username: str, address: str, at: datetime) -> None:
    """Enter a try to sign in."""
    session.add(SignInTryRow(id=try_id, username=username, address=address, tried_at=at))
    session.flush()


def drop_try(session: Session, try_id: UUID) -> None:
    """Take back a try that turned out right."""
    session.execute(delete(SignInTryRow).where(SignInTryRow.id == try_id))


def drop_old_tries(session: Session, before: datetime) -> None:
    """Clear away tries that count no more."""
    session.execute(delete(SignInTryRow).where(SignInTryRow.tried_at < before))


def locked_holders(session: Session, government_id: UUID, role: Role) -> frozenset[UUID]:
    """Return the active accounts that hold a role, locked so that none changes meanwhile."""
    holders = select(UserRoleRow.user_id).where(UserRoleRow.role == str(role))
    rows = session.scalars(
        select(UserRow.id)
        .where(UserRow.government_id == government_id, UserRow.is_active, UserRow.id.in_(holders))
        .order_by(UserRow.id)
        .with_for_update()
    )
    return frozenset(rows)


def _held(row: SessionRow) -> HeldSession:
    return HeldSession(row.key, row.user_id, row.data, row.address, row.created_at, row.seen_at)
