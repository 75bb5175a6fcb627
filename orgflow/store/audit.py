"""Audit events in their chain, and the head recorded apart from them."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Integer, String, Text, Uuid, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.audit.chain import GENESIS, Head, Link, Sealed, head_mark, seal
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
    """The chain's length and last seal under a mark; the row that orders writers. There is one."""

    __tablename__ = "audit_heads"

    id: Mapped[Key]
    government_id: Mapped[UUID | None] = mapped_column(Uuid())
    length: Mapped[int] = mapped_column(Integer())
    seal: Mapped[str] = mapped_column(String(64))
    mark: Mapped[str | None] = mapped_column(String(64))


HEAD_ID = UUID(int=0)


def head(session: Session) -> Head:
    """Return the recorded head; the genesis when nothing was ever recorded."""
    row = session.get(AuditHeadRow, HEAD_ID)
    return Head(row.length, row.seal, row.mark) if row is not None else Head(0, GENESIS, None)


def append(session: Session, links: list[Link], key: bytes) -> Head:
    """Append events in their order and return the new head; their sequence is given here, under its lock."""
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
    row.mark = head_mark(row.length, row.seal, key)
    session.flush()
    return Head(row.length, row.seal, row.mark)


def mark_head(session: Session, key: bytes) -> None:
    """Put the head's own seal to a head that a program before this one wrote."""
    row = session.scalars(select(AuditHeadRow).where(AuditHeadRow.id == HEAD_ID).with_for_update()).one()
    row.mark = head_mark(row.length, row.seal, key)
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


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events are looked for; what is left empty does not narrow them.

    Attributes:
        subject_ids: only those on these subjects; None on any.
        since, until: from this instant on, and before that one, as the events write theirs.
        before: only those with a smaller sequence.
    """

    subject_ids: tuple[str, ...] | None = None
    actor_name: str = ""
    subject_kinds: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    before: int | None = None


def events_of(session: Session, government_id: GovernmentId, *, limit: int, wanted: Wanted) -> list[Link]:
    """Return a government's events, the newest first."""
    query = select(AuditEventRow).where(AuditEventRow.government_id == str(government_id))
    if wanted.subject_ids is not None:
        query = query.where(AuditEventRow.subject_id.in_(wanted.subject_ids))
    if wanted.actor_name:
        query = query.where(AuditEventRow.actor_name == wanted.actor_name)
    if wanted.subject_kinds:
        query = query.where(AuditEventRow.subject_kind.in_(wanted.subject_kinds))
    if wanted.since:
        query = query.where(AuditEventRow.occurred_at >= wanted.since)
    if wanted.until:
        query = query.where(AuditEventRow.occurred_at < wanted.until)
    if wanted.before is not None:
        query = query.where(AuditEventRow.sequence < wanted.before)
    rows = session.scalars(query.order_by(AuditEventRow.sequence.desc()).limit(limit))
    return [_link(row) for row in rows]


def actors_of(session: Session, government_id: GovernmentId) -> tuple[str, ...]:
    """Return the names of everybody who did anything, in their order."""
    query = select(AuditEventRow.actor_name).where(AuditEventRow.government_id == str(government_id))
    return tuple(sorted(name for name in session.scalars(query.distinct()) if name))


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
