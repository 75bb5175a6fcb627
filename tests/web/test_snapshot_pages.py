"""The pages of the frozen files: listed, compared with words marked, handed out, not found."""

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.changes.operations import RenameUnit
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import ProposalId
from orgflow.services.changes import ChangeOperations, change_operations
from tests.factories.governments import HUMAS
from tests.factories.roads import NEW_NAME, a_draft, a_proposal_in, go, page, revision, take
from tests.web.desk_office import DeskOffice, Reader, main_of

R = Role


@pytest.fixture
def submitted(desks: DeskOffice) -> ProposalId:
    proposal_id = a_draft(desks.office)
    go(desks.office, proposal_id, Action.FORWARD)
    return proposal_id


@pytest.fixture
def head(desks: DeskOffice) -> Reader:
    return desks.reader(R.BUREAU_HEAD)


def the_path(proposal_id: ProposalId, way: str = "") -> str:
    return f"/usulan/{proposal_id}/riwayat/salinan{way}"


def test_riwayat_leads_to_the_files_and_a_draft_has_none(desks: DeskOffice, head: Reader) -> None:
    proposal_id = a_draft(desks.office)

    assert f'href="{the_path(proposal_id)}"' in main_of(head.open(f"/usulan/{proposal_id}/riwayat"))
    assert "Belum ada salinan" in head.read(the_path(proposal_id))


def test_what_changed_since_a_submission_is_shown_with_its_words_marked(
    desks: DeskOffice, head: Reader, submitted: ProposalId
) -> None:
    way = the_path(submitted, "/banding?dari=1&ke=sekarang")
    assert "Tidak ada yang berbeda" in head.read(way)
    reason = "Ada yang perlu diperbaiki dahulu."
    take(desks.office, submitted, Action.RECALL, R.BUREAU_HEAD, reason=reason)
    held = page(desks.office, submitted).operations[0]
    operation = RenameUnit(desks.office.units[HUMAS], f"{NEW_NAME} dan Humas")
    command = ChangeOperations(submitted, revision(desks.office, submitted), operation, held.id)
    change_operations(desks.office.context(R.BUREAU_HEAD), command)

    answer = main_of(head.open(way))

    assert "<ins> dan Humas</ins>" in answer
    assert "Materi usulan" in answer
    assert "Alasan dan tanggal" not in answer


def test_the_files_are_listed_and_only_one_sent_has_a_copy(desks: DeskOffice, head: Reader) -> None:
    proposal_id = a_proposal_in(desks.office, ProposalState.SUBMITTED)

    words = head.read(the_path(proposal_id))
    sent = head.open(the_path(proposal_id, "/2/unduh"))
    submitted = head.open(the_path(proposal_id, "/1/unduh"))

    assert "Salinan 2: dikirim ke Kemendagri" in words
    assert words.count("Unduh salinannya") == 1
    assert sent.status_code == 200
    assert sent.data[:2] == b"PK"
    assert submitted.status_code == 404
    assert "Seluruh berkas disimpan sebagai salinan 2" in head.read(f"/usulan/{proposal_id}/riwayat")


@pytest.mark.parametrize(
    "asked", ["dari=9", "dari=", "dari=1&ke=9", "dari=-1", "dari=1&ke=x", "dari=999999999999"]
)
def test_a_file_that_is_not_there_is_not_found(head: Reader, submitted: ProposalId, asked: str) -> None:
    assert head.open(the_path(submitted, f"/banding?{asked}")).status_code == 404
