"""Documents of a proposal: what the office asks for, brought by whom and when."""

import pytest

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.proposals.completeness import ProposalIncomplete
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.proposals.steps import ReviewOutcome
from orgflow.domain.values import ProposalId
from orgflow.services.document_views import DocumentView
from orgflow.services.evidence import AttachDocument, UnknownDocumentCode, attach_document
from orgflow.services.files import open_file
from orgflow.services.lettering import letter_source
from orgflow.services.proposal_pages import show_proposal
from orgflow.store.files import UnknownFile
from tests.factories.office import Office, a_neighbour
from tests.factories.roads import a_bare_draft, a_proposal_in, a_scan, letter_of, page, revision, take

pytestmark = pytest.mark.both_databases

R, S = Role, ProposalState


def attach(office: Office, proposal_id: ProposalId, role: Role, code: str = "KAJIAN") -> None:
    seen = revision(office, proposal_id)
    attach_document(office.context(role), AttachDocument(proposal_id, seen, code, a_scan(code)))


def document(office: Office, proposal_id: ProposalId, code: str = "KAJIAN") -> DocumentView:
    return next(view for view in page(office, proposal_id).documents if view.asked.code == code)


def test_a_document_is_there_once_it_was_brought(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    assert not document(office, proposal_id).is_there

    attach(office, proposal_id, R.BUREAU_HEAD)

    assert document(office, proposal_id).is_there
    assert document(office, proposal_id).file_name == "KAJIAN.pdf"


def test_what_orgflow_makes_is_there_and_takes_no_upload(office: Office) -> None:
    proposal_id = a_bare_draft(office)

    assert document(office, proposal_id, "MATRIKS").is_there
    with pytest.raises(UnknownDocumentCode):
        attach(office, proposal_id, R.BUREAU_HEAD, "MATRIKS")


def test_the_newest_of_a_kind_counts_and_the_earlier_stays_readable(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    attach(office, proposal_id, R.BUREAU_HEAD)
    earlier = document(office, proposal_id).file_id
    attach(office, proposal_id, R.BUREAU_HEAD)

    assert document(office, proposal_id).file_id != earlier
    assert earlier is not None
    assert open_file(office.context(R.BUREAU_HEAD), earlier).media_type == "application/pdf"


def test_a_proposal_is_not_submitted_without_its_study(office: Office) -> None:
    proposal_id = a_bare_draft(office)

    with pytest.raises(ProposalIncomplete) as refused:
        take(office, proposal_id, Action.FORWARD, R.BUREAU_HEAD)

    assert refused.value.facts["missing"] == ("Kajian perubahan nomenklatur",)
    assert page(office, proposal_id).state is S.DRAFT


def test_biro_organisasi_brings_what_the_bureau_no_longer_may(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.ORG_REVIEW)

    with pytest.raises(NotEditable):
        attach(office, proposal_id, R.BUREAU_HEAD, "BA_RAPAT")
    attach(office, proposal_id, R.ORGANISATION_REVIEWER, "BA_RAPAT")

    assert document(office, proposal_id, "BA_RAPAT").is_there


def test_the_bureau_completes_what_the_ministry_asks_for_and_the_letter_stays(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.MINISTRY_REVIEW)
    with pytest.raises(NotEditable):
        attach(office, proposal_id, R.BUREAU_HEAD, "ANJAB_ABK")
    asked = "Lampirkan analisis beban kerja"
    take(office, proposal_id, Action.ANSWER_ASKS_COMPLETION, R.LETTER_ADMINISTRATOR, reason=asked)
    letter = letter_of(office, proposal_id)
    before = letter_source(office.context(R.LETTER_ADMINISTRATOR), letter.id)

    assert show_proposal(office.context(R.BUREAU_HEAD), proposal_id).may_attach
    attach(office, proposal_id, R.BUREAU_HEAD, "ANJAB_ABK")

    assert document(office, proposal_id, "ANJAB_ABK").is_there
    assert letter_of(office, proposal_id) == letter
    assert letter_source(office.context(R.LETTER_ADMINISTRATOR), letter.id) == before
    take(office, proposal_id, Action.COMPLETE, R.LETTER_ADMINISTRATOR)
    with pytest.raises(NotEditable):
        attach(office, proposal_id, R.BUREAU_HEAD, "ANJAB_ABK")


def test_who_only_reads_brings_nothing(office: Office) -> None:
    proposal_id = a_bare_draft(office)

    with pytest.raises(PermissionMissing):
        attach(office, proposal_id, R.AUDITOR)


def test_a_file_is_opened_within_its_government_only(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    attach(office, proposal_id, R.BUREAU_HEAD)
    file_id = document(office, proposal_id).file_id
    assert file_id is not None

    with pytest.raises(UnknownFile):
        open_file(a_neighbour(office).context(R.ORGANISATION_REVIEWER), file_id)
    assert open_file(office.context(R.ORGANISATION_REVIEWER), file_id).content == a_scan("KAJIAN").content


def test_a_reviews_result_is_a_document_once_nothing_is_left_to_mend(office: Office) -> None:
    proposal_id, code = a_proposal_in(office, S.HARMONIZATION), "HASIL_HARMONISASI"
    action, clerk = Action.RECORD_HARMONIZATION, R.LEGAL_REVIEWER
    assert document(office, proposal_id, code).result is None

    back, scan = ReviewOutcome.NEEDS_REPAIR, a_scan("dikembalikan")
    take(office, proposal_id, action, clerk, reason="Pasal 3.", scan=scan, outcome=back)
    returned = document(office, proposal_id, code)
    scan, noted = a_scan("selesai"), ReviewOutcome.FINISHED_WITH_NOTES
    take(office, proposal_id, action, clerk, reason="Judul bab.", scan=scan, outcome=noted)
    finished = document(office, proposal_id, code)

    assert (returned.is_there, returned.result is not None) == (False, True)
    assert (finished.is_there, finished.file_name) == (True, "selesai.pdf")
    assert finished.result is not None
    assert (finished.result.outcome, finished.result.number) == (noted, "UJI-SURAT-001")
    assert {lack.document.code for lack in page(office, proposal_id).lacks if lack.document} >= {
        "HASIL_FASILITASI"
    }


def test_a_reviews_result_comes_with_its_step_and_is_not_uploaded_besides(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.HARMONIZATION)

    with pytest.raises(UnknownDocumentCode):
        attach(office, proposal_id, R.LEGAL_REVIEWER, "HASIL_HARMONISASI")

    assert not document(office, proposal_id, "HASIL_HARMONISASI").is_there
