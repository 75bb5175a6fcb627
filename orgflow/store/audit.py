"""Audit events in their chain, and the head recorded apart from them."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Integer, String, Text, Uuid, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.audit.chain import GENESIS, Link, Sealed, seal
from orgflow.domain.values import GovernmentId
from orgflow.store.base import Base, Key


class AuditEventRow(Base):
    """One event; every column but the key is under its seal. Empty government: before any was known."""

    __tablename__ = "audit_events"

    sequence: Mapped[int] = mapped_column(Integer(), primary_key=True, autoincrement=False)
    government_id: Mapped[str] = mapped_column(String(60), index=True)
    occurred_at: Mapped[str] = mapped_column(String(60))
    actor_id: Mapped[str] = mapped_column(String(60))
    actor_name: Mapped[str] = mapped_column(String(200))
    event: Mapped[str] = mapped_column(String(60))
    subject_kind: Mapped[str] = mapped_column(String(60))
    subject_id: Mapped[str] = mapped_column(String(200), index=True)
    payload: Mapped[str] = mapped_column(Text())
    request_id: Mapped[str] = mapped_column(String(60))
    address: Mapped[str] = mapped_column(String(200))
    previous_seal: Mapped[str] = mapped_column(String(64))
    seal: Mapped[str] = mapped_column(String(64))


class AuditHeadRow(Base):
    """The chain's length and last seal; the row that orders writers. There is one."""

    __tablename__ = "audit_heads"

    id: Mapped[Key]
    government_id: Mapped[UUID | None] = mapped_column(Uuid())
    length: Mapped[int] = mapped_column(Integer())
    seal: Mapped[str] = mapped_column(String(64))


@dataclass(frozen=True, slots=True)
class Head:
    """The recorded end of the chain."""

    length: int
    seal: str


HEAD_ID = UUID(int=0)


def head(session: Session) -> Head:
    """Return the recorded head; the genesis when nothing was ever recorded."""
    row = session.get(AuditHeadRow, HEAD_ID)
    return Head(row.length, row.seal) if row is not None else Head(0, GENESIS)


def append(session: Session, links: list[Link], key: bytes) -> None:
    """Append events in their order; their sequence is given here, under a lock on the head."""
    row = session.scalars(select(AuditHeadRow).where(AuditHeadRow.id == HEAD_ID).with_for_update()).one()
    for link in links:
        sequence = row.length + 1
        placed = Link(
            sequence,
            link.government_id,
            link.occurred_at,
            link.actor_id,
            link.actor_name,
            link.event,
            link.subject_kind,
            link.subject_id,
            link.payload,
            link.request_id,
            link.address,
        )
        mark = seal(placed, row.seal, key)
        session.add(
            AuditEventRow(
                sequence=sequence,
                government_id=placed.government_id,
                occurred_at=placed.occurred_at,
                actor_id=placed.actor_id,
                actor_name=placed.actor_name,
                event=placed.event,
                subject_kind=placed.subject_kind,
                subject_id=placed.subject_id,
                payload=placed.payload,
                request_id=placed.request_id,
                address=placed.address,
                previous_seal=row.seal,
                seal=mark,
            )
        )
        row.length, row.seal = sequence, mark
    session.flush()


def chain(session: Session) -> Iterator[Sealed]:
    """Yield all events in their sequence; who stops early leaves no cursor open."""
    query = select(AuditEventRow).order_by(AuditEventRow.sequence).execution_options(yield_per=1000)
    rows = session.scalars(query)
    try:
        for row in rows:
            yield Sealed(_link(row), row.previous_seal, row.seal)
    finally:
        rows.close()


def events_of(
    session: Session,
    government_id: GovernmentId,
    *,
    subject_ids: list[str] | None,
    limit: int,
    before: int | None,
) -> list[Link]:
    """Return a government's events, the newest first.

    Args:
        subject_ids: only those on these subjects.
        before: only those with a smaller sequence.
    """
    query = select(AuditEventRow).where(AuditEventRow.government_id == str(government_id))
    if subject_ids is not None:
        query = query.where(AuditEventRow.subject_id.in_(subject_ids))
    if before is not None:
        query = query.where(AuditEventRow.sequence < before)
    rows = session.scalars(query.order_by(AuditEventRow.sequence.desc()).limit(limit))
    return [_link(row) for row in rows]


def _link(row: AuditEventRow) -> Link:
    return Link(
        row.sequence,
        row.government_id,
        row.occurred_at,
        row.actor_id,
        row.actor_name,
        row.event,
        row.subject_kind,
        row.subject_id,
        row.payload,
        row.request_id,
        row.address,
    )
