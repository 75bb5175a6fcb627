"""Pieces of a complete file: what is recorded of the office before, what is put in, what is written."""

import re
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.office_work import NEW_NAME, OLD_NAME, complete_the_facts, proposal_here, unit_id

AGENCY = "Dinas Komunikasi dan Informatika"
MEDIA = (("cetak", 71), ("online", 115), ("televisi", 10), ("radio", 17))
PROVINCES = ("Sumatera Selatan", "Bali", "DI Yogyakarta", "Jawa Tengah", "Jawa Timur")
WRITTEN = {
    "latar_belakang": "Arahan pimpinan CONTOH meminta nama biro menyebut tugasnya.",
    "ruang_lingkup": "Kajian ini menelaah satu biro dengan dokumen peraturan dan wawancara.",
    "permasalahan": "1. Nama biro sekarang berbeda dengan pedoman.\n2. Tamu keliru mengenali tugas biro.",
    "anggaran_aset": "Pagu anggaran biro tidak berubah karena susunan dan jabatannya tetap.",
    "pilihan": "Kedua pilihan dinilai pada ukuran yang sama dalam tabel di bawah ini.",
}
"""What only people know, of each section; all of it made up in this test."""
ANSWERS = {
    "ruang_lingkup": ("tahun_data", "2026"),
    "pilihan": ("kelemahan", "Nama yang diusulkan lebih panjang daripada nama dalam pedoman."),
}


def prepare_the_office(desk: Desk) -> None:
    """Record, as TU, the facts and duties that the file rests on; duties bear CONTOH."""
    desk.sign_in("tu")
    complete_the_facts(desk)
    for unit, duties in (
        (OLD_NAME, ("pelaksanaan hubungan media pimpinan CONTOH", "pelaksanaan keprotokolan CONTOH")),
        (AGENCY, ("pengelolaan hubungan media dan opini publik CONTOH",)),
    ):
        for duty in duties:
            desk.open(f"/unit/{unit_id(desk.demo, unit)}/tugas/baru")
            desk.fill(text=duty, source="Pergub CONTOH", effective_on="7 Desember 2022")
            desk.page.locator("main button.btn-primary[type=submit]").last.click()
            expect(desk.page).not_to_have_url(re.compile("/baru$"))


def begin(desk: Desk) -> str:
    """Begin the proposal as a drafter and return its path."""
    desk.sign_in("penyusun.humas")
    desk.open("/usulan/baru")
    desk.fill(
        new_name=NEW_NAME,
        considerations="fungsi kehumasan perlu tetap melekat pada pimpinan\nlingkup tugasnya berbeda",
        effective_on="1 Januari 2027",
        facts_on="7 Desember 2022",
    )
    desk.press("Simpan draf usulan")
    return proposal_here(desk)


def compare_two_options(desk: Desk, proposal: str) -> None:
    """Put the present name beside the proposed one, and choose with a reason."""
    desk.open(f"{proposal}/materi")
    desk.page.get_by_role("link", name="Pilihan penataan").click()
    desk.page.get_by_role("link", name="Tambah pilihan").click()
    desk.fill(title="Tetap seperti sekarang", sentence="Nama lama dipertahankan.", start="keep")
    desk.press("Simpan pilihan")
    desk.page.get_by_role("link", name="Tetapkan pilihan").click()
    desk.fill(letter="A", reason="Hubungan masyarakat tetap melekat pada pimpinan.")
    desk.press("Tetapkan pilihan")
    desk.see("Pilihan A ditetapkan")


def media_table(folder: Path) -> str:
    """Return where a workbook with 213 media lies."""
    book, number = Workbook(), 0
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(("jenis_media", "nama_media", "kontrak_mulai", "sumber"))
    for kind, count in MEDIA:
        for _ in range(count):
            number += 1
            sheet.append((kind, f"CONTOH {number}", "2022-01-01", "Daftar CONTOH"))
    place = folder / "mitra-contoh.xlsx"
    book.save(place)
    return str(place)


def count_media(desk: Desk, folder: Path) -> None:
    """Bring the 213 media into their register."""
    desk.open("/data-dukung/mitra")
    desk.page.get_by_role("link", name="Impor XLSX").click()
    desk.fill(upload=media_table(folder))
    desk.press("Lihat pratinjau")
    desk.press("Catat 213 mitra media")
    desk.see("CONTOH 1")


def record_a_sixth_precedent(desk: Desk) -> None:
    """Record one more precedent than the demo knows; its province is made up."""
    desk.open("/data-dukung/pembanding")
    desk.page.get_by_role("link", name="Catat pembanding").click()
    desk.fill(province="Provinsi CONTOH", unit_name="Biro Humas CONTOH", source="Situs CONTOH")
    desk.page.locator("main button.btn-primary[type=submit]").last.click()
    desk.see("Provinsi CONTOH")


def rest_on_evidence(desk: Desk, proposal: str) -> None:
    """Rest the proposal on the count of the register and on six precedents."""
    desk.open(f"{proposal}/data-dukung")
    for province in (*PROVINCES, "Provinsi CONTOH"):
        desk.page.get_by_role("checkbox", name=f"{province} memakai").check()
    desk.fill(counted_on="7 Desember 2022")
    desk.press("Pakai yang dipilih")
    desk.see("7 data dukung dipakai", "213", "pembanding-6", "mitra-1")


def judge_the_duties(desk: Desk, proposal: str) -> None:
    """Put the agency's duties beside, and judge every pair that is alike."""
    desk.open(f"{proposal}/persandingan")
    desk.page.get_by_label("Bandingkan dengan unit mana?").select_option(label=AGENCY)
    desk.press("Sandingkan")
    waiting = desk.page.get_by_role("link", name="Nilai pasangan berikutnya")
    while waiting.count():
        waiting.click()
        desk.fill(verdict="distinct", distinction="Biro melayani pimpinan; dinas melayani umum CONTOH.")
        desk.press("Simpan putusan")
    desk.see("Beda lingkup")


def write_the_study(desk: Desk, proposal: str) -> None:
    """Go through the sections one after another and write what only people know."""
    for key, text in WRITTEN.items():
        desk.open(f"{proposal}/kajian/{key}")
        answer = ANSWERS.get(key)
        desk.fill(**{f"bagian-{key}": text}, **({f"bagian-{answer[0]}": answer[1]} if answer else {}))
        desk.press("Simpan")
        desk.see("Bagian kajian disimpan.")


def take_what_is_made(desk: Desk, proposal: str) -> None:
    """Take every document that OrgFlow can make as the one asked for."""
    for code in ("RANPERGUB", "MATRIKS_TUMPANG_TINDIH", "PRESEDEN", "ANJAB_ABK"):
        desk.open(f"{proposal}/dokumen/{code}")
        desk.press("Pakai yang disusun OrgFlow")
        desk.see("sudah dipakai")
    desk.attach(proposal, "BA_RAPAT")


def record_the_work(desk: Desk, proposal: str) -> None:
    """Record two years of one activity, and have the posts reckoned."""
    for year, volume in (("2024", "1.000"), ("2025", "1.200")):
        desk.open(f"{proposal}/beban-kerja/tambah")
        desk.fill(function="Publikasi CONTOH", name="Siaran pers CONTOH", product="naskah", year=year)
        desk.fill(volume=volume, norm="90", source="Buku siaran pers CONTOH")
        desk.press("Simpan kegiatan")
    desk.page.get_by_role("link", name="Hitung kebutuhan jabatan").click()
    desk.fill(year="2025", time_code="perka_bkn_19_2011", rounding="nearest")
    desk.press("Hitung")
    desk.see("2 jabatan dibutuhkan")
