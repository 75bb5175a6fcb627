"""Meetings about a proposal: called, changed, held, cancelled, and what came of them."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from orgflow.domain.audit.meeting_events import MeetingCalled, MeetingCancelled, MeetingChanged, MeetingHeld
from orgflow.domain.errors import RuleBroken
from orgflow.domain.meetings.meeting import Meeting, MeetingKind, MeetingMovedOn, MeetingState
from orgflow.domain.meetings.responsible import KEEPERS
from orgflow.domain.notices.kinds import NoticeKind
from orgflow.domain.proposals.states import RUNNING
from orgflow.domain.values import ProposalId, TextEmpty, clean_text
from orgflow.services.context import Context
from orgflow.services.scope import scope_of, today_of
from orgflow.services.telling_steps import tell_drafters
from orgflow.services.use_case import use_case
from orgflow.store import meetings, proposals
from orgflow.store.meetings import MeetingRow
from orgflow.store.proposals import ProposalRow


class MeetingsClosed(RuleBroken):
    """The proposal's road has ended; no more meetings are called about it."""

    code = "meetings_closed"


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """What is told of a meeting before it is; lists stand one a line."""

    kind: MeetingKind
    held_on: date
    time: str = ""
    venue: str = ""
    agenda: str = ""
    invited: str = ""


@dataclass(frozen=True, slots=True)
class CallMeeting:
    """Call a meeting about a proposal."""

    proposal_id: ProposalId
    plan: MeetingPlan


@dataclass(frozen=True, slots=True)
class ChangeMeeting:
    """Tell otherwise of a meeting."""

    proposal_id: ProposalId
    meeting_id: UUID
    seen_revision: int
    plan: MeetingPlan


@dataclass(frozen=True, slots=True)
class RecordMeeting:
    """Tell who came to a meeting and what was said."""

    proposal_id: ProposalId
    meeting_id: UUID
    seen_revision: int
    present: str
    said: str


@dataclass(frozen=True, slots=True)
class CancelMeeting:
    """Call a meeting off."""

    proposal_id: ProposalId
    meeting_id: UUID
    seen_revision: int
    reason: str


@use_case(requires=KEEPERS)
def call_meeting(ctx: Context, command: CallMeeting) -> UUID:
    """Call a meeting about a running proposal; its day may have been already.

    Raises:
        UnknownProposal, MeetingsClosed.
        As ``Meeting.cleaned``.
    """
    require_running(ctx, command.proposal_id)
    plan = command.plan
    meeting = Meeting(
        plan.kind, MeetingState.PLANNED, plan.held_on, plan.time, plan.venue, plan.agenda, plan.invited
    ).cleaned()
    row = MeetingRow(
        id=ctx.new_id(),
        government_id=ctx.government_id,
        proposal_id=command.proposal_id,
        reason="",
        revision=1,
        begun_by=ctx.actor.name,
        begun_at=ctx.now,
    )
    _write(row, meeting)
    ctx.session.add(row)
    subject, day = str(command.proposal_id), meeting.held_on.isoformat()
    ctx.record(MeetingCalled(subject, str(meeting.kind), day, meeting.venue))
    if meeting.held_on >= today_of(ctx):
        _tell(ctx, command.proposal_id, NoticeKind.MEETING_CALLED, meets_on=day)
    return row.id


@use_case(requires=KEEPERS)
def change_meeting(ctx: Context, command: ChangeMeeting) -> UUID:
    """Tell otherwise of a meeting that was not cancelled.

    Raises:
        UnknownProposal, UnknownMeeting, MeetingMovedOn.
        MeetingNotInState, MeetingNotYet: as ``Meeting.check_held``, once it was held.
        As ``Meeting.cleaned``.
    """
    row = loaded(ctx, command.proposal_id, command.meeting_id, command.seen_revision)
    before, plan = row.meeting, command.plan
    before.check_state(MeetingState.PLANNED, MeetingState.HELD)
    after = replace(
        before,
        kind=plan.kind,
        held_on=plan.held_on,
        time=plan.time,
        venue=plan.venue,
        agenda=plan.agenda,
        invited=plan.invited,
    ).cleaned()
    if after.state is MeetingState.HELD:
        after.check_held(today_of(ctx))
    _write(row, after)
    touch(row)
    subject = str(command.proposal_id)
    ctx.record(MeetingChanged(subject, str(after.kind), _told(before), _told(after)))
    _tell_changed(ctx, command.proposal_id, before, after)
    return row.id


