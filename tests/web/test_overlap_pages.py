"""The pages of the comparison of duties: chosen, judged, refused, overtaken, foreign, handed out."""

import re
from datetime import date
from uuid import UUID

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.organisation.records import FunctionKind
from orgflow.domain.values import ProposalId
from orgflow.services.organisation.functions import AddFunction, add_function
from tests.factories.governments import HUMAS
from tests.factories.registry import BASIS
from tests.factories.roads import a_draft
from tests.web.desk_office import DeskOffice, Reader, main_of, words_of

R = Role
KOMINFO = "Dinas Kominfo"
OWN, OTHER = "pelaksanaan hubungan media pimpinan", "pengelolaan hubungan media dan opini publik"


def record(desks: DeskOffice, unit: str, text: str) -> None:
    command = AddFunction(desks.office.units[unit], FunctionKind.FUNCTION, text, date(2021, 1, 4), BASIS)
    add_function(desks.office.context(R.SYSTEM_ADMINISTRATOR), command)


@pytest.fixture
def proposal_id(desks: DeskOffice) -> ProposalId:
    record(desks, HUMAS, OWN)
    record(desks, KOMINFO, OTHER)
    return a_draft(desks.office)


def the_path(proposal_id: ProposalId) -> str:
    return f"/usulan/{proposal_id}/persandingan"


def begin(desks: DeskOffice, proposal_id: ProposalId) -> str:
    answer = desks.reader(R.BUREAU_HEAD).send(the_path(proposal_id), unit_id=desks.office.units[KOMINFO])
    assert answer.status_code == 303
    return str(answer.location)


def pair_path(head: Reader, comparison: str) -> str:
    found = re.search(r'btn-primary" href="([^"]+)"', main_of(head.open(comparison)))
    assert found is not None
    return found[1]


def test_a_pair_is_chosen_judged_and_seen_in_the_matrix(desks: DeskOffice, proposal_id: ProposalId) -> None:
    head = desks.reader(R.BUREAU_HEAD)
    assert "Belum ada unit yang disandingkan" in head.read(the_path(proposal_id))
    comparison = begin(desks, proposal_id)
    assert "1 pasangan belum dinilai" in head.read(comparison)

    pair = pair_path(head, comparison)
    asked = head.read(pair)
    assert OWN in asked
    assert OTHER in asked
    answer = head.send(pair, verdict="intersecting", distinction="Biro untuk pimpinan.", seen_revision=0)

    assert answer.status_code == 303
    shown = head.read(comparison)
    assert "Beririsan" in shown
    assert "Biro untuk pimpinan." in shown
    assert "1 pasangan sudah dinilai" in shown
    assert "Menilai “" in head.read(f"/usulan/{proposal_id}/riwayat")


def test_what_lacks_stands_beside_its_field_and_what_was_typed_stays(
    desks: DeskOffice, proposal_id: ProposalId
) -> None:
    head = desks.reader(R.BUREAU_HEAD)
    pair = pair_path(head, begin(desks, proposal_id))

    no_verdict = head.send(pair, distinction="Batasnya pimpinan.", seen_revision=0)
    no_words = head.send(pair, verdict="distinct", distinction=" ", seen_revision=0)

    assert no_verdict.status_code == no_words.status_code == 422
    assert "Putusan belum dipilih" in words_of(no_verdict)
    assert "Batasnya pimpinan." in words_of(no_verdict)
    assert "Pembeda belum diisi" in words_of(no_words)
    assert 'value="distinct" checked' in main_of(no_words)


def test_who_judges_second_sees_both(desks: DeskOffice, proposal_id: ProposalId) -> None:
    head = desks.reader(R.BUREAU_HEAD)
    pair = pair_path(head, begin(desks, proposal_id))
    head.send(pair, verdict="intersecting", distinction="Yang pertama.", seen_revision=0)

    answer = head.send(
        pair, verdict="distinct", distinction="Yang kedua.", seen_revision=0, idempotency_key="another-key"
    )

    assert answer.status_code == 409
    for words in ("Yang pertama.", "Yang kedua.", "Beririsan", "Beda lingkup"):
        assert words in words_of(answer)
    assert 'name="seen_revision" value="1"' in main_of(answer)


