"""Three turns that a road takes: withdrawn, moved to another route in mid-way, the ministry silent."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.looking import faults

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

    desk.see("Permohonan Tindak Lanjut")
    desk.open(proposal)
    desk.see("menunggu jawaban Kemendagri")


def _named(desk: Desk, name: str) -> str:
    """Return the path of the running proposal that bears a name."""
    desk.open("/usulan")
    link = desk.page.locator("main a", has_text=re.compile(f"menjadi {name}")).first
    path = link.get_attribute("href")
    assert path is not None
    return path
