"""The least file: a plain rename with what the office requires and no more, made by somebody new."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.clerk import Clerk
from tests.browser.desk import Desk
from tests.browser.office_work import NEW_NAME, proposal_here

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

MOST = 25
REASON = "fungsi kehumasan perlu tetap melekat pada pimpinan"
ANALYSIS = "Mempertahankan nama sekarang menyisakan perbedaan dengan pedoman."
WEAKNESS = "Nama yang diusulkan lebih panjang daripada nama dalam pedoman."


def test_a_newcomer_makes_the_least_file_in_few_interactions(desk: Desk) -> None:
    desk.sign_in("penyusun.humas")
    desk.open("/usulan")
    clerk = Clerk(desk.page)

    _answer_the_questions(clerk)
    proposal = proposal_here(desk)
    desk.see("Masih kurang 2 dokumen")
    _write_the_short_study(clerk, desk)
    _take_the_draft_regulation(clerk, desk)
    clerk.follow("Ajukan")
    clerk.press("Ajukan usulan")

    expect(desk.page).not_to_have_url(re.compile("/ajukan$"))
    assert clerk.count <= MOST, clerk.done
    _see_the_file_whole(desk, proposal)


def _answer_the_questions(clerk: Clerk) -> None:
    clerk.follow("Usulan baru")
    clerk.fill("Nama barunya apa?", NEW_NAME)
    clerk.fill("Mengapa perlu diubah?", REASON)
    clerk.fill("Mulai kapan diharapkan berlaku?", "1 Januari 2027")
    clerk.press("Simpan draf usulan")


def _write_the_short_study(clerk: Clerk, desk: Desk) -> None:
    clerk.follow("Tulis Kajian perubahan nomenklatur")
    clerk.choose("Telaahan staf (paling banyak tiga halaman)")
    clerk.press("Pakai bentuk ini")
    clerk.follow("Tulis Fakta yang Mempengaruhi")
    clerk.fill("Tahun data", "2026")
    clerk.press("Simpan")
    clerk.follow("Berikutnya: D. Analisis")
    clerk.fill("Isi bagian", ANALYSIS)
    clerk.fill("Kelemahan pilihan yang diusulkan", WEAKNESS)
    clerk.press("Simpan")
    clerk.follow("Daftar bagian")
    expect(desk.page.get_by_role("main")).not_to_contain_text("belum terisi")


def _take_the_draft_regulation(clerk: Clerk, desk: Desk) -> None:
    clerk.follow("Dokumen")
    clerk.follow("Unggah Rancangan Peraturan Gubernur")
    clerk.press("Pakai yang disusun OrgFlow")
    desk.see("Semua dokumen wajib sudah ada.")


def _see_the_file_whole(desk: Desk, proposal: str) -> None:
    desk.open(f"{proposal}/dokumen")
    desk.see(
        "Semua dokumen wajib sudah ada.",
        "Ditulis di OrgFlow dan lengkap",
        "Disusun OrgFlow, mengikuti isi usulan",
        "Surat usulan Gubernur",
        "Matriks persandingan",
        "Bagan susunan organisasi semula dan menjadi",
    )
    answer = desk.page.request.get(f"{desk.demo.address}{proposal}/naskah/kajian.pdf")
    assert answer.body().startswith(b"%PDF")
