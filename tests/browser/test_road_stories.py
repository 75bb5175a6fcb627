"""Turns of a road: withdrawn, moved to another route, the ministry silent, a substitute whose days end."""

import re
import sqlite3
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from orgflow.domain.calendar import format_date
from orgflow.services.demo.contoh import ASSISTANT, GOVERNOR, SECRETARY
from tests.browser.desk import Desk
from tests.browser.looking import faults
from tests.browser.office_work import today_there

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

REVIEWED, SILENT = "Biro Perekonomian dan Investasi", "Biro Kesejahteraan Rakyat dan Kebudayaan"


def test_a_proposal_is_withdrawn_with_its_reason_and_made_anew(desk: Desk) -> None:
    desk.sign_in("contoh.kepala.ekonomi")
    proposal = _named(desk, REVIEWED)
    desk.step(proposal, "tarik", reason="Menunggu evaluasi kelembagaan.")

    desk.see("ditarik", "Menunggu evaluasi kelembagaan.")
    assert faults(desk.page) == []
    desk.open("/usulan?keadaan=berakhir")
    desk.see(REVIEWED)
    desk.open(f"{proposal}/riwayat")
    desk.see("Menunggu evaluasi kelembagaan.")


def test_a_route_that_is_changed_takes_along_who_is_moved_and_leaves_the_rest(desk: Desk) -> None:
    desk.sign_in("contoh.tu")
    proposal = _named(desk, REVIEWED)
    desk.open("/pengaturan/jalur/nama")
    desk.page.locator('main button[value="remove-2"]').click()
    desk.press("Simpan jalur")
    desk.see("versi 2")

    desk.open(proposal)
    desk.see("ditelaah Biro Organisasi")
    desk.open(f"{proposal}/jalur")
    desk.page.get_by_label(re.compile("versi 2")).check()
    desk.fill(reason="Telaah hukum dilakukan bersama telaah organisasi.")
    assert faults(desk.page) == []
    desk.page.locator("main button[type=submit]").last.click()

    desk.open(f"{proposal}/riwayat")
    desk.see("Telaah hukum dilakukan bersama telaah organisasi.")
    desk.sign_in("contoh.organisasi")
    desk.step(proposal, "setujui/organisation")
    desk.see("menunggu paraf Asisten")


def test_a_ministry_that_is_silent_past_its_days_is_asked_by_letter(desk: Desk) -> None:
    desk.sign_in("contoh.tu")
    proposal = _named(desk, SILENT)
    desk.open(f"{proposal}/tanggapan")
    desk.see("Menunggu jawaban: sudah", "hari kerja")
    expect(desk.page.locator("main")).to_contain_text("lewat")

    desk.page.get_by_role("main").get_by_role("button", name=re.compile("^Siapkan")).first.click()

    desk.see("Surat permohonan tindak lanjut disiapkan dari isi usulan.")
    desk.open(proposal)
    desk.see("menunggu jawaban Kemendagri")


def test_a_substitute_whose_days_end_between_initial_and_signature_signs_nothing(desk: Desk) -> None:
    proposal = _to_the_initials(desk)
    _substitute(desk, SECRETARY, "Sekretaris Daerah", "Membubuhkan paraf sebagai Sekretaris Daerah")
    _substitute(desk, GOVERNOR, "Gubernur", "Mencatat tanda tangan Gubernur")
    desk.sign_in("contoh.asisten")
    desk.open("/")
    desk.see("Anda bertindak")
    desk.step(proposal, "paraf/assistant")
    desk.step(proposal, "paraf/secretary")
    desk.see("menunggu tanda tangan")
    signing = 'main a[href$="/tanda-tangan/governor"]'
    expect(desk.page.locator(signing).first).to_be_visible()

    _let_the_days_end(desk)

    desk.open(proposal)
    expect(desk.page.locator(signing)).to_have_count(0)
    answer = desk.page.goto(f"{desk.demo.address}{proposal}/tanda-tangan/governor")
    assert answer is not None
    assert answer.status in {403, 409}
    desk.open(f"{proposal}/riwayat")
    desk.see("Plh.")
    desk.open("/")
    expect(desk.page.get_by_role("main")).not_to_contain_text("Anda bertindak")


def _named(desk: Desk, name: str) -> str:
    """Return the path of the running proposal that bears a name."""
    desk.open("/usulan")
    link = desk.page.locator("main a", has_text=re.compile(f"menjadi {name}")).first
    path = link.get_attribute("href")
    assert path is not None
    return path


def _to_the_initials(desk: Desk) -> str:
    """Bring the reviewed proposal to where the leaders initial it; return its path."""
    desk.sign_in("contoh.organisasi")
    proposal = _named(desk, REVIEWED)
    desk.step(proposal, "setujui/organisation")
    desk.sign_in("contoh.hukum")
    desk.step(proposal, "setujui/legal")
    return proposal


def _substitute(desk: Desk, principal: str, post_title: str, task: str) -> None:
    """Record the assistant as Plh. of somebody for today alone."""
    today = format_date(today_there())
    desk.sign_in("contoh.administrator")
    desk.open("/pengaturan/pendelegasian/baru")
    desk.page.locator('[name="principal_id"]').select_option(label=principal)
    desk.page.locator('[name="delegate_id"]').select_option(label=ASSISTANT)
    desk.page.get_by_label(task).check()
    post = desk.page.locator('[name="post_id"] option', has_text=re.compile(f"^{post_title}")).first
    desk.page.locator('[name="post_id"]').select_option(value=post.get_attribute("value"))
    desk.fill(kind="plh", first_day=today, last_day=today, letter_number="CONTOH/1", letter_date=today)
    desk.fill(reason="Dinas luar")
    desk.page.locator("main button[type=submit]").last.click()
    expect(desk.page).to_have_url(re.compile("/pengaturan/pendelegasian$"))


def _let_the_days_end(desk: Desk) -> None:
    """Let the days of all that was lent have ended yesterday."""
    today = today_there()
    days = ((today - timedelta(days=1)).isoformat(), today.isoformat())
    with sqlite3.connect(desk.demo.data / "orgflow.db") as database:
        database.execute("UPDATE delegations SET valid_from = ?, valid_to = ?", days)
