"""After the ministry's answer: what was asked is closed, and Materi usulan shows what was granted."""

import re
from uuid import UUID

from orgflow.domain.access.roles import Role
from orgflow.domain.changes.operations import CreateUnit, NewUnit, ReviseDutyField
from orgflow.domain.ministry.grants import GrantVerdict
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import UnitId
from tests.factories.governments import HUMAS
from tests.factories.ministry import a_proposal_of, ask, came, compose, record, replies_to
from tests.factories.roads import take
from tests.web.desk_office import DeskOffice, main_of

R, V = Role, GrantVerdict
SECTION = UnitId(UUID(int=7001))


def test_what_was_asked_is_closed_once_the_ministry_answered(desks: DeskOffice) -> None:
    proposal_id = a_proposal_of(desks.office)
    ask(desks.office, proposal_id, came(desks.office, proposal_id), "Lampirkan ABK.")
    came(desks.office, proposal_id, number="UJI-2")
    head = desks.reader(R.BUREAU_HEAD)
    path, kept = f"/usulan/{proposal_id}/tanggapan", head.read(f"/usulan/{proposal_id}/tanggapan")
    (item,) = set(re.findall(r'href="([^"]+/butir/[^"]+)"', main_of(head.open(path))))
    take(desks.office, proposal_id, Action.ANSWER_APPROVED, R.LETTER_ADMINISTRATOR)

    refused = head.send(item, text="Sudah dilampirkan.", seen_revision=1)

    assert "Siapkan: Surat penyampaian kelengkapan" in kept
    assert "lalu catat butir yang diminta" not in desks.reader(R.LETTER_ADMINISTRATOR).read(path)
    shown = head.read(path)
    assert "Tidak dijawab" in shown
    assert "Belum dijawab" not in shown
    assert "Surat penyampaian kelengkapan" not in shown
    assert item not in main_of(head.open(path))
    assert (refused.status_code, head.open(item).status_code) == (422, 422)
    (letter,) = re.findall(r'<h4 class="of-row-title">(?:(?!</h4>).)*Surat masuk:', main_of(head.open(path)))
    assert "yours" not in letter


def test_materi_usulan_shows_what_was_granted_and_what_was_asked_beside_it(desks: DeskOffice) -> None:
    humas = desks.office.units[HUMAS]
    section = NewUnit(SECTION, "bagian", "Bagian Materi", humas, 9)
    proposal_id = a_proposal_of(desks.office, CreateUnit(section), ReviseDutyField(humas, "pimpinan"))
    letter_id = came(desks.office, proposal_id)
    other = CreateUnit(NewUnit(SECTION, "bagian", "Bagian Materi Pimpinan", humas, 9))
    said = replies_to(desks.office, proposal_id, V.GRANTED, V.CHANGED, V.REFUSED, changed=(other,))
    compose(desks.office, proposal_id, letter_id, said)
    clerk = desks.reader(R.LETTER_ADMINISTRATOR)
    before = clerk.read(f"/usulan/{proposal_id}/materi")

    record(desks.office, proposal_id, letter_id)

    matter = clerk.read(f"/usulan/{proposal_id}/materi")
    above = "di bawah Biro Administrasi Pimpinan"
    assert "Daftar ini menurut" not in before
    assert "Daftar ini menurut jawaban Kemendagri." in matter
    assert f"Dibentuk Bagian Materi Pimpinan {above} , mulai" in matter
    assert f"Disetujui dengan perubahan. Perubahan 2 yang diminta: Dibentuk Bagian Materi {above}." in matter
    assert "Tidak disetujui. Perubahan 3 yang diminta: " in matter
    assert "Alasan: Tidak sesuai pedoman." in matter
    assert clerk.open(f"/usulan/{proposal_id}/tanggapan/{letter_id}/jawaban").status_code == 200
