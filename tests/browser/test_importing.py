"""Files brought by the page: faults beside their fields, columns told, nothing stale done."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import Desk
from tests.browser.looking import faults
from tests.factories.sheets import an_organogram, csv_of

pytestmark = [pytest.mark.browser, pytest.mark.timeout(200)]

HEADINGS = ("kode", "nama", "jenis", "kode_atasan")
SOUND = ("uji-arsip", "Biro Arsip", "Biro", "")


def bring(desk: Desk, folder: Path, name: str, content: bytes, on: str = "1 Maret 2026") -> None:
    file = folder / name
    file.write_bytes(content)
    desk.open("/struktur/impor")
    desk.fill(upload=str(file), on=on)
    desk.press("Lihat pratinjau")


def sound(page: Page) -> None:
    assert faults(page) == []


def test_a_wrong_file_and_a_wrong_day_are_said_beside_their_fields(desk: Desk, tmp_path: Path) -> None:
    desk.sign_in("administrator")

    bring(desk, tmp_path, "surat.csv", b"%PDF-1.7 bukan tabel")
    desk.see("Berkas ini tidak dapat dibaca sebagai tabel")
    expect(desk.page.locator("[name=on]")).to_have_value("1 Maret 2026")
    bring(desk, tmp_path, "benar.csv", csv_of(HEADINGS, [SOUND]), on="31 Februari 2026")
    desk.see("31 Februari 2026 tidak ada")
    sound(desk.page)


def test_without_script_on_a_phone_the_columns_of_a_foreign_file_are_told(
    plain_desk: Desk, tmp_path: Path
) -> None:
    desk = plain_desk
    desk.sign_in("administrator")

    bring(desk, tmp_path, "jabatan.xlsx", an_organogram(60))
    desk.see("Kolom mana berisi apa?", "Lembar Data Jabatan, baris 3.")
    expect(desk.page.locator("[name=unit_name]")).to_have_value("Unit Kerja")
    desk.fill(unit_name="")
    desk.press("Lihat pratinjau")
    desk.see("Pilih kolom yang memuat nama unit")
    expect(desk.page.locator("[name=post]")).to_have_value("Jabatan")
    desk.fill(unit_name="Unit Kerja")
    desk.press("Lihat pratinjau")
    desk.see("40 unit baru", "Tampilkan semuanya")
    desk.page.get_by_role("main").get_by_role("button", name=re.compile("^Catat")).click()
    desk.see("perubahan tercatat")

    bring(desk, tmp_path, "jabatan-lagi.xlsx", an_organogram(60))
    desk.see("Tidak ada yang berubah")


def test_a_stale_preview_is_shown_anew_and_nothing_is_changed(desk: Desk, tmp_path: Path) -> None:
    desk.sign_in("administrator")
    bring(desk, tmp_path, "benar.csv", csv_of(HEADINGS, [SOUND]))
    other = tmp_path / "lain.csv"
    other.write_bytes(csv_of(HEADINGS, [("uji-arsip", "Biro Kearsipan", "Biro", "")]))
    assert desk.demo.command("structure", "import", str(other), "--on", "2026-02-01").code == 0

    with desk.page.expect_response(lambda answer: answer.request.method == "POST") as answered:
        desk.press("Catat 1 perubahan")

    assert answered.value.status == 409
    desk.see("Susunan berubah", "Biro Kearsipan")
    sound(desk.page)
    desk.press("Catat 1 perubahan")
    desk.see("perubahan tercatat")
