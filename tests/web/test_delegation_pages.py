"""Pages on which tasks are lent, taken back and recorded, and accounts are said to be persons'."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from flask import Flask

from orgflow.domain.access.roles import Permission, Role
from orgflow.domain.calendar import format_date
from orgflow.services.delegation_pages import all_delegations
from tests.factories.authority import LETTER, a_post_with_holder, user_of
from tests.factories.governments import HUMAS
from tests.factories.office import Office
from tests.web.test_rule_pages import signed_in
from tests.web.visitor import Visitor

OWN, NEW = "/akun/pendelegasian", "/akun/pendelegasian/baru"
ALL, RECORD = "/pengaturan/pendelegasian", "/pengaturan/pendelegasian/baru"
TODAY = datetime.now(ZoneInfo("Asia/Jakarta")).date()


def typed(office: Office, delegate: Role, **changed: str) -> dict[str, str]:
    """Return what is typed to lend the legal review from today for a week."""
    return {
        "tasks": str(Permission.REVIEW_AS_LEGAL),
        "delegate_id": str(user_of(office, delegate)),
        "first_day": format_date(TODAY),
        "last_day": format_date(TODAY + timedelta(days=7)),
        "letter_number": LETTER,
        "letter_date": format_date(TODAY),
        "reason": "Dinas luar",
        **changed,
    }


def text_of(visitor: Visitor, path: str) -> str:
    """Return a page as text, its tags taken out."""
    page = visitor.open(path).get_data(as_text=True)
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_own_tasks_are_lent_and_taken_back_by_the_forms(app: Flask, office: Office) -> None:
    visitor, administrator = signed_in(app, office, Role.LEGAL_REVIEWER), signed_in(app, office)

    assert visitor.send(NEW, **typed(office, Role.ASSISTANT)).status_code == 303
    assert f"Contoh (assistant) atas nama Contoh, {format_date(TODAY)} sampai" in text_of(visitor, OWN)
    found = re.search(rf'href="({OWN}/[0-9a-f-]+/cabut)"', visitor.open(OWN).get_data(as_text=True))
    assert found is not None
    assert visitor.send(found[1], reason="Sudah kembali").status_code == 303

    assert "Dicabut oleh Contoh: Sudah kembali" in text_of(visitor, OWN)
    history = text_of(administrator, "/riwayat")
    assert "Mencatat Contoh (assistant) bertindak atas nama Contoh dari" in history
    assert "Mencabut tugas Contoh (assistant) yang bertindak atas nama Contoh." in history


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"tasks": str(Permission.MANAGE_USERS)}, "tasks-error"),
        ({"tasks": ""}, "tasks-error"),
        ({"post_id": "", "tasks_left_out": "y"}, "Pilih sekurangnya satu tugas"),
        ({"letter_number": ""}, "Tulis nomor surat"),
        ({"first_day": "1 Januari 2020", "last_day": "2 Januari 2020"}, "tidak berlaku surut"),
        ({"first_day": "kemarin"}, "anggal"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_lent(
    app: Flask, office: Office, changed: dict[str, str], told: str
) -> None:
    visitor = signed_in(app, office, Role.LEGAL_REVIEWER)

    sent = typed(office, Role.ASSISTANT, **changed)
    if "tasks_left_out" in changed:
        del sent["tasks"]
    answer = visitor.send(NEW, **sent)

    assert answer.status_code == 422
    assert told in answer.get_data(as_text=True)
    assert all_delegations(office.context(Role.SYSTEM_ADMINISTRATOR)).held == ()


def test_an_administrator_records_a_substitute_and_nobody_else_may(app: Flask, office: Office) -> None:
    post_id = a_post_with_holder(office, Role.SECRETARY, HUMAS, "Contoh Cuti, S.H.")
    administrator, tu = signed_in(app, office), signed_in(app, office, Role.LETTER_ADMINISTRATOR)

    sent = typed(office, Role.ASSISTANT, kind="plh", post_id=str(post_id))
    del sent["tasks"]
    assert administrator.send(RECORD, **sent).status_code == 303

    page = text_of(administrator, ALL)
    assert f"Contoh (assistant) sebagai Plh. Jabatan {Role.SECRETARY}" in page
    assert page.index("Berlaku") < page.index("Akan datang") < page.index("Berakhir") < page.index("Dicabut")
    assert tu.open(ALL).status_code == 403


def test_beranda_says_for_whom_one_acts_and_until_when(app: Flask, office: Office) -> None:
    owner, delegate = signed_in(app, office, Role.LEGAL_REVIEWER), signed_in(app, office, Role.ASSISTANT)
    choices = owner.open(NEW).get_data(as_text=True)
    found = re.search(r'<option value="([0-9a-f-]+)"[^>]*>Contoh</option>', choices)
    assert found is not None

    owner.send(NEW, **typed(office, Role.ASSISTANT, delegate_id=found[1]))

    until = format_date(TODAY + timedelta(days=7))
    assert f"Anda bertindak atas nama Contoh sampai {until}." in text_of(delegate, "/")


def test_an_account_is_linked_with_its_person_on_its_page(app: Flask, office: Office) -> None:
    a_post_with_holder(office, Role.BUREAU_HEAD, HUMAS, "Contoh Kepala, S.E.", date(2100, 1, 1))
    visitor = signed_in(app, office)
    path = f"/pengguna/{user_of(office, Role.BUREAU_HEAD)}"
    unlinked = text_of(visitor, path), text_of(visitor, "/pengguna")
    found = re.search(r'value="([0-9a-f-]+)">Contoh Kepala', visitor.open(path).get_data(as_text=True))
    assert found is not None

    assert visitor.send(path, f"{path}/pejabat", official_id=found[1]).status_code == 303

    assert "tetap berlaku walaupun jabatannya sudah berpindah" in unlinked[0]
    assert "belum mengikuti jabatan" in unlinked[1]
    assert f"hari ini menjabat Jabatan {Role.BUREAU_HEAD}" in text_of(visitor, path)
    assert "belum mengikuti jabatan" not in text_of(visitor, "/pengguna")


def test_a_role_comes_with_a_post_and_is_taken_off_it(app: Flask, office: Office) -> None:
    post_id = a_post_with_holder(office, Role.SECRETARY, HUMAS, "Contoh Sekda, S.H.")
    visitor, page = signed_in(app, office), "/pengguna/jabatan"
    taking = f"{page}/{post_id}/secretary/lepas"

    given = visitor.send(page, post_id=str(post_id), role="assistant").status_code
    again = visitor.send(page, post_id=str(post_id), role="assistant")
    taken = visitor.send(page, taking).status_code

    assert (given, again.status_code, taken) == (303, 422, 303)
    assert "sudah demikian" in again.get_data(as_text=True)
    assert taking not in visitor.open(page).get_data(as_text=True)


def test_nobody_is_chosen_to_receive_tasks_before_the_lender_chooses(app: Flask, office: Office) -> None:
    visitor = signed_in(app, office, Role.LEGAL_REVIEWER)

    offered = visitor.open(NEW).get_data(as_text=True)
    answer = visitor.send(NEW, **typed(office, Role.ASSISTANT, delegate_id=""))

    assert '<option value="">Pilih penerima' in offered
    assert answer.status_code == 422
    assert "Pilih siapa yang menerima tugasnya." in answer.get_data(as_text=True)
    assert "Anda belum mendelegasikan tugas." in text_of(visitor, OWN)
