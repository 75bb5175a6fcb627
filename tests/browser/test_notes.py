"""A proposal returned twice with notes, answered, and handed on again; on a phone, without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.looking import faults, sideways
from tests.browser.office_work import proposal_here

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]
REASON = "fungsi kehumasan perlu tetap melekat pada pimpinan"
QUOTED = "kehumasan perlu tetap melekat"
FIRST, AGAIN = "Sebut dasar hukumnya.", "Pasalnya belum disebut."


def test_returned_twice_with_notes_answered_and_handed_on(plain_desk: Desk) -> None:
    desk = plain_desk
    proposal = _at_the_head(desk)
    _note(desk, proposal, "alasan usulan", FIRST, QUOTED)
    _note(desk, proposal, "perubahan 1", "Cocokkan dengan pedoman.")
    desk.step(proposal, "kembalikan", reason="Lihat catatan.")

    desk.sign_in("penyusun.humas")
    _edit(desk, proposal, f"Sejak 2021 {REASON}, sesuai ketentuan.")
    _refused_until_answered(desk, proposal, 2)
    _answer(desk, proposal, FIRST, "Sudah ditambahkan.")
    _refused_until_answered(desk, proposal, 1)
    _answer(desk, proposal, "Cocokkan dengan pedoman.", "Sudah cocok.")
    desk.step(proposal, "ajukan")

    desk.sign_in("kepala.humas")
    _reply(desk, proposal, FIRST, AGAIN, "Tanya lagi")
    _reply(desk, proposal, "Cocokkan dengan pedoman.", "", "Selesai")
    desk.step(proposal, "kembalikan", reason="Satu lagi.")
    desk.sign_in("penyusun.humas")
    _edit(desk, proposal, "Alasan ini ditulis baru sama sekali.")
    desk.open(f"{proposal}/catatan?keadaan=terbuka")
    desk.see("Tempatnya sudah berubah", QUOTED, AGAIN)
    assert sideways(desk.page) == []
    _answer(desk, proposal, FIRST, "Pasal 12.")
    desk.step(proposal, "ajukan")
    desk.sign_in("kepala.humas")
    desk.step(proposal, "setujui/unit")

    desk.open(f"{proposal}/riwayat")
    desk.see(
        "Menulis catatan yang harus dijawab", "Menjawab catatan", "Bertanya lagi", "Menyelesaikan catatan"
    )


@pytest.mark.slow("axe")
def test_the_pages_of_notes_and_meetings_have_no_faults(desk: Desk) -> None:
    proposal = _at_the_head(desk)
    _note(desk, proposal, "alasan usulan", FIRST, QUOTED)
    desk.open(f"{proposal}/rapat/baru")
    desk.page.get_by_label("Rapat pembahasan").check()
    desk.fill(held_on="2 Maret 2026", invited="Contoh Santosa | Kepala Dinas Kominfo")
    desk.press("Simpan rapat")
    desk.see("Rapat dijadwalkan")
    meeting = desk.page.url.removeprefix(desk.demo.address)
    desk.open(f"{meeting}/hasil")
    desk.press("Simpan hasil")
    desk.open(f"{meeting}/kesepakatan")
    desk.page.get_by_label("Unit pengusul").check()
    desk.fill(text="matriks disempurnakan", due_on="9 Maret 2026")
    desk.press("Simpan kesepakatan")
    place = f"{proposal}/catatan/bagian?di=considerations"

    for path in (
        proposal,
        f"{proposal}/materi",
        f"{proposal}/catatan",
        place,
        f"{proposal}/kembalikan",
        meeting,
    ):
        for width in (1280, 390):
            desk.page.set_viewport_size({"width": width, "height": 900})
            desk.open(path)
            assert faults(desk.page) == [], (path, width)


def _at_the_head(desk: Desk) -> str:
    """Return a drafter's proposal that lies before the head of the bureau, who has signed in."""
    desk.sign_in("penyusun.humas")
    desk.open("/usulan/baru")
    desk.fill(new_name="Biro Administrasi Protokol dan Humas", considerations=REASON)
    desk.press("Simpan draf usulan")
    proposal = proposal_here(desk)
    desk.attach(proposal, "KAJIAN")
    desk.step(proposal, "ajukan")
    desk.sign_in("kepala.humas")
    return proposal


def _note(desk: Desk, proposal: str, about: str, text: str, quote: str = "") -> None:
    desk.open(f"{proposal}/materi" if about.startswith("perubahan") else proposal)
    desk.page.get_by_role("main").get_by_role("link", name=re.compile(f"^Catatan.*: {about}$")).click()
    desk.page.get_by_label("Harus dijawab").check()
    desk.fill(text=text, quote=quote)
    desk.press("Simpan catatan")
    desk.see("Catatan disimpan", text)


def _edit(desk: Desk, proposal: str, considerations: str) -> None:
    desk.open(f"{proposal}/ubah")
    desk.fill(considerations=considerations)
    desk.page.locator("main button.btn-primary[type=submit]").last.click()
    expect(desk.page).to_have_url(re.compile(f"{proposal}$"))


def _refused_until_answered(desk: Desk, proposal: str, count: int) -> None:
    desk.open(f"{proposal}/ajukan")
    link = desk.page.get_by_role("main").get_by_role("link", name=f"{count} catatan belum dijawab").first
    link.click()
    expect(desk.page).to_have_url(re.compile(r"/catatan\?keadaan=terbuka"))


def _answer(desk: Desk, proposal: str, note: str, text: str) -> None:
    _reply(desk, proposal, note, text, "Jawab")


def _reply(desk: Desk, proposal: str, note: str, text: str, label: str) -> None:
    desk.open(f"{proposal}/catatan")
    row = desk.page.locator("main li.of-row").filter(has_text=note).first
    row.locator("summary").click()
    row.locator("textarea").fill(text)
    row.get_by_role("button", name=re.compile(f"^{label}")).click()
    expect(desk.page.locator(".of-flash")).to_contain_text(re.compile("disimpan|dibuka lagi|selesai"))
