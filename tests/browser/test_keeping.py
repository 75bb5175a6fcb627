"""An administrator keeps the registry: a correction, a scheduled rename, and the days seen in two times."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from orgflow.domain.calendar import format_date
from tests.browser.demo import Demo
from tests.browser.desk import Desk
from tests.browser.looking import faults
from tests.browser.office_work import today_there

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

# The example's records were entered in February 2024, long before last week.
ADMINISTRATOR = "contoh.administrator"
OLD, RIGHT, NEXT = "Biro Hukum", "Biro Hukum Daerah", "Biro Hukum dan Perundang-undangan"
MOST_TABS = 90


def next_month() -> date:
    """Return the first day of next month."""
    return (today_there().replace(day=1) + timedelta(days=32)).replace(day=1)


def test_a_typo_is_corrected_a_rename_is_scheduled_and_each_day_shows_its_name(desk: Desk) -> None:
    desk.sign_in(ADMINISTRATOR)
    unit = _unit(desk)

    desk.page.get_by_role("link", name="Catat perubahan atau ralat").click()
    desk.page.get_by_role("link", name="Ralat data unit").click()
    desk.fill(name=RIGHT, reason="Nama kurang satu kata")
    desk.press("Simpan ralat")
    desk.see("Ralat dicatat. Catatan sebelumnya tetap tersimpan.", RIGHT)

    desk.page.get_by_role("link", name="Catat perubahan atau ralat").click()
    desk.page.get_by_role("link", name="Ubah unit ini").click()
    desk.fill(name=NEXT, effective_on=format_date(next_month()))
    desk.press("Simpan perubahan resmi")
    desk.see(f"Terjadwal mulai {format_date(next_month())}.", f"{RIGHT} berganti nama menjadi {NEXT}.")

    today, last_week = today_there(), today_there() - timedelta(days=7)
    assert _named(desk, today - timedelta(days=1)) == RIGHT
    assert _named(desk, today) == RIGHT
    assert _named(desk, next_month()) == NEXT
    assert _named(desk, today, last_week) == OLD
    assert _named(desk, next_month(), last_week) == OLD
    desk.see(f"Seperti tercatat pada {format_date(last_week)}.")

    desk.open(f"{unit}/pencatatan")
    desk.see("Nama kurang satu kata", "Diganti atau dibatalkan", "Catatan yang dipakai sekarang")
    desk.open(f"{unit}/catat")
    desk.page.get_by_role("link", name=re.compile("Batalkan perubahan ini")).click()
    desk.fill(reason="Pergub belum jadi")
    desk.press("Batalkan perubahan")
    desk.see("Perubahan yang terjadwal dibatalkan.")
    assert _named(desk, next_month()) == RIGHT


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


def _unit(desk: Desk) -> str:
    """Open the unit's page and return its address."""
    desk.open("/struktur")
    desk.page.get_by_role("navigation", name="Pohon unit").get_by_role("link", name=OLD, exact=True).click()
    desk.page.get_by_role("link", name="Lihat riwayat unit ini").click()
    return re.sub(r"^https?://[^/]+|\?.*$", "", desk.page.url)


def _named(desk: Desk, on: date, known_on: date | None = None) -> str:
    """Return the name under which the bureau stands in the tree of a day."""
    desk.open("/struktur")
    if known_on is not None:
        desk.page.get_by_text("Lanjutan", exact=True).click()
        desk.fill(tercatat=format_date(known_on))
        desk.page.locator('form:has([name="tercatat"]:not([type="hidden"])) button').click()
    desk.page.locator("#pada").fill(format_date(on))
    desk.page.locator("form:has(#pada) button").click()
    tree = desk.page.get_by_role("navigation", name="Pohon unit")
    return tree.get_by_role("link", name=re.compile(f"^{OLD}")).inner_text()


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
