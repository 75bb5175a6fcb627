"""Beranda: nobody is sent to an act that is not theirs yet, and nobody who can act is told all is well."""

from datetime import timedelta

from orgflow.domain.access.roles import Role
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.services.evidence import AttachDocument, attach_document
from tests.factories.office import TODAY
from tests.factories.roads import (
    GOVERNOR,
    a_bare_draft,
    a_proposal_in,
    a_scan,
    freeze,
    go,
    letter_of,
    number_it,
    revision,
    take,
)
from tests.factories.statements import counting
from tests.web.desk_office import DeskOffice, main_of

A, R, S = Action, Role, ProposalState
REQUEST = "Lampirkan hasil analisis beban kerja"


def test_the_governor_has_nothing_to_sign_before_the_letter_is_issued(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, S.SIGNING)
    governor = desks.reader(R.GOVERNOR_OFFICE)

    assert "Tidak ada yang perlu tindakan Anda" in governor.read("/")
    assert "Surat belum diterbitkan oleh TU." in governor.read(f"/usulan/{proposal_id}")

    freeze(desks.office, proposal_id)
    assert "Tanda tangani surat usulan nama baru Biro Humas" in governor.read("/")


def test_tu_is_sent_to_what_must_come_first(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, S.SIGNING)
    clerk, letter = desks.reader(R.LETTER_ADMINISTRATOR), letter_of(desks.office, proposal_id)

    before = main_of(clerk.open("/"))
    assert "Terbitkan surat dahulu" in before
    assert f"/surat/{letter.id}" in before
    assert "Catat tanda tangan Gubernur<" not in before

    freeze(desks.office, proposal_id)
    assert "Catat tanda tangan Gubernur" in clerk.read("/")
    take(desks.office, proposal_id, GOVERNOR, R.GOVERNOR_OFFICE)
    assert "Catat nomor surat dahulu" in clerk.read("/")
    number_it(desks.office, proposal_id)
    assert "Catat pengiriman surat" in clerk.read("/")


def test_the_head_is_told_what_the_ministry_asks_for(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, S.MINISTRY_REVIEW)
    head = desks.reader(R.BUREAU_HEAD)
    assert "Tidak ada yang perlu tindakan Anda" in head.read("/")

    take(desks.office, proposal_id, A.ANSWER_ASKS_COMPLETION, R.LETTER_ADMINISTRATOR, reason=REQUEST)

    desk = head.read("/")
    assert "Lengkapi dokumen yang diminta Kemendagri untuk usulan nama baru Biro Humas" in desk
    assert REQUEST in desk
    assert "Tidak ada yang kurang" not in desk
    summary = head.read(f"/usulan/{proposal_id}")
    assert REQUEST in summary
    assert "Sekarang giliran Anda." in summary
    assert "Lengkapi dokumen yang diminta" in summary
    waiting = desks.reader(R.AUDITOR).read(f"/usulan/{proposal_id}")
    assert "Sekarang Biro Humas melengkapi dokumennya, lalu TU mengirimkannya." in waiting
    documents = main_of(head.open(f"/usulan/{proposal_id}/dokumen"))
    assert REQUEST in documents
    assert f"/usulan/{proposal_id}/dokumen/ANJAB_ABK" in documents
    assert REQUEST in desks.reader(R.LETTER_ADMINISTRATOR).read("/")


def test_the_head_may_begin_anew_after_a_rejection(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, S.MINISTRY_REVIEW)
    take(desks.office, proposal_id, A.ANSWER_REJECTED, R.LETTER_ADMINISTRATOR, reason="Tidak sesuai pedoman")
    head = desks.reader(R.BUREAU_HEAD)

    for page in ("/", f"/usulan/{proposal_id}"):
        shown = main_of(head.open(page))
        assert "Susun usulan baru dari usulan ini" in shown
        assert f"/usulan/{proposal_id}/salin" in shown
        assert "Tidak sesuai pedoman" in shown
    assert "Susun usulan baru" not in desks.reader(R.LETTER_ADMINISTRATOR).read("/")


def test_ready_to_submit_does_not_claim_that_nothing_is_lacking(desks: DeskOffice) -> None:
    proposal_id = a_bare_draft(desks.office)
    head = desks.reader(R.BUREAU_HEAD)
    assert "Kurang: Kajian perubahan nomenklatur" in head.read("/")

    draft = AttachDocument(proposal_id, revision(desks.office, proposal_id), "KAJIAN", a_scan())
    attach_document(desks.office.context(R.BUREAU_HEAD), draft)

    desk = head.read("/")
    assert "Yang diperlukan untuk diajukan sudah ada" in desk
    assert "Kurang: Rancangan Peraturan Gubernur" in desk


def test_everybody_finds_the_search(desks: DeskOffice) -> None:
    for role in (R.BUREAU_HEAD, R.DRAFTER, R.LETTER_ADMINISTRATOR, R.AUDITOR):
        body = desks.reader(role).open("/").get_data(as_text=True)
        assert 'href="/cari"' in body.split("<main")[0]
        assert desks.reader(role).open("/cari").status_code == 200


def test_after_commencement_the_page_says_what_usually_follows(desks: DeskOffice) -> None:
    proposal_id = a_proposal_in(desks.office, S.PROMULGATED)
    clerk = desks.reader(R.LETTER_ADMINISTRATOR)
    assert "Sesudah diberlakukan" not in clerk.read(f"/usulan/{proposal_id}")

    go(desks.office, proposal_id, A.COMMENCE)

    shown = clerk.read(f"/usulan/{proposal_id}")
    assert "Lihat susunan per 1 April 2026" in shown
    assert "10 dari 10 hal belum selesai" in shown
    assert 'href="/struktur?pada=2026-04-01"' in main_of(clerk.open(f"/usulan/{proposal_id}"))


def test_beranda_asks_once_what_is_to_commence(desks: DeskOffice) -> None:
    a_proposal_in(desks.office, S.PROMULGATED)
    clerk = desks.reader(R.LETTER_ADMINISTRATOR)

    with counting(desks.office) as asked:
        clerk.open("/")

    assert sum("commencement_holds" in statement for statement in asked.statements) == 1


def test_what_is_overdue_comes_before_tasks_that_wait_for_no_day(desks: DeskOffice) -> None:
    a_proposal_in(desks.office, S.IMPLEMENTED)
    a_proposal_in(desks.office, S.MINISTRY_REVIEW, "Biro Humas dan Protokol")
    clerk, late, other = desks.reader(R.LETTER_ADMINISTRATOR), "Catat jawaban Kemendagri", "Tindak lanjuti"
    in_time = clerk.read("/")
    assert in_time.index(other) < in_time.index(late)

    desks.office.clock.set_to(TODAY + timedelta(days=90))

    told = clerk.read("/")
    assert "lewat" in told
    assert told.index(late) < told.index(other)
