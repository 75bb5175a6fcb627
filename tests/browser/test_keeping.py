"""The registry kept by two people at once, and by keyboard alone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from orgflow.domain.calendar import format_date
from tests.browser.demo import Demo
from tests.browser.desk import Desk
from tests.browser.looking import faults
from tests.browser.office_work import today_there

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

ADMINISTRATOR = "contoh.administrator"
OLD, RIGHT = "Biro Hukum", "Biro Hukum Daerah"
MOST_TABS = 90


def test_two_administrators_on_one_unit_the_second_sees_both_texts(desk: Desk) -> None:
    desk.sign_in(ADMINISTRATOR)
    unit = _unit(desk)
    desk.open(f"{unit}/ralat")
    with desk.page.context.new_page() as other:
        second = Desk(other, desk.demo, desk.scan.parent)
        second.open(f"{unit}/ralat")
        second.fill(name=RIGHT, reason="lebih dahulu")
        second.press("Simpan ralat")

    desk.fill(name="Biro Hukum Setda", reason="belakangan")
    desk.press("Simpan ralat")

    desk.see("menyimpan perubahan lebih dahulu", RIGHT)
    expect(desk.page.locator('main [name="name"]')).to_have_value("Biro Hukum Setda")
    assert faults(desk.page) == []
    desk.press("Simpan tulisan saya")
    desk.see("Ralat dicatat", "Biro Hukum Setda")


def test_the_registry_is_kept_on_a_phone_by_keyboard_alone(
    browser: Browser, fresh_demo: Demo, tmp_path: Path
) -> None:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        desk = Desk(context.new_page(), fresh_demo, tmp_path)
        desk.sign_in(ADMINISTRATOR)
        unit = _unit(desk)
        assert faults(desk.page) == []

        _go(desk, "Catat perubahan atau ralat")
        assert faults(desk.page) == []
        _go(desk, "Ubah tugas dan fungsi")
        _go(desk, "Catat tugas atau fungsi")
        _write(desk, "text", "penyusunan produk hukum daerah")
        _write(desk, "effective_on", format_date(today_there()))
        assert faults(desk.page) == []
        with desk.page.expect_navigation():
            desk.page.keyboard.press("Enter")
        desk.see("Fungsi dicatat.", "penyusunan produk hukum daerah")
        assert faults(desk.page) == []

        _go(desk, "Akhiri: penyusunan produk hukum daerah")
        _write(desk, "reason", "coba tanpa tanggal")
        with desk.page.expect_navigation():
            desk.page.keyboard.press("Enter")
        expect(desk.page.locator(".of-wrong")).to_be_focused()
        expect(desk.page.locator('main [name="reason"]')).to_have_value("coba tanpa tanggal")
        assert faults(desk.page) == []

        for page in ("ralat", "ralat-masa", "akhiri", "asal-usul", "jabatan", "jabatan/baru", "pencatatan"):
            desk.open(f"{unit}/{page}")
            assert faults(desk.page) == [], page

        desk.open(f"{unit}/asal-usul")
        desk.page.locator('main [name="other"]').select_option(index=1)
        desk.fill(kind="split", effective_on="1 Maret 2025", source="Karangan")
        desk.press("Simpan asal-usul")
        for link in ("Ralat asal-usul", "Batalkan catatan asal-usul"):
            desk.page.get_by_role("main").get_by_role("link", name=re.compile(link)).click()
            assert faults(desk.page) == [], link


def _unit(desk: Desk) -> str:
    """Open the unit's page and return its address."""
    desk.open("/struktur")
    desk.page.get_by_role("navigation", name="Pohon unit").get_by_role("link", name=OLD, exact=True).click()
    desk.page.get_by_role("link", name="Lihat riwayat unit ini").click()
    return re.sub(r"^https?://[^/]+|\?.*$", "", desk.page.url)


def _go(desk: Desk, label: str) -> None:
    """Reach a link with the Tab key and follow it."""
    _tab_to(desk, f"el => el.tagName === 'A' && el.textContent.trim().startsWith({label!r})")
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Enter")


def _write(desk: Desk, name: str, text: str) -> None:
    """Reach a field with the Tab key and type into it."""
    _tab_to(desk, f"el => el.name === {name!r}")
    desk.page.keyboard.type(text)


def _tab_to(desk: Desk, is_it: str) -> None:
    for _ in range(MOST_TABS):
        desk.page.keyboard.press("Tab")
        if desk.page.evaluate(f"({is_it})(document.activeElement)"):
            return
    raise AssertionError(f"the Tab key does not reach {is_it}")
