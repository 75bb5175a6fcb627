"""The calendar of due dates at its secret address."""

import re

from flask import Flask
from icalendar import Calendar

from orgflow.domain.access.roles import Role
from orgflow.domain.proposals.deadlines import Deadline
from orgflow.domain.proposals.states import ProposalState
from orgflow.services.accounts import AddUser, CloseAccount, add_user, close_account
from orgflow.services.deadlines import SetDeadline, set_deadline
from tests.factories.governments import HUMAS, UMUM
from tests.factories.office import Office
from tests.factories.roads import a_proposal_in
from tests.web.beginnings import PASSWORD
from tests.web.test_rule_pages import signed_in
from tests.web.visitor import Visitor

ACCOUNT = "/akun"
MAKE = "/akun/kalender"


def address_of(visitor: Visitor) -> str:
    """Return the path of the calendar that the visitor has just been given."""
    answer = visitor.send(ACCOUNT, MAKE)
    found = re.search(r"http://[^/]+(/kalender/[\w-]{43}\.ics)", answer.get_data(as_text=True))
    assert found is not None
    return found[1]


def titles(app: Flask, path: str) -> list[str]:
    """Return the titles in a calendar, read by somebody who has nothing but its address."""
    answer = app.test_client().get(path)
    assert answer.status_code == 200
    assert answer.mimetype == "text/calendar"
    assert "Set-Cookie" not in answer.headers
    return [str(event["summary"]) for event in Calendar.from_ical(answer.get_data()).walk("VEVENT")]


def test_whoever_has_the_address_reads_the_due_dates_and_nobodys_name(app: Flask, office: Office) -> None:
    a_proposal_in(office, ProposalState.MINISTRY_REVIEW)
    visitor = signed_in(app, office, Role.BUREAU_HEAD)

    path = address_of(visitor)

    assert titles(app, path) == [f"Tenggat jawaban Kemendagri: {HUMAS} menjadi Biro Administrasi Pimpinan"]
    content = app.test_client().get(path).get_data(as_text=True)
    event = Calendar.from_ical(content).walk("VEVENT")[0]
    assert event.decoded("dtstart").isoformat() == "2026-03-30"
    assert "ATTENDEE" not in content
    assert "ORGANIZER" not in content
    assert "Contoh" not in content


def test_a_calendar_holds_what_its_owner_may_see(app: Flask, office: Office) -> None:
    a_proposal_in(office, ProposalState.MINISTRY_REVIEW)
    add_user(
        office.context(Role.SYSTEM_ADMINISTRATOR),
        AddUser("kepala.lain", "Contoh", frozenset({Role.BUREAU_HEAD}), office.units[UMUM], PASSWORD, False),
    )
    stranger = Visitor.of(app)
    stranger.sign_in("kepala.lain", PASSWORD)

    assert titles(app, address_of(stranger)) == []


def test_a_desk_without_a_deadline_is_in_no_calendar(app: Flask, office: Office) -> None:
    a_proposal_in(office, ProposalState.MINISTRY_REVIEW)
    none = SetDeadline("ministry_review", 1, Deadline(None, "", is_verified=False))
    set_deadline(office.context(Role.SYSTEM_ADMINISTRATOR), none)

    assert titles(app, address_of(signed_in(app, office))) == []


def test_an_old_a_closed_and_a_guessed_address_lead_nowhere_alike(app: Flask, office: Office) -> None:
    visitor, reader = signed_in(app, office, Role.SECRETARY), app.test_client()
    first = address_of(visitor)
    second = address_of(visitor)
    assert titles(app, second) == []
    assert visitor.send(ACCOUNT, f"{MAKE}/tutup").status_code == 303

    answers = {reader.get(path).get_data() for path in (first, second, f"/kalender/{'a' * 43}.ics")}

    assert [reader.get(path).status_code for path in (first, second, "/kalender/x.ics")] == [404] * 3
    assert len({re.sub(rb"[0-9a-f]{32}", b"", answer) for answer in answers}) == 1
    assert "Menutup alamat kalender tenggat." in signed_in(app, office, Role.AUDITOR).open(
        "/riwayat"
    ).get_data(as_text=True)


def test_a_closed_accounts_calendar_is_closed_too(app: Flask, office: Office) -> None:
    administrator = office.context(Role.SYSTEM_ADMINISTRATOR)
    user_id = add_user(
        administrator, AddUser("tu.lain", "Contoh", frozenset({Role.AUDITOR}), None, PASSWORD, False)
    )
    visitor = Visitor.of(app)
    visitor.sign_in("tu.lain", PASSWORD)
    path = address_of(visitor)

    close_account(administrator, CloseAccount(user_id, 1))

    assert app.test_client().get(path).status_code == 404
