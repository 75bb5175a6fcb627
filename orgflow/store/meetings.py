"""Meetings about proposals, and the points that were agreed in them."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Date,
    ForeignKey,
    Integer,
    String,
    Text,
    UniqueConstraint,
    Uuid,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.errors import NotFound
from orgflow.domain.meetings.meeting import Meeting, MeetingKind, MeetingState, PointState
from orgflow.domain.meetings.responsible import Responsible
from orgflow.domain.proposals.states import RUNNING
from orgflow.domain.values import GovernmentId, ProposalId
from orgflow.store.base import Base, Instant, Key, Moment, Owned
from orgflow.store.proposals import ProposalRow, Scope, within


class UnknownMeeting(NotFound):
    """The proposal has no such meeting."""

    code = "unknown_meeting"


class UnknownPoint(NotFound):
    """The meeting has no such agreed point."""

    code = "unknown_meeting_point"


class MeetingRow(Base, Owned):
    """A meeting; who is invited and who came stand one a line."""

    __tablename__ = "meetings"

    id: Mapped[Key]
    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), index=True)
    kind: Mapped[str] = mapped_column(String(60))
    state: Mapped[str] = mapped_column(String(60))
    held_on: Mapped[date] = mapped_column(Date())
    time: Mapped[str] = mapped_column(String(200))
    venue: Mapped[str] = mapped_column(String(500))
    agenda: Mapped[str] = mapped_column(Text())
    invited: Mapped[str] = mapped_column(Text())
    present: Mapped[str] = mapped_column(Text())
    said: Mapped[str] = mapped_column(Text())
    reason: Mapped[str] = mapped_column(Text())
    revision: Mapped[int] = mapped_column(Integer())
    begun_by: Mapped[str] = mapped_column(String(200))
    begun_at: Mapped[Moment]

    @property
    def meeting(self) -> Meeting:
        """The meeting as its rules see it."""
        return Meeting(
            MeetingKind(self.kind),
            MeetingState(self.state),
            self.held_on,
            self.time,
            self.venue,
            self.agenda,
            self.invited,
            self.present,
            self.said,
        )


class MeetingPointRow(Base, Owned):
    """A point that was agreed, and who carries it out; ``note_id`` is the note it was put into."""

    __tablename__ = "meeting_points"
    __table_args__ = (UniqueConstraint("meeting_id", "number"),)

    id: Mapped[Key]
    meeting_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("meetings.id"), index=True)
    number: Mapped[int] = mapped_column(Integer())
    text: Mapped[str] = mapped_column(Text())
    responsible: Mapped[str] = mapped_column(String(60))
    responsible_name: Mapped[str] = mapped_column(String(200))
    due_on: Mapped[date | None] = mapped_column(Date())
    state: Mapped[str] = mapped_column(String(60))
    outcome: Mapped[str] = mapped_column(Text())
    done_by: Mapped[str | None] = mapped_column(String(200))
    done_at: Mapped[datetime | None] = mapped_column(Instant())
    note_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("notes.id"))


def meetings_of(session: Session, proposal_id: ProposalId) -> list[MeetingRow]:
    """Return the meetings of a proposal, the latest first."""
    query = select(MeetingRow).where(MeetingRow.proposal_id == proposal_id)
    return list(session.scalars(query.order_by(MeetingRow.held_on.desc(), MeetingRow.begun_at.desc())))


def meeting(session: Session, proposal_id: ProposalId, meeting_id: UUID) -> MeetingRow:
    """Return one meeting of a proposal.

    Raises:
        UnknownMeeting: it has none of this id.
    """
    row = session.get(MeetingRow, meeting_id)
    if row is None or row.proposal_id != proposal_id:
        raise UnknownMeeting(meeting_id=str(meeting_id))
    return row


def points_of(session: Session, meeting_ids: Collection[UUID]) -> dict[UUID, list[MeetingPointRow]]:
    """Return the points of several meetings, each in its order."""
    found: dict[UUID, list[MeetingPointRow]] = {meeting_id: [] for meeting_id in meeting_ids}
    query = select(MeetingPointRow).where(MeetingPointRow.meeting_id.in_(meeting_ids))
    for row in session.scalars(query.order_by(MeetingPointRow.number)):
        found[row.meeting_id].append(row)
    return found


def point(session: Session, meeting_id: UUID, point_id: UUID) -> MeetingPointRow:
    """Return one point of a meeting.

    Raises:
        UnknownPoint: it has none of this id.
    """
    row = session.get(MeetingPointRow, point_id)
    if row is None or row.meeting_id != meeting_id:
        raise UnknownPoint(point_id=str(point_id))
    return row


def open_points(
    session: Session, government_id: GovernmentId, desks: Mapping[Responsible, Scope]
) -> list[tuple[MeetingPointRow, MeetingRow]]:
    """Return the points of running proposals that wait at one of the desks, the soonest due first.

    Args:
        desks: for each the proposals that are its own.
    """
    query = (
        select(MeetingPointRow, MeetingRow)
        .join(MeetingRow, MeetingRow.id == MeetingPointRow.meeting_id)
        .join(ProposalRow, ProposalRow.id == MeetingRow.proposal_id)
        .where(
            ProposalRow.government_id == government_id,
            ProposalRow.state.in_([str(state) for state in RUNNING]),
            MeetingPointRow.state == PointState.OPEN,
            or_(*(_waits_at(desk, scope) for desk, scope in desks.items())),
        )
        .order_by(
            MeetingPointRow.due_on.is_(None),
            MeetingPointRow.due_on,
            MeetingRow.held_on,
            MeetingPointRow.number,
            MeetingPointRow.id,
        )
    )
    return [(point, held) for point, held in session.execute(query)]


def _waits_at(desk: Responsible, scope: Scope) -> ColumnElement[bool]:
    return (MeetingPointRow.responsible == str(desk)) & within(scope)
