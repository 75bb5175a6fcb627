"""Days off and the decrees they rest on, kept as rows; a day that is taken out stays for earlier counts."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Boolean, Date, ForeignKey, Integer, String, Text, Uuid, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.days_off import DayOff, DayOffKind, Decree, HeldDay, HeldDecree
from orgflow.domain.errors import NotFound
from orgflow.domain.values import GovernmentId
from orgflow.domain.working_days import DayBook, RecordedDay
from orgflow.store.base import Base, Instant, Key, Owned, owned_row


class UnknownDayOff(NotFound):
    """No such day off or decree, or not of this government, or taken out."""

    code = "unknown_day_off"


class HolidayDecreeRow(Base, Owned):
    """One decree that gives days off."""

    __tablename__ = "holiday_decrees"

    id: Mapped[Key]
    year: Mapped[int] = mapped_column(Integer())
    number: Mapped[str] = mapped_column(String(200))
    dated_on: Mapped[date | None] = mapped_column(Date())
    known_on: Mapped[date | None] = mapped_column(Date())
    source: Mapped[str] = mapped_column(String(500))
    is_verified: Mapped[bool] = mapped_column(Boolean())
    revision: Mapped[int] = mapped_column(Integer(), default=1)


class DayOffRow(Base, Owned):
    """One day off; counts made from ``known_at`` until ``ended_at`` leave it out."""

    __tablename__ = "days_off"

    id: Mapped[Key]
    decree_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("holiday_decrees.id"), index=True)
    day: Mapped[date] = mapped_column(Date())
    kind: Mapped[str] = mapped_column(String(60))
    name: Mapped[str] = mapped_column(String(200))
    source: Mapped[str] = mapped_column(String(500))
    is_verified: Mapped[bool] = mapped_column(Boolean())
    known_at: Mapped[datetime | None] = mapped_column(Instant())
    ended_at: Mapped[datetime | None] = mapped_column(Instant())
    ended_reason: Mapped[str | None] = mapped_column(Text())
    revision: Mapped[int] = mapped_column(Integer(), default=1)


def decrees(session: Session, government_id: GovernmentId) -> tuple[HeldDecree, ...]:
    """Return a government's decrees by year and date, those without a date first."""
    rows = session.scalars(select(HolidayDecreeRow).where(HolidayDecreeRow.government_id == government_id))
    held = [HeldDecree(row.id, row.revision, decree_of(row)) for row in rows]
    return tuple(sorted(held, key=lambda one: _order(one.decree)))


def _order(decree: Decree) -> tuple[int, date, str]:
    return decree.year, decree.dated_on or date.min, decree.number


def decree_row(session: Session, government_id: GovernmentId, decree_id: UUID) -> HolidayDecreeRow:
    """Return a decree's row.

    Raises:
        UnknownDayOff.
    """
    row = owned_row(session, HolidayDecreeRow, government_id, decree_id)
    if row is None:
        raise UnknownDayOff(decree_id=str(decree_id))
    return row


def add_decree(session: Session, government_id: GovernmentId, decree: Decree, *, new_id: UUID) -> None:
    """Enter a decree."""
    row = HolidayDecreeRow(id=new_id, government_id=government_id, revision=0)
    write_decree(row, decree)
    session.add(row)
    session.flush()


def write_decree(row: HolidayDecreeRow, decree: Decree) -> None:
    """Let the row say this decree."""
    row.year, row.number = decree.year, decree.number
    row.dated_on, row.known_on = decree.dated_on, decree.known_on
    row.source, row.is_verified = decree.source, decree.is_verified
    row.revision += 1


def decree_of(row: HolidayDecreeRow) -> Decree:
    """Return the decree that the row says."""
    return Decree(row.year, row.number, row.dated_on, row.known_on, row.source, row.is_verified)


def days_of_year(session: Session, government_id: GovernmentId, year: int) -> tuple[HeldDay, ...]:
    """Return the days of a year that are off, in their order."""
    return tuple(
        held_day(row)
        for row in session.scalars(
            select(DayOffRow)
            .where(
                DayOffRow.government_id == government_id,
                DayOffRow.ended_at.is_(None),
                DayOffRow.day.between(date(year, 1, 1), date(year, 12, 31)),
            )
            .order_by(DayOffRow.day)
        )
    )


def day_row(session: Session, government_id: GovernmentId, day_id: UUID) -> DayOffRow:
    """Return the row of a day that is off.

    Raises:
        UnknownDayOff.
    """
    row = owned_row(session, DayOffRow, government_id, day_id)
    if row is None or row.ended_at is not None:
        raise UnknownDayOff(day_id=str(day_id))
    return row


def add_day(
    session: Session,
    government_id: GovernmentId,
    entry: DayOff,
    *,
    new_id: UUID,
    decree_id: UUID | None,
    known_at: datetime | None,
) -> None:
    """Enter a day off."""
    row = DayOffRow(
        id=new_id,
        government_id=government_id,
        decree_id=decree_id,
        day=entry.day,
        kind=str(entry.kind),
        known_at=known_at,
        revision=0,
    )
    write_day(row, entry)
    session.add(row)


def write_day(row: DayOffRow, entry: DayOff) -> None:
    """Let the row say what the day is and where that stands; the day and its kind stay."""
    row.name, row.source, row.is_verified = entry.name, entry.source, entry.is_verified
    row.revision += 1


def held_day(row: DayOffRow) -> HeldDay:
    """Return what the row says."""
    entry = DayOff(row.day, DayOffKind(row.kind), row.name, row.source, row.is_verified)
    return HeldDay(row.id, row.revision, row.decree_id, entry)


def day_book(session: Session, government_id: GovernmentId) -> DayBook:
    """Return every day off that a government ever recorded."""
    rows = session.execute(
        select(DayOffRow.day, DayOffRow.known_at, DayOffRow.ended_at).where(
            DayOffRow.government_id == government_id
        )
    )
    return DayBook(tuple(RecordedDay(day, known_at, ended_at) for day, known_at, ended_at in rows))
