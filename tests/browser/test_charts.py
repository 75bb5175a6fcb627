"""Bagan in a browser: by keyboard, as a list, on a phone, without script, and as a file."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.demo import Demo
from tests.browser.desk import Desk

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

CHART = "/struktur/bagan?pada=2022-12-07"
BUREAU = re.compile("^Biro Humas dan Protokol")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_chart_is_read_by_keyboard_and_printed(
    browser: Browser, looked_at_demo: Demo, tmp_path: Path, width: int
) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=False) as context:
        desk = Desk(context.new_page(), looked_at_demo, tmp_path)
        desk.sign_in("kepala.humas")
        desk.open("/struktur")
        desk.page.get_by_role("link", name="Bagan", exact=True).click()
        desk.open(f"{CHART}&pejabat=ya")
        region = desk.page.get_by_role("region", name="Bagan per 7 Desember 2022")
        listed = desk.page.get_by_role("region", name="Bagan sebagai daftar")
        box = region.get_by_role("link", name=BUREAU)
        above = listed.bounding_box()
        drawn = region.bounding_box()

        assert region.get_by_role("link").count() == listed.get_by_role("link").count() == 19
        assert above is not None
        assert drawn is not None
        assert (above["y"] < drawn["y"]) == (width == 390)
        assert drawn["width"] <= width
        expect(region.get_by_text("Rika Efianti, S.E., M.M.")).to_have_count(1)
        with desk.page.expect_download() as download:
            desk.press("Unduh PDF")
        assert download.value.suggested_filename == "bagan-sumsel-2022-12-07.pdf"

        box.focus()
        desk.page.keyboard.press("Enter")
        expect(desk.page).to_have_url(re.compile("/unit/.*pada=2022-12-07"))


def test_two_days_are_compared_on_one_chart(browser: Browser, looked_at_demo: Demo, tmp_path: Path) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        desk = Desk(context.new_page(), looked_at_demo, tmp_path)
        desk.sign_in("kepala.humas")
        desk.open("/struktur/bandingkan?dari=2019-01-01&sampai=2022-12-07&tampilan=bagan")

        region = desk.page.get_by_role("region", name="Bagan per 1 Januari 2019 dan 7 Desember 2022")
        expect(region.get_by_role("link", name=re.compile("^Bagian Humas, baru"))).to_have_count(1)
        expect(region.get_by_text("nama diubah")).to_have_count(1)


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("?pada=31 November 2022", 422),
        ("?pada=1 Januari 1999", 200),
        (".pdf?pada=1 Januari 1999", 422),
        ("?akar=00000000-0000-0000-0000-000000000007", 404),
        (".pdf?pada=kapan", 422),
        (".pdf?kertas=folio", 400),
        (".svg?arah=miring", 400),
        (".svg?lampiran=" + "a%0A" * 9, 422),
        (".exe", 404),
    ],
)
def test_what_no_chart_can_be_made_of_is_told(
    browser: Browser, looked_at_demo: Demo, tmp_path: Path, question: str, status: int
) -> None:
    with browser.new_context() as context:
        desk = Desk(context.new_page(), looked_at_demo, tmp_path)
        desk.sign_in("kepala.humas")

        answer = desk.page.goto(f"{looked_at_demo.address}/struktur/bagan{question}")

        assert answer is not None
        assert answer.status == status
