"""The ministry's answer item by item at TU's desk, on a phone: five changes, and the registry they become."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Browser
from sqlalchemy import Select, select

from orgflow.domain.calendar import format_date
from orgflow.domain.changes.operations import CreateUnit, NewUnit, RecodeUnit, ReviseDutyField
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import GovernmentId, OperationId, ProposalId, UnitId
from orgflow.store.proposals import PlacedOperation, ProposalRow, operations_of, put_operations
from orgflow.store.session import make_engine, writing
from tests.browser.demo import running_demo
from tests.browser.desk import Desk
from tests.browser.looking import faults
from tests.browser.office_work import at_the_ministry, today_there
from tests.filled_demo import copy_of

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

ASKED, CHANGED, REFUSED = "Bagian Sosial", "Bagian Kesejahteraan Sosial", "Bagian Kebudayaan"


@pytest.fixture
def phone(browser: Browser, filled_demo: Path, tmp_path: Path) -> Iterator[Desk]:
    """A phone and a demo in which a proposal of five changes waits for the ministry's answer."""
    data = copy_of(filled_demo, tmp_path / "var")
    _make_it_five(data)
    with (
        running_demo(data) as demo,
        browser.new_context(viewport={"width": 390, "height": 844}) as context,
    ):
        yield Desk(context.new_page(), demo, tmp_path)


def test_three_of_five_granted_one_changed_and_one_refused_are_what_the_registry_becomes(phone: Desk) -> None:
    desk, today = phone, today_there()
    proposal = at_the_ministry(desk.demo)
    desk.sign_in("contoh.tu")
    desk.open(f"{proposal}/tanggapan")
    desk.page.get_by_role("link", name="Catat surat masuk").click()
    desk.fill(
        number="CONTOH/1/OTDA",
        dated_on=format_date(today),
        sender="Direktur Jenderal Otonomi Daerah",
        subject="Tanggapan atas usulan",
        scan=str(desk.scan),
    )
    desk.press("Catat dalam agenda")
    desk.see("Surat masuk dicatat dalam agenda", "Putaran 1, dikirim", f"agenda 1/{today.year}")
    assert faults(desk.page) == []

    desk.page.get_by_role("link", name="Catat jawaban butir demi butir").click()
    for number, verdict in enumerate(("Disetujui", "Disetujui dengan perubahan", "Tidak disetujui"), start=1):
        _answer(desk, number, verdict)
    desk.fill(name_2=CHANGED, reason_3="Sudah ada pada dinas.")
    _answer(desk, 4, "Disetujui")
    desk.press("Simpan dan periksa")
    desk.see("Jawaban untuk perubahan nomor 5 belum diisi")
    _answer(desk, 5, "Disetujui")
    desk.press("Simpan dan periksa")
    desk.see("3 butir disetujui; 1 butir disetujui dengan perubahan; 1 butir tidak disetujui.")
    assert faults(desk.page) == []
    desk.press("Catat jawaban: disetujui dengan catatan")
    desk.see("Jawaban Kemendagri dicatat butir demi butir", "Alasan: Sudah ada pada dinas.")

    _commence(desk, proposal, today)
    desk.open(f"/struktur?per={today.isoformat()}")
    desk.see("Biro Kesejahteraan Rakyat dan Kebudayaan", CHANGED)
    said = desk.page.get_by_role("main").inner_text()
    assert REFUSED not in said
    checked = desk.demo.command("check")
    assert checked.code == 0, checked.said


def _answer(desk: Desk, number: int, verdict: str) -> None:
    section = desk.page.get_by_role("region", name=f"Perubahan {number}", exact=True)
    section.get_by_label(verdict, exact=True).check()


def _commence(desk: Desk, proposal: str, today: date) -> None:
    """Facilitated, enacted, promulgated and commenced, as TU records it."""
    day, scan = format_date(today), str(desk.scan)
    for slug in ("harmonisasi", "fasilitasi"):
        finished = {"document_number": f"CONTOH/{slug}", "outcome": "finished", "acted_on": day}
        desk.step(proposal, slug, **finished, scan=scan)
    desk.step(
        proposal,
        "tetapkan",
        number="CONTOH-17",
        year=str(today.year),
        title="Perubahan Susunan Organisasi (CONTOH)",
        enacted_on=day,
        scan=scan,
    )
    desk.step(proposal, "undangkan", gazette_number="CONTOH-18", promulgated_on=day, effective_on=day)
    desk.step(proposal, "berlakukan")


def _make_it_five(data: Path) -> None:
    """Let the proposal that waits at the ministry bear five changes instead of one."""
    engine = make_engine(f"sqlite:///{data / 'orgflow.db'}")
    with writing(engine)() as session:
        row = session.scalars(_waiting()).one()
        unit = UnitId(row.unit_id)
        sections = [
            CreateUnit(NewUnit(UnitId(UUID(int=number)), "bagian", name, unit, number))
            for number, name in ((9001, ASKED), (9002, REFUSED))
        ]
        more = [
            *sections,
            ReviseDutyField(unit, "kesejahteraan rakyat dan kebudayaan"),
            RecodeUnit(unit, "Kesra", None),
        ]
        placed = [
            PlacedOperation(OperationId(UUID(int=9100 + place)), operation)
            for place, operation in enumerate(more)
        ]
        proposal_id = ProposalId(row.id)
        held = operations_of(session, proposal_id)
        put_operations(session, GovernmentId(row.government_id), proposal_id, (*held, *placed))
        session.commit()
    engine.dispose()


def _waiting() -> Select[tuple[ProposalRow]]:
    return select(ProposalRow).where(ProposalRow.state == str(ProposalState.MINISTRY_REVIEW))
