"""A study written in the browser: on a phone, by two people at once, and while the network is gone."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, Locator, Route, expect

from tests.browser.demo import Demo
from tests.browser.desk import Desk
from tests.browser.looking import faults

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

HEAD, DRAFTER = "kepala.humas", "penyusun.humas"
SAVED = "Tersimpan."
LATE = """() => {
  const fetching = window.fetch;
  window.fetch = async (...asked) => {
    const answer = await fetching(...asked);
    await new Promise((done) => setTimeout(done, 2000));
    return answer;
  };
}"""
"""Lets the page wait for the answer to a save."""
LOST = "Belum tersimpan: sambungan terputus"


def test_a_study_is_written_on_a_phone_from_its_list_to_its_preview(desk: Desk) -> None:
    desk.page.set_viewport_size({"width": 390, "height": 844})
    study = _study(desk)
    assert faults(desk.page) == []

    desk.page.get_by_role("link", name="E. Permasalahan", exact=True).click()
    desk.see("Rumuskan paling banyak lima masalah", "Bagian ini wajib dan masih kosong")
    desk.page.get_by_label("Isi bagian").fill("1. Nomenklatur sekarang berbeda dengan pedoman.")
    expect(_status(desk)).to_have_text(SAVED, timeout=20_000)
    expect(desk.page.get_by_text("masih kosong")).to_have_count(0)
    assert faults(desk.page) == []
    for section, field, answer in (
        ("ruang_lingkup", "Tahun data", "2025"),
        ("pilihan", "Kelemahan pilihan yang diusulkan", "Nama yang diusulkan lebih panjang."),
    ):
        desk.open(f"{study}/{section}")
        desk.page.get_by_label(field, exact=True).fill(answer)
        desk.press("Simpan")
        expect(desk.page.locator(".of-flash")).to_contain_text("Bagian kajian disimpan.")
        assert faults(desk.page) == []

    desk.open(study)
    desk.see("Semua bagian wajib sudah terisi.")
    desk.page.get_by_role("main").get_by_role("link", name="Lihat pratinjau").click()
    desk.see("BAB V", "Nama yang diusulkan lebih panjang.")
    assert faults(desk.page) == []
    desk.open(f"{study}/permasalahan/versi")
    desk.see("Versi 1")
    assert faults(desk.page) == []
    desk.open(f"{study}/permasalahan")
    desk.page.locator("main .of-note-link").click()
    desk.see("Catatan: Kajian: E. Permasalahan", "1. Nomenklatur sekarang berbeda dengan pedoman.")
    assert faults(desk.page) == []


def test_two_people_write_different_sections_and_are_told_in_the_same_one(
    browser: Browser, fresh_demo: Demo, tmp_path: Path
) -> None:
    with browser.new_context() as one, browser.new_context() as other:
        first, second = (Desk(context.new_page(), fresh_demo, tmp_path) for context in (one, other))
        study = _study(first)
        second.sign_in(DRAFTER)
        first.open(f"{study}/saran")
        second.open(f"{study}/simpulan")
        for desk in (first, second):
            desk.page.get_by_label("Isi bagian").fill("Mohon persetujuan Menteri.")
            expect(_status(desk)).to_have_text(SAVED, timeout=20_000)

        second.open(f"{study}/saran")
        first.page.get_by_label("Isi bagian").fill("Tulisan pertama.")
        expect(_status(first)).to_have_text(SAVED, timeout=20_000)
        second.page.get_by_label("Isi bagian").fill("Tulisan kedua.")
        expect(_status(second)).to_contain_text("Orang lain menyimpan lebih dahulu", timeout=20_000)
        second.press("Simpan")

        second.see("Tulisan pertama.")
        mine = second.page.get_by_label(re.compile("Tulisan Anda"))
        expect(mine).to_have_value("Tulisan kedua.")
        mine.fill("Tulisan pertama dan kedua.")
        second.press("Simpan tulisan saya")
        expect(second.page.get_by_label("Isi bagian")).to_have_value("Tulisan pertama dan kedua.")
        second.open(f"{study}/simpulan")
        expect(second.page.get_by_label("Isi bagian")).to_have_value("Mohon persetujuan Menteri.")


def test_words_typed_without_the_network_stay_and_are_saved_once_it_is_back(desk: Desk) -> None:
    study = _study(desk)
    desk.open(f"{study}/saran")
    field = desk.page.get_by_label("Isi bagian")

    desk.page.context.set_offline(True)
    field.fill("Ditulis tanpa sambungan.")
    expect(_status(desk)).to_contain_text(LOST, timeout=20_000)
    desk.press("Simpan")
    expect(_status(desk)).to_contain_text(LOST)
    expect(field).to_have_value("Ditulis tanpa sambungan.")
    desk.page.context.set_offline(False)

    expect(_status(desk)).to_have_text(SAVED, timeout=20_000)
    desk.open(f"{study}/saran")
    expect(desk.page.get_by_label("Isi bagian")).to_have_value("Ditulis tanpa sambungan.")


def test_words_that_were_not_saved_come_back_when_the_page_is_loaded_again(desk: Desk) -> None:
    study = _study(desk)
    desk.open(f"{study}/saran")

    desk.page.route("**/kajian/saran", _let_no_save_through)
    desk.page.get_by_label("Isi bagian").fill("Belum sempat disimpan.")
    expect(_status(desk)).to_contain_text(LOST, timeout=20_000)
    desk.page.on("dialog", lambda asked: asked.accept())
    desk.page.reload()

    expect(desk.page.get_by_label("Isi bagian")).to_have_value("Belum sempat disimpan.")
    desk.page.unroute("**/kajian/saran", _let_no_save_through)
    expect(_status(desk)).to_have_text(SAVED, timeout=20_000)


def test_a_save_that_the_server_failed_is_sent_again_by_itself(desk: Desk) -> None:
    study = _study(desk)
    desk.open(f"{study}/saran")
    failing = _answering(502)

    desk.page.route("**/kajian/saran", failing)
    desk.page.get_by_label("Isi bagian").fill("Dikirim lagi.")
    expect(_status(desk)).to_contain_text(LOST, timeout=20_000)
    desk.page.unroute("**/kajian/saran", failing)

    expect(_status(desk)).to_have_text(SAVED, timeout=20_000)


def test_a_button_pressed_while_a_save_is_underway_is_sent_after_its_answer_and_confirmed(desk: Desk) -> None:
    study, sent = _study(desk), []
    desk.open(f"{study}/permasalahan")
    desk.page.evaluate(LATE)
    desk.page.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    desk.page.get_by_label("Isi bagian").fill("Satu masalah CONTOH.")
    with desk.page.expect_response(lambda answer: answer.request.method == "POST"):
        expect(_status(desk)).to_have_text("Menyimpan…")

    desk.press("Simpan")

    expect(desk.page.locator(".of-flash")).to_contain_text("Bagian kajian disimpan.")
    assert [request.resource_type for request in sent] == ["fetch", "document"]
    first, second = (parse_qs(request.post_data or "") for request in sent)
    for changing in ("idempotency_key", "seen_revision"):
        assert first[changing] != second[changing], changing


def test_who_may_write_no_more_is_told_and_the_tab_lets_go_at_sign_out(desk: Desk) -> None:
    study = _study(desk)
    desk.open(f"{study}/saran")

    desk.page.route("**/kajian/saran", _answering(403))
    desk.page.get_by_label("Isi bagian").fill("Belum tersimpan di mana pun.")
    expect(_status(desk)).to_contain_text("tidak lagi berhak", timeout=20_000)
    held = desk.page.evaluate("Object.keys(sessionStorage).filter((key) => key.startsWith('of:'))")
    assert len(held) == 1
    assert "Kepala" not in held[0]
    desk.page.on("dialog", lambda asked: asked.accept())
    desk.open("/akun")
    desk.page.get_by_role("button", name="Keluar", exact=True).first.click()
    expect(desk.page.locator(".of-flash")).to_contain_text("Anda sudah keluar.")

    assert desk.page.evaluate("Object.keys(sessionStorage)") == []


def test_what_the_answer_shows_beside_the_saved_text_is_held_no_more(desk: Desk) -> None:
    study = _study(desk)
    desk.open(f"{study}/saran")
    desk.page.route("**/kajian/saran", _answering(502, "sendiri"))
    desk.page.get_by_label("Isi bagian").fill("Tulisan tab ini.")
    expect(_status(desk)).to_contain_text(LOST, timeout=20_000)
    desk.page.evaluate("document.querySelector('[name=seen_revision]').value = '7'")

    desk.press("Simpan")

    desk.see("Tulisan tab ini.")
    desk.page.wait_for_function("Object.keys(sessionStorage).length === 0")


def _answering(status: int, marked: str = "") -> Callable[[Route], None]:
    """Return what answers every save, or only those that bear a word, with a status of its own."""

    def answer(route: Route) -> None:
        if route.request.method == "POST" and marked in (route.request.post_data or ""):
            route.fulfill(status=status, body="")
        else:
            route.fallback()

    return answer


def _let_no_save_through(route: Route) -> None:
    if route.request.method == "POST":
        route.abort()
    else:
        route.fallback()


def _status(desk: Desk) -> Locator:
    return desk.page.locator("[data-of-autosave]")


def _study(desk: Desk) -> str:
    """Sign in as the head and open the study of the bureau's running proposal."""
    desk.sign_in(HEAD)
    desk.open("/usulan")
    link = desk.page.locator("main .of-row-title a").first
    address = link.get_attribute("href") or ""
    desk.open(f"{address}/kajian")
    return f"{address}/kajian"
