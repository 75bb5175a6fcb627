"""An administrator sets the form of letters and sees the sample follow, also on a phone without script."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.demo import Demo
from tests.browser.desk import Desk
from tests.browser.looking import faults

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

ADMINISTRATOR = "contoh.administrator"
PAGE = "/pengaturan/naskah"
PICTURE = "#contoh img"


def shown(desk: Desk) -> str:
    """Return the address of the sample's picture once it is drawn."""
    image = desk.page.locator(PICTURE)
    expect(image).to_have_js_property("complete", value=True, timeout=60_000)
    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    return image.get_attribute("src") or ""


def test_the_sample_follows_letterhead_and_margins_as_they_are_typed(desk: Desk) -> None:
    desk.sign_in(ADMINISTRATOR)
    desk.open("/pengaturan")
    desk.page.get_by_role("link", name="Buka format naskah").click()
    before = shown(desk)
    assert faults(desk.page) == []

    desk.page.get_by_label("Contoh naskah").select_option("surat_biro")
    desk.fill(margin_left="45", agency_lines="PEMERINTAH PROVINSI CONTOH\nBIRO UJI CONTOH")
    expect(desk.page.locator(PICTURE)).to_have_attribute("src", re.compile("surat_biro.isi="), timeout=60_000)
    followed = shown(desk)
    desk.see("Contoh mengikuti isian; belum disimpan.")
    desk.fill(margin_left="300")
    desk.see("Tulis angka bulat dari 10 sampai 50.")
    desk.fill(margin_left="45")
    desk.press("Simpan format naskah")

    desk.see("Format naskah disimpan.")
    assert before != followed
    assert "isi=" not in shown(desk)
    assert desk.page.locator("[name=margin_left]").input_value() == "45"
    assert faults(desk.page) == []


def test_a_sample_is_shown_and_saved_on_a_phone_without_script(plain_desk: Desk) -> None:
    plain_desk.sign_in(ADMINISTRATOR)
    plain_desk.open(PAGE)
    plain_desk.fill(margin_top="33", word_subject="Perihal")

    plain_desk.press("Lihat contoh")

    plain_desk.see("Contoh mengikuti isian; belum disimpan.")
    assert plain_desk.page.locator("[name=margin_top]").input_value() == "33"
    plain_desk.press("Simpan format naskah")
    plain_desk.see("Format naskah disimpan.")


@pytest.mark.slow("axe")
def test_the_pages_fit_a_phone(browser: Browser, fresh_demo: Demo, tmp_path: Path) -> None:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        desk = Desk(context.new_page(), fresh_demo, tmp_path)
        desk.sign_in(ADMINISTRATOR)
        for path in (PAGE, "/pengaturan/klasifikasi", "/pengaturan/klasifikasi/baru"):
            desk.open(path)
            assert faults(desk.page) == []
        desk.open("/pengaturan/klasifikasi")
        desk.page.get_by_role("link", name="Ubah 000.8.1.2").click()
        desk.page.get_by_role("link", name="Akhiri pemakaian kode ini").click()
        assert faults(desk.page) == []
