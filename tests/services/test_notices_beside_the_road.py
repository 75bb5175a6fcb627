"""What happens beside the road is told to those it concerns: meetings, tasks, stand-ins, notes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from orgflow.domain.access.roles import Permission, Role
from orgflow.domain.meetings.meeting import AgreedPoint, MeetingKind
from orgflow.domain.meetings.responsible import Responsible
from orgflow.domain.notes.anchoring import PlaceKind
from orgflow.domain.notes.note import NoteAct, NoteKind
from orgflow.domain.proposals.deadlines import Deadline
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import ProposalId
from orgflow.services.commencing_by_itself import commence_due
from orgflow.services.deadlines import SetDeadline, set_deadline
from orgflow.services.delegations import RecallDelegation, recall_delegation
from orgflow.services.enactment import Promulgate, promulgate
from orgflow.services.meeting_points import AgreePoint, agree_point
from orgflow.services.meetings import (
    CallMeeting,
    CancelMeeting,
    ChangeMeeting,
    MeetingPlan,
    RecordMeeting,
    call_meeting,
    cancel_meeting,
    change_meeting,
    record_meeting,
)
from orgflow.services.notes import ReplyToNote, WriteNote, reply_to_note, write_note
from orgflow.services.notice_pages import list_notices
from orgflow.services.reminders import remind_all
from tests.factories.authority import acting, lend
from tests.factories.governments import HUMAS
from tests.factories.office import TODAY, Office, an_office
from tests.factories.registry import Keeper
from tests.factories.roads import EFFECTIVE_ON, a_draft, a_proposal_in, go, revision, take

R, S = Role, ProposalState


@pytest.fixture
def office(sqlite_url: str, tmp_path: Path) -> Iterator[Office]:
    """An office on SQLite: how notices are written is tested on both."""
    office = an_office(sqlite_url, tmp_path)
    yield office
    office.close()


def sentences(office: Office, role: Role) -> list[str]:
    """Return what a role's holder was told, the newest first."""
    return [notice.told.said() for notice in list_notices(office.context(role)).notices]


def a_held_meeting(office: Office, proposal_id: ProposalId) -> UUID:
    """Return a meeting that Biro Organisasi called and that was held."""
    ctx = office.context(R.ORGANISATION_REVIEWER)
    plan = MeetingPlan(
        MeetingKind.DISCUSSION, TODAY, "pukul 09.00 WIB", "Ruang Contoh", "pemaparan", "Kepala Biro"
    )
    meeting_id = call_meeting(ctx, CallMeeting(proposal_id, plan))
    record_meeting(ctx, RecordMeeting(proposal_id, meeting_id, 1, "Kepala Biro", "Dipaparkan"))
    return meeting_id


def test_the_drafters_are_called_to_a_meeting_and_the_responsible_given_their_tasks(office: Office) -> None:
    proposal_id = a_draft(office)
    meeting_id = a_held_meeting(office, proposal_id)
    point = AgreedPoint("matriks diperiksa Biro Hukum", Responsible.LEGAL)

    agree_point(office.context(R.ORGANISATION_REVIEWER), AgreePoint(proposal_id, meeting_id, 2, point))

    assert sentences(office, R.BUREAU_HEAD) == [
        f"Anda diundang rapat pada 2 Maret 2026 tentang usulan {HUMAS}."
    ]
    assert sentences(office, R.LEGAL_REVIEWER) == ["Tugas untuk Anda: matriks diperiksa Biro Hukum."]


def test_whoever_was_called_is_told_that_the_meeting_is_moved_changed_or_cancelled(office: Office) -> None:
    proposal_id, ctx = a_draft(office), office.context(R.ORGANISATION_REVIEWER)
    plan = MeetingPlan(MeetingKind.DISCUSSION, TODAY, "pukul 09.00 WIB", "Ruang Contoh")
    meeting_id = call_meeting(ctx, CallMeeting(proposal_id, plan))
    moved = replace(plan, held_on=TODAY + timedelta(days=2))
    elsewhere = replace(moved, venue="Aula Contoh")
    unheard = replace(elsewhere, agenda="pemaparan usulan")

    for seen, then in enumerate((moved, elsewhere, unheard), start=1):
        change_meeting(ctx, ChangeMeeting(proposal_id, meeting_id, seen, then))
    cancel_meeting(ctx, CancelMeeting(proposal_id, meeting_id, 4, "Menunggu data."))

    assert sentences(office, R.BUREAU_HEAD)[:-1] == [
        f"Rapat 4 Maret 2026 tentang usulan {HUMAS} dibatalkan.",
        f"Waktu atau tempat rapat 4 Maret 2026 tentang usulan {HUMAS} diubah.",
        f"Rapat tentang usulan {HUMAS} dipindahkan dari 2 Maret 2026 ke 4 Maret 2026.",
    ]


def test_nobody_is_told_otherwise_of_a_meeting_that_has_been(office: Office) -> None:
    proposal_id = a_draft(office)
    meeting_id, ctx = a_held_meeting(office, proposal_id), office.context(R.ORGANISATION_REVIEWER)
    earlier = MeetingPlan(MeetingKind.DISCUSSION, TODAY - timedelta(days=1), "pukul 10.00 WIB", "Aula Contoh")

    change_meeting(ctx, ChangeMeeting(proposal_id, meeting_id, 2, earlier))

    assert len(sentences(office, R.BUREAU_HEAD)) == 1


