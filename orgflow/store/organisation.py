"""Units and their dated records, posts and their holders, and the legal instruments behind them."""

from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
    Uuid,
    bindparam,
    or_,
    select,
    text,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.organisation.kinds import Standing, UnitKind
from orgflow.domain.values import GovernmentId, UnitId
from orgflow.store.base import Base, Key, Owned
from orgflow.store.dated import DatedRow, Recorded, ToldRow, last_told


class UnitKindRow(Base, Owned):
    """A kind of unit, as data."""

    __tablename__ = "unit_kinds"
    __table_args__ = (UniqueConstraint("government_id", "code"),)

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(String(60))
    name: Mapped[str] = mapped_column(String(200))
    level: Mapped[int] = mapped_column(Integer())
    head_title: Mapped[str] = mapped_column(String(200))
    may_propose: Mapped[bool] = mapped_column(Boolean())
    is_agency: Mapped[bool] = mapped_column(Boolean())
    revision: Mapped[int] = mapped_column(Integer(), default=1)
    standing: Mapped[str] = mapped_column(String(60))


class UnitRow(Base, Owned):
    """A unit's identity, which outlives its names."""

    __tablename__ = "units"

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(String(60))
    __table_args__ = (UniqueConstraint("government_id", "code"),)


class UnitVersionRow(DatedRow, Base):
    """What held of a unit in a half-open period."""

    __tablename__ = "unit_versions"
    __table_args__ = (
        CheckConstraint("valid_to IS NULL OR valid_from < valid_to", name="period"),
        Index("ix_unit_versions_day", "government_id", "superseded_at", "valid_from", "valid_to"),
    )

    id: Mapped[Key]
    unit_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("units.id"), index=True)
    kind_code: Mapped[str] = mapped_column(String(60))
    name: Mapped[str] = mapped_column(String(200))
    short_name: Mapped[str | None] = mapped_column(String(200))
    parent_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("units.id"))
    position: Mapped[int] = mapped_column(Integer())
    letter_code: Mapped[str | None] = mapped_column(String(60))
    duty_field: Mapped[str | None] = mapped_column(Text())
    placement: Mapped[str] = mapped_column(String(60))
    is_start_known: Mapped[bool] = mapped_column(Boolean())
    proposal_id: Mapped[UUID | None] = mapped_column(Uuid(), index=True)


class SuccessionRow(ToldRow, Base):
    """On a day one unit came out of another; of a pair one record at most is believed."""

    __tablename__ = "unit_successions"
    __table_args__ = (
        Index(
            "uq_unit_successions_believed",
            "predecessor_id",
            "successor_id",
            unique=True,
            sqlite_where=text("superseded_at IS NULL"),
            postgresql_where=text("superseded_at IS NULL"),
        ),
    )

    id: Mapped[Key]
    predecessor_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("units.id"))
    successor_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("units.id"), index=True)
    kind: Mapped[str] = mapped_column(String(60))
    on_day: Mapped[date] = mapped_column(Date())
    proposal_id: Mapped[UUID | None] = mapped_column(Uuid())


def kinds(session: Session, government_id: GovernmentId) -> dict[str, UnitKind]:
    """Return the kinds of unit by code."""
    rows = session.connection().execute(_KINDS, {"government_id": government_id}).all()
    return {row[0]: UnitKind(*row[:-1], Standing(row[-1])) for row in rows}


_KINDS: Final = select(
    UnitKindRow.code,
    UnitKindRow.name,
    UnitKindRow.level,
    UnitKindRow.head_title,
    UnitKindRow.may_propose,
    UnitKindRow.is_agency,
    UnitKindRow.standing,
).where(UnitKindRow.government_id == bindparam("government_id", type_=Uuid()))
"""Prepared once: every page that shows a structure asks it."""


def add_kind(session: Session, government_id: GovernmentId, kind: UnitKind, *, new_id: UUID) -> None:
    """Enter a kind of unit."""
    session.add(
        UnitKindRow(
            id=new_id,
            government_id=government_id,
            code=kind.code,
            name=kind.name,
            level=kind.level,
            head_title=kind.head_title,
            may_propose=kind.may_propose,
            is_agency=kind.is_agency,
            standing=str(kind.standing),
        )
    )


