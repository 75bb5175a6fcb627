"""A Pergub whose day is unknown at first, then set, then found to be wrong; and what follows it."""

import json
from datetime import date

import pytest
from playwright.sync_api import expect

from orgflow.domain.calendar import format_date
from orgflow.services.demo.contoh import CODE
from orgflow.services.demo.running import WELFARE
from tests.browser.desk import Desk
from tests.browser.looking import faults, sideways
from tests.browser.office_work import (
    at_the_ministry,
    see_the_registry_follow,
    today_there,
    walk_from_the_answer_to_the_enactment,
)

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

OLD, NEW = WELFARE, "Biro Kesejahteraan Rakyat dan Kebudayaan"
TASK = "Cap dinas dan cap jabatan diganti"


def test_a_day_unknown_then_set_then_corrected(plain_desk: Desk) -> None:
    desk, today = plain_desk, today_there()
    wrong, right = date(today.year + 1, 1, 2), date(today.year + 1, 1, 1)
    proposal = _an_enacted_proposal(desk)
    desk.open(f"{proposal}/undangkan")
    desk.fill(gazette_number="UJI-18", promulgated_on=format_date(today))
    desk.page.get_by_label("Belum diketahui; dicatat kemudian").check()
    desk.page.locator("main button.btn-primary[type=submit]").last.click()
    desk.see("hari mulai berlakunya belum diketahui")
    desk.open("/")
    desk.see("Catat hari mulai berlaku Pergub Nomor UJI-17")

    desk.open(f"{proposal}/pemberlakuan/hari")
    desk.fill(effective_on=format_date(wrong))
    desk.press("Catat hari mulai berlaku")
    desk.see("Hari mulai berlaku dicatat.", "Di tengah tahun anggaran.")
    desk.step(proposal, "berlakukan")
    desk.see(f"Terjadwal: susunan berubah pada {format_date(wrong)}")
    desk.open(f"{proposal}/pemberlakuan/ralat")
    desk.see("catatan yang lama tetap dapat dibaca")
    desk.fill(effective_on=format_date(right), reason="Pasal penutup menyebut 1 Januari")
    desk.press("Ralat hari mulai berlaku")

    desk.see("Hari mulai berlaku diralat.", "Pasal penutup menyebut 1 Januari", "Belum diketahui")
    desk.open("/")
    desk.see("Terjadwal berlaku", format_date(right))
    see_the_registry_follow(desk.demo, right, OLD, NEW, CODE)


def test_what_follows_is_told_task_by_task(desk: Desk) -> None:
    today = today_there()
    proposal = _an_enacted_proposal(desk)
    day = format_date(today)
    desk.step(proposal, "undangkan", gazette_number="UJI-18", promulgated_on=day, effective_on=day)
    desk.step(proposal, "berlakukan")
    for place in ("pemberlakuan", "pemberlakuan/ralat", "pemberlakuan/tindak-lanjut"):
        desk.open(f"{proposal}/{place}")
        assert faults(desk.page) + sideways(desk.page) == []

    desk.page.locator(".of-row", has_text=TASK).get_by_role("link").first.click()
    desk.page.get_by_label("Selesai", exact=True).check()
    desk.press("Simpan")
    desk.see("Tulis tanggal hal ini selesai.")
    desk.fill(who="Contoh Satu", acted_on=day, document=str(desk.scan))
    desk.press("Simpan")

    row = desk.page.locator(".of-row", has_text=TASK)
    expect(row).to_contain_text(f"Selesai {day}")
    expect(row).to_contain_text("Oleh Contoh Satu.")
    assert json.loads(desk.demo.command("check", "--json").printed) == []


def _an_enacted_proposal(desk: Desk) -> str:
    """Return a proposal whose Pergub is enacted, with TU at the desk."""
    desk.sign_in("contoh.tu")
    proposal = at_the_ministry(desk.demo)
    walk_from_the_answer_to_the_enactment(desk, proposal)
    return proposal
