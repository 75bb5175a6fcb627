"""Options put side by side, one chosen, submitted and compared with what came of it, on laptop and phone."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.demo import Demo
from tests.browser.desk import Desk
from tests.browser.looking import faults

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

HEAD = "contoh.kepala.humas"
NEW_NAME = "Biro Komunikasi dan Protokol"
REASON = "Humas tetap melekat pada pimpinan."


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


def put_beside(desk: Desk, phone: Desk, proposal: str) -> None:
    desk.open(f"{proposal}/materi")
    desk.page.get_by_role("link", name="Pilihan penataan").click()
    see_both(desk, phone)
    desk.page.get_by_role("link", name="Tambah pilihan").click()
    see_both(desk, phone)
    desk.fill(title="Tetap seperti sekarang", sentence="Tanpa perubahan apa pun.", start="keep")
    desk.press("Simpan pilihan")
    desk.see("Pilihan B: Tetap seperti sekarang", "Belum ada pilihan yang ditetapkan")
    see_both(desk, phone)


def choose(desk: Desk, phone: Desk) -> None:
    desk.page.get_by_role("link", name="Tetapkan pilihan").click()
    see_both(desk, phone)
    desk.fill(letter="A", reason=REASON)
    desk.press("Tetapkan pilihan")
    desk.see("Pilihan A ditetapkan", REASON)
    see_both(desk, phone)


def one_sent(desk: Desk) -> str:
    """Return a proposal of the demo that went to the ministry."""
    desk.open("/usulan")
    links = desk.page.locator('main a[href^="/usulan/"]').evaluate_all("all => all.map(a => a.pathname)")
    for path in dict.fromkeys(path for path in links if path.count("/") == 2 and "-" in path):
        desk.open(f"{path}/riwayat/salinan")
        if desk.page.get_by_role("link", name="Unduh salinannya").count():
            return str(path)
    raise AssertionError("no proposal of the demo went to the ministry")


def test_two_options_are_compared_and_one_chosen_with_its_reason(desk: Desk, phone: Desk) -> None:
    proposal = a_draft(desk)
    put_beside(desk, phone, proposal)

    choose(desk, phone)

    desk.open(f"{proposal}/riwayat")
    desk.see("Menetapkan pilihan A")
    desk.page.get_by_role("link", name="Salinan berkas").click()
    desk.see("Belum ada salinan")


def test_what_went_to_the_ministry_is_compared_and_had_again(desk: Desk, phone: Desk) -> None:
    one_sent(desk)
    see_both(desk, phone)

    with desk.page.expect_download() as first:
        desk.page.get_by_role("link", name="Unduh salinannya").first.click()
    with desk.page.expect_download() as again:
        desk.page.get_by_role("link", name="Unduh salinannya").first.click()
    desk.page.get_by_role("link", name="Bandingkan dengan salinan").first.click()

    assert Path(first.value.path()).read_bytes() == Path(again.value.path()).read_bytes()
    desk.see("Surat")
    see_both(desk, phone)