def versions_of(session: Session, government_id: GovernmentId, unit_id: UnitId) -> list[UnitVersionRow]:
    """Return the unit's records as now held, by period; empty for a foreign or unknown unit."""
    return list(
        session.scalars(
            select(UnitVersionRow)
            .where(
                UnitVersionRow.government_id == government_id,
                UnitVersionRow.unit_id == unit_id,
                UnitVersionRow.superseded_at.is_(None),
            )
            .order_by(UnitVersionRow.valid_from)
        )
    )


def has_units(session: Session, government_id: GovernmentId) -> bool:
    """Say whether any unit was ever entered."""
    return (
        session.scalar(select(UnitRow.id).where(UnitRow.government_id == government_id).limit(1)) is not None
    )


def change_days(session: Session, government_id: GovernmentId) -> tuple[date, ...]:
    """Return the days on which the recorded structure begins or changes, in order."""
    found = session.scalars(
        select(UnitVersionRow.valid_from)
        .where(UnitVersionRow.government_id == government_id, UnitVersionRow.superseded_at.is_(None))
        .distinct()
        .order_by(UnitVersionRow.valid_from)
    )
    return tuple(found)


def unknown_starts(session: Session, government_id: GovernmentId) -> frozenset[UnitId]:
    """Return the units that may be older than their first record."""
    starts = select(UnitVersionRow.unit_id, UnitVersionRow.is_start_known).where(
        UnitVersionRow.government_id == government_id, UnitVersionRow.superseded_at.is_(None)
    )
    rows = session.execute(starts.order_by(UnitVersionRow.valid_from))
    unsure: dict[UUID, bool] = {}
    for unit_id, is_known in rows:
        unsure.setdefault(unit_id, not is_known)
    return frozenset(UnitId(unit_id) for unit_id, is_unsure in unsure.items() if is_unsure)


def all_versions(session: Session, government_id: GovernmentId, unit_id: UnitId) -> list[UnitVersionRow]:
    """Return everything ever recorded of a unit, the newest first."""
    table = UnitVersionRow
    return list(
        session.scalars(
            select(table)
            .where(table.government_id == government_id, table.unit_id == unit_id)
            .order_by(table.recorded_at.desc(), table.valid_from.desc())
        )
    )


def latest_names(session: Session, government_id: GovernmentId) -> dict[UnitId, str]:
    """Return the last name each unit bears; of one that is no longer believed, the last it bore."""
    table = UnitVersionRow
    rows = session.execute(
        select(table.unit_id, table.name)
        .where(table.government_id == government_id)
        .order_by(table.superseded_at.is_(None), table.valid_from)
    )
    return {UnitId(unit_id): name for unit_id, name in rows}


def last_recorded(session: Session, government_id: GovernmentId, unit_id: UnitId) -> Recorded | None:
    """Return when anything was last recorded of a unit, and by whom."""
    return last_told(session, UnitVersionRow, government_id, UnitVersionRow.unit_id == unit_id)


def succession_last_recorded(
    session: Session, government_id: GovernmentId, predecessor_id: UnitId, successor_id: UnitId
) -> Recorded | None:
    """Return when anything was last recorded of one unit's coming out of another, and by whom."""
    table = SuccessionRow
    pair = (table.predecessor_id == predecessor_id, table.successor_id == successor_id)
    return last_told(session, table, government_id, *pair)


def successions_until(
    session: Session, government_id: GovernmentId, day: date
) -> tuple[tuple[UnitId, UnitId], ...]:
    """Return the pairs of predecessor and successor that are believed to hold on a day."""
    rows = session.execute(
        select(SuccessionRow.predecessor_id, SuccessionRow.successor_id).where(
            SuccessionRow.government_id == government_id,
            SuccessionRow.superseded_at.is_(None),
            SuccessionRow.on_day <= day,
        )
    )
    return tuple((UnitId(old), UnitId(new)) for old, new in rows)


def all_successions(session: Session, government_id: GovernmentId, unit_id: UnitId) -> list[SuccessionRow]:
    """Return everything ever recorded of whom a unit came out of and what became of it, the newest first."""
    table = SuccessionRow
    return list(
        session.scalars(
            select(table)
            .where(
                table.government_id == government_id,
                or_(table.predecessor_id == unit_id, table.successor_id == unit_id),
            )
            .order_by(table.recorded_at.desc(), table.on_day.desc())
        )
    )
