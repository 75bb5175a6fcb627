"""What OrgFlow makes is taken as the document asked for, where there is something to take."""

from orgflow.domain.access.roles import Role
from orgflow.domain.values import ProposalId
from orgflow.services.overlap import BeginComparison, begin_comparison
from tests.factories.roads import a_bare_draft, page, revision
from tests.web.desk_office import DeskOffice, main_of

HEAD = Role.BUREAU_HEAD
TAKE = "Pakai yang disusun OrgFlow"


def path_of(proposal_id: ProposalId, code: str) -> str:
    return f"/usulan/{proposal_id}/dokumen/{code}"


def test_the_draft_regulation_is_taken_in_one_press(desks: DeskOffice) -> None:
    proposal_id = a_bare_draft(desks.office)
    head, path = desks.reader(HEAD), path_of(proposal_id, "RANPERGUB")
    assert TAKE in head.read(path)

    answer = head.send(f"{path}/pakai", seen_revision=revision(desks.office, proposal_id))

    assert answer.status_code == 303
    held = next(view for view in page(desks.office, proposal_id).documents if view.asked.code == "RANPERGUB")
    assert held.is_there
    assert (held.file_name or "").endswith(".pdf")


def test_nothing_is_offered_where_nothing_can_be_made(desks: DeskOffice) -> None:
    proposal_id = a_bare_draft(desks.office)
    head = desks.reader(HEAD)

    for code in ("PRESEDEN", "MATRIKS_TUMPANG_TINDIH", "ANJAB_ABK", "KAJIAN", "BA_RAPAT"):
        path = path_of(proposal_id, code)
        assert TAKE not in main_of(head.open(path)), code
        seen = revision(desks.office, proposal_id)
        assert head.send(f"{path}/pakai", seen_revision=seen).status_code == 404, code


def test_a_matrix_is_taken_once_duties_are_compared(desks: DeskOffice) -> None:
    proposal_id = a_bare_draft(desks.office)
    other = desks.office.units["Dinas Kominfo"]
    begin_comparison(desks.office.context(HEAD), BeginComparison(proposal_id, other))
    head, path = desks.reader(HEAD), path_of(proposal_id, "MATRIKS_TUMPANG_TINDIH")

    answer = head.send(f"{path}/pakai", seen_revision=revision(desks.office, proposal_id))

    assert answer.status_code == 303


def test_a_proposal_that_changed_meanwhile_refuses_it(desks: DeskOffice) -> None:
    proposal_id = a_bare_draft(desks.office)
    head, path = desks.reader(HEAD), path_of(proposal_id, "RANPERGUB")

    answer = head.send(f"{path}/pakai", seen_revision=revision(desks.office, proposal_id) - 1)

    assert answer.status_code == 409
    assert not next(
        view for view in page(desks.office, proposal_id).documents if view.asked.code == "RANPERGUB"
    ).is_there
