"""Meetings as pages read them, and what was agreed as the tasks of whoever carries it out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.letters.kinds import LetterKind
from orgflow.domain.meetings.letter_details import kinds_for
from orgflow.domain.meetings.meeting import Meeting, PointState
from orgflow.domain.meetings.responsible import DESKS, KEEPERS, Responsible, may_settle, tasks_of
from orgflow.domain.notes.anchoring import PlaceKind
from orgflow.domain.proposals.states import RUNNING
from orgflow.domain.values import ProposalId
from orgflow.services.context import Context
from orgflow.services.dossier import open_dossier
from orgflow.services.note_places import Place, places_of
from orgflow.services.notes import actor_before
from orgflow.services.scope import scope_for, scope_of
from orgflow.services.use_case import read
from orgflow.store import governments, meetings, notices, proposals
from orgflow.store.meetings import MeetingPointRow, MeetingRow
from orgflow.store.proposals import ProposalRow

OFFERED = (PlaceKind.PROPOSAL, PlaceKind.SECTION, PlaceKind.OPERATION, PlaceKind.MATRIX_ROW)
"""The places on which an agreed point is put as a note; a letter's passages have their own page."""


@dataclass(frozen=True, slots=True)
class PointView:
    """An agreed point; ``may_settle`` and ``may_note`` are the reader's."""

    id: UUID
    meeting_id: UUID
    held_on: date
    number: int
    text: str
    responsible: Responsible
    name: str
    due_on: date | None
    is_overdue: bool
    is_done: bool
    outcome: str
    done_by: str
    done_at: datetime | None
    is_noted: bool
    may_settle: bool
    may_note: bool


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting with its points; ``letters`` are those that the reader may begin from it."""

    id: UUID
    meeting: Meeting
    reason: str
    revision: int
    begun_by: str
    begun_at: datetime
    points: tuple[PointView, ...]
    letters: tuple[LetterKind, ...]


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """The meetings of a proposal, the latest first."""

    proposal_id: ProposalId
    zone: str
    today: date
    meetings: tuple[MeetingView, ...]
    is_running: bool
    may_keep: bool


@dataclass(frozen=True, slots=True)
class PointTask:
    """An agreed point as a task of the reader."""

    proposal_id: ProposalId
    unit_name: str
    point: PointView
    is_sample: bool


@read(requires=Permission.VIEW_PROPOSALS)
def show_meetings(ctx: Context, proposal_id: UUID) -> MeetingsPage:
    """Return the meetings of a proposal.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
    """
    held = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    return _page(ctx, held, meetings.meetings_of(ctx.session, ProposalId(held.id)))


@read(requires=Permission.VIEW_PROPOSALS)
def show_meeting(ctx: Context, proposal_id: UUID, meeting_id: UUID) -> MeetingsPage:
    """Return one meeting of a proposal, as a page that holds it alone.

    Raises:
        UnknownProposal, UnknownMeeting.
    """
    held = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    return _page(ctx, held, [meetings.meeting(ctx.session, ProposalId(held.id), meeting_id)])


@read(requires=Permission.VIEW_PROPOSALS)
def open_points_of(ctx: Context, proposal_id: UUID) -> tuple[PointView, ...]:
    """Return what was agreed about a proposal and not carried out yet.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
    """
    held = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    page = _page(ctx, held, meetings.meetings_of(ctx.session, ProposalId(held.id)))
    return tuple(point for meeting in page.meetings for point in meeting.points if not point.is_done)


@read(requires=Permission.VIEW_PROPOSALS)
def list_point_tasks(ctx: Context) -> tuple[PointTask, ...]:
    """Return what the actor is to carry out of what was agreed, the soonest due first."""
    desks = {one: scope_for(ctx, (DESKS[one],)) for one in tasks_of(ctx.actor)}
    rows = meetings.open_points(ctx.session, ctx.government_id, desks) if desks else []
    if not rows:
        return ()
    government = governments.government(ctx.session, ctx.government_id)
    today = ctx.today(government.zone)
    about = {held.proposal_id for _, held in rows}
    names = notices.unit_names_of(ctx.session, government.id, about, today)
    return tuple(
        PointTask(
            ProposalId(held.proposal_id),
            names[held.proposal_id],
            _point(point, held, ctx.actor, today, may_note=False),
            government.is_sample,
        )
        for point, held in rows
    )


@read(requires=KEEPERS)
def list_note_places(ctx: Context, proposal_id: UUID) -> tuple[Place, ...]:
    """Return the places on which an agreed point may be put as a note.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
    """
    dossier = open_dossier(ctx, proposals.load_row(ctx.session, scope_of(ctx), proposal_id))
    return tuple(place for kind in OFFERED for place in places_of(ctx, dossier, kind).values())


def _page(ctx: Context, held: ProposalRow, rows: Iterable[MeetingRow]) -> MeetingsPage:
    listed = list(rows)
    government = governments.government(ctx.session, ctx.government_id)
    points = meetings.points_of(ctx.session, [row.id for row in listed])
    is_running = held.state in RUNNING
    reader = actor_before(ctx, proposals.proposal_of(ctx.session, held))
    may_keep = any(reader.may(permission) for permission in KEEPERS)
    today = ctx.today(government.zone)
    return MeetingsPage(
        ProposalId(held.id),
        government.zone,
        today,
        tuple(
            _meeting(row, points[row.id], reader, today, is_open=is_running and may_keep) for row in listed
        ),
        is_running,
        may_keep,
    )


def _meeting(
    row: MeetingRow, points: list[MeetingPointRow], reader: Actor, today: date, *, is_open: bool
) -> MeetingView:
    may_write = is_open and reader.may(Permission.EDIT_LETTER)
    return MeetingView(
        row.id,
        row.meeting,
        row.reason,
        row.revision,
        row.begun_by,
        row.begun_at,
        tuple(_point(point, row, reader, today, may_note=is_open) for point in points),
        kinds_for(row.meeting) if may_write else (),
    )


def _point(
    row: MeetingPointRow, held: MeetingRow, reader: Actor, today: date, *, may_note: bool
) -> PointView:
    is_done = row.state == PointState.DONE
    responsible = Responsible(row.responsible)
    return PointView(
        row.id,
        held.id,
        held.held_on,
        row.number,
        row.text,
        responsible,
        row.responsible_name,
        row.due_on,
        row.due_on is not None and row.due_on < today and not is_done,
        is_done,
        row.outcome,
        row.done_by or "",
        row.done_at,
        row.note_id is not None,
        not is_done and may_settle(responsible, reader),
        may_note and not is_done and row.note_id is None,
    )
