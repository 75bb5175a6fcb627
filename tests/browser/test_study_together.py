"""Two people write a study at once, and one while the network is away: no word is lost, all are told."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Locator, expect

from tests.browser.demo import Demo
from tests.browser.desk import Desk
from tests.browser.looking import faults
from tests.browser.office_work import proposal_here

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

SAVED, SECOND = "Tersimpan.", "Orang lain menyimpan lebih dahulu"
AWAY = "sambungan terputus"
HEADS, DRAFTERS = "Masalah menurut kepala biro CONTOH.", "Masalah menurut penyusun CONTOH."
BOTH = f"{HEADS}\n{DRAFTERS}"
SOON_MS = 15_000


@dataclass(frozen=True, slots=True)
class Two:
    """The head and the drafter of one bureau, each at a browser of their own, and their proposal's study."""

    head: Desk
    drafter: Desk
    study: str


@pytest.fixture
def two(browser: Browser, fresh_demo: Demo, tmp_path: Path) -> Iterator[Two]:
    """Both with a proposal that was begun just now."""
    with browser.new_context() as one, browser.new_context() as other:
        head, drafter = (Desk(context.new_page(), fresh_demo, tmp_path) for context in (one, other))
        head.sign_in("kepala.humas")
        drafter.sign_in("penyusun.humas")
        drafter.open("/usulan/baru")
        drafter.fill(new_name="Biro Dua Penulis CONTOH", considerations="alasan CONTOH")
        drafter.press("Simpan draf usulan")
        yield Two(head, drafter, f"{proposal_here(drafter)}/kajian")


def test_two_in_one_section_are_both_told_and_no_word_is_lost(two: Two) -> None:
    section = f"{two.study}/permasalahan"
    for desk in (two.head, two.drafter):
        desk.open(section)
    box(two.head).fill(HEADS)
    expect(told(two.head)).to_have_text(SAVED, timeout=SOON_MS)

    box(two.drafter).fill(DRAFTERS)
    expect(told(two.drafter)).to_contain_text(SECOND, timeout=SOON_MS)
    two.drafter.press("Simpan")
    two.drafter.see("menyimpan perubahan lebih dahulu", HEADS)
    theirs = two.drafter.page.locator("main textarea")
    expect(theirs).to_have_value(DRAFTERS)
    assert faults(two.drafter.page) == []
    theirs.fill(BOTH)
    two.drafter.press("Simpan tulisan saya")

    box(two.head).fill(f"{HEADS} Dan lagi.")
    expect(told(two.head)).to_contain_text(SECOND, timeout=SOON_MS)
    two.head.open(section)
    expect(box(two.head)).to_have_value(f"{HEADS} Dan lagi.")
    two.head.press("Simpan")
    two.head.see(DRAFTERS)
    two.head.page.get_by_role("link", name="Pakai yang tersimpan").click()
    expect(box(two.head)).to_have_value(BOTH)
    two.head.open(f"{section}/versi")
    two.head.see("Kepala Biro Humas dan Protokol", "Penyusun Biro Humas dan Protokol", DRAFTERS)


def test_two_in_different_sections_do_not_disturb_each_other(two: Two) -> None:
    two.head.open(f"{two.study}/permasalahan")
    two.drafter.open(f"{two.study}/latar_belakang")

    box(two.head).fill(HEADS)
    box(two.drafter).fill(DRAFTERS)

    for desk in (two.head, two.drafter):
        expect(told(desk)).to_have_text(SAVED, timeout=SOON_MS)
    two.head.open(f"{two.study}/latar_belakang")
    expect(box(two.head)).to_have_value(DRAFTERS)
    two.drafter.open(f"{two.study}/permasalahan")
    expect(box(two.drafter)).to_have_value(HEADS)


def test_what_is_typed_while_the_network_is_away_is_kept_and_saved_afterwards(two: Two) -> None:
    desk, section = two.drafter, f"{two.study}/permasalahan"
    desk.open(section)

    desk.page.context.set_offline(True)
    box(desk).fill(HEADS)
    expect(told(desk)).to_contain_text(AWAY, timeout=SOON_MS)
    desk.press("Simpan")
    expect(box(desk)).to_have_value(HEADS)
    box(desk).fill(BOTH)
    expect(told(desk)).to_contain_text(AWAY, timeout=SOON_MS)
    two.head.open(section)
    expect(box(two.head)).to_have_value("")

    desk.page.context.set_offline(False)
    expect(told(desk)).to_have_text(SAVED, timeout=SOON_MS)
    two.head.open(section)
    expect(box(two.head)).to_have_value(BOTH)


def test_what_was_not_saved_outlives_a_page_that_could_not_be_loaded_again(two: Two) -> None:
    desk, section = two.drafter, f"{two.study}/permasalahan"
    desk.open(section)
    desk.page.context.set_offline(True)
    box(desk).fill(HEADS)
    expect(told(desk)).to_contain_text(AWAY, timeout=SOON_MS)
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        desk.page.reload()

    desk.page.context.set_offline(False)
    desk.open(section)

    expect(box(desk)).to_have_value(HEADS)
    # By this page, or by the one before it in the moment between the network's return and its leaving.
    expect(desk.page.get_by_role("main")).to_contain_text("Disimpan Penyusun", timeout=SOON_MS)
    two.head.open(section)
    expect(box(two.head)).to_have_value(HEADS)


def box(desk: Desk) -> Locator:
    """Return the field in which a section's text is written."""
    return desk.page.get_by_label("Isi bagian", exact=True)


def told(desk: Desk) -> Locator:
    """Return where a section says how its saving stands."""
    return desk.page.locator("[data-of-autosave]")
