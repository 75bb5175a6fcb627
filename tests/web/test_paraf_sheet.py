"""The page on which TU records the parafs of a sheet, and the names it offers."""

import io

from flask import Flask

from orgflow.domain.access.roles import Permission, Role
from orgflow.domain.calendar import format_date
from orgflow.domain.proposals.states import ProposalState
from orgflow.services.proposal_pages import show_proposal
from orgflow.web.proposals.sheet import sheet_steps
from tests.factories.authority import acting, lend
from tests.factories.office import TODAY, Office
from tests.factories.roads import a_proposal_in, a_scan, page
from tests.factories.signing_office import staffed
from tests.web.test_rule_pages import signed_in
from tests.web.visitor import Visitor

SECRETARY = "Contoh Dua, S.H."


def send(visitor: Visitor, path: str, **typed: str) -> tuple[int, str]:
    """Send a page's form with a scan; return the status and the page."""
    scan = (io.BytesIO(a_scan("lembar").content), "lembar.pdf")
    fields = visitor.fill(path, **typed)
    answer = visitor.client.post(
        path, data={**fields, "basis": "paraf_sheet", "scan": scan}, content_type="multipart/form-data"
    )
    return answer.status_code, answer.get_data(as_text=True)


def test_two_parafs_are_recorded_from_one_sheet(app: Flask, office: Office) -> None:
    staffed(office)
    proposal_id = a_proposal_in(office, ProposalState.INITIALLING)
    visitor, day = signed_in(app, office, Role.LETTER_ADMINISTRATOR), format_date(TODAY)
    path = f"/usulan/{proposal_id}/lembar-paraf"

    step = visitor.open(f"/usulan/{proposal_id}/paraf/assistant").get_data(as_text=True)
    offered = visitor.open(path).get_data(as_text=True)
    half = send(visitor, path, person_0="Contoh Asisten, S.E.", acted_on_1=day)
    whole = send(visitor, path, person_0="Contoh Asisten, S.E.", acted_on_0=day, acted_on_1=day)

    assert path in step
    assert f'value="{SECRETARY}"' in offered
    assert half[0] == 422
    assert "Tanggal parafnya belum diisi." in half[1]
    assert whole[0] == 303
    assert page(office, proposal_id).state is ProposalState.SIGNING
    assert "Tidak ada paraf yang menunggu" in visitor.open(path).get_data(as_text=True)


def test_the_sheet_asks_for_no_paraf_that_is_the_readers_own_today(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.INITIALLING)
    before = sheet_steps(show_proposal(acting(office, Role.LETTER_ADMINISTRATOR), proposal_id))

    lend(office, Role.SECRETARY, Role.LETTER_ADMINISTRATOR, Permission.PARAF_AS_SECRETARY)

    after = sheet_steps(show_proposal(acting(office, Role.LETTER_ADMINISTRATOR), proposal_id))
    assert [step.key for step in before] == ["assistant", "secretary"]
    assert [step.key for step in after] == ["assistant"]


def test_another_name_than_the_registrys_is_asked_about(app: Flask, office: Office) -> None:
    staffed(office)
    proposal_id = a_proposal_in(office, ProposalState.INITIALLING)
    visitor, day = signed_in(app, office, Role.LETTER_ADMINISTRATOR), format_date(TODAY)
    path, step = f"/usulan/{proposal_id}/lembar-paraf", f"/usulan/{proposal_id}/paraf/secretary"
    send(visitor, path, person_0="Contoh Asisten, S.E.", acted_on_0=day)

    offered = visitor.open(step).get_data(as_text=True)
    asked = send(visitor, step, person="Orang Lain, S.H.", acted_on=day)
    kept = send(visitor, step, person="Orang Lain, S.H.", acted_on=day, doubt="Surat tugas menyusul")

    assert f'value="{SECRETARY}"' in offered
    assert asked[0] == 422
    assert "bukan Orang Lain, S.H. melainkan" in asked[1]
    assert 'name="doubt"' in asked[1]
    assert kept[0] == 303
    history = visitor.open(f"/usulan/{proposal_id}/riwayat").get_data(as_text=True)
    assert "Tetap dicatat walaupun berbeda dengan Struktur: Surat tugas menyusul." in history


def test_the_sheet_asks_why_only_where_a_name_is_another_than_the_registrys(
    app: Flask, office: Office
) -> None:
    staffed(office)
    proposal_id = a_proposal_in(office, ProposalState.INITIALLING)
    visitor, day = signed_in(app, office, Role.LETTER_ADMINISTRATOR), format_date(TODAY)
    path, first = (
        f"/usulan/{proposal_id}/lembar-paraf",
        {"person_0": "Contoh Asisten, S.E.", "acted_on_0": day},
    )
    other = {**first, "person_1": "Orang Lain, S.H.", "acted_on_1": day}

    offered = visitor.open(path).get_data(as_text=True)
    asked = send(visitor, path, **other)
    kept = send(visitor, path, **other, doubt="Surat tugas menyusul")

    assert "<legend>Paraf Sekretaris Daerah</legend>" in offered
    assert 'name="doubt"' not in offered
    assert asked[0] == 422
    assert 'name="doubt"' in asked[1]
    assert 'value="Orang Lain, S.H."' in asked[1]
    assert kept[0] == 303
