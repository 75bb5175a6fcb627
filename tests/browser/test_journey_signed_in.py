"""The whole road of the real case, everybody signing in."""

from datetime import timedelta

import pytest

from tests.browser.desk import Desk
from tests.browser.office_work import (
    NEW_NAME,
    OLD_NAME,
    complete_the_facts,
    give_number,
    issue,
    letter_of,
    proposal_here,
    see_tampering_found,
    see_the_registry_follow,
    today_there,
    unit_id,
    walk_with_the_ministry,
)

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


@pytest.mark.slow("stories")
def test_the_road_with_everybody_signing_in(desk: Desk) -> None:
    today = today_there()
    effective_on = today + timedelta(days=7)

    _look_at_the_structure(desk)
    proposal = _draft(desk)
    _review_with_a_return(desk, proposal)
    desk.sign_in("asisten")
    desk.step(proposal, "paraf/assistant")
    desk.sign_in("sekda")
    desk.step(proposal, "paraf/secretary")
    desk.sign_in("tu")
    complete_the_facts(desk)
    letter = letter_of(desk, proposal)
    issue(desk, letter)
    desk.sign_in("gubernur")
    desk.step(proposal, "tanda-tangan/governor", scan=str(desk.scan))
    desk.sign_in("tu")
    give_number(desk, letter, f"000.8.1.2/77/UJI.III/{today.year}")
    walk_with_the_ministry(desk, proposal, effective_on)

    desk.open(proposal)
    desk.see(NEW_NAME)
    desk.open(f"/unit/{unit_id(desk.demo)}?pada={effective_on.isoformat()}")
    desk.see(NEW_NAME, OLD_NAME, "UJI-17")
    see_the_registry_follow(desk.demo, effective_on)
    see_tampering_found(desk.demo)


def _look_at_the_structure(desk: Desk) -> None:
    desk.sign_in("tu")
    desk.open("/struktur")
    desk.page.get_by_role("textbox", name="Keadaan per").fill("7 Desember 2022")
    desk.press("Tampilkan")
    desk.see("Struktur per 7 Desember 2022", OLD_NAME)
    desk.page.get_by_role("main").get_by_role("link", name="Bagan", exact=True).click()
    desk.see("Bagan per 7 Desember 2022", "Bagian Humas")


def _draft(desk: Desk) -> str:
    desk.sign_in("penyusun.humas")
    desk.open("/usulan/baru")
    desk.fill(new_name=NEW_NAME, considerations="fungsi kehumasan perlu tetap melekat pada pimpinan")
    desk.press("Simpan draf usulan")
    proposal = proposal_here(desk)
    desk.open(f"{proposal}/materi")
    desk.see("Semula", "Menjadi", NEW_NAME)
    desk.attach(proposal, "KAJIAN")
    desk.step(proposal, "ajukan")
    return proposal


def _review_with_a_return(desk: Desk, proposal: str) -> None:
    desk.sign_in("kepala.humas")
    desk.step(proposal, "setujui/unit")
    desk.sign_in("organisasi")
    desk.step(proposal, "kembalikan", reason="Jelaskan hubungannya dengan Diskominfo.")
    desk.sign_in("penyusun.humas")
    desk.open(proposal)
    desk.see("Jelaskan hubungannya dengan Diskominfo.")
    desk.open(f"{proposal}/ubah")
    desk.fill(considerations="fungsi kehumasan perlu tetap melekat pada pimpinan\nlingkupnya berbeda")
    desk.page.locator("main button.btn-primary[type=submit]").last.click()
    desk.step(proposal, "ajukan")
    desk.sign_in("kepala.humas")
    desk.step(proposal, "setujui/unit")
    desk.sign_in("organisasi")
    desk.attach(proposal, "RANPERGUB")
    desk.step(proposal, "setujui/organisation")
    desk.sign_in("hukum")
    desk.step(proposal, "setujui/legal")
