"""What was agreed in a meeting: written down, carried out, and put as a note on a place."""

from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.audit.meeting_events import PointAgreed, PointCarriedOut
from orgflow.domain.meetings.meeting import (
    AgreedPoint,
    MeetingState,
    NotResponsible,
    PointSettled,
    PointState,
)
from orgflow.domain.meetings.responsible import DESKS, KEEPERS, Responsible, may_settle
from orgflow.domain.notes.anchoring import PlaceKind
from orgflow.domain.notes.note import NoteKind
from orgflow.domain.notices.kinds import NoticeKind
from orgflow.domain.values import ProposalId, UnitId, clean_text
from orgflow.services.context import Context
from orgflow.services.dossier import open_dossier
from orgflow.services.meetings import loaded, require_running, touch
from orgflow.services.note_places import place_at
from orgflow.services.notes import WriteNote, actor_before, put_note
from orgflow.services.notices import holders_of, tell
from orgflow.services.scope import scope_of
from orgflow.services.use_case import use_case
from orgflow.store import meetings, proposals
from orgflow.store.meetings import MeetingPointRow

OUTCOME_LENGTH = 2_000


@dataclass(frozen=True, slots=True)
class AgreePoint:
    """Write down what was agreed."""

    proposal_id: ProposalId
    meeting_id: UUID
    seen_revision: int
    point: AgreedPoint


@dataclass(frozen=True, slots=True)
class SettlePoint:
    """Tell that a point was carried out; ``outcome`` may be empty."""

    proposal_id: ProposalId
    meeting_id: UUID
    point_id: UUID
    outcome: str


@dataclass(frozen=True, slots=True)
class NotePoint:
    """Put a point as a note on the place that it is about."""

    proposal_id: ProposalId
    meeting_id: UUID
    point_id: UUID
    place_kind: PlaceKind
    place_key: str


@use_case(requires=KEEPERS)
def agree_point(ctx: Context, command: AgreePoint) -> UUID:
    """Write down what was agreed in a meeting that was held.

    Raises:
        UnknownProposal, UnknownMeeting, MeetingMovedOn, MeetingNotInState.
        As ``AgreedPoint.cleaned``.
    """
    held = loaded(ctx, command.proposal_id, command.meeting_id, command.seen_revision)
    held.meeting.check_state(MeetingState.HELD)
    point = command.point.cleaned(held.held_on)
    before = meetings.points_of(ctx.session, [held.id])[held.id]
    row = MeetingPointRow(
        id=ctx.new_id(),
        government_id=ctx.government_id,
        meeting_id=held.id,
        number=len(before) + 1,
        text=point.text,
        responsible=str(point.responsible),
        responsible_name=point.name,
        due_on=point.due_on,
        state=str(PointState.OPEN),
        outcome="",
    )
    ctx.session.add(row)
    touch(held)
    due = point.due_on.isoformat() if point.due_on is not None else ""
    subject = str(command.proposal_id)
    ctx.record(PointAgreed(subject, point.text, row.responsible, point.name, due))
    if point.responsible in DESKS:
        unit_id = UnitId(proposals.load_row(ctx.session, scope_of(ctx), command.proposal_id).unit_id)
        readers = holders_of(ctx, (DESKS[point.responsible],), unit_id)
        tell(ctx, NoticeKind.TASK_GIVEN, command.proposal_id, readers, task=point.text.rstrip("."))
    return row.id


@use_case(requires=KEEPERS)
def settle_point(ctx: Context, command: SettlePoint) -> UUID:
    """Tell that what was agreed was carried out; also after the proposal's road has ended.

    Raises:
        UnknownProposal, UnknownMeeting, UnknownPoint.
        NotResponsible: it is another's task.
        PointSettled: it was told before.
        TextTooLong, TextUnprintable.
    """
    held = proposals.load_row(ctx.session, scope_of(ctx), command.proposal_id)
    row = _point(ctx, command.proposal_id, command.meeting_id, command.point_id)
    actor = actor_before(ctx, proposals.proposal_of(ctx.session, held))
    if not may_settle(Responsible(row.responsible), actor):
        raise NotResponsible(point=row.text[:60])
    if row.state == PointState.DONE:
        raise PointSettled()
    row.outcome = clean_text(command.outcome, field="outcome", limit=OUTCOME_LENGTH)
    row.state, row.done_by, row.done_at = str(PointState.DONE), ctx.actor.name, ctx.now
    ctx.record(PointCarriedOut(str(command.proposal_id), row.text, row.outcome))
    return row.id


@use_case(requires=KEEPERS)
def note_point(ctx: Context, command: NotePoint) -> UUID:
    """Put a point as a comment on the place that it is about; once.

    Raises:
        UnknownProposal, MeetingsClosed, UnknownMeeting, UnknownPoint, UnknownPlace.
        PointSettled: it was carried out, or is a note already.
    """
    held = require_running(ctx, command.proposal_id)
    row = _point(ctx, command.proposal_id, command.meeting_id, command.point_id)
    if row.state == PointState.DONE or row.note_id is not None:
        raise PointSettled()
    dossier = open_dossier(ctx, held)
    place = place_at(ctx, dossier, command.place_kind, command.place_key)
    note = WriteNote(command.proposal_id, NoteKind.COMMENT, place.kind, place.key, row.text)
    row.note_id = put_note(ctx, note, place, _side(actor_before(ctx, dossier.proposal)))
    return row.note_id


def _point(ctx: Context, proposal_id: ProposalId, meeting_id: UUID, point_id: UUID) -> MeetingPointRow:
    """Return a point of a meeting about a proposal that is loaded."""
    held = meetings.meeting(ctx.session, proposal_id, meeting_id)
    return meetings.point(ctx.session, held.id, point_id)


def _side(actor: Actor) -> Permission | None:
    return next((permission for permission in KEEPERS if actor.may(permission)), None)
