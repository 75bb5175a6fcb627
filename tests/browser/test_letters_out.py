"""An administrator begins a letter, completes what the check asks for, and takes it out four ways."""

import io
import re

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from playwright.sync_api import Locator, Page, expect

from orgflow.domain.calendar import format_date
from tests.browser.desk import Desk
from tests.browser.looking import faults
from tests.browser.office_work import issue, today_there

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

CLERK = "contoh.tu"
SLOWLY_MS = 30_000
KIND = "Surat undangan rapat"
ADDRESSEES = "Kepala Biro Hukum\n\nKetua DPRD Provinsi Contoh"
VARIABLES = (
    "${nomor_naskah}",
    "${tanggal_naskah}",
    "${sifat}",
    "${hal}",
    "${ttd_pengirim}",
    "${nama_pengirim}",
    "${nip_pengirim}",
)
WAYS = (
    "Siap tanda tangan (PDF)",
    "Siap SRIKANDI (DOCX)",
    "Naskah Word (DOCX)",
    "Tanda tangan basah (PDF)",
)


def test_a_letter_is_begun_completed_issued_and_taken_out_four_ways(desk: Desk) -> None:
    letter = _begin(desk)
    expect(_places(desk.page)).to_have_count(5)
    assert _pins(desk.page) == ["1", "2", "3", "4", "5"]
    assert _faults_at_both_widths(desk.page) == []

    desk.page.get_by_role("link", name="Isi hari dan tanggal rapat", exact=True).click()
    assert desk.page.url.endswith("#meeting_on")
    desk.fill(meeting_on=format_date(today_there()), meeting_time="pukul 09.00 WIB")
    desk.press("Simpan dan periksa lagi")
    expect(_places(desk.page)).to_have_count(3)
    assert _pins(desk.page) == ["1", "2", "3"]
    desk.fill(meeting_venue="Ruang Rapat CONTOH", agenda="pemaparan usulan", addressees=ADDRESSEES)
    desk.press("Simpan dan periksa lagi")
    expect(_places(desk.page)).to_have_count(0)

    issue(desk, letter)
    desk.page.get_by_text("Bentuk lain").click()
    to_sign, srikandi, word, wet = (_taken(desk, way) for way in WAYS)
    assert [str(field.T) for field in _empty_fields(to_sign)] == ["ttd_1"]
    assert _empty_fields(wet) == []
    assert [sum(name in words for words in _pieces(srikandi)) for name in VARIABLES] == [1] * len(VARIABLES)
    assert not any("$" in words for words in _pieces(word))
    assert "Ruang Rapat CONTOH" in _pieces(word)
    _see_the_sheet(desk, letter)


def test_a_letter_is_begun_and_completed_by_the_keyboard_alone(desk: Desk) -> None:
    desk.sign_in(CLERK)
    desk.open(f"{_a_proposal(desk)}/surat-baru")

    _follow(desk.page, desk.page.get_by_role("button", name=re.compile(KIND)))
    expect(desk.page).to_have_url(re.compile(r"/surat/[0-9a-f-]{36}$"), timeout=SLOWLY_MS)
    _follow(desk.page, desk.page.get_by_role("link", name="Isi waktu rapat", exact=True))
    expect(desk.page).to_have_url(re.compile("#meeting_time$"))
    _walk_to(desk.page, desk.page.get_by_role("main").locator('[name="meeting_time"]'))
    desk.page.keyboard.type("pukul 09.00 WIB")
    desk.page.keyboard.press("Enter")

    saved = desk.page.get_by_role("main")
    expect(saved).to_contain_text("Surat disimpan dan diperiksa lagi", timeout=SLOWLY_MS)
    expect(_places(desk.page)).to_have_count(4)
    expect(desk.page.locator('[name="meeting_time"]')).to_have_value("pukul 09.00 WIB")


def _a_proposal(desk: Desk) -> str:
    desk.open("/usulan")
    link = desk.page.locator('main li a[href^="/usulan/"]').first.get_attribute("href")
    assert link is not None
    return link


def _begin(desk: Desk) -> str:
    """As tata usaha, begin an invitation from a proposal's documents; return the letter's path."""
    desk.sign_in(CLERK)
    desk.open(f"{_a_proposal(desk)}/dokumen")
    desk.page.get_by_role("link", name="Buat surat lain").click()
    assert faults(desk.page) == []
    desk.page.get_by_role("button", name=re.compile(KIND)).click()
    desk.see(f"{KIND} disiapkan dari isi usulan.")
    return desk.page.url.removeprefix(desk.demo.address)


def _see_the_sheet(desk: Desk, letter: str) -> None:
    """Open what SRIKANDI's form asks, by the keyboard; it leads to the file that is uploaded there."""
    _follow(desk.page, desk.page.get_by_role("link", name="Lembar isian SRIKANDI"))
    expect(desk.page).to_have_url(re.compile("/srikandi$"))
    desk.see("Klasifikasi", "Isi ringkas", "Verifikator, menurut urutan", "Tingkat urgensi")
    desk.see("1. Kepala Biro Hukum (internal)", "2. Ketua DPRD Provinsi Contoh (non-SRIKANDI")
    assert _faults_at_both_widths(desk.page) == []
    file = desk.page.get_by_role("link", name="Unduh DOCX siap SRIKANDI")
    assert file.get_attribute("href") == f"{letter}/bentuk/srikandi"
    _walk_to(desk.page, file)


def _places(page: Page) -> Locator:
    return page.locator("li[id^='tempat-']")


def _pins(page: Page) -> list[str]:
    return page.locator(".of-pins text").all_text_contents()


def _taken(desk: Desk, way: str) -> bytes:
    """Return what the way's button hands out."""
    button = desk.page.get_by_role("main").get_by_role("link", name=re.compile(re.escape(way)))
    with desk.page.expect_download() as begun:
        button.click()
    return begun.value.path().read_bytes()


def _empty_fields(pdf: bytes) -> list[pikepdf.Object]:
    """Return the fields of a PDF/A, of which none is signed."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        with document.open_metadata() as told:
            assert told["pdfaid:part"] == "3"
        fields = list(document.Root.get("/AcroForm", pikepdf.Dictionary(Fields=[])).Fields)
        assert all(field.FT == "/Sig" and "/V" not in field for field in fields)
        return [pikepdf.Dictionary(T=str(field.T)) for field in fields]


def _pieces(file: bytes) -> list[str]:
    """Return the words of a Word file, a run a piece."""
    document = docx.Document(io.BytesIO(file))
    return [text.text or "" for text in document.element.iter(qn("w:t"))]


def _faults_at_both_widths(page: Page) -> list[str]:
    wide = page.viewport_size
    assert wide is not None
    found = faults(page)
    page.set_viewport_size({"width": 390, "height": 844})
    found += faults(page)
    page.set_viewport_size(wide)
    return found


def _follow(page: Page, wanted: Locator) -> None:
    """Go to what is wanted and press it, by the keyboard alone."""
    _walk_to(page, wanted)
    page.keyboard.press("Enter")


def _walk_to(page: Page, wanted: Locator) -> None:
    """Press the tab key until what is wanted has the focus."""
    for _ in range(80):
        if wanted.evaluate("found => found === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("the keyboard does not get there")