def test_who_stands_in_is_told_when_it_begins_and_when_it_is_taken_back(office: Office) -> None:
    delegation_id = lend(office, R.LEGAL_REVIEWER, R.ORGANISATION_REVIEWER, Permission.REVIEW_AS_LEGAL)
    recalling = RecallDelegation(delegation_id, 1, "Sudah kembali")

    recall_delegation(acting(office, R.LEGAL_REVIEWER), recalling)

    ends, begins = sentences(office, R.ORGANISATION_REVIEWER)
    assert begins.endswith("mulai 2 Maret 2026 sampai dengan 6 Maret 2026.")
    assert ends.endswith("sejak 2 Maret 2026.")
    assert sentences(office, R.LEGAL_REVIEWER) == []


def test_a_question_asked_once_more_of_a_draft_is_told_to_its_drafters(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.ORG_REVIEW)
    reviewer = office.context(R.ORGANISATION_REVIEWER)
    place = (PlaceKind.SECTION, "considerations")
    note_id = write_note(reviewer, WriteNote(proposal_id, NoteKind.QUESTION, *place, "Mohon datanya."))
    take(office, proposal_id, Action.RETURN, R.ORGANISATION_REVIEWER, reason="Lihat catatan.")

    reply_to_note(reviewer, ReplyToNote(proposal_id, note_id, 1, NoteAct.FOLLOW_UP, "Data 2025 juga."))

    newest, *_ = sentences(office, R.BUREAU_HEAD)
    assert newest == f"Catatan {reviewer.actor.name} pada usulan {HUMAS} perlu Anda jawab."


def test_the_drafters_are_told_that_their_proposal_commenced(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.PROMULGATED)

    go(office, proposal_id, Action.COMMENCE)

    newest, *_ = sentences(office, R.BUREAU_HEAD)
    assert newest == f"Usulan {HUMAS} diberlakukan, berlaku mulai 1 April 2026."


@pytest.mark.parametrize(("day", "count"), [(EFFECTIVE_ON, 0), (None, 1)])
def test_of_a_promulgated_pergub_only_a_missing_day_is_told_and_reminded_of(
    office: Office, day: date | None, count: int
) -> None:
    admin = office.context(R.SYSTEM_ADMINISTRATOR)
    set_deadline(admin, SetDeadline(str(S.PROMULGATED), 0, Deadline(5, "CONTOH", is_verified=False)))
    proposal_id = a_proposal_in(office, S.ENACTED)

    command = Promulgate(proposal_id, revision(office, proposal_id), "UJI-BD-002", TODAY, day)
    promulgate(office.context(R.LEGAL_REVIEWER), command)
    office.clock.set_to(date(2026, 3, 12))
    remind_all(office.as_system())

    told = sentences(office, R.LETTER_ADMINISTRATOR)
    missing = f"Pergub usulan {HUMAS} sudah diundangkan; hari mulai berlakunya menunggu dicatat."
    assert told.count(missing) == count
    assert len([said for said in told if "diundangkan" in said]) == count
    for role in (R.LETTER_ADMINISTRATOR, R.LEGAL_REVIEWER):
        assert len([said for said in sentences(office, role) if "Batas waktu Anda" in said]) == count


def test_whoever_decides_is_told_of_a_pergub_that_cannot_commence_by_itself(office: Office) -> None:
    a_proposal_in(office, S.PROMULGATED)
    Keeper.of(office).rename(HUMAS, EFFECTIVE_ON - timedelta(days=1), "Biro Lain")
    office.clock.set_to(EFFECTIVE_ON)

    for _ in range(2):
        commence_due(office.as_system())

    told = [said for said in sentences(office, R.LETTER_ADMINISTRATOR) if "dengan sendirinya" in said]
    assert told == [
        "Usulan Biro Lain tidak dapat berlaku dengan sendirinya pada 1 April 2026 dan menunggu keputusan."
    ]


def test_of_a_held_pergub_whoever_decides_is_reminded_and_those_above_are_told(office: Office) -> None:
    admin = office.context(R.SYSTEM_ADMINISTRATOR)
    short = Deadline(5, "CONTOH", is_verified=False, escalate_after=5)
    set_deadline(admin, SetDeadline(str(S.PROMULGATED), 0, short))
    a_proposal_in(office, S.PROMULGATED)
    Keeper.of(office).rename(HUMAS, EFFECTIVE_ON - timedelta(days=1), "Biro Lain")
    office.clock.set_to(EFFECTIVE_ON)
    assert remind_all(office.as_system()) == 0

    commence_due(office.as_system())
    remind_all(office.as_system())

    reminded = [said for said in sentences(office, R.LETTER_ADMINISTRATOR) if "Batas waktu Anda" in said]
    assert len(reminded) == 1
    assert len([said for said in sentences(office, R.SECRETARY) if "Biro Lain" in said]) == 1
