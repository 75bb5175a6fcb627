"""Persons in office, and what was believed of each until it was corrected."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, String, Text, Uuid, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.errors import NotFound
from orgflow.domain.organisation.records import Official
from orgflow.domain.values import GovernmentId, OfficialId
from orgflow.store.base import Base, Key, Moment, Owned, owned_row
from orgflow.store.dated import Recorded


class UnknownOfficial(NotFound):
    """No such person, or not of this government."""

    code = "unknown_official"


class PersonRow(Owned):
    """What is said of a person; the name bears its degrees as printed."""

    name: Mapped[str] = mapped_column(String(200))
    title: Mapped[str | None] = mapped_column(String(200))
    nip: Mapped[str | None] = mapped_column(String(60))
    rank: Mapped[str | None] = mapped_column(String(200))

    def say(self, official: Official) -> None:
        """Take over what is said of a person."""
        self.name, self.title = official.name, official.title
        self.nip, self.rank = official.nip, official.rank


class OfficialRow(PersonRow, Base):
    """A person in office, as now believed."""

    __tablename__ = "officials"

    id: Mapped[Key]


class FormerOfficialRow(PersonRow, Base):
    """What was believed of a person until ``superseded_at``; ``reason`` is that of the correction."""

    __tablename__ = "former_officials"

    id: Mapped[Key]
    official_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("officials.id"), index=True)
    reason: Mapped[str | None] = mapped_column(Text())
    superseded_by: Mapped[str] = mapped_column(String(200))
    superseded_at: Mapped[Moment]


def officials(
    session: Session, government_id: GovernmentId, known_at: datetime | None = None
) -> dict[OfficialId, Official]:
    """Return the persons of a government as now believed, or as known at an earlier instant."""
    table, former = OfficialRow, FormerOfficialRow
    rows = session.scalars(select(table).where(table.government_id == government_id))
    found = {OfficialId(row.id): _person(OfficialId(row.id), row) for row in rows}
    if known_at is None:
        return found
    later = session.scalars(
        select(former)
        .where(former.government_id == government_id, former.superseded_at > known_at)
        .order_by(former.superseded_at.desc())
    )
    return {
        **found,
        **{OfficialId(row.official_id): _person(OfficialId(row.official_id), row) for row in later},
    }


def official(session: Session, government_id: GovernmentId, official_id: UUID) -> Official:
    """Return a person of the government as now believed.

    Raises:
        UnknownOfficial.
    """
    row = owned_row(session, OfficialRow, government_id, official_id)
    if row is None:
        raise UnknownOfficial(field="official_id", official_id=str(official_id))
    return _person(OfficialId(row.id), row)


def former_officials(
    session: Session, government_id: GovernmentId, official_ids: Iterable[UUID]
) -> list[FormerOfficialRow]:
    """Return what was believed of these persons until it was corrected, the newest first."""
    table = FormerOfficialRow
    return list(
        session.scalars(
            select(table)
            .where(table.government_id == government_id, table.official_id.in_(list(official_ids)))
            .order_by(table.superseded_at.desc())
        )
    )


def last_corrected(
    session: Session, government_id: GovernmentId, *which: ColumnElement[bool]
) -> Recorded | None:
    """Return when one of these persons was last corrected, and by whom."""
    table = FormerOfficialRow
    row = session.execute(
        select(table.superseded_at, table.superseded_by)
        .where(table.government_id == government_id, *which)
        .order_by(table.superseded_at.desc())
        .limit(1)
    ).first()
    return Recorded(row[0], row[1]) if row is not None else None


def _person(official_id: OfficialId, row: PersonRow) -> Official:
    return Official(official_id=official_id, name=row.name, title=row.title, nip=row.nip, rank=row.rank)