@use_case(requires=KEEPERS)
def record_meeting(ctx: Context, command: RecordMeeting) -> UUID:
    """Tell who came and what was said; told again, it replaces what was told.

    Raises:
        UnknownProposal, UnknownMeeting, MeetingMovedOn.
        MeetingNotInState, MeetingNotYet: as ``Meeting.check_held``.
        TextEmpty: nobody came.
        As ``Meeting.cleaned``.
    """
    row = loaded(ctx, command.proposal_id, command.meeting_id, command.seen_revision)
    row.meeting.check_held(today_of(ctx))
    told = replace(row.meeting, state=MeetingState.HELD, present=command.present, said=command.said)
    held = told.cleaned()
    if not held.present:
        raise TextEmpty(field="present")
    _write(row, held)
    touch(row)
    subject, day = str(command.proposal_id), held.held_on.isoformat()
    ctx.record(MeetingHeld(subject, str(held.kind), day, held.present))
    return row.id


@use_case(requires=KEEPERS)
def cancel_meeting(ctx: Context, command: CancelMeeting) -> UUID:
    """Call off a meeting that was not held.

    Raises:
        UnknownProposal, UnknownMeeting, MeetingMovedOn, MeetingNotInState.
        TextEmpty: no reason; TextTooLong, TextUnprintable.
    """
    row = loaded(ctx, command.proposal_id, command.meeting_id, command.seen_revision)
    row.meeting.check_state(MeetingState.PLANNED)
    row.reason = clean_text(command.reason, field="reason", limit=2_000)
    if not row.reason:
        raise TextEmpty(field="reason")
    row.state = str(MeetingState.CANCELLED)
    touch(row)
    subject, day = str(command.proposal_id), row.held_on.isoformat()
    ctx.record(MeetingCancelled(subject, row.kind, day, row.reason))
    if row.held_on >= today_of(ctx):
        _tell(ctx, command.proposal_id, NoticeKind.MEETING_CANCELLED, meets_on=day)
    return row.id


def require_running(ctx: Context, proposal_id: ProposalId) -> ProposalRow:
    """Return a proposal's row, refusing what is done for running proposals only, in the gate's session.

    Raises:
        UnknownProposal, MeetingsClosed.
    """
    held = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    if held.state not in RUNNING:
        raise MeetingsClosed(state=held.state)
    return held


def loaded(ctx: Context, proposal_id: ProposalId, meeting_id: UUID, seen: int) -> MeetingRow:
    """Return a meeting at the revision that was seen, in the gate's session.

    Raises:
        UnknownProposal, UnknownMeeting, MeetingMovedOn.
    """
    proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    row = meetings.meeting(ctx.session, proposal_id, meeting_id)
    if row.revision != seen:
        raise MeetingMovedOn(present=row.revision)
    return row


def touch(row: MeetingRow) -> None:
    """Give a meeting its next revision."""
    row.revision += 1


def _write(row: MeetingRow, meeting: Meeting) -> None:
    row.kind, row.state, row.held_on = str(meeting.kind), str(meeting.state), meeting.held_on
    row.time, row.venue, row.agenda = meeting.time, meeting.venue, meeting.agenda
    row.invited, row.present, row.said = meeting.invited, meeting.present, meeting.said


def _told(meeting: Meeting) -> str:
    return "\n".join(
        part for part in (meeting.held_on.isoformat(), meeting.time, meeting.venue, meeting.agenda) if part
    )


def _tell_changed(ctx: Context, proposal_id: ProposalId, before: Meeting, after: Meeting) -> None:
    """Tell whoever was called to a meeting still to come that it is on another day, or otherwise there."""
    is_ahead = max(before.held_on, after.held_on) >= today_of(ctx)
    if after.state is not MeetingState.PLANNED or not is_ahead:
        return
    day = after.held_on.isoformat()
    if before.held_on != after.held_on:
        was = before.held_on.isoformat()
        _tell(ctx, proposal_id, NoticeKind.MEETING_MOVED, was_on=was, meets_on=day)
    elif (before.time, before.venue) != (after.time, after.venue):
        _tell(ctx, proposal_id, NoticeKind.MEETING_CHANGED, meets_on=day)


def _tell(ctx: Context, proposal_id: ProposalId, kind: NoticeKind, **words: str) -> None:
    """Tell the bureau's people whom a meeting calls; the others are invited by letter."""
    tell_drafters(ctx, proposals.load_row(ctx.session, scope_of(ctx), proposal_id), kind, **words)