def test_duties_that_are_not_recorded_are_said_with_the_way_to_record_them(desks: DeskOffice) -> None:
    proposal_id = a_draft(desks.office)
    comparison = begin(desks, proposal_id)

    head, clerk = desks.reader(R.BUREAU_HEAD), desks.reader(R.LETTER_ADMINISTRATOR)

    assert head.read(comparison).count("belum dicatat, jadi belum dapat disandingkan") == 2
    assert "Dicatat oleh TU atau administrator" in head.read(comparison)
    assert f'href="/unit/{desks.office.units[HUMAS]}/catat"' in main_of(clerk.open(comparison))
    assert f'href="/unit/{desks.office.units[KOMINFO]}/catat"' in main_of(clerk.open(comparison))


def test_two_duties_may_be_chosen_by_hand(desks: DeskOffice, proposal_id: ProposalId) -> None:
    record(desks, KOMINFO, "penyelenggaraan persandian")
    head = desks.reader(R.BUREAU_HEAD)
    comparison = begin(desks, proposal_id)
    values = re.findall(r'<option value="([^"]+)">', main_of(head.open(comparison)))

    answer = head.open(f"{comparison}/pasangan?tugas={values[0]}&dengan={values[2]}")

    assert answer.status_code == 303
    assert "penyelenggaraan persandian" in head.read(str(answer.location))
    assert head.open(f"{comparison}/pasangan?tugas={values[0]}").status_code == 404


def test_a_unit_of_the_own_branch_is_refused_beside_its_field(
    desks: DeskOffice, proposal_id: ProposalId
) -> None:
    head = desks.reader(R.BUREAU_HEAD)

    for unit_id in (desks.office.units[HUMAS], UUID(int=1), "bukan"):
        answer = head.send(the_path(proposal_id), unit_id=unit_id)
        assert answer.status_code == 422
        assert 'id="unit_id-error"' in main_of(answer)


def test_what_is_not_there_is_not_found(desks: DeskOffice, proposal_id: ProposalId) -> None:
    head = desks.reader(R.BUREAU_HEAD)
    comparison = begin(desks, proposal_id)

    assert head.open(f"/usulan/{UUID(int=1)}/persandingan").status_code == 404
    assert head.open(f"{the_path(proposal_id)}/{UUID(int=1)}").status_code == 404
    assert head.open(f"{comparison}/{UUID(int=1)}/{UUID(int=2)}").status_code == 404
    assert head.open(f"{comparison}/unduh/odt").status_code == 404


def test_readers_see_and_do_not_judge(desks: DeskOffice, proposal_id: ProposalId) -> None:
    comparison = begin(desks, proposal_id)
    pair = pair_path(desks.reader(R.BUREAU_HEAD), comparison)
    auditor = desks.reader(R.AUDITOR)

    shown = main_of(auditor.open(comparison))

    assert OTHER in shown
    assert "btn-primary" not in shown
    assert pair not in shown
    assert auditor.send(pair, verdict="distinct", distinction="x", seen_revision=0).status_code == 403


@pytest.mark.parametrize("kind", ["pdf", "docx", "xlsx"])
def test_the_matrix_is_handed_out(desks: DeskOffice, proposal_id: ProposalId, kind: str) -> None:
    comparison = begin(desks, proposal_id)

    answer = desks.reader(R.BUREAU_HEAD).open(f"{comparison}/unduh/{kind}")

    assert answer.status_code == 200
    assert answer.data[:2] in (b"%P", b"PK")
    assert f".{kind}" in answer.headers["Content-Disposition"]


def test_a_comparison_is_taken_out(desks: DeskOffice, proposal_id: ProposalId) -> None:
    head = desks.reader(R.BUREAU_HEAD)
    comparison = begin(desks, proposal_id)

    assert head.send(f"{comparison}/lepas").status_code == 303

    assert "Belum ada unit yang disandingkan" in head.read(the_path(proposal_id))
    assert head.open(comparison).status_code == 404
