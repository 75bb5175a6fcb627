"""The pages of the options: added, worked on, chosen, refused beside the field, overtaken."""

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import ProposalId
from tests.factories.governments import HUMAS
from tests.factories.roads import NEW_NAME, a_draft, go, revision
from tests.web.desk_office import DeskOffice, Reader, main_of, words_of

R = Role
REASON = "Humas tetap melekat pada pimpinan."


@pytest.fixture
def proposal_id(desks: DeskOffice) -> ProposalId:
    return a_draft(desks.office)


@pytest.fixture
def head(desks: DeskOffice) -> Reader:
    return desks.reader(R.BUREAU_HEAD)


def the_path(proposal_id: ProposalId, way: str = "") -> str:
    return f"/usulan/{proposal_id}/materi/pilihan{way}"


def add(desks: DeskOffice, proposal_id: ProposalId, title: str, start: str = "keep") -> None:
    answer = desks.reader(R.BUREAU_HEAD).send(
        the_path(proposal_id, "/tambah"),
        title=title,
        sentence="",
        start=start,
        seen_revision=revision(desks.office, proposal_id),
        idempotency_key=f"a-key-for-{title.replace(' ', '-')}",
    )
    assert answer.status_code == 303, words_of(answer)


def test_materi_usulan_leads_to_the_options_and_one_needs_nothing(
    head: Reader, proposal_id: ProposalId
) -> None:
    assert f'href="{the_path(proposal_id)}"' in main_of(head.open(f"/usulan/{proposal_id}/materi"))

    words = head.read(the_path(proposal_id))

    assert "Baru ada satu pilihan" in words
    assert "Tetapkan pilihan" not in words


def test_two_options_stand_side_by_side_and_one_is_chosen_with_a_reason(
    desks: DeskOffice, head: Reader, proposal_id: ProposalId
) -> None:
    add(desks, proposal_id, "Tetap seperti sekarang")
    words = head.read(the_path(proposal_id))
    assert "Pilihan A" in words
    assert "Pilihan B: Tetap seperti sekarang" in words
    assert "Belum ada pilihan yang ditetapkan" in words

    answer = head.send(
        the_path(proposal_id, "/tetapkan"),
        letter="A",
        reason=REASON,
        seen_revision=revision(desks.office, proposal_id),
    )

    assert answer.status_code == 303
    words = head.read(the_path(proposal_id))
    assert REASON in words
    assert "Belum ada pilihan yang ditetapkan" not in words
    assert f"Menetapkan pilihan A: Nomenklatur {HUMAS} diubah menjadi {NEW_NAME}" in head.read(
        f"/usulan/{proposal_id}/riwayat"
    )


def test_the_option_worked_on_is_what_materi_usulan_shows(
    desks: DeskOffice, head: Reader, proposal_id: ProposalId
) -> None:
    add(desks, proposal_id, "Tetap seperti sekarang")

    answer = head.send(
        the_path(proposal_id, "/B/kerjakan"), seen_revision=revision(desks.office, proposal_id)
    )

    assert answer.location == f"/usulan/{proposal_id}/materi"
    assert "Belum ada perubahan yang ditulis" in head.read(f"/usulan/{proposal_id}/materi")


def test_what_lacks_stands_beside_its_field_and_what_was_typed_stays(
    desks: DeskOffice, head: Reader, proposal_id: ProposalId
) -> None:
    add(desks, proposal_id, "Kedua")

    untitled = head.send(the_path(proposal_id, "/tambah"), sentence="Kalimatnya.", seen_revision=1)
    unreasoned = head.send(the_path(proposal_id, "/tetapkan"), letter="B", reason=" ", seen_revision=1)

    assert untitled.status_code == unreasoned.status_code == 422
    assert "Sebutan belum diisi" in words_of(untitled)
    assert "Awalnya belum dipilih" in words_of(untitled)
    assert "Kalimatnya." in words_of(untitled)
    assert "Alasan belum diisi" in words_of(unreasoned)
    assert 'value="B" checked' in main_of(unreasoned)


def test_a_fifth_option_is_refused_in_words(desks: DeskOffice, head: Reader, proposal_id: ProposalId) -> None:
    for title in ("Kedua", "Ketiga", "Keempat"):
        add(desks, proposal_id, title)
    assert "Tambah pilihan" not in head.read(the_path(proposal_id))

    answer = head.send(
        the_path(proposal_id, "/tambah"),
        title="Kelima",
        start="keep",
        seen_revision=revision(desks.office, proposal_id),
    )

    assert answer.status_code == 422
    assert "Sudah ada 4 pilihan" in words_of(answer)


def test_whoever_chooses_on_an_old_page_keeps_the_reason(
    desks: DeskOffice, head: Reader, proposal_id: ProposalId
) -> None:
    seen = revision(desks.office, proposal_id)
    add(desks, proposal_id, "Kedua")

    answer = head.send(the_path(proposal_id, "/tetapkan"), letter="B", reason=REASON, seen_revision=seen)

    assert answer.status_code == 409
    assert REASON in words_of(answer)


def test_the_options_of_a_submitted_proposal_are_only_read(
    desks: DeskOffice, head: Reader, proposal_id: ProposalId
) -> None:
    add(desks, proposal_id, "Kedua")
    go(desks.office, proposal_id, Action.FORWARD)
    seen = revision(desks.office, proposal_id)

    answer = head.send(the_path(proposal_id, "/B/kerjakan"), seen_revision=seen)

    assert answer.status_code == 409
    words = head.read(the_path(proposal_id))
    assert "Pilihan B: Kedua" in words
    assert "Kerjakan pilihan ini" not in words


def test_the_option_worked_on_is_not_removed_and_a_letter_without_one_is_not_found(
    desks: DeskOffice, head: Reader, proposal_id: ProposalId
) -> None:
    add(desks, proposal_id, "Kedua")
    seen = revision(desks.office, proposal_id)

    held = head.send(the_path(proposal_id, "/A/hapus"), seen_revision=seen)
    unknown = head.send(the_path(proposal_id, "/D/hapus"), seen_revision=seen, idempotency_key="another-key")

    assert held.status_code == 422
    assert "Kerjakan pilihan lain dahulu" in words_of(held)
    assert unknown.status_code == head.open(the_path(proposal_id, "/Z/ubah")).status_code == 404


def test_an_option_is_called_otherwise_and_removed(
    desks: DeskOffice, head: Reader, proposal_id: ProposalId
) -> None:
    add(desks, proposal_id, "Kedua")
    seen = revision(desks.office, proposal_id)
    assert 'value="Kedua"' in main_of(head.open(the_path(proposal_id, "/B/ubah")))

    head.send(the_path(proposal_id, "/B/ubah"), title="Lain sebutannya", sentence="", seen_revision=seen)
    assert "Pilihan B: Lain sebutannya" in head.read(the_path(proposal_id))
    head.send(the_path(proposal_id, "/B/hapus"), seen_revision=seen + 1)

    assert "Lain sebutannya" not in head.read(the_path(proposal_id)).split("Perbandingan")[1]
