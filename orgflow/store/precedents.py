"""What other provinces call the unit, and counts of media that somebody published, with their sources."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import Boolean, Date, Integer, String, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.evidence.entries import UnknownEvidence
from orgflow.domain.evidence.partners import KindCount, PartnerKind
from orgflow.domain.evidence.precedents import HeldPrecedent, Precedent, Stance, comparable_province
from orgflow.domain.evidence.rough_dates import RoughDate, rough_date_if_any
from orgflow.domain.evidence.tallies import HeldTally, Tally
from orgflow.domain.values import GovernmentId
from orgflow.store.base import Base, Instant, Key, Moment, Owned, owned_row


class PrecedentRow(Base, Owned):
    """What one province calls the unit; one that was taken out stays, and speaks no more."""

    __tablename__ = "precedents"

    id: Mapped[Key]
    province: Mapped[str] = mapped_column(String(200))
    unit_name: Mapped[str] = mapped_column(String(200))
    former_name: Mapped[str] = mapped_column(String(200))
    since: Mapped[str] = mapped_column(String(10))
    regulation: Mapped[str] = mapped_column(String(500))
    source: Mapped[str] = mapped_column(String(500))
    seen: Mapped[str] = mapped_column(String(10))
    stance: Mapped[str] = mapped_column(String(60))
    note: Mapped[str] = mapped_column(Text())
    is_verified: Mapped[bool] = mapped_column(Boolean())
    recorded_by: Mapped[str] = mapped_column(String(200))
    recorded_at: Mapped[Moment]
    removed_at: Mapped[datetime | None] = mapped_column(Instant())
    revision: Mapped[int] = mapped_column(Integer())


class MediaTallyRow(Base, Owned):
    """A count that somebody published; ``parts`` are its kinds and numbers as JSON."""

    __tablename__ = "media_tallies"

    id: Mapped[Key]
    subject: Mapped[str] = mapped_column(String(500))
    on_day: Mapped[date] = mapped_column(Date())
    total: Mapped[int] = mapped_column(Integer())
    parts: Mapped[str] = mapped_column(Text())
    source: Mapped[str] = mapped_column(String(500))
    note: Mapped[str] = mapped_column(Text())
    is_verified: Mapped[bool] = mapped_column(Boolean())
    recorded_by: Mapped[str] = mapped_column(String(200))
    recorded_at: Mapped[Moment]
    removed_at: Mapped[datetime | None] = mapped_column(Instant())
    revision: Mapped[int] = mapped_column(Integer())


_NEWEST_TALLY: Final = (MediaTallyRow.on_day.desc(), MediaTallyRow.subject, MediaTallyRow.id)


def precedent_rows(session: Session, government_id: GovernmentId) -> list[PrecedentRow]:
    """Return the precedents that were not taken out, by province."""
    table = PrecedentRow
    query = select(table).where(table.government_id == government_id, table.removed_at.is_(None))
    return sorted(session.scalars(query), key=_by_province)


def precedents_by_id(
    session: Session, government_id: GovernmentId, ids: Sequence[UUID]
) -> list[PrecedentRow]:
    """Return these precedents, even those that were taken out, by province."""
    table = PrecedentRow
    query = select(table).where(table.government_id == government_id, table.id.in_(ids))
    return sorted(session.scalars(query), key=_by_province)


def precedent_row(session: Session, government_id: GovernmentId, precedent_id: UUID) -> PrecedentRow:
    """Return one precedent.

    Raises:
        UnknownEvidence.
    """
    row = owned_row(session, PrecedentRow, government_id, precedent_id)
    if row is None or row.removed_at is not None:
        raise UnknownEvidence(entry_id=str(precedent_id))
    return row


def write_precedent(row: PrecedentRow, held: Precedent, who: str, at: datetime) -> None:
    """Let the row say this precedent."""
    row.province, row.unit_name, row.former_name = held.province, held.unit_name, held.former_name
    row.since, row.seen = _code(held.since), _code(held.seen)
    row.regulation, row.source, row.note = held.regulation, held.source, held.note
    row.stance, row.is_verified = str(held.stance), held.is_verified
    row.recorded_by, row.recorded_at = who, at
    row.revision = (row.revision or 0) + 1


def held_precedent(row: PrecedentRow) -> HeldPrecedent:
    """Return the precedent as the register holds it."""
    held = Precedent(
        row.province,
        row.unit_name,
        row.source,
        Stance(row.stance),
        row.former_name,
        rough_date_if_any(row.since, field="since"),
        row.regulation,
        rough_date_if_any(row.seen, field="seen"),
        row.note,
        row.is_verified,
    )
    return HeldPrecedent(row.id, row.revision, row.recorded_by, held)


def tally_rows(session: Session, government_id: GovernmentId) -> list[MediaTallyRow]:
    """Return the counts that were not taken out, the newest day first."""
    table = MediaTallyRow
    query = select(table).where(table.government_id == government_id, table.removed_at.is_(None))
    return list(session.scalars(query.order_by(*_NEWEST_TALLY)))


def tallies_by_id(session: Session, government_id: GovernmentId, ids: Sequence[UUID]) -> list[MediaTallyRow]:
    """Return these counts, even those that were taken out, the newest day first."""
    table = MediaTallyRow
    query = select(table).where(table.government_id == government_id, table.id.in_(ids))
    return list(session.scalars(query.order_by(*_NEWEST_TALLY)))


def tally_row(session: Session, government_id: GovernmentId, tally_id: UUID) -> MediaTallyRow:
    """Return one count.

    Raises:
        UnknownEvidence.
    """
    row = owned_row(session, MediaTallyRow, government_id, tally_id)
    if row is None or row.removed_at is not None:
        raise UnknownEvidence(entry_id=str(tally_id))
    return row


def write_tally(row: MediaTallyRow, tally: Tally, who: str, at: datetime) -> None:
    """Let the row say this count."""
    row.subject, row.on_day, row.total = tally.subject, tally.on, tally.total
    row.parts = counts_to_json(tally.parts)
    row.source, row.note, row.is_verified = tally.source, tally.note, tally.is_verified
    row.recorded_by, row.recorded_at = who, at
    row.revision = (row.revision or 0) + 1


def held_tally(row: MediaTallyRow) -> HeldTally:
    """Return the count as the register holds it."""
    parts = counts_from_json(row.parts)
    tally = Tally(row.subject, row.on_day, row.total, parts, row.source, row.note, row.is_verified)
    return HeldTally(row.id, row.revision, row.recorded_by, tally)


def counts_to_json(counts: Sequence[KindCount]) -> str:
    """Return counts by kind as they are kept."""
    return json.dumps({str(one.kind): one.count for one in counts})


def counts_from_json(text: str) -> tuple[KindCount, ...]:
    """Return counts by kind as they were kept."""
    return tuple(KindCount(PartnerKind(kind), int(count)) for kind, count in json.loads(text).items())


def _by_province(row: PrecedentRow) -> tuple[str, str, UUID]:
    return comparable_province(row.province), row.unit_name, row.id


def _code(known: RoughDate | None) -> str:
    return known.code if known is not None else ""
