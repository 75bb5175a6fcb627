"""Governments, their settings, and the rules kept as rows: guideline names and required documents."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Boolean, Date, Integer, String, Text, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.changes.findings import GuidelineName
from orgflow.domain.errors import NotFound
from orgflow.domain.proposals.completeness import Necessity, NeededFor, RequiredDocument
from orgflow.domain.values import GovernmentId
from orgflow.store.base import Base, Key, Moment, Owned


class UnknownGovernment(NotFound):
    """No government with this code is held here."""

    code = "unknown_government"


class GovernmentRow(Base):
    """A province, regency or city."""

    __tablename__ = "governments"

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    region: Mapped[str] = mapped_column(String(200))
    head_title: Mapped[str] = mapped_column(String(200))
    capital: Mapped[str] = mapped_column(String(200))
    zone: Mapped[str] = mapped_column(String(60))
    is_sample: Mapped[bool] = mapped_column(Boolean())
    recorded_whole_from: Mapped[date | None] = mapped_column(Date())
    position: Mapped[int] = mapped_column(Integer())
    created_at: Mapped[Moment]


class SettingRow(Base, Owned):
    """One setting of a government; absent means *belum diisi*."""

    __tablename__ = "settings"
    __table_args__ = (UniqueConstraint("government_id", "key"),)

    id: Mapped[Key]
    key: Mapped[str] = mapped_column(String(60))
    value: Mapped[str] = mapped_column(Text())
    changed_at: Mapped[Moment]


class GuidelineNameRow(Base, Owned):
    """A name the ministry's guideline gives to a kind of unit."""

    __tablename__ = "guideline_names"

    id: Mapped[Key]
    kind_code: Mapped[str] = mapped_column(String(60))
    name: Mapped[str] = mapped_column(String(200))
    counterpart_of: Mapped[str | None] = mapped_column(String(200))
    citation: Mapped[str] = mapped_column(String(500))
    is_verified: Mapped[bool] = mapped_column(Boolean())
    position: Mapped[int] = mapped_column(Integer())
    revision: Mapped[int] = mapped_column(Integer(), default=1)


class RequiredDocumentRow(Base, Owned):
    """A document the office asks for with a proposal."""

    __tablename__ = "required_documents"
    __table_args__ = (UniqueConstraint("government_id", "code"),)

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(String(60))
    title: Mapped[str] = mapped_column(String(200))
    necessity: Mapped[str] = mapped_column(String(60))
    needed_for: Mapped[str] = mapped_column(String(60))
    basis: Mapped[str] = mapped_column(String(500))
    is_verified: Mapped[bool] = mapped_column(Boolean())
    is_derived: Mapped[bool] = mapped_column(Boolean())
    position: Mapped[int] = mapped_column(Integer())


@dataclass(frozen=True, slots=True)
class Government:
    """A government as pages and rules read it."""

    id: GovernmentId
    code: str
    name: str
    region: str
    head_title: str
    capital: str
    zone: str
    is_sample: bool
    recorded_whole_from: date | None

    @property
    def secretariat(self) -> str:
        """The secretariat's full name."""
        return f"Sekretariat Daerah {self.name}"

    @property
    def head(self) -> str:
        """The head's full title, as in a letterhead."""
        return f"{self.head_title} {self.region}"


def governments(session: Session) -> tuple[Government, ...]:
    """Return all governments held here, the default first."""
    rows = session.scalars(select(GovernmentRow).order_by(GovernmentRow.position, GovernmentRow.code))
    return tuple(_government(row) for row in rows)


def government(session: Session, government_id: GovernmentId) -> Government:
    """Return one government.

    Raises:
        UnknownGovernment.
    """
    row = session.get(GovernmentRow, government_id)
    if row is None:
        raise UnknownGovernment(government_id=str(government_id))
    return _government(row)


def add_government(session: Session, held: Government, *, position: int, at: datetime) -> None:
    """Enter a government."""
    session.add(
        GovernmentRow(
            id=held.id,
            code=held.code,
            name=held.name,
            region=held.region,
            head_title=held.head_title,
            capital=held.capital,
            zone=held.zone,
            is_sample=held.is_sample,
            recorded_whole_from=held.recorded_whole_from,
            position=position,
            created_at=at,
        )
    )
    session.flush()


def settings(session: Session, government_id: GovernmentId) -> dict[str, str]:
    """Return a government's settings by key; what is absent is not known."""
    rows = session.scalars(select(SettingRow).where(SettingRow.government_id == government_id))
    return {row.key: row.value for row in rows}


def put_setting(
    session: Session, government_id: GovernmentId, key: str, value: str | None, *, new_id: UUID, at: datetime
) -> None:
    """Set or, with None, clear a setting."""
    row = session.scalars(
        select(SettingRow).where(SettingRow.government_id == government_id, SettingRow.key == key)
    ).one_or_none()
    if value is None:
        if row is not None:
            session.delete(row)
    elif row is None:
        session.add(SettingRow(id=new_id, government_id=government_id, key=key, value=value, changed_at=at))
    else:
        row.value, row.changed_at = value, at
    session.flush()


def guideline_names(session: Session, government_id: GovernmentId) -> tuple[GuidelineName, ...]:
    """Return the guideline's names in their order."""
    rows = session.scalars(
        select(GuidelineNameRow)
        .where(GuidelineNameRow.government_id == government_id)
        .order_by(GuidelineNameRow.position)
    )
    return tuple(
        GuidelineName(row.kind_code, row.name, row.counterpart_of, row.citation, row.is_verified)
        for row in rows
    )


def add_guideline_name(
    session: Session, government_id: GovernmentId, name: GuidelineName, *, new_id: UUID, position: int
) -> None:
    """Enter one name of the guideline."""
    session.add(
        GuidelineNameRow(
            id=new_id,
            government_id=government_id,
            kind_code=name.kind_code,
            name=name.name,
            counterpart_of=name.counterpart_of,
            citation=name.citation,
            is_verified=name.is_verified,
            position=position,
        )
    )


def required_documents(session: Session, government_id: GovernmentId) -> tuple[RequiredDocument, ...]:
    """Return the documents asked for, in their order."""
    rows = session.scalars(
        select(RequiredDocumentRow)
        .where(RequiredDocumentRow.government_id == government_id)
        .order_by(RequiredDocumentRow.position)
    )
    return tuple(
        RequiredDocument(
            row.code,
            row.title,
            Necessity(row.necessity),
            NeededFor(row.needed_for),
            row.basis,
            row.is_verified,
            row.is_derived,
        )
        for row in rows
    )


def add_required_document(
    session: Session,
    government_id: GovernmentId,
    document: RequiredDocument,
    *,
    new_id: UUID,
    position: int,
) -> None:
    """Enter one document the office asks for."""
    session.add(
        RequiredDocumentRow(
            id=new_id,
            government_id=government_id,
            code=document.code,
            title=document.title,
            necessity=str(document.necessity),
            needed_for=str(document.needed_for),
            basis=document.basis,
            is_verified=document.is_verified,
            is_derived=document.is_derived,
            position=position,
        )
    )


def _government(row: GovernmentRow) -> Government:
    return Government(
        GovernmentId(row.id),
        row.code,
        row.name,
        row.region,
        row.head_title,
        row.capital,
        row.zone,
        row.is_sample,
        row.recorded_whole_from,
    )
