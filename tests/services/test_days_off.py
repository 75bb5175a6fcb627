"""Days off, decrees and deadlines kept on both databases, and told in the history."""

from dataclasses import replace
from datetime import date

import pytest

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.days_off import DayOff, DayOffKind, DayOffTwice, Decree
from orgflow.domain.proposals.deadlines import Deadline, UnknownStepCode
from orgflow.services.context import Context
from orgflow.services.days_off import (
    AddDay,
    AddDecree,
    ChangeDay,
    RemoveDay,
    add_day,
    add_decree,
    change_day,
    list_days_off,
    remove_day,
)
from orgflow.services.deadlines import SetDeadline, list_deadlines, set_deadline, show_deadline
from orgflow.services.history import show_history
from orgflow.services.settings import NothingChanged
from orgflow.services.starting.deadlines import deadlines_to_begin
from orgflow.services.starting.national_days import national_decrees
from orgflow.services.use_case import read
from orgflow.services.working_days import workdays_of
from orgflow.store.days_off import UnknownDayOff
from orgflow.store.proposals import StaleRevision
from tests.factories.office import Office, a_neighbour

ANNIVERSARY = DayOff(
    date(2026, 5, 13), DayOffKind.LOCAL, "Hari jadi", "Karangan untuk uji", is_verified=False
)
FIRST, LAST = date(2026, 5, 12), date(2026, 5, 18)
DEADLINE = Deadline(5, "Ketentuan karangan", is_verified=False, remind_before=2)


@read(requires=())
def counted(ctx: Context, as_of: date | None = None) -> int:
    """Return the working days of a week in May, as they stand or were known at noon of a day."""
    instant = ctx.now.replace(year=as_of.year, month=as_of.month, day=as_of.day) if as_of else None
    return workdays_of(ctx, instant).between(FIRST, LAST)


def told(office: Office, event: str) -> list[str]:
    """Return what the history tells of a kind of event, the newest first."""
    return [one.payload for one in show_history(office.context(Role.AUDITOR)).events if one.event == event]


def test_a_new_government_begins_with_the_national_days(office: Office) -> None:
    ctx = office.context(Role.SYSTEM_ADMINISTRATOR)

    held = [day.entry for year in (2025, 2026, 2027) for day in list_days_off(ctx, year).days]

    assert sorted(held, key=lambda one: one.day) == sorted(
        (day for entry in national_decrees() for day in entry.days), key=lambda one: one.day
    )


def test_a_local_day_counts_from_when_it_was_kept_until_it_is_taken_out(office: Office) -> None:
    ctx = office.context(Role.LETTER_ADMINISTRATOR)
    office.clock.set_to(date(2026, 4, 1))
    day_id = add_day(ctx, AddDay(ANNIVERSARY, None))
    assert counted(ctx) == 1
    office.clock.set_to(date(2026, 4, 20))

    remove_day(ctx, RemoveDay(day_id, 1, "batal menjadi hari libur"))

    assert counted(ctx) == 2
    assert counted(ctx, date(2026, 4, 10)) == 1
    assert counted(ctx, date(2026, 3, 10)) == 2
    assert "batal menjadi hari libur" in told(office, "day_off:changed")[0]
    with pytest.raises(UnknownDayOff):
        remove_day(ctx, RemoveDay(day_id, 2, "lagi"))


def test_a_decree_with_a_day_that_is_off_already_is_not_kept_at_all(office: Office) -> None:
    ctx = office.context(Role.SYSTEM_ADMINISTRATOR)
    decree = Decree(2026, "SKB CONTOH", None, None, "Karangan untuk uji", is_verified=False)
    leave = replace(ANNIVERSARY, kind=DayOffKind.COLLECTIVE)
    christmas = replace(leave, day=date(2026, 12, 25))

    with pytest.raises(DayOffTwice):
        add_decree(ctx, AddDecree(decree, (leave, christmas)))
    assert counted(ctx) == 2
    add_decree(ctx, AddDecree(decree, (leave,)))

    assert counted(ctx) == 1
    assert "13 Mei 2026 (cuti bersama) Hari jadi" in told(office, "holiday_decree:changed")[0]


def test_who_saw_an_older_day_does_not_overwrite_it(office: Office) -> None:
    ctx = office.context(Role.SYSTEM_ADMINISTRATOR)
    day_id = add_day(ctx, AddDay(ANNIVERSARY, None))
    change_day(ctx, ChangeDay(day_id, 1, "Hari jadi provinsi", "naskahnya", is_verified=True))

    with pytest.raises(StaleRevision):
        change_day(ctx, ChangeDay(day_id, 1, "Lain", "lain", is_verified=False))
    with pytest.raises(NothingChanged):
        change_day(ctx, ChangeDay(day_id, 2, "Hari jadi provinsi", "naskahnya", is_verified=True))


def test_another_government_neither_sees_nor_touches_a_day(office: Office) -> None:
    day_id = add_day(office.context(Role.SYSTEM_ADMINISTRATOR), AddDay(ANNIVERSARY, None))
    stranger = a_neighbour(office).context(Role.SYSTEM_ADMINISTRATOR)

    with pytest.raises(UnknownDayOff):
        remove_day(stranger, RemoveDay(day_id, 1, "milik orang"))
    assert counted(stranger) == 2


def test_days_off_and_deadlines_are_kept_by_who_keeps_the_settings(office: Office) -> None:
    drafter = office.context(Role.DRAFTER)

    with pytest.raises(PermissionMissing):
        add_day(drafter, AddDay(ANNIVERSARY, None))
    with pytest.raises(PermissionMissing):
        set_deadline(drafter, SetDeadline("draft", 0, DEADLINE))


def test_a_desk_is_given_a_deadline_another_and_none(office: Office) -> None:
    ctx = office.context(Role.SYSTEM_ADMINISTRATOR)
    begun = {code: held.deadline for code, held in list_deadlines(ctx) if held.deadline.working_days}
    assert begun == deadlines_to_begin()

    set_deadline(ctx, SetDeadline("legal_review", 0, DEADLINE))
    set_deadline(ctx, SetDeadline("legal_review", 1, replace(DEADLINE, working_days=7)))
    with pytest.raises(StaleRevision):
        set_deadline(ctx, SetDeadline("legal_review", 1, DEADLINE))
    with pytest.raises(UnknownStepCode):
        set_deadline(ctx, SetDeadline("rejected", 0, DEADLINE))
    set_deadline(ctx, SetDeadline("legal_review", 2, replace(DEADLINE, working_days=None)))

    assert show_deadline(ctx, "legal_review").deadline == Deadline(None, "", is_verified=False)
    assert len(told(office, "deadline:changed")) == 3
    assert "7 hari kerja" in told(office, "deadline:changed")[1]
