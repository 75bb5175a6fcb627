"""Media that work with the office, the days on which they were counted, and the files that bring them."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Boolean, Date, ForeignKey, Integer, String, Text, UniqueConstraint, Uuid, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.evidence.entries import UnknownEvidence
from orgflow.domain.evidence.partners import HeldPartner, Partner, PartnerKind
from orgflow.domain.values import GovernmentId
from orgflow.store.base import Base, Instant, Key, Moment, Owned, owned_row
from orgflow.store.imports import UnknownImport


class MediaPartnerRow(Base, Owned):
    """One medium; one that was taken out stays, and counts no more."""

    __tablename__ = "media_partners"

    id: Mapped[Key]
    kind: Mapped[str] = mapped_column(String(60))
    name: Mapped[str] = mapped_column(String(200))
    starts_on: Mapped[date | None] = mapped_column(Date())
    last_day: Mapped[date | None] = mapped_column(Date())
    contact: Mapped[str] = mapped_column(String(200))
    note: Mapped[str] = mapped_column(Text())
    source: Mapped[str] = mapped_column(String(500))
    is_verified: Mapped[bool] = mapped_column(Boolean())
    recorded_by: Mapped[str] = mapped_column(String(200))
    recorded_at: Mapped[Moment]
    removed_at: Mapped[datetime | None] = mapped_column(Instant())
    revision: Mapped[int] = mapped_column(Integer())


class PartnerCountRow(Base, Owned):
    """The register counted on a day, for whatever rests on that; ``version`` grows when the count changes."""

    __tablename__ = "media_partner_counts"
    __table_args__ = (UniqueConstraint("government_id", "on_day"),)

    id: Mapped[Key]
    on_day: Mapped[date] = mapped_column(Date())
    counted: Mapped[str] = mapped_column(Text())
    version: Mapped[int] = mapped_column(Integer())
    recorded_by: Mapped[str] = mapped_column(String(200))
    recorded_at: Mapped[Moment]


class PartnerImportRow(Base, Owned):
    """A file with media, kept between its preview and the decision."""

    __tablename__ = "media_partner_imports"

    id: Mapped[Key]
    file_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("files.id"))
    file_name: Mapped[str] = mapped_column(String(200))
    created_by: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[Moment]
    done_at: Mapped[datetime | None] = mapped_column(Instant())


def partner_rows(session: Session, government_id: GovernmentId) -> list[MediaPartnerRow]:
    """Return the media that were not taken out, by kind and name."""
    table = MediaPartnerRow
    query = select(table).where(table.government_id == government_id, table.removed_at.is_(None))
    order = list(PartnerKind)
    return sorted(
        session.scalars(query),
        key=lambda row: (order.index(PartnerKind(row.kind)), row.name.casefold(), row.id),
    )


def has_partners(session: Session, government_id: GovernmentId) -> bool:
    """Say whether the register holds any medium that was not taken out."""
    table = MediaPartnerRow
    query = select(table.id).where(table.government_id == government_id, table.removed_at.is_(None))
    return session.scalars(query.limit(1)).first() is not None


def partner_row(session: Session, government_id: GovernmentId, partner_id: UUID) -> MediaPartnerRow:
    """Return one medium.

    Raises:
        UnknownEvidence.
    """
    row = owned_row(session, MediaPartnerRow, government_id, partner_id)
    if row is None or row.removed_at is not None:
        raise UnknownEvidence(entry_id=str(partner_id))
    return row


def write_partner(row: MediaPartnerRow, partner: Partner, who: str, at: datetime) -> None:
    """Let the row say this medium."""
    row.kind, row.name = str(partner.kind), partner.name
    row.starts_on, row.last_day = partner.starts_on, partner.last_day
    row.contact, row.note, row.source = partner.contact, partner.note, partner.source
    row.is_verified, row.recorded_by, row.recorded_at = partner.is_verified, who, at
    row.revision = (row.revision or 0) + 1


def partner_of(row: MediaPartnerRow) -> Partner:
    """Return the medium that the row says."""
    return Partner(
        PartnerKind(row.kind),
        row.name,
        row.starts_on,
        row.last_day,
        row.contact,
        row.note,
        row.source,
        row.is_verified,
    )


def held_partner(row: MediaPartnerRow) -> HeldPartner:
    """Return the medium as the register holds it."""
    return HeldPartner(row.id, row.revision, row.recorded_by, partner_of(row))


def count_rows(
    session: Session, government_id: GovernmentId, ids: Sequence[UUID] | None = None
) -> list[PartnerCountRow]:
    """Return the days on which the register was counted; None for all of them."""
    table = PartnerCountRow
    query = select(table).where(table.government_id == government_id).order_by(table.on_day)
    return list(session.scalars(query if ids is None else query.where(table.id.in_(ids))))


def count_row_of(session: Session, government_id: GovernmentId, day: date) -> PartnerCountRow | None:
    """Return the count of a day; None where nobody asked for it yet."""
    table = PartnerCountRow
    query = select(table).where(table.government_id == government_id, table.on_day == day)
    return session.scalars(query).one_or_none()


def import_row(session: Session, government_id: GovernmentId, import_id: UUID) -> PartnerImportRow:
    """Return a file with media.

    Raises:
        UnknownImport.
    """
    row = owned_row(session, PartnerImportRow, government_id, import_id)
    if row is None:
        raise UnknownImport(import_id=str(import_id))
    return row
