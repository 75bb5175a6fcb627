"""The evidence of the Sumsel rename: what the registers hold, chosen by a few clicks, read on a phone."""

import io
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import Browser, expect

from tests.browser.demo import Demo
from tests.browser.desk import Desk
from tests.browser.looking import faults

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
HEAD = "kepala.humas"


@pytest.fixture
def phone(browser: Browser, desk: Desk, fresh_demo: Demo, tmp_path: Path) -> Desk:
    """A phone at which the same person looks."""
    desk.sign_in(HEAD)
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        storage_state=desk.page.context.storage_state(),
    )
    return Desk(context.new_page(), fresh_demo, tmp_path)


def see_both(desk: Desk, phone: Desk) -> None:
    """See that the page that is open has no fault, on a laptop and on a phone."""
    assert faults(desk.page) == []
    phone.page.goto(desk.page.url)
    assert faults(phone.page) == []


def a_table(folder: Path, *rows: tuple[str, ...]) -> str:
    """Return where a workbook with media lies."""
    book = Workbook()
    for row in (("jenis_media", "nama_media", "kontrak_mulai"), *rows):
        book.active.append(row)
    written = io.BytesIO()
    book.save(written)
    place = folder / "mitra-contoh.xlsx"
    place.write_bytes(written.getvalue())
    return str(place)


def the_proposal(desk: Desk) -> str:
    """Open the proposal of the rename and return its address."""
    desk.open("/usulan")
    desk.page.get_by_role("link", name="Biro Administrasi Protokol dan Humas Pimpinan").first.click()
    return desk.page.url.removeprefix(desk.demo.address)


def test_the_evidence_of_the_rename_is_chosen_from_the_registers(
    desk: Desk, phone: Desk, tmp_path: Path
) -> None:
    proposal = the_proposal(desk)
    import_media(desk, phone, tmp_path)
    see_registers(desk, phone)
    choose(desk, phone, proposal)
    claim(desk, phone, proposal)


def import_media(desk: Desk, phone: Desk, tmp_path: Path) -> None:
    desk.open("/data-dukung/mitra")
    desk.see("Belum ada mitra media yang tercatat", "berjumlah 213")
    see_both(desk, phone)
    desk.page.get_by_role("link", name="Impor XLSX").click()
    see_both(desk, phone)
    desk.fill(upload=a_table(tmp_path, ("cetak", "Harian CONTOH", "2026-01-01"), ("koran", "Lain", "")))
    desk.press("Lihat pratinjau")
    desk.see("Belum dapat diimpor: 1 tempat perlu diperbaiki", "baris 3")
    see_both(desk, phone)
    desk.page.get_by_role("link", name="Unggah berkas lain").click()
    desk.fill(
        upload=a_table(
            tmp_path, ("cetak", "Harian CONTOH", "2026-01-01"), ("media sosial", "FOMS CONTOH", "2026-01-01")
        )
    )
    desk.press("Lihat pratinjau")
    see_both(desk, phone)
    desk.press("Catat 2 mitra media")
    desk.see("Harian CONTOH", "FOMS CONTOH")
    see_both(desk, phone)


def see_registers(desk: Desk, phone: Desk) -> None:
    desk.page.get_by_role("link", name="berjumlah 213").click()
    desk.see("115 media online", "Sudah diverifikasi")
    see_both(desk, phone)
    desk.open("/data-dukung/pembanding?humas=ada")
    desk.see("Biro Umum, Hubungan Masyarakat dan Protokol", "Bali")
    see_both(desk, phone)
    desk.open("/data-dukung/pembanding")
    see_both(desk, phone)
    desk.page.get_by_role("link", name="Catat pembanding").click()
    see_both(desk, phone)
    desk.page.go_back()
    desk.page.get_by_role("link", name="Bali", exact=True).click()
    see_both(desk, phone)
    desk.page.get_by_role("link", name="Keluarkan dari register").click()
    see_both(desk, phone)


def choose(desk: Desk, phone: Desk, proposal: str) -> None:
    desk.open(proposal)
    desk.page.get_by_role("link", name="Data dukung", exact=True).click()
    desk.see("Belum ada data dukung")
    see_both(desk, phone)
    for name in ("berjumlah 213", "Bali memakai", "DI Yogyakarta memakai", "Jawa Timur memakai"):
        desk.page.get_by_role("checkbox", name=name).check()
    desk.fill(counted_on="2 Maret 2026")
    desk.press("Pakai yang dipilih")
    desk.see("5 data dukung dipakai, 1 belum diverifikasi", "pembanding-3", "mitra-1")
    see_both(desk, phone)
    with desk.page.expect_download() as loading:
        desk.page.get_by_role("link", name="Lampiran pembanding (PDF)").click()
    assert loading.value.suggested_filename == "lampiran-pembanding.pdf"
    desk.page.get_by_role("button", name="Lepas mitra-1").click()
    desk.see("Data dukung dilepas.", "4 data dukung dipakai")


def claim(desk: Desk, phone: Desk, proposal: str) -> None:
    desk.open(f"{proposal}/ubah")
    desk.fill(considerations="hanya Provinsi Sumatera Selatan yang memakai nama humas")
    desk.page.locator("main button.btn-primary[type=submit]").last.click()
    expect(desk.page).not_to_have_url("ubah")
    desk.open(f"{proposal}/data-dukung")
    desk.see("Pernyataan yang berlawanan dengan pembanding", "Bali (Biro Humas dan Protokol)")
    see_both(desk, phone)
