"""A unit's work recorded on a phone, named as evidence in a letter, corrected, and the claim confirmed."""

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.looking import faults, sideways
from tests.browser.office_work import proposal_here

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
CLAIM = "Biro menerbitkan 1.200 siaran pers."


def test_work_is_recorded_on_a_phone_named_in_a_letter_and_corrected(plain_desk: Desk) -> None:
    desk = plain_desk
    desk.sign_in("kepala.humas")
    proposal = _opened(desk)
    _record(desk, proposal, "2024", "1.000")
    _record(desk, proposal, "2025", "1.200")
    desk.see("Siaran pers", "1.200 naskah", "+20%")
    assert sideways(desk.page) == []
    desk.page.get_by_role("link", name="Hitung kebutuhan jabatan").click()
    desk.fill(year="2025", time_code="perka_bkn_19_2011", rounding="nearest")
    desk.press("Hitung")
    desk.see("2 jabatan dibutuhkan", "108.000 ÷ 72.000 = 1,5")
    desk.press("Jadikan bukti Siaran pers 2025")
    desk.see("[bukti:beban-1]")

    _write(desk, proposal, f"{CLAIM} [bukti:beban-1]")
    desk.open(f"{proposal}/pernyataan")
    desk.see(CLAIM, "Siaran pers (Publikasi) Tahun 2025 berjumlah 1.200 naskah.")
    desk.open(f"{proposal}/beban-kerja")
    desk.page.get_by_role("link", name="Siaran pers 2025").click()
    desk.fill(volume="1.350")
    desk.press("Simpan kegiatan")

    desk.open(f"{proposal}/pernyataan")
    desk.see("1 pernyataan perlu diperiksa", "berjumlah 1.350 naskah")
    desk.press(f"Masih benar {CLAIM}")
    desk.see("Diperiksa")
    expect(desk.page.get_by_role("main")).not_to_contain_text("perlu diperiksa")
    assert sideways(desk.page) == []


@pytest.mark.slow("axe")
def test_the_pages_of_work_and_claims_have_no_faults(desk: Desk) -> None:
    desk.sign_in("kepala.humas")
    proposal = _opened(desk)
    _record(desk, proposal, "2024", "1.000")
    _record(desk, proposal, "2025", "1.200")
    desk.press("Jadikan bukti Siaran pers 2025")
    _write(desk, proposal, f"{CLAIM} [bukti:beban-1] Hanya biro ini.")
    desk.open(f"{proposal}/beban-kerja/hitung")
    desk.fill(year="2025", time_code="perka_bkn_19_2011", rounding="nearest")
    desk.press("Hitung")

    for path in (
        "beban-kerja",
        "beban-kerja/tambah",
        "beban-kerja/hitung",
        "beban-kerja/impor",
        "pernyataan",
    ):
        desk.open(f"{proposal}/{path}")
        for width in (1280, 390):
            desk.page.set_viewport_size({"width": width, "height": 900})
            assert faults(desk.page) == [], (path, width)


def _opened(desk: Desk) -> str:
    desk.open("/")
    desk.page.locator('main h3 a[href^="/usulan/"]').first.click()
    return proposal_here(desk)


def _record(desk: Desk, proposal: str, year: str, volume: str) -> None:
    desk.open(f"{proposal}/beban-kerja/tambah")
    desk.fill(function="Publikasi", name="Siaran pers", product="naskah", year=year, volume=volume)
    desk.fill(norm="90", source="Buku siaran pers, CONTOH")
    desk.press("Simpan kegiatan")
    desk.see("Kegiatan disimpan.")


def _write(desk: Desk, proposal: str, text: str) -> None:
    """Word the request of the proposal's letter."""
    desk.open(f"{proposal}/dokumen")
    desk.page.locator('main a[href^="/surat/"]').first.click()
    letter = desk.page.url.removeprefix(desk.demo.address).split("?")[0]
    desk.open(f"{letter}/tulis")
    desk.fill(**{"bagian-permohonan": text})
    desk.press("Simpan")
