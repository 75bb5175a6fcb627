"""A proposal beside others: its duties compared and judged, and what changed meanwhile settled."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from orgflow.domain.calendar import format_date
from tests.browser.demo import Demo
from tests.browser.desk import Desk
from tests.browser.looking import faults
from tests.browser.office_work import today_there

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

HEAD, REVIEWER, KEEPER = "contoh.kepala.humas", "contoh.organisasi", "contoh.administrator"
AGENCY = "Dinas Komunikasi dan Informatika"
NEW_NAME, MEANWHILE = "Biro Komunikasi dan Protokol", "Biro Administrasi Pimpinan dan Protokol"


@pytest.fixture
def phone(browser: Browser, desk: Desk, fresh_demo: Demo, tmp_path: Path) -> Desk:
    """A phone at which the same person looks."""
    desk.sign_in(HEAD)
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        storage_state=desk.page.context.storage_state(),
    )
    return Desk(context.new_page(), fresh_demo, tmp_path)


def a_draft(desk: Desk) -> str:
    desk.open("/usulan/baru")
    desk.fill(new_name=NEW_NAME, considerations="alasan CONTOH")
    desk.page.get_by_role("main").get_by_role("button").last.click()
    expect(desk.page).not_to_have_url("/usulan/baru")
    return desk.page.url.removeprefix(desk.demo.address).split("?")[0].split("#")[0]


def see_both(desk: Desk, phone: Desk) -> None:
    """See that the page that is open has no fault, on a laptop and on a phone."""
    assert faults(desk.page) == []
    phone.page.goto(desk.page.url)
    assert faults(phone.page) == []


def compare_and_judge(desk: Desk, phone: Desk) -> None:
    desk.page.get_by_role("link", name="Persandingan", exact=True).click()
    see_both(desk, phone)
    desk.page.get_by_label("Bandingkan dengan unit mana?").select_option(label=AGENCY)
    desk.press("Sandingkan")
    desk.see(AGENCY, "Belum dinilai")
    see_both(desk, phone)
    desk.page.get_by_role("link", name="Nilai pasangan berikutnya").click()
    see_both(desk, phone)
    desk.page.get_by_label("Beririsan").check()
    desk.fill(distinction="Biro untuk kegiatan pimpinan; Dinas untuk informasi publik.")
    desk.press("Simpan putusan")
    desk.see("Putusan disimpan.", "Biro untuk kegiatan pimpinan")
    for kind in ("PDF", "DOCX", "XLSX"):
        with desk.page.expect_download() as download:
            desk.page.get_by_role("link", name=f"Unduh {kind}").click()
        assert download.value.suggested_filename.endswith(f".{kind.lower()}")


def rename_meanwhile(desk: Desk, proposal: str) -> None:
    desk.open(f"{proposal}/materi")
    unit = desk.page.locator('main a[href^="/unit/"]').first.get_attribute("href") or ""
    desk.sign_in(KEEPER)
    desk.open(f"{unit.split('?')[0]}/perubahan")
    desk.fill(name=MEANWHILE, effective_on=format_date(today_there()))
    desk.press("Simpan perubahan resmi")
    desk.see("Perubahan resmi dicatat.")


def ask_and_advise(desk: Desk, phone: Desk, proposal: str) -> None:
    desk.sign_in(HEAD)
    desk.open(proposal)
    desk.see("Berbenturan: 1 pertanyaan perlu dijawab", f"sekarang sudah bernama {MEANWHILE}")
    see_both(desk, phone)
    desk.page.get_by_role("link", name="Jawab dan sesuaikan").click()
    see_both(desk, phone)
    desk.page.get_by_label("Tanya Biro Organisasi").check()
    desk.page.get_by_label("Pertanyaan Anda").fill("Nama mana yang dipakai?")
    desk.press("Simpan jawaban")
    desk.see("Pertanyaan untuk Biro Organisasi sudah diteruskan.")
    desk.sign_in(REVIEWER)
    desk.open("/")
    desk.page.get_by_role("link", name="Baca dan jawab").click()
    assert faults(desk.page) == []
    desk.page.get_by_label("Tetap usulan saya").check()
    desk.fill(note="Nama usulan tetap dipakai.")
    desk.press("Sampaikan jawaban")
    desk.see("Jawaban disampaikan kepada penyusun usulan.")


def test_duties_are_judged_and_what_changed_meanwhile_is_settled(desk: Desk, phone: Desk) -> None:
    proposal = a_draft(desk)
    compare_and_judge(desk, phone)
    rename_meanwhile(desk, proposal)
    ask_and_advise(desk, phone, proposal)

    desk.sign_in(HEAD)
    desk.open(f"{proposal}/penyesuaian")
    desk.see("menyarankan: Tetap usulan saya.", "Nama usulan tetap dipakai.")
    desk.press("Simpan jawaban")
    desk.see("Usulan disesuaikan dengan susunan per", "Penyesuaian yang sudah dilakukan")
    see_both(desk, phone)
    desk.page.get_by_role("link", name="Disesuaikan dengan susunan").click()
    desk.see("Materi semula", f"Nomenklatur {MEANWHILE} diubah menjadi {NEW_NAME}")
    see_both(desk, phone)
