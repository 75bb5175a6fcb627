"""Commencements: the days we were told of, what was written for them, and what was decided before."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, ForeignKey, Integer, String, Text, UniqueConstraint, Uuid, and_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.changes.recommencing import Touched
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import AppointmentId, FunctionId, GovernmentId, PostId, UnitId
from orgflow.store.base import Base, Instant, Key, Moment, Owned
from orgflow.store.instruments import InstrumentRow, ProposalInstrumentRow
from orgflow.store.proposals import ProposalRow, Scope, within


class CommencementDayRow(Base, Owned):
    """A day of commencement as we were told, None while unknown; the last of a proposal is what is believed.

    ``reason`` is why it lies before the promulgation, or why an earlier one was wrong.
    """

    __tablename__ = "commencement_days"
    __table_args__ = (UniqueConstraint("proposal_id", "sequence"),)

    id: Mapped[Key]
    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), index=True)
    sequence: Mapped[int] = mapped_column(Integer())
    effective_on: Mapped[date | None] = mapped_column(Date())
    reason: Mapped[str] = mapped_column(Text())
    recorded_by: Mapped[str] = mapped_column(String(200))
    recorded_at: Mapped[Moment]


class CommencementRow(Base, Owned):
    """What a proposal wrote into the registry, once at its commencement and once at each correction.

    Attributes:
        operations: those that were applied, as JSON; ``left_out`` what was not, a sentence a line.
        touched: what they began, changed or ended, as JSON.
        follow_ups: how many tasks the list began with.
    """

    __tablename__ = "commencements"
    __table_args__ = (UniqueConstraint("proposal_id", "sequence"),)

    id: Mapped[Key]
    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), index=True)
    sequence: Mapped[int] = mapped_column(Integer())
    effective_on: Mapped[date] = mapped_column(Date())
    operations: Mapped[str] = mapped_column(Text())
    left_out: Mapped[str] = mapped_column(Text())
    touched: Mapped[str] = mapped_column(Text())
    follow_ups: Mapped[int] = mapped_column(Integer())
    written_by: Mapped[str] = mapped_column(String(200))
    written_at: Mapped[Moment]


class CommencementAnswerRow(Base, Owned):
    """What was decided of a regulation's operation where the structure changed meanwhile."""

    __tablename__ = "commencement_answers"
    __table_args__ = (UniqueConstraint("proposal_id", "key"),)

    id: Mapped[Key]
    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), index=True)
    key: Mapped[str] = mapped_column(String(64))
    told: Mapped[str] = mapped_column(Text())
    choice: Mapped[str] = mapped_column(String(60))
    note: Mapped[str] = mapped_column(Text())
    answered_by: Mapped[str] = mapped_column(String(200))
    answered_at: Mapped[Moment]


class CommencementHoldRow(Base, Owned):
    """Why a regulation whose day came did not commence by itself; settled once it did or the day moved."""

    __tablename__ = "commencement_holds"

    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), primary_key=True)
    code: Mapped[str] = mapped_column(String(60))
    effective_on: Mapped[date] = mapped_column(Date())
    found_at: Mapped[Moment]
    settled_at: Mapped[datetime | None] = mapped_column(Instant())


def days_of(session: Session, proposal_id: UUID) -> tuple[CommencementDayRow, ...]:
    """Return the days we were told of, the first first."""
    return tuple(
        session.scalars(
            select(CommencementDayRow)
            .where(CommencementDayRow.proposal_id == proposal_id)
            .order_by(CommencementDayRow.sequence)
        )
    )


def commencements_of(session: Session, proposal_id: UUID) -> tuple[CommencementRow, ...]:
    """Return what a proposal wrote into the registry, the commencement first and then its corrections."""
    return tuple(
        session.scalars(
            select(CommencementRow)
            .where(CommencementRow.proposal_id == proposal_id)
            .order_by(CommencementRow.sequence)
        )
    )


