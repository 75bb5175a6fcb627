"""A whole reorganisation at two desks: sections merged, a bureau renamed, a change undone, one overtaken."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.demo import Demo
from tests.browser.desk import Desk
from tests.browser.looking import faults
from tests.browser.office_work import proposal_here

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

MEDIA, AUDIO = "Subbagian Hubungan Media dan Kerja Sama", "Subbagian Audio Visual dan Pemberitaan"
MERGED = "Subbagian Publikasi"


def test_two_sections_are_merged_on_a_phone_without_scripts(plain_desk: Desk) -> None:
    desk = plain_desk
    desk.sign_in("kepala.humas")
    materi = _draft(desk)
    for unit, functions in ((MEDIA, "hubungan media\nkerja sama pers"), (AUDIO, "peliputan\npemberitaan")):
        _open(desk, materi, "Ubah tugas dan fungsi")
        desk.page.get_by_label("Tugas dan fungsi unit mana?").select_option(label=unit)
        desk.press("Lanjut")
        desk.fill(new_functions=functions)
        desk.press("Simpan perubahan")
    _open(desk, materi, "Gabungkan unit")
    desk.press("Lanjut")
    desk.see("Pilih sedikitnya dua unit yang digabung.")
    desk.page.get_by_label(MEDIA).check()
    desk.page.get_by_label(AUDIO).check()
    desk.press("Lanjut")
    desk.fill(name=MERGED)
    desk.page.get_by_label(re.compile("kerja sama pers")).uncheck()
    desk.press("Simpan perubahan")

    desk.see(f"{MEDIA} dan {AUDIO} digabung menjadi {MERGED}")
    chart = desk.page.locator(".of-chart").last
    expect(chart.locator(".mark-new")).to_contain_text([MERGED])
    expect(desk.page.locator(".of-chart").first.locator(".mark-gone")).to_have_count(2)
    rows = desk.page.get_by_role("table", name=re.compile("Tugas dan fungsi")).inner_text()
    assert [text in rows for text in ("hubungan media", "peliputan", "kerja sama pers")] == [
        True,
        True,
        False,
    ]

    desk.press("Urungkan perubahan terakhir pada daftar ini")
    desk.see("Perubahan terakhir diurungkan.")
    expect(desk.page.locator(".of-op")).to_have_count(3)
    desk.press("Urungkan perubahan terakhir pada daftar ini")
    desk.see(f"digabung menjadi {MERGED}")


def test_whoever_is_second_sees_both_and_loses_nothing(
    browser: Browser, fresh_demo: Demo, tmp_path: Path
) -> None:
    with browser.new_context() as one, browser.new_context() as other:
        head, drafter = (
            Desk(one.new_page(), fresh_demo, tmp_path),
            Desk(other.new_page(), fresh_demo, tmp_path),
        )
        head.sign_in("kepala.humas")
        drafter.sign_in("penyusun.humas")
        materi = _draft(head)
        _open(head, materi, "Bentuk unit baru")
        head.fill(name="Bagian Protokol")
        _open(drafter, materi, "Ubah urutan unit")
        drafter.press("Lanjut")
        drafter.page.locator("main input[inputmode=numeric]").first.fill("9")
        drafter.press("Simpan perubahan")
        drafter.see("Urutan unit di bawah Biro Administrasi Pimpinan diubah")

        with head.page.expect_response(lambda answer: answer.request.method == "POST") as answered:
            head.press("Simpan perubahan")
        assert answered.value.status == 409
        head.see("Urutan unit di bawah Biro Administrasi Pimpinan diubah")
        assert faults(head.page) == []
        head.press("Simpan tulisan saya")

        head.see("Dibentuk Bagian Protokol di bawah Biro Administrasi Pimpinan", "Urutan unit")
        assert faults(head.page) == []
        drafter.open(materi)
        expect(drafter.page.get_by_role("button", name=re.compile("Urungkan"))).to_have_count(0)


@pytest.mark.slow("axe")
def test_the_forms_of_the_kinds_have_no_axe_finding(desk: Desk) -> None:
    desk.sign_in("kepala.humas")
    materi = _draft(desk)
    desk.page.set_viewport_size({"width": 390, "height": 844})
    for label, first in (
        ("Pecah unit", True),
        ("Hapus unit", True),
        ("Ubah tugas dan fungsi", True),
        ("Ubah jabatan", True),
        ("Gabungkan unit", False),
        ("Bentuk jabatan", False),
        ("Tukar nama dua unit", False),
    ):
        _open(desk, materi, label)
        if first:
            assert faults(desk.page) == [], label
            desk.press("Lanjut")
        assert faults(desk.page) == [], label
    desk.open(f"{materi}/susun")
    assert faults(desk.page) == []


def _draft(desk: Desk) -> str:
    """Write a rename of the bureau, and return where its operations stand."""
    desk.open("/usulan/baru")
    desk.fill(new_name="Biro Administrasi Pimpinan", considerations="alasan")
    desk.press("Simpan draf usulan")
    return f"{proposal_here(desk)}/materi"


def _open(desk: Desk, materi: str, label: str) -> None:
    """Choose a kind of change from the list."""
    desk.open(f"{materi}/tambah")
    desk.page.get_by_role("main").get_by_role("link", name=label, exact=True).click()
