"""Activities of units by year, the working times in use, and how a proposal's calculation was chosen."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    Date,
    ForeignKey,
    Integer,
    String,
    UniqueConstraint,
    Uuid,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.errors import NotFound
from orgflow.domain.values import GovernmentId, ProposalId, UnitId
from orgflow.domain.workload.activities import Activity
from orgflow.domain.workload.reckoning import WorkingTime
from orgflow.store.base import Base, Instant, Key, Moment, Owned, owned_row

HUNDREDTHS = 100


class UnknownActivity(NotFound):
    """No such activity, or not of this unit, or taken out."""

    code = "unknown_activity"


class UnknownWorkingTime(NotFound):
    """The office keeps no working time of this code."""

    code = "unknown_working_time"


class WorkingTimeRow(Base, Owned):
    """A norm of the effective working time of a year."""

    __tablename__ = "working_times"
    __table_args__ = (UniqueConstraint("government_id", "code"),)

    id: Mapped[Key]
    code: Mapped[str] = mapped_column(String(60))
    minutes: Mapped[int] = mapped_column(Integer())
    citation: Mapped[str] = mapped_column(String(500))
    is_verified: Mapped[bool] = mapped_column(Boolean())
    position: Mapped[int] = mapped_column(Integer())
    revision: Mapped[int] = mapped_column(Integer(), default=1)


class WorkloadActivityRow(Base, Owned):
    """One activity of a unit in one year; figures are kept in hundredths, so that none is rounded."""

    __tablename__ = "workload_activities"

    id: Mapped[Key]
    unit_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("units.id"), index=True)
    function: Mapped[str] = mapped_column(String(200))
    name: Mapped[str] = mapped_column(String(200))
    product: Mapped[str] = mapped_column(String(60))
    year: Mapped[int] = mapped_column(Integer())
    volume: Mapped[int] = mapped_column(BigInteger())
    norm: Mapped[int | None] = mapped_column(BigInteger())
    source: Mapped[str] = mapped_column(String(500))
    dated_on: Mapped[date | None] = mapped_column(Date())
    is_verified: Mapped[bool] = mapped_column(Boolean())
    recorded_by: Mapped[str] = mapped_column(String(200))
    recorded_at: Mapped[Moment]
    removed_at: Mapped[datetime | None] = mapped_column(Instant())
    revision: Mapped[int] = mapped_column(Integer(), default=1)

    @property
    def activity(self) -> Activity:
        """What the row says."""
        return Activity(
            self.function,
            self.name,
            self.product,
            self.year,
            _figure(self.volume),
            _figure(self.norm) if self.norm is not None else None,
            self.source,
            self.dated_on,
            self.is_verified,
        )

    def say(self, activity: Activity, by: str, at: datetime) -> None:
        """Let the row say this activity from now on."""
        self.function, self.name, self.product = activity.function, activity.name, activity.product
        self.year, self.volume = activity.year, _hundredths(activity.volume)
        self.norm = _hundredths(activity.norm) if activity.norm is not None else None
        self.source, self.dated_on = activity.source, activity.dated_on
        self.is_verified = activity.is_verified
        self.recorded_by, self.recorded_at = by, at
        self.revision += 1


class WorkloadCalculationRow(Base, Owned):
    """How the posts of a proposal's unit were reckoned: the year, the norm and the rounding."""

    __tablename__ = "workload_calculations"
    __table_args__ = (UniqueConstraint("proposal_id"),)

    id: Mapped[Key]
    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"))
    year: Mapped[int] = mapped_column(Integer())
    time_code: Mapped[str] = mapped_column(String(60))
    rounding: Mapped[str] = mapped_column(String(60))
    share: Mapped[int | None] = mapped_column(Integer())
    chosen_by: Mapped[str] = mapped_column(String(200))
    chosen_at: Mapped[Moment]
    revision: Mapped[int] = mapped_column(Integer(), default=1)

    @property
    def share_of_post(self) -> Decimal | None:
        """The share from which is rounded up."""
        return _figure(self.share) if self.share is not None else None


def activity_rows(session: Session, unit_id: UnitId) -> list[WorkloadActivityRow]:
    """Return the activities of a unit that were not taken out."""
    table = WorkloadActivityRow
    query = select(table).where(table.unit_id == unit_id, table.removed_at.is_(None))
    return list(session.scalars(query.order_by(table.function, table.name, table.year, table.id)))


def activity_row(session: Session, unit_id: UnitId, activity_id: UUID) -> WorkloadActivityRow:
    """Return one activity of a unit.

    Raises:
        UnknownActivity.
    """
    row = session.get(WorkloadActivityRow, activity_id)
    if row is None or row.unit_id != unit_id or row.removed_at is not None:
        raise UnknownActivity(activity_id=str(activity_id))
    return row


def activities_by_id(
    session: Session, government_id: GovernmentId, ids: Sequence[UUID]
) -> list[WorkloadActivityRow]:
    """Return these activities of a government, those taken out too."""
    table = WorkloadActivityRow
    query = select(table).where(table.government_id == government_id, table.id.in_(ids))
    return list(session.scalars(query.order_by(table.function, table.name, table.year, table.id)))


def units_at_work(session: Session, unit_ids: Collection[UUID]) -> frozenset[UUID]:
    """Return those of the units of which an activity is recorded."""
    table = WorkloadActivityRow
    query = select(table.unit_id).where(table.unit_id.in_(unit_ids), table.removed_at.is_(None))
    return frozenset(session.scalars(query))


def add_activity(session: Session, row: WorkloadActivityRow) -> None:
    """Enter an activity."""
    session.add(row)
    session.flush()


def calculation_row(session: Session, proposal_id: ProposalId) -> WorkloadCalculationRow | None:
    """Return how a proposal's calculation was chosen; None while nobody chose."""
    table = WorkloadCalculationRow
    return session.scalars(select(table).where(table.proposal_id == proposal_id)).one_or_none()


def working_time_rows(session: Session, government_id: GovernmentId) -> list[WorkingTimeRow]:
    """Return the working times that a government keeps, in their order."""
    table = WorkingTimeRow
    query = select(table).where(table.government_id == government_id)
    return list(session.scalars(query.order_by(table.position, table.code)))


def working_time_row(session: Session, government_id: GovernmentId, time_id: UUID) -> WorkingTimeRow:
    """Return one working time.

    Raises:
        UnknownWorkingTime.
    """
    row = owned_row(session, WorkingTimeRow, government_id, time_id)
    if row is None:
        raise UnknownWorkingTime(time_id=str(time_id))
    return row


def working_time_of(row: WorkingTimeRow) -> WorkingTime:
    """Return what the row says."""
    return WorkingTime(row.code, row.minutes, row.citation, row.is_verified)


def share_hundredths(share: Decimal | None) -> int | None:
    """Return a share as it is kept."""
    return _hundredths(share) if share is not None else None


def _hundredths(figure: Decimal) -> int:
    return int(figure * HUNDREDTHS)


def _figure(hundredths: int) -> Decimal:
    return Decimal(hundredths) / HUNDREDTHS
