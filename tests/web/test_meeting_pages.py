"""The pages of meetings: called, held, agreed, carried out, written about, refused."""

import re

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.values import ProposalId
from tests.factories.roads import a_draft
from tests.web.desk_office import DeskOffice, main_of, words_of

R = Role
MEETING = {
    "kind": "discussion",
    "held_on": "2 Maret 2026",
    "time": "pukul 09.00 WIB",
    "venue": "Ruang Rapat Contoh",
    "agenda": "pemaparan usulan",
    "invited": "Kepala Biro Hukum",
}


@pytest.fixture
def proposal_id(desks: DeskOffice) -> ProposalId:
    return a_draft(desks.office)


def call(desks: DeskOffice, proposal_id: ProposalId, **typed: object) -> str:
    head = desks.reader(R.BUREAU_HEAD)
    answer = head.send(f"/usulan/{proposal_id}/rapat/baru", **{**MEETING, **typed})
    assert answer.status_code == 303, words_of(answer)
    return str(answer.location)


def hold(desks: DeskOffice, meeting: str) -> None:
    answer = desks.reader(R.BUREAU_HEAD).send(
        f"{meeting}/hasil", present="Kepala Biro Hukum", seen_revision=1
    )
    assert answer.status_code == 303, words_of(answer)


def test_a_meeting_is_called_held_agreed_in_and_its_points_are_carried_out(
    desks: DeskOffice, proposal_id: ProposalId
) -> None:
    head, drafter = desks.reader(R.BUREAU_HEAD), desks.reader(R.DRAFTER)
    meeting = call(desks, proposal_id)
    assert "Rapat pembahasan, Senin, 2 Maret 2026" in head.read(f"/usulan/{proposal_id}/rapat")
    assert "Kepala Biro Hukum" in head.read(f"{meeting}/hasil")
    hold(desks, meeting)

    agreed = head.send(
        f"{meeting}/kesepakatan",
        text="matriks disempurnakan",
        responsible="proposer",
        due_on="9 Maret 2026",
        seen_revision=2,
    )

    assert agreed.status_code == 303
    assert "Laksanakan: matriks disempurnakan" in drafter.read("/")
    assert "Paling lambat 9 Maret 2026" in drafter.read(f"/usulan/{proposal_id}")
    settle = re.search(r'href="([^"]+/selesai)"', main_of(drafter.open(meeting)))
    assert settle is not None
    assert "matriks disempurnakan" in drafter.read(settle[1])
    assert drafter.send(settle[1], outcome="Sudah di halaman 2.").status_code == 303
    assert "Sudah di halaman 2." in drafter.read(meeting)
    assert "matriks disempurnakan" not in drafter.read("/")
    assert "Mencatat kesepakatan rapat: matriks disempurnakan (Unit pengusul)" in head.read(
        f"/usulan/{proposal_id}/riwayat"
    )


def test_a_letter_and_a_note_are_begun_from_the_meeting(desks: DeskOffice, proposal_id: ProposalId) -> None:
    head = desks.reader(R.BUREAU_HEAD)
    meeting = call(desks, proposal_id)

    letter = head.send(f"{meeting}/surat", kind="undangan_rapat")
    hold(desks, meeting)
    point = {"text": "nama diperiksa lagi", "responsible": "organisation", "seen_revision": 2}
    head.send(f"{meeting}/kesepakatan", **point)
    note = re.search(r'href="([^"]+/kesepakatan/[^"]+/catatan)"', main_of(head.open(meeting)))
    assert note is not None
    assert "Alasan usulan" in head.read(note[1])
    noted = head.send(note[1], place="bagian|considerations")

    assert letter.status_code == noted.status_code == 303
    assert "Ruang Rapat Contoh" in main_of(head.open(str(letter.location)))
    assert "nama diperiksa lagi" in head.read(str(noted.location))


def test_what_is_refused_stands_beside_its_field_and_what_was_typed_stays(
    desks: DeskOffice, proposal_id: ProposalId
) -> None:
    head = desks.reader(R.BUREAU_HEAD)
    path = f"/usulan/{proposal_id}/rapat/baru"
    meeting = call(desks, proposal_id)

    no_day = head.send(path, **{**MEETING, "held_on": "besok"})
    unreadable = head.send(path, **{**MEETING, "invited": "a | b | c"})
    nobody = head.send(f"{meeting}/hasil", present=" ", seen_revision=1)

    assert no_day.status_code == unreadable.status_code == nobody.status_code == 422
    assert 'id="held_on-error"' in main_of(no_day)
    assert "Ruang Rapat Contoh" in main_of(no_day)
    assert "Baris 1 tidak terbaca" in words_of(unreadable)
    assert 'id="present-error"' in main_of(nobody)


def test_whoever_was_overtaken_is_told_once_and_may_then_save_what_he_typed(
    desks: DeskOffice, proposal_id: ProposalId
) -> None:
    head = desks.reader(R.BUREAU_HEAD)
    meeting = call(desks, proposal_id)
    opened = {**MEETING, "venue": "Aula", "seen_revision": "1"}
    head.send(f"{meeting}/ubah", **{**MEETING, "time": "pukul 10.00 WIB"}, seen_revision=1)

    overtaken = head.send(f"{meeting}/ubah", **opened)
    shown = re.search(r'name="seen_revision"[^>]*value="(\d+)"', main_of(overtaken))
    assert shown is not None
    again = head.send(f"{meeting}/ubah", **{**opened, "seen_revision": shown[1]})

    assert (overtaken.status_code, again.status_code) == (409, 303)
    assert "Aula" in main_of(overtaken)
    assert "Aula" in head.read(meeting)


def test_a_meeting_to_come_and_a_cancelled_one_offer_only_what_may_be_done(
    desks: DeskOffice, proposal_id: ProposalId
) -> None:
    head, auditor = desks.reader(R.BUREAU_HEAD), desks.reader(R.AUDITOR)
    meeting = call(desks, proposal_id, held_on="24 Maret 2026", idempotency_key="another-key")

    early = head.send(f"{meeting}/hasil", present="Kepala Biro Hukum", seen_revision=1)
    assert early.status_code == 422
    assert "/hasil" not in main_of(head.open(meeting))
    assert "/ubah" not in main_of(auditor.open(meeting))
    assert auditor.send(f"{meeting}/batal", reason="x", seen_revision=1).status_code == 403
    assert head.send(f"{meeting}/batal", reason="Ditunda.", seen_revision=1).status_code == 303

    shown = head.read(meeting)
    assert "Dibatalkan" in shown
    assert "Alasan pembatalan: Ditunda." in shown
    assert head.open(f"/usulan/{proposal_id}/rapat/{proposal_id}").status_code == 404
