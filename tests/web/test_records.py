"""Riwayat: who reads it, what it can be narrowed to, and how it tells what happened."""

import html
import re

import pytest

from orgflow.domain.access.roles import Permission, Role
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.services.evidence import AttachDocument, attach_document
from orgflow.services.history import PAGE
from orgflow.services.issuing import IssueLetter, issue_letter
from orgflow.services.road import TakeStep, take_step
from tests.factories.authority import acting, lend
from tests.factories.office import TODAY
from tests.factories.roads import a_bare_draft, a_proposal_in, a_scan, letter_of, revision
from tests.web.desk_office import DeskOffice, main_of, words_of

A, R, S = Action, Role, ProposalState


def test_documents_stand_in_the_history_under_their_titles(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, S.ORG_REVIEW)

    told = desks.reader(R.BUREAU_HEAD).read(f"/usulan/{proposal_id}/riwayat")

    assert "Mengunggah Rancangan Peraturan Gubernur: RANPERGUB.pdf." in told
    assert "Mengunggah Kajian perubahan nomenklatur: KAJIAN.pdf." in told


def test_one_act_is_told_once_and_reviewers_act_as_themselves(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, S.SUBMITTED)

    told = desks.reader(R.BUREAU_HEAD).read(f"/usulan/{proposal_id}/riwayat")

    assert told.count("Mengirim surat ke Kementerian Dalam Negeri.") == 1
    assert "Mencatat surat sudah dikirim." not in told
    assert "Mencatat surat sudah ditandatangani." not in told
    assert "Menyetujui usulan sebagai Biro Hukum." in told
    assert "Menyetujui usulan untuk" not in told


def test_a_degree_at_the_end_of_a_name_brings_no_second_full_stop(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, S.INITIALLING)
    seen, clerk = revision(desks.office, proposal_id), desks.office.context(R.LETTER_ADMINISTRATOR)
    take_step(
        clerk,
        TakeStep(proposal_id, A.PARAF, seen, TODAY, "", "Uji Coba, S.E., M.M.", "", a_scan(), "assistant"),
    )

    told = desks.reader(R.BUREAU_HEAD).read(f"/usulan/{proposal_id}/riwayat")

    assert "Paraf Asisten dibubuhkan oleh Uji Coba, S.E., M.M. Tanggal 2 Maret 2026." in told
    assert ".." not in told


def test_a_letter_issued_in_anothers_place_is_told_with_both_names(desks: DeskOffice) -> None:
    letter = letter_of(desks.office, a_proposal_in(desks.office, S.SIGNING))
    lend(desks.office, R.LETTER_ADMINISTRATOR, R.ASSISTANT, Permission.ISSUE_LETTER)
    issue_letter(acting(desks.office, R.ASSISTANT), IssueLetter(letter.id, letter.revision))

    told = desks.reader(R.AUDITOR).read("/riwayat?jenis=surat")

    owner = desks.office.actors[R.LETTER_ADMINISTRATOR].name.rstrip(".")
    assert f"Menerbitkan surat; isinya dibekukan. Bertindak atas nama {owner}." in told
    assert "Menyiapkan konsep surat Gubernur kepada Menteri Dalam Negeri." in told


@pytest.mark.parametrize("role", [R.LETTER_ADMINISTRATOR, R.SYSTEM_ADMINISTRATOR, R.AUDITOR])
def test_tu_the_administrator_and_the_auditor_read_all_of_it(desks: DeskOffice, role: Role) -> None:
    assert desks.reader(role).open("/riwayat").status_code == 200
    assert desks.reader(R.BUREAU_HEAD).open("/riwayat").status_code == 403


def test_the_history_is_narrowed_by_person_kind_and_day(desks: DeskOffice) -> None:
    a_proposal_in(desks.office, S.LEGAL_REVIEW)
    auditor = desks.reader(R.AUDITOR)
    reviewer = desks.office.actors[R.ORGANISATION_REVIEWER].name

    by_person = auditor.read(f"/riwayat?pelaku={reviewer}")
    assert "Menyetujui usulan sebagai Biro Organisasi." in by_person
    assert "Mengajukan usulan ke Biro Organisasi." not in by_person
    by_kind = auditor.read("/riwayat?jenis=susunan")
    assert "Mencatat susunan" in by_kind
    assert "Mengajukan usulan" not in by_kind
    assert "Mengajukan usulan" in auditor.read("/riwayat?dari=2+Maret+2026&sampai=2%2F3%2F2026")
    for query in ("dari=3+Maret+2026", "sampai=1+Maret+2026"):
        assert "Tidak ada peristiwa yang cocok" in auditor.read(f"/riwayat?{query}")


def test_an_unreadable_day_is_told_beside_its_field(desks: DeskOffice) -> None:
    answer = desks.reader(R.AUDITOR).open("/riwayat?dari=kemarin&jenis=usulan")

    assert answer.status_code == 422
    assert "“kemarin” tidak terbaca sebagai tanggal." in words_of(answer)
    assert 'value="kemarin"' in main_of(answer)


def test_the_filter_stays_on_the_way_to_earlier_events(desks: DeskOffice) -> None:
    proposal_id, head = a_bare_draft(desks.office), desks.office.context(R.BUREAU_HEAD)
    for seen in range(revision(desks.office, proposal_id), PAGE + 1):
        attach_document(head, AttachDocument(proposal_id, seen, "KAJIAN", a_scan()))
    auditor = desks.reader(R.AUDITOR)

    newest = main_of(auditor.open("/riwayat?jenis=usulan"))
    older = re.search(r'href="([^"]*)">Peristiwa sebelumnya', newest)

    assert older is not None
    earlier = auditor.open(html.unescape(older[1]))
    assert "Memulai usulan perubahan Biro Humas." in words_of(earlier)
    assert "Mencatat susunan" not in words_of(earlier)
    assert 'href="/riwayat?jenis=usulan">Kembali ke yang terbaru' in main_of(earlier)
