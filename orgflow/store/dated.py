"""What every record of the registry carries: its period, its legal basis, and when we were told."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Date, ForeignKey, String, Text, Uuid, and_, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.organisation.records import Basis
from orgflow.domain.values import GovernmentId, InstrumentId
from orgflow.store.base import Moment, Owned


class ToldRow(Owned):
    """What we were told, when, and on what basis.

    ``superseded_at`` is set when a correction or a later change replaced this record; what was
    believed stays readable. ``proposal_id`` names the proposal whose commencement wrote it.
    """

    instrument_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("instruments.id"))
    source: Mapped[str] = mapped_column(String(500))
    reason: Mapped[str | None] = mapped_column(Text())
    recorded_by: Mapped[str | None] = mapped_column(String(200))
    recorded_at: Mapped[Moment]
    superseded_at: Mapped[Moment | None]

    @property
    def basis(self) -> Basis:
        """On what the record rests."""
        instrument_id = InstrumentId(self.instrument_id) if self.instrument_id is not None else None
        return Basis(source=self.source, instrument_id=instrument_id)

    @classmethod
    def believed(cls, known_at: datetime | None) -> ColumnElement[bool]:
        """Return the condition of the records held now, or held at an earlier instant."""
        if known_at is None:
            return cls.superseded_at.is_(None)
        return and_(
            cls.recorded_at <= known_at,
            or_(cls.superseded_at.is_(None), cls.superseded_at > known_at),
        )


class DatedRow(ToldRow):
    """What held in a half-open period, and when we were told."""

    valid_from: Mapped[date] = mapped_column(Date())
    valid_to: Mapped[date | None] = mapped_column(Date())


@dataclass(frozen=True, slots=True)
class Recorded:
    """When something was last recorded of one thing, and by whom."""

    at: datetime
    by: str | None


def last_told(
    session: Session, table: type[ToldRow], government_id: GovernmentId, *which: ColumnElement[bool]
) -> Recorded | None:
    """Return when anything was last recorded among these rows of a table, and by whom."""
    row = session.execute(
        select(table.recorded_at, table.recorded_by)
        .where(table.government_id == government_id, *which)
        .order_by(table.recorded_at.desc())
        .limit(1)
    ).first()
    return Recorded(row[0], row[1]) if row is not None else None
