"""Meetings of a proposal: called, held, what was agreed as tasks, and letters begun from them."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final
from uuid import UUID

import pytest

from orgflow.domain.access.roles import Permission, Role
from orgflow.domain.errors import Forbidden
from orgflow.domain.letters.kinds import LetterKind
from orgflow.domain.meetings.meeting import (
    AgreedPoint,
    MeetingKind,
    MeetingMovedOn,
    MeetingNotInState,
    MeetingNotYet,
    MeetingState,
    NotResponsible,
    PointSettled,
)
from orgflow.domain.meetings.responsible import Responsible
from orgflow.domain.notes.anchoring import PlaceKind
from orgflow.domain.notes.note import NoteKind
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import ProposalId
from orgflow.services.accounts import ChangeUser, change_user
from orgflow.services.history import proposal_history
from orgflow.services.letter_pages import letter_desk
from orgflow.services.meeting_letters import BeginMeetingLetter, begin_meeting_letter
from orgflow.services.meeting_pages import MeetingView, list_point_tasks, show_meeting
from orgflow.services.meeting_points import (
    AgreePoint,
    NotePoint,
    SettlePoint,
    agree_point,
    note_point,
    settle_point,
)
from orgflow.services.meetings import (
    CallMeeting,
    CancelMeeting,
    ChangeMeeting,
    MeetingPlan,
    MeetingsClosed,
    RecordMeeting,
    call_meeting,
    cancel_meeting,
    change_meeting,
    record_meeting,
)
from orgflow.services.note_pages import show_notes
from orgflow.store.meetings import UnknownMeeting
from orgflow.store.proposals import UnknownProposal
from tests.factories.authority import acting, lend, user_of
from tests.factories.governments import UMUM
from tests.factories.office import TODAY, Office, a_neighbour
from tests.factories.roads import a_draft, a_proposal_in, take

R = Role
PLAN: Final = MeetingPlan(
    MeetingKind.DISCUSSION,
    TODAY,
    "pukul 09.00 WIB",
    "Ruang Rapat Contoh",
    "pemaparan usulan",
    "Kepala Biro Hukum\nContoh Santosa | Kepala Dinas Kominfo",
)
AGREED: Final = AgreedPoint("matriks disempurnakan", Responsible.PROPOSER, due_on=TODAY + timedelta(days=7))


def call(office: Office, proposal_id: ProposalId, plan: MeetingPlan = PLAN) -> UUID:
    return call_meeting(office.context(R.BUREAU_HEAD), CallMeeting(proposal_id, plan))


def hold(office: Office, proposal_id: ProposalId, meeting_id: UUID) -> None:
    seen = the_meeting(office, proposal_id, meeting_id).revision
    command = RecordMeeting(
        proposal_id, meeting_id, seen, "Contoh Santosa | Kepala Dinas Kominfo", "Dipaparkan"
    )
    record_meeting(office.context(R.ORGANISATION_REVIEWER), command)


def agree(office: Office, proposal_id: ProposalId, meeting_id: UUID, point: AgreedPoint = AGREED) -> UUID:
    seen = the_meeting(office, proposal_id, meeting_id).revision
    command = AgreePoint(proposal_id, meeting_id, seen, point)
    return agree_point(office.context(R.ORGANISATION_REVIEWER), command)


def the_meeting(office: Office, proposal_id: ProposalId, meeting_id: UUID) -> MeetingView:
    return show_meeting(office.as_system(), proposal_id, meeting_id).meetings[0]


def tasks(office: Office, role: Role) -> list[str]:
    return [task.point.text for task in list_point_tasks(office.context(role))]


def test_what_was_agreed_is_a_task_of_whoever_carries_it_out_until_it_is(office: Office) -> None:
    proposal_id = a_draft(office)
    meeting_id = call(office, proposal_id)
    hold(office, proposal_id, meeting_id)
    point_id = agree(office, proposal_id, meeting_id)
    agree(office, proposal_id, meeting_id, AgreedPoint("pendapat hukum disiapkan", Responsible.LEGAL))

    assert tasks(office, R.DRAFTER) == tasks(office, R.BUREAU_HEAD) == ["matriks disempurnakan"]
    assert tasks(office, R.LEGAL_REVIEWER) == ["pendapat hukum disiapkan"]
    assert tasks(office, R.AUDITOR) == []
    command = SettlePoint(proposal_id, meeting_id, point_id, "Matriks halaman 2.")
    with pytest.raises(NotResponsible):
        settle_point(office.context(R.LEGAL_REVIEWER), command)
    settle_point(office.context(R.DRAFTER), command)
    with pytest.raises(PointSettled):
        settle_point(office.context(R.BUREAU_HEAD), command)

    assert tasks(office, R.DRAFTER) == []
    (done, left) = the_meeting(office, proposal_id, meeting_id).points
    assert (done.is_done, done.outcome, left.is_done) == (True, "Matriks halaman 2.", False)
    told = [event.event for event in proposal_history(office.as_system(), proposal_id)]
    for event in ("meeting_called", "meeting_held", "point_agreed", "point_carried_out"):
        assert f"proposal:{event}" in told


def test_a_lent_review_makes_nobody_the_proposer_of_another_units_proposal(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.LEGAL_REVIEW)
    meeting_id = call(office, proposal_id)
    hold(office, proposal_id, meeting_id)
    agree(office, proposal_id, meeting_id, AgreedPoint("pendapat hukum disiapkan", Responsible.LEGAL))
    own_id = agree(office, proposal_id, meeting_id)
    assistant = user_of(office, R.ASSISTANT)
    elsewhere = ChangeUser(assistant, 1, "Contoh", frozenset({R.DRAFTER}), office.units[UMUM])
    change_user(office.context(R.SYSTEM_ADMINISTRATOR), elsewhere)
    lend(office, R.LEGAL_REVIEWER, R.ASSISTANT, Permission.REVIEW_AS_LEGAL)
    ctx = acting(office, R.ASSISTANT)

    (shown,) = show_meeting(ctx, proposal_id, meeting_id).meetings

    assert [task.point.text for task in list_point_tasks(ctx)] == ["pendapat hukum disiapkan"]
    assert [(point.responsible, point.may_settle) for point in shown.points] == [
        (Responsible.LEGAL, True),
        (Responsible.PROPOSER, False),
    ]
    assert shown.letters == ()
    with pytest.raises(NotResponsible):
        settle_point(ctx, SettlePoint(proposal_id, meeting_id, own_id, ""))


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (LetterKind.INVITATION, {"meeting_on": TODAY.isoformat(), "agenda": "pemaparan usulan"}),
        (LetterKind.MINUTES, {"agreed": "matriks disempurnakan", "present": "Kepala Dinas Kominfo"}),
    ],
)
def test_a_letter_begun_from_a_meeting_is_told_what_it_knows(
    office: Office, kind: LetterKind, told: dict[str, str]
) -> None:
    proposal_id = a_draft(office)
    meeting_id = call(office, proposal_id)
    hold(office, proposal_id, meeting_id)
    agree(office, proposal_id, meeting_id)

    letter_id = begin_meeting_letter(
        office.context(R.DRAFTER), BeginMeetingLetter(proposal_id, meeting_id, kind)
    )

    given = letter_desk(office.context(R.DRAFTER), letter_id).details.given
    assert told.items() <= dict(given).items()


def test_a_point_becomes_a_note_on_a_place_once(office: Office) -> None:
    proposal_id = a_draft(office)
    meeting_id = call(office, proposal_id)
    hold(office, proposal_id, meeting_id)
    point_id = agree(office, proposal_id, meeting_id)
    command = NotePoint(proposal_id, meeting_id, point_id, PlaceKind.SECTION, "considerations")

    note_point(office.context(R.ORGANISATION_REVIEWER), command)

    (note,) = show_notes(office.as_system(), proposal_id).notes
    assert (note.kind, note.text, note.anchor.key) == (NoteKind.COMMENT, AGREED.text, "considerations")
    with pytest.raises(PointSettled):
        note_point(office.context(R.ORGANISATION_REVIEWER), command)


def test_a_meeting_is_held_on_its_day_and_agreed_in_once_held(office: Office) -> None:
    proposal_id = a_draft(office)
    later = call(office, proposal_id, replace(PLAN, held_on=date(2026, 3, 24)))

    with pytest.raises(MeetingNotYet):
        hold(office, proposal_id, later)
    with pytest.raises(MeetingNotInState):
        agree(office, proposal_id, later)
    with pytest.raises(MeetingNotInState):
        begin_meeting_letter(
            office.context(R.DRAFTER), BeginMeetingLetter(proposal_id, later, LetterKind.MINUTES)
        )
    cancel_meeting(office.context(R.BUREAU_HEAD), CancelMeeting(proposal_id, later, 1, "Ditunda."))
    with pytest.raises(MeetingNotInState):
        change_meeting(office.context(R.BUREAU_HEAD), ChangeMeeting(proposal_id, later, 2, PLAN))

    assert the_meeting(office, proposal_id, later).meeting.state is MeetingState.CANCELLED


def test_who_is_second_is_told_and_strangers_find_nothing(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.ORG_REVIEW)
    meeting_id = call(office, proposal_id)
    stranger = a_neighbour(office).context(R.BUREAU_HEAD)

    with pytest.raises(MeetingMovedOn):
        change_meeting(office.context(R.BUREAU_HEAD), ChangeMeeting(proposal_id, meeting_id, 9, PLAN))
    with pytest.raises(Forbidden):
        call_meeting(office.context(R.AUDITOR), CallMeeting(proposal_id, PLAN))
    with pytest.raises(UnknownProposal):
        call_meeting(stranger, CallMeeting(proposal_id, PLAN))
    with pytest.raises(UnknownMeeting):
        show_meeting(office.as_system(), proposal_id, UUID(int=1))
    take(office, proposal_id, Action.REJECT, R.ORGANISATION_REVIEWER, reason="Tidak tepat.")
    with pytest.raises(MeetingsClosed):
        call(office, proposal_id)

    assert the_meeting(office, proposal_id, meeting_id).revision == 1
