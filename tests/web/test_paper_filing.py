"""What OrgFlow makes is taken as the document asked for, where there is something to take."""

from orgflow.domain.access.roles import Role
from orgflow.domain.proposals.states import Action
from orgflow.domain.snapshots.snapshot import Section
from orgflow.domain.values import ProposalId
from orgflow.letters.chart_pages import ChartFormat
from orgflow.letters.pdf_text import read_pages
from orgflow.services.document_views import DocumentView
from orgflow.services.overlap import BeginComparison, begin_comparison
from orgflow.services.snapshot_papers import frozen_paper, printed_paper
from orgflow.services.snapshots import open_snapshot
from tests.factories.governments import UMUM
from tests.factories.office import Office
from tests.factories.options import rename_in_hand
from tests.factories.roads import NEW_NAME, a_bare_draft, a_draft, go, page, revision
from tests.web.desk_office import DeskOffice, main_of

HEAD = Role.BUREAU_HEAD
TAKE = "Pakai yang disusun OrgFlow"


def path_of(proposal_id: ProposalId, code: str) -> str:
    return f"/usulan/{proposal_id}/dokumen/{code}"


def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(f"{page.running} {page.words}".split()) for page in read_pages(pdf))


def the_matrix(office: Office, proposal_id: ProposalId) -> DocumentView:
    views = page(office, proposal_id).documents
    return next(view for view in views if view.asked.code == "MATRIKS_TUMPANG_TINDIH")


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
    assert "Dokumen belum dipakai." in main_of(answer)
    assert "Pilih lagi berkasnya" not in main_of(answer)
    assert not next(
        view for view in page(desks.office, proposal_id).documents if view.asked.code == "RANPERGUB"
    ).is_there


def test_what_was_taken_follows_the_proposal_and_bears_its_mark(desks: DeskOffice) -> None:
    proposal_id = a_draft(desks.office)
    head, path = desks.reader(HEAD), path_of(proposal_id, "RANPERGUB")
    head.send(f"{path}/pakai", seen_revision=revision(desks.office, proposal_id))
    as_taken = words_of(head.open(f"{path}/disusun.pdf").data)

    rename_in_hand(desks.office, proposal_id, "Biro Humas dan Keprotokolan")
    as_changed = words_of(head.open(f"{path}/disusun.pdf").data)
    go(desks.office, proposal_id, Action.FORWARD)
    submitted = words_of(head.open(f"{path}/disusun.pdf").data)

    assert NEW_NAME in as_taken
    assert "Biro Humas dan Keprotokolan" in as_changed
    assert ("KONSEP" in as_changed, "KONSEP" in submitted) == (True, False)


def test_what_was_taken_is_lacking_again_once_it_cannot_be_made(desks: DeskOffice) -> None:
    office, proposal_id = desks.office, a_bare_draft(desks.office)
    first, second = office.units["Dinas Kominfo"], office.units[UMUM]
    begin_comparison(office.context(HEAD), BeginComparison(proposal_id, first))
    path = path_of(proposal_id, "MATRIKS_TUMPANG_TINDIH")
    desks.reader(HEAD).send(f"{path}/pakai", seen_revision=revision(office, proposal_id))
    assert the_matrix(office, proposal_id).is_there

    begin_comparison(office.context(HEAD), BeginComparison(proposal_id, second))

    assert not the_matrix(office, proposal_id).is_there


def test_what_was_taken_goes_to_the_ministry_as_it_is_then(desks: DeskOffice) -> None:
    office = desks.office
    proposal_id = a_draft(office)
    begin_comparison(office.context(HEAD), BeginComparison(proposal_id, office.units["Dinas Kominfo"]))
    for code in ("RANPERGUB", "MATRIKS_TUMPANG_TINDIH"):
        seen = revision(office, proposal_id)
        desks.reader(HEAD).send(f"{path_of(proposal_id, code)}/pakai", seen_revision=seen)
    go(office, proposal_id, Action.FORWARD)

    _, held = open_snapshot(office.context(HEAD), proposal_id, 1)

    papers = {piece.key: piece for piece in held.of(Section.PAPERS)}
    matrix = frozen_paper(papers["MATRIKS_TUMPANG_TINDIH"])
    regulation = frozen_paper(papers["rancangan-pergub"])
    assert matrix is not None
    assert printed_paper(office.context(HEAD), matrix, ChartFormat.PDF)[:5] == b"%PDF-"
    assert regulation is not None
    assert regulation.document is not None
    assert "KONSEP" not in regulation.document.marks
    assert "RANPERGUB" not in {piece.key for piece in held.of(Section.DOCUMENTS)}
