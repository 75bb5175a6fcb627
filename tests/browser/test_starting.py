"""An empty installation in a real browser: from the first visit to an administrator at an empty Struktur."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.demo import Demo, running_office
from tests.browser.looking import faults

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

PASSWORD = "kuda lumping di atap"
TYPED = {
    "name": "Provinsi Uji Coba",
    "code": "uji",
    "capital": "Kota Uji",
    "contact": "Jalan Uji Nomor 1",
    "display_name": "Contoh Satu, S.H.",
    "username": "contoh.satu",
}
SETTLED = (
    "/",
    "/struktur",
    "/struktur/puncak",
    "/pengaturan",
    "/pengaturan/aturan",
    "/pengaturan/aturan/baru/batas",
    "/pengaturan/naskah",
    "/pengaturan/klasifikasi",
    "/pengaturan/jenis",
    "/pengaturan/jenis/baru",
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Demo]:
    """An installation as ``init`` and ``serve`` leave it."""
    with running_office(tmp_path / "var") as office:
        yield office


@pytest.mark.parametrize("width", [pytest.param(1280, marks=pytest.mark.slow("stories")), 390])
def test_an_office_begins_from_the_first_visit(browser: Browser, office: Demo, width: int) -> None:
    code = (office.data / "setup-code.txt").read_text().strip()
    with browser.new_context(viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{office.address}/struktur")
        expect(page).to_have_url(f"{office.address}/mulai")
        assert faults(page) == []

        fill(page, setup_code="AAAAA-AAAAA-AAAAA-AAAAA", password=PASSWORD, password_again=PASSWORD, **TYPED)
        press(page)
        expect(page.locator("#setup_code-error")).to_contain_text("tidak cocok")
        expect(page.locator("#name")).to_have_value(TYPED["name"])
        expect(page.locator("#password")).to_have_value("")
        assert faults(page) == []

        fill(page, setup_code=code, password="pendek", password_again="pendek", name="")
        press(page)
        expect(page.locator("#name-error")).to_contain_text("Tulis nama provinsinya")
        fill(page, name=TYPED["name"], password="pendek", password_again="pendek")
        press(page)
        expect(page.locator("#password-error")).to_contain_text("terlalu pendek")
        expect(page.locator("#capital")).to_have_value(TYPED["capital"])

        fill(page, password=PASSWORD, password_again=PASSWORD)
        press(page)
        expect(page).to_have_url(f"{office.address}/struktur")
        expect(page.get_by_role("main")).to_contain_text("Susunan organisasi belum dicatat")
        expect(page.locator(".of-brand")).to_contain_text("Setda Provinsi Uji Coba")
        assert not (office.data / "setup-code.txt").exists()
        for path in SETTLED:
            answer = page.goto(f"{office.address}{path}")
            assert answer is not None
            assert (path, answer.status, faults(page)) == (path, 200, [])

        page.goto(f"{office.address}/mulai")
        expect(page).not_to_have_url(re.compile("/mulai"))
    with browser.new_context() as stranger:
        page = stranger.new_page()
        page.goto(f"{office.address}/mulai")
        expect(page).to_have_url(f"{office.address}/masuk")


def test_the_topmost_unit_is_entered_and_begins_the_structure(browser: Browser, office: Demo) -> None:
    assert office.command("government", "add", "uji", "--name", "Provinsi Uji", "--capital", "Uji").code == 0
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{office.address}/")
        code = (office.data / "setup-code.txt").read_text().strip()
        expect(page.get_by_role("main")).to_contain_text("Provinsi Uji")
        first = {name: TYPED[name] for name in ("display_name", "username")}
        fill(page, setup_code=code, password=PASSWORD, password_again=PASSWORD, **first)
        press(page)
        page.get_by_role("link", name="Catat unit puncak").click()
        fill(page, valid_from="31 November 2025")
        press(page)
        expect(page.locator("#valid_from-error")).to_contain_text("31 November")
        fill(page, valid_from="1 Januari 2026")
        press(page)

        expect(page).to_have_url(f"{office.address}/struktur")
        expect(page.get_by_role("main")).to_contain_text("Pemerintah Provinsi Uji")


def fill(page: Page, **typed: str) -> None:
    """Fill in fields by their names."""
    for name, text in typed.items():
        page.locator(f'main [name="{name}"]').fill(text)


def press(page: Page) -> None:
    """Press the page's primary button."""
    page.locator("main button.btn-primary[type=submit]").click()