def answers_of(session: Session, proposal_id: UUID) -> dict[str, CommencementAnswerRow]:
    """Return what was decided, by the questions' keys."""
    rows = session.scalars(
        select(CommencementAnswerRow).where(CommencementAnswerRow.proposal_id == proposal_id)
    )
    return {row.key: row for row in rows}


def hold_of(session: Session, proposal_id: UUID) -> CommencementHoldRow | None:
    """Return why a proposal's regulation did not commence by itself; None when nothing holds it."""
    row = session.get(CommencementHoldRow, proposal_id)
    return row if row is not None and row.settled_at is None else None


def put_hold(session: Session, row: CommencementHoldRow) -> None:
    """Enter why a regulation did not commence by itself, in the place of what was entered before."""
    session.merge(row)
    session.flush()


def settle_hold(session: Session, proposal_id: UUID, at: datetime) -> None:
    """Note that nothing holds a regulation any longer."""
    row = hold_of(session, proposal_id)
    if row is not None:
        row.settled_at = at
        session.flush()


def promulgated(
    session: Session, scope: Scope
) -> tuple[tuple[ProposalRow, InstrumentRow, CommencementHoldRow | None], ...]:
    """Return what is promulgated and has not commenced, each with its regulation and what holds it."""
    query = (
        select(ProposalRow, InstrumentRow, CommencementHoldRow)
        .join(ProposalInstrumentRow, ProposalInstrumentRow.proposal_id == ProposalRow.id)
        .join(InstrumentRow, InstrumentRow.id == ProposalInstrumentRow.instrument_id)
        .outerjoin(
            CommencementHoldRow,
            and_(CommencementHoldRow.proposal_id == ProposalRow.id, CommencementHoldRow.settled_at.is_(None)),
        )
        .where(
            within(scope),
            ProposalRow.state == str(ProposalState.PROMULGATED),
        )
        .order_by(InstrumentRow.effective_on, ProposalRow.created_at)
    )
    return tuple((proposal, regulation, hold) for proposal, regulation, hold in session.execute(query))


def of_known_day(session: Session, government_id: GovernmentId) -> frozenset[UUID]:
    """Return the proposals whose promulgated regulation has a day, and nothing holds it from commencing."""
    waiting = promulgated(session, Scope(government_id))
    return frozenset(row.id for row, law, hold in waiting if law.effective_on is not None and hold is None)


def written_from(
    session: Session, scope: Scope, day: date
) -> tuple[tuple[ProposalRow, InstrumentRow, date], ...]:
    """Return what commenced for a day or a later one, with its regulation and its day, the next first."""
    query = (
        select(ProposalRow, InstrumentRow)
        .join(ProposalInstrumentRow, ProposalInstrumentRow.proposal_id == ProposalRow.id)
        .join(InstrumentRow, InstrumentRow.id == ProposalInstrumentRow.instrument_id)
        .where(
            within(scope),
            ProposalRow.state == str(ProposalState.IMPLEMENTED),
            InstrumentRow.effective_on >= day,
        )
        .order_by(InstrumentRow.effective_on, ProposalRow.created_at)
    )
    found = session.execute(query)
    return tuple((row, law, law.effective_on) for row, law in found if law.effective_on is not None)


def write_touched(touched: Touched) -> str:
    """Return what a commencement touched as it is kept."""
    kept = {
        "units": _written(touched.units),
        "posts": _written(touched.posts),
        "functions": _written(touched.functions),
        "appointments": _written(touched.appointments),
    }
    return json.dumps(kept)


def read_touched(text: str) -> Touched:
    """Return what ``write_touched`` wrote."""
    held: dict[str, list[str]] = json.loads(text)

    def ids(name: str) -> Iterable[UUID]:
        return map(UUID, held.get(name, []))

    return Touched(
        frozenset(map(UnitId, ids("units"))),
        frozenset(map(PostId, ids("posts"))),
        frozenset(map(FunctionId, ids("functions"))),
        frozenset(map(AppointmentId, ids("appointments"))),
    )


def _written(ids: Iterable[UUID]) -> list[str]:
    return sorted(map(str, ids))
