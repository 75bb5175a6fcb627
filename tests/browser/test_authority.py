"""An administrator keeps who may sign: blocks of today, mandates granted and ended, also without script."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.demo import Demo
from tests.browser.desk import Desk
from tests.browser.looking import faults

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

ADMINISTRATOR = "contoh.administrator"
PAGE = "/pengaturan/kewenangan"
BUREAU, ASSISTANT = "Kepala Biro Umum", "Asisten Administrasi Umum"
MANDATE = f"{BUREAU} menandatangani surat dinas atas nama (a.n.) {ASSISTANT} sejak 3 Maret 2025"


def test_a_mandate_is_granted_and_ended(desk: Desk) -> None:
    desk.sign_in(ADMINISTRATOR)
    desk.open("/pengaturan")
    desk.page.get_by_role("link", name="Buka kewenangan").click()
    desk.see("GUBERNUR CONTOH,", "SEKRETARIS DAERAH PROVINSI CONTOH,")
    assert faults(desk.page) == []

    _grant(desk)
    desk.see("Mandat dicatat.", f"{MANDATE}.")
    desk.page.get_by_role("link", name=re.compile(f"Akhiri.*{re.escape(MANDATE)}")).click()
    assert faults(desk.page) == []
    desk.fill(last_day="30 Juni 2025", reason="dicabut CONTOH")
    desk.press("Akhiri mandat ini")

    desk.see(f"{MANDATE} sampai dengan 30 Juni 2025.", "Alasan diakhiri: dicabut CONTOH")
    assert faults(desk.page) == []


def test_a_mandate_is_granted_on_a_phone_without_script(plain_desk: Desk) -> None:
    plain_desk.sign_in(ADMINISTRATOR)

    _grant(plain_desk)

    plain_desk.see("Mandat dicatat.", f"{MANDATE}.")


def test_the_forms_and_the_page_fit_a_phone(browser: Browser, fresh_demo: Demo, tmp_path: Path) -> None:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        desk = Desk(context.new_page(), fresh_demo, tmp_path)
        desk.sign_in(ADMINISTRATOR)
        for path in (PAGE, f"{PAGE}/mandat/baru"):
            desk.open(path)
            assert faults(desk.page) == []
        desk.open(PAGE)
        desk.page.get_by_role("link", name=re.compile("Ubah.*Plh. menjabat paling lama")).click()
        assert faults(desk.page) == []


def _grant(desk: Desk) -> None:
    desk.open(f"{PAGE}/mandat/baru")
    desk.page.locator('main [name="giver"]').select_option(label=ASSISTANT)
    desk.page.locator('main [name="receiver"]').select_option(label=BUREAU)
    desk.page.get_by_label("Surat dinas").check()
    desk.fill(valid_from="3 Maret 2025", letter="CONTOH-MANDAT-009", source="CONTOH")
    desk.press("Simpan")
