"""A clerk writes a letter beside its printed pages, edits it in Word, brings it back and takes it over."""

import io
import re
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.demo import Demo
from tests.browser.desk import Desk
from tests.browser.looking import faults

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

CLERK = "contoh.tu"
TABLE = "Kami mohon perkenan.\n| Uraian | Jumlah |\n| Rapat | 3 |"
SAVED = "Tersimpan. Halaman cetak sudah diperbarui."


def test_a_passage_with_a_table_saves_itself_and_the_pages_follow(desk: Desk) -> None:
    letter = _draft(desk)
    desk.open(letter)
    desk.page.get_by_role("link", name="Tulis", exact=True).click()
    before = _picture(desk.page)
    assert faults(desk.page) == []

    desk.page.get_by_label("Permohonan", exact=True).fill(TABLE)

    expect(desk.page.locator("[data-of-autosave]")).to_have_text(SAVED, timeout=20_000)
    assert _picture(desk.page) != before
    desk.see("Ditulis")
    assert faults(desk.page) == []
    desk.open(f"{letter}/tulis")
    expect(desk.page.get_by_label("Permohonan", exact=True)).to_have_value(TABLE)
    desk.open(f"{letter}/teks")
    desk.see("Rapat")


def test_a_broken_table_is_told_at_once_and_the_words_stay(desk: Desk) -> None:
    letter = _draft(desk)
    desk.open(f"{letter}/tulis")
    field = desk.page.get_by_label("Permohonan", exact=True)

    field.fill("| Uraian | Jumlah")

    expect(desk.page.locator("#bagian-permohonan-error")).to_contain_text("belum ditutup", timeout=20_000)
    expect(field).to_have_value("| Uraian | Jumlah")
    assert faults(desk.page) == []
    field.fill("| Uraian | Jumlah |\n| Rapat | 3 |")
    expect(desk.page.locator("[data-of-autosave]")).to_have_text(SAVED, timeout=20_000)
    expect(desk.page.locator("#bagian-permohonan-error")).to_have_count(0)


def test_a_table_is_put_in_by_a_button(desk: Desk) -> None:
    desk.open(f"{_draft(desk)}/tulis")

    desk.page.get_by_role("button", name=re.compile("Sisipkan tabel.*Alinea penutup")).click()

    value = desk.page.get_by_label("Alinea penutup", exact=True).input_value()
    assert value.splitlines()[-2:] == ["| Uraian | Jumlah |", "| … | … |"]


def test_the_second_of_two_writers_keeps_the_words_and_is_shown_both(
    browser: Browser, fresh_demo: Demo, tmp_path: Path
) -> None:
    with browser.new_context() as one, browser.new_context() as other:
        first, second = (Desk(context.new_page(), fresh_demo, tmp_path) for context in (one, other))
        letter = _draft(first)
        second.sign_in(CLERK)
        for desk in (first, second):
            desk.open(f"{letter}/tulis")
        first.page.get_by_label("Permohonan", exact=True).fill("Tulisan pertama.")
        expect(first.page.locator("[data-of-autosave]")).to_have_text(SAVED, timeout=20_000)

        second.page.get_by_label("Permohonan", exact=True).fill("Tulisan kedua.")

        status = second.page.locator("[data-of-autosave]")
        expect(status).to_contain_text("Orang lain menyimpan lebih dahulu", timeout=20_000)
        second.press("Simpan")
        second.see("Tulisan pertama.")
        expect(second.page.locator("main textarea")).to_have_value("Tulisan kedua.")
        assert faults(second.page) == []


def test_a_letter_edited_in_word_comes_back_and_is_taken(desk: Desk, tmp_path: Path) -> None:
    letter = _draft(desk)
    desk.open(letter)
    edited = tmp_path / "surat-disunting.docx"
    edited.write_bytes(_edited(desk, letter))

    desk.page.get_by_role("link", name="Kembalikan dari Word").click()
    assert faults(desk.page) == []
    desk.fill(upload=str(edited))
    desk.press("Bandingkan")

    desk.see("Alinea penutup", "surat-disunting.docx")
    assert faults(desk.page) == []
    desk.page.get_by_role("button", name="Pakai tulisan dari Word: Alinea penutup").click()
    desk.see("Tulisan dari Word dipakai", "Isi surat sama dengan berkas Word yang kembali")
    desk.open(f"{letter}/tulis")
    expect(desk.page.get_by_label("Alinea penutup", exact=True)).to_have_value("Demikian disampaikan.")


def test_a_letter_is_written_on_a_phone_without_script(plain_desk: Desk) -> None:
    letter = _draft(plain_desk)
    plain_desk.open(f"{letter}/tulis")
    before = _picture(plain_desk.page)
    plain_desk.page.get_by_label("Permohonan", exact=True).fill(TABLE)

    plain_desk.press("Simpan")

    plain_desk.see("Tulisan disimpan.")
    assert _picture(plain_desk.page) != before
    plain_desk.page.get_by_role("link", name="Lihat halaman cetak").click()
    expect(plain_desk.page).to_have_url(re.compile("#halaman$"))


@pytest.mark.slow("axe")
def test_the_pages_fit_a_phone(browser: Browser, fresh_demo: Demo, tmp_path: Path) -> None:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        desk = Desk(context.new_page(), fresh_demo, tmp_path)
        letter = _draft(desk)
        for path in (f"{letter}/tulis", f"{letter}/kembali", f"{letter}/kembali/perbedaan"):
            desk.open(path)
            assert faults(desk.page) == []


def _draft(desk: Desk) -> str:
    """Sign in as tata usaha and return the path of a letter that is a draft."""
    desk.sign_in(CLERK)
    desk.open("/surat?keadaan=draft")
    link = desk.page.locator('main a[href^="/surat/"]').first.get_attribute("href")
    assert link is not None
    return link


def _picture(page: Page) -> str:
    return page.locator("#halaman img").first.get_attribute("src") or ""


def _edited(desk: Desk, letter: str) -> bytes:
    """Return the letter's Word file with another closing, as a clerk would save it."""
    file = desk.page.request.get(f"{desk.demo.address}{letter}/unduh/docx").body()
    document = docx.Document(io.BytesIO(file))
    closing = next(one for one in document.paragraphs if one.text.startswith("Demikian disampaikan"))
    closing.runs[0].text = "Demikian disampaikan."
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()
