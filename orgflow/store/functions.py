"""Duties and functions of units as ordered points through time."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Integer, String, Text, UniqueConstraint, Uuid, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.values import FunctionId, GovernmentId, UnitId
from orgflow.store.base import Base, Key, Owned
from orgflow.store.dated import DatedRow, Recorded, last_told


class FunctionRow(Base, Owned):
    """The identity of a duty or function, which outlives its wording and its unit."""

    __tablename__ = "functions"
    __table_args__ = (UniqueConstraint("government_id", "code"),)

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(String(100))


class FunctionVersionRow(DatedRow, Base):
    """What held of a duty or function in a period."""

    __tablename__ = "function_versions"
    __table_args__ = (CheckConstraint("valid_to IS NULL OR valid_from < valid_to", name="period"),)

    id: Mapped[Key]
    function_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("functions.id"), index=True)
    unit_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("units.id"), index=True)
    kind: Mapped[str] = mapped_column(String(60))
    position: Mapped[int] = mapped_column(Integer())
    text: Mapped[str] = mapped_column(Text())
    proposal_id: Mapped[UUID | None] = mapped_column(Uuid())


def function_last_recorded(
    session: Session, government_id: GovernmentId, function_id: FunctionId
) -> Recorded | None:
    """Return when anything was last recorded of a duty or function, and by whom."""
    return last_told(
        session, FunctionVersionRow, government_id, FunctionVersionRow.function_id == function_id
    )


def all_function_versions(
    session: Session, government_id: GovernmentId, unit_id: UnitId
) -> list[FunctionVersionRow]:
    """Return everything ever recorded of a unit's duties and functions, the newest first."""
    table = FunctionVersionRow
    return list(
        session.scalars(
            select(table)
            .where(table.government_id == government_id, table.unit_id == unit_id)
            .order_by(table.recorded_at.desc(), table.position)
        )
    )
