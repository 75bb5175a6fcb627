"""A meeting is called, held, and tells its letters what it knows."""

from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.letters.details import clean_details
from orgflow.domain.letters.kinds import LetterKind
from orgflow.domain.meetings.letter_details import details_from, kinds_for
from orgflow.domain.meetings.meeting import (
    LINES_MOST,
    AgreedPoint,
    DueBeforeMeeting,
    Meeting,
    MeetingKind,
    MeetingListTooLong,
    MeetingNotInState,
    MeetingNotYet,
    MeetingState,
    Person,
    PersonUnreadable,
    ResponsibleUnnamed,
    people_in,
)
from orgflow.domain.meetings.responsible import Responsible, may_settle, tasks_of
from orgflow.domain.values import TextEmpty
from tests.factories.access import an_actor

DAY: Final = date(2026, 3, 24)
K, R, S = LetterKind, Responsible, MeetingState
MEETING: Final = Meeting(
    MeetingKind.DISCUSSION,
    S.HELD,
    DAY,
    time="pukul 09.00 WIB",
    venue="Ruang Rapat Contoh",
    agenda="pemaparan usulan\npersandingan tugas",
    invited="Kepala Biro Hukum\nContoh Santosa | Kepala Dinas Kominfo",
    present="Contoh Santosa | Kepala Dinas Kominfo\nContoh Lestari | Kepala Dinas Kominfo",
    said="Biro memaparkan usulan",
)


def test_a_line_names_an_office_or_a_person_with_an_office() -> None:
    assert people_in("Kepala Biro Hukum\n Contoh Satu | Asisten ") == (
        Person("", "Kepala Biro Hukum"),
        Person("Contoh Satu", "Asisten"),
    )


@pytest.mark.parametrize(
    ("kind", "key", "told"),
    [
        (K.INVITATION, "addressees", "Kepala Biro Hukum\n\nKepala Dinas Kominfo"),
        (K.INVITATION, "agenda", "pemaparan usulan\npersandingan tugas"),
        (
            K.ATTENDANCE,
            "people",
            "Contoh Santosa | Kepala Dinas Kominfo\nContoh Lestari | Kepala Dinas Kominfo",
        ),
        (K.MINUTES, "present", "Kepala Dinas Kominfo"),
        (K.MINUTES, "agreed", "matriks disempurnakan\nusulan dilanjutkan"),
        (K.NOTES, "said", "Biro memaparkan usulan"),
        (K.NOTES, "concluded", "matriks disempurnakan\nusulan dilanjutkan"),
        (K.NOTES, "meeting_time", "pukul 09.00 WIB"),
    ],
)
def test_each_letter_is_told_what_the_meeting_knows(kind: LetterKind, key: str, told: str) -> None:
    details = details_from(MEETING, ("matriks disempurnakan", "usulan dilanjutkan"), kind)

    assert details[key] == told
    assert clean_details(kind, details)["meeting_on"] == DAY.isoformat()


def test_before_a_meeting_its_attendance_list_names_who_is_invited() -> None:
    planned = replace(MEETING, state=S.PLANNED, present="")

    assert details_from(planned, (), K.ATTENDANCE)["people"].split("\n")[0] == "| Kepala Biro Hukum"
    assert kinds_for(planned) == (K.INVITATION, K.ATTENDANCE)
    assert kinds_for(replace(planned, state=S.CANCELLED)) == ()


def test_what_is_not_known_yet_is_left_out_so_that_the_letter_shows_a_gap() -> None:
    bare = Meeting(MeetingKind.DISCUSSION, S.PLANNED, DAY)

    assert details_from(bare, (), K.INVITATION) == {"meeting_on": "2026-03-24"}


def test_what_came_of_a_meeting_is_told_on_its_day_or_later() -> None:
    MEETING.check_held(DAY)

    with pytest.raises(MeetingNotYet):
        MEETING.check_held(date(2026, 3, 23))
    with pytest.raises(MeetingNotInState):
        replace(MEETING, state=S.CANCELLED).check_held(DAY)


def test_lists_are_kept_without_empty_lines_and_refused_when_unreadable() -> None:
    assert replace(MEETING, agenda="\n satu \n\n dua\n").cleaned().agenda == "satu\ndua"

    with pytest.raises(PersonUnreadable) as refused:
        replace(MEETING, invited="Kepala Biro Hukum\na | b | c").cleaned()
    with pytest.raises(MeetingListTooLong):
        replace(MEETING, said="x\n" * (LINES_MOST + 1)).cleaned()

    assert refused.value.facts["line"] == 2


def test_a_point_says_who_carries_it_out_and_is_due_after_the_meeting() -> None:
    point = AgreedPoint(" matriks  disempurnakan ", R.PROPOSER, "tidak dipakai", DAY).cleaned(DAY)

    assert point == AgreedPoint("matriks disempurnakan", R.PROPOSER, "", DAY)
    with pytest.raises(ResponsibleUnnamed):
        AgreedPoint("surat dikirim", R.OTHER).cleaned(DAY)
    with pytest.raises(DueBeforeMeeting):
        AgreedPoint("surat dikirim", R.LEGAL, due_on=date(2026, 3, 23)).cleaned(DAY)
    with pytest.raises(TextEmpty):
        AgreedPoint("  ", R.LEGAL).cleaned(DAY)


@pytest.mark.parametrize(
    ("role", "tasks"),
    [
        (Role.DRAFTER, {R.PROPOSER}),
        (Role.ORGANISATION_REVIEWER, {R.ORGANISATION}),
        (Role.LETTER_ADMINISTRATOR, {R.OFFICE}),
        (Role.AUDITOR, set()),
    ],
)
def test_a_point_is_the_task_of_whoever_sits_at_that_desk(role: Role, tasks: set[Responsible]) -> None:
    actor = an_actor(role)

    assert tasks_of(actor) == tasks
    assert all(may_settle(one, actor) is (one in tasks) for one in R if one is not R.OTHER)
    assert may_settle(R.OTHER, actor) is bool(tasks)
