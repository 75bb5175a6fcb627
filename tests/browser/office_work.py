"""Pieces of work that several journeys have in common: completing facts, issuing, numbering, enacting."""

import json
import re
import sqlite3
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from playwright.sync_api import expect

from orgflow.domain.calendar import format_date
from orgflow.domain.proposals.states import ProposalState
from tests.browser.demo import Demo
from tests.browser.desk import Desk

OLD_NAME = "Biro Humas dan Protokol"
NEW_NAME = "Biro Administrasi Protokol dan Humas Pimpinan"


def today_there() -> date:
    """Return the day it is in Sumatera Selatan."""
    return datetime.now(ZoneInfo("Asia/Jakarta")).date()


def complete_the_facts(desk: Desk) -> None:
    """Fill in, as TU, what nobody knows of the real case; all of it made up in this test."""
    desk.open("/pengaturan")
    desk.fill(number="UJI-16", year="2021", title="Susunan Organisasi Sekretariat Daerah (uji)")
    desk.press("Simpan Pergub")
    desk.see("Pergub Sekretariat Daerah dicatat", "Nomor UJI-16 Tahun 2021")
    desk.fill(name="Pejabat Uji", kind="definitif", valid_from="1 Februari 2025")
    desk.press("Simpan nama Gubernur")
    desk.see("Pejabat Uji (Definitif) sejak 1 Februari 2025")
    desk.open(f"/unit/{unit_id(desk.demo)}/ralat")
    desk.fill(letter_code="UJI.III", duty_field="hubungan masyarakat dan keprotokolan", reason="Data uji")
    desk.press("Simpan ralat")
    desk.see("Ralat dicatat", "UJI.III")


def issue(desk: Desk, letter: str) -> None:
    """Issue the letter, which must be ready."""
    desk.open(letter)
    desk.see("Siap ditandatangani: tidak ada yang harus dilengkapi")
    desk.press("Terbitkan surat")
    desk.see("Surat diterbitkan", "Isi surat ini beku sejak diterbitkan")


def give_number(desk: Desk, letter: str, number: str) -> None:
    """Record the number and date that were given elsewhere."""
    desk.open(letter)
    desk.fill(number=number, dated_on=format_date(today_there()))
    desk.press("Catat nomor")
    desk.see("Nomor dan tanggal surat dicatat", number)


def letter_of(desk: Desk, proposal: str) -> str:
    """Return the path of the proposal's letter."""
    desk.open(f"{proposal}/dokumen")
    link = desk.page.locator('main a[href^="/surat/"]').first.get_attribute("href")
    assert link is not None
    return link


def walk_with_the_ministry(desk: Desk, proposal: str, effective_on: date) -> None:
    """As TU: sent, received, approved, facilitated, enacted, promulgated, commenced."""
    today = format_date(today_there())
    desk.step(proposal, "kirim", acted_on=today)
    desk.step(proposal, "terima-kementerian", acted_on=today)
    walk_from_the_answer_to_the_enactment(desk, proposal)
    desk.step(
        proposal,
        "undangkan",
        gazette_number="UJI-18",
        promulgated_on=today,
        effective_on=format_date(effective_on),
    )
    desk.step(proposal, "berlakukan")


def walk_from_the_answer_to_the_enactment(desk: Desk, proposal: str) -> None:
    """As TU: approved, facilitated, enacted."""
    today, scan = format_date(today_there()), str(desk.scan)
    desk.step(proposal, "jawaban-disetujui", document_number="UJI/1/OTDA", acted_on=today, scan=scan)
    finished = {"outcome": "finished", "acted_on": today, "scan": scan}
    desk.step(proposal, "harmonisasi", document_number="UJI/2/KANWIL", **finished)
    desk.step(proposal, "fasilitasi", document_number="UJI/3/OTDA", **finished)
    desk.step(
        proposal,
        "tetapkan",
        number="UJI-17",
        year=str(today_there().year),
        title="Perubahan atas Susunan Organisasi Sekretariat Daerah (uji)",
        enacted_on=today,
        scan=scan,
    )


def at_the_ministry(demo: Demo) -> str:
    """Return the path of Provinsi Contoh's proposal that waits for the ministry's answer."""
    with sqlite3.connect(demo.data / "orgflow.db") as database:
        asked = "SELECT id FROM proposals WHERE state = ?"
        ((found,),) = database.execute(asked, (str(ProposalState.MINISTRY_REVIEW),)).fetchall()
    return f"/usulan/{UUID(found)}"


def see_the_registry_follow(
    demo: Demo,
    effective_on: date,
    old: str = OLD_NAME,
    new: str = NEW_NAME,
    code: str | None = None,
) -> None:
    """The old name holds the day before, the new one on the day; the store and the chain are whole.

    Args:
        code: of the government whose unit it is; by itself the demo's first.
    """
    before = _names(demo, effective_on - timedelta(days=1), code)
    on_the_day = _names(demo, effective_on, code)
    assert old in before
    assert new not in before
    assert new in on_the_day
    assert old not in on_the_day
    assert old in _names(demo, date(2022, 12, 7), code)
    checked = demo.command("check", "--json")
    assert (checked.code, json.loads(checked.printed)) == (0, [])
    assert demo.command("audit", "verify").code == 0


def see_tampering_found(demo: Demo) -> None:
    """One byte of one audit row changed, and the verification fails."""
    with sqlite3.connect(demo.data / "orgflow.db") as database:
        (sequence, name) = database.execute(
            "SELECT sequence, actor_name FROM audit_events ORDER BY sequence DESC LIMIT 1 OFFSET 3"
        ).fetchone()
        database.execute("DROP TRIGGER audit_events_no_update")
        database.execute(
            "UPDATE audit_events SET actor_name = ? WHERE sequence = ?", (f"{name[:-1]}x", sequence)
        )
    answer = demo.command("audit", "verify")
    assert answer.code == 1
    assert str(sequence) in answer.said


def unit_id(demo: Demo, name: str = OLD_NAME) -> str:
    """Return the id of a unit of the real case."""
    shown = demo.command("structure", "show", "--on", today_there().isoformat(), "--format", "json")
    units = json.loads(shown.printed)["units"]
    return next(str(unit["id"]) for unit in units if unit["name"] == name)


def proposal_here(desk: Desk) -> str:
    """Return the path of the proposal whose page is open."""
    expect(desk.page).to_have_url(re.compile(r"/usulan/[0-9a-f-]{36}"))
    found = re.search(r"/usulan/[0-9a-f-]{36}", desk.page.url)
    assert found is not None
    return found.group()


def _names(demo: Demo, on: date, code: str | None) -> list[str]:
    whose = () if code is None else ("--government", code)
    shown = demo.command("structure", "show", "--on", on.isoformat(), "--format", "json", *whose)
    return [unit["name"] for unit in json.loads(shown.printed)["units"]]
