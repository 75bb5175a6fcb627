"""A draft regulation decided about, edited in Word, brought back, taken, and given up again."""

import io

import docx
import pytest

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.papers.document import texts_of
from orgflow.domain.papers.kinds import PaperKind
from orgflow.domain.papers.linting import LintCode
from orgflow.domain.papers.regulation_form import RegulationForm
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import ProposalId, TextEmpty
from orgflow.files.uploads import CheckedUpload, UploadWrongKind, check_word
from orgflow.letters.word_lines import WordUnreadable
from orgflow.services.history import proposal_history
from orgflow.services.papers.drafts import DraftPage, show_draft, show_returned
from orgflow.services.papers.files import paper_file
from orgflow.services.papers.formats import PaperFormat
from orgflow.services.papers.returning import (
    ChooseWords,
    DecideForm,
    NothingReturned,
    ReturnDraft,
    adopt_draft,
    decide_form,
    release_draft,
    return_draft,
)
from orgflow.store.proposals import StaleRevision
from tests.factories.office import Office
from tests.factories.roads import NEW_NAME, a_draft, a_proposal_in, revision

R = Role
OLD, NEW = "Kota Uji", "Kota Uji Baru"


def a_word_file(office: Office, proposal_id: ProposalId, old: str = OLD, new: str = NEW) -> CheckedUpload:
    """Return the draft as it is handed out, with words put in others' place."""
    file = paper_file(office.context(R.BUREAU_HEAD), proposal_id, PaperKind.REGULATION, PaperFormat.DOCX)
    document = docx.Document(io.BytesIO(file.content))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace(old, new)
    saved = io.BytesIO()
    document.save(saved)
    return check_word(saved.getvalue(), "upload", "rancangan.docx")


def bring(office: Office, proposal_id: ProposalId, upload: CheckedUpload, role: Role = R.BUREAU_HEAD) -> None:
    seen = revision(office, proposal_id)
    return_draft(office.context(role), ReturnDraft(proposal_id, seen, upload))


def choose(office: Office, proposal_id: ProposalId) -> ChooseWords:
    return ChooseWords(proposal_id, revision(office, proposal_id))


def draft_of(office: Office, proposal_id: ProposalId) -> DraftPage:
    return show_draft(office.context(R.BUREAU_HEAD), proposal_id)


def text_of(page: DraftPage) -> str:
    assert page.paper.document is not None
    return "\n".join(texts_of(page.paper.document))


def test_the_draft_amends_until_a_person_decides_otherwise_with_a_reason(office: Office) -> None:
    proposal_id = a_draft(office)
    assert "Pasal II" in text_of(draft_of(office, proposal_id))
    command = DecideForm(
        proposal_id, revision(office, proposal_id), RegulationForm.REPLACING, "Materi berubah seluruhnya."
    )

    decide_form(office.context(R.LEGAL_REVIEWER), command)

    page = draft_of(office, proposal_id)
    assert page.form is RegulationForm.REPLACING
    assert page.decided is not None
    assert page.decided.reason == "Materi berubah seluruhnya."
    assert "Pasal II" not in text_of(page)
    assert "dicabut dan dinyatakan tidak berlaku." in text_of(page)
    event = proposal_history(office.context(R.BUREAU_HEAD), proposal_id)[0]
    assert event.event == "proposal:regulation_form_decided"


def test_a_decision_without_reason_or_on_an_old_page_changes_nothing(office: Office) -> None:
    proposal_id = a_draft(office)
    ctx, seen = office.context(R.LEGAL_REVIEWER), revision(office, proposal_id)

    with pytest.raises(TextEmpty):
        decide_form(ctx, DecideForm(proposal_id, seen, RegulationForm.REPLACING, "  "))
    with pytest.raises(StaleRevision):
        decide_form(ctx, DecideForm(proposal_id, seen - 1, RegulationForm.REPLACING, "Sebab."))

    assert draft_of(office, proposal_id).form is RegulationForm.AMENDING


def test_what_comes_back_is_shown_before_it_counts(office: Office) -> None:
    proposal_id = a_draft(office)

    bring(office, proposal_id, a_word_file(office, proposal_id))

    held = show_returned(office.context(R.BUREAU_HEAD), proposal_id)
    assert held.brought is not None
    assert len(held.differences) == 2
    assert held.findings == ()
    assert NEW not in text_of(draft_of(office, proposal_id))


def test_its_words_count_once_they_are_taken_and_the_files_have_them(office: Office) -> None:
    proposal_id = a_draft(office)
    bring(office, proposal_id, a_word_file(office, proposal_id))

    adopt_draft(office.context(R.BUREAU_HEAD), choose(office, proposal_id))

    assert f"Ditetapkan di {NEW}" in text_of(draft_of(office, proposal_id))
    assert draft_of(office, proposal_id).disagreements == ()
    again = a_word_file(office, proposal_id)
    assert NEW in "\n".join(one.text for one in docx.Document(io.BytesIO(again.content)).paragraphs)

    release_draft(office.context(R.BUREAU_HEAD), choose(office, proposal_id))
    assert NEW not in text_of(draft_of(office, proposal_id))


def test_taken_words_that_no_longer_agree_say_so(office: Office) -> None:
    proposal_id = a_draft(office)
    bring(office, proposal_id, a_word_file(office, proposal_id, f"sebagai {NEW_NAME}", "sebagai Biro Lain"))

    adopt_draft(office.context(R.BUREAU_HEAD), choose(office, proposal_id))

    codes = [one.code for one in draft_of(office, proposal_id).disagreements]
    assert codes == [LintCode.HEIR_DIFFERS]


def test_nothing_can_be_taken_or_given_up_that_is_not_there(office: Office) -> None:
    proposal_id = a_draft(office)

    with pytest.raises(NothingReturned):
        adopt_draft(office.context(R.BUREAU_HEAD), choose(office, proposal_id))
    with pytest.raises(NothingReturned):
        release_draft(office.context(R.BUREAU_HEAD), choose(office, proposal_id))


def test_a_bureau_brings_nothing_once_its_proposal_is_with_others_but_a_reviewer_may(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.LEGAL_REVIEW)
    upload = a_word_file(office, proposal_id)

    with pytest.raises(NotEditable):
        bring(office, proposal_id, upload)
    bring(office, proposal_id, upload, R.LEGAL_REVIEWER)
    with pytest.raises(PermissionMissing):
        bring(office, proposal_id, upload, R.AUDITOR)


def test_what_is_no_word_file_is_refused(office: Office) -> None:
    with pytest.raises(UploadWrongKind):
        check_word(b"%PDF-1.7", "upload")
    upload = CheckedUpload(b"PK\x03\x04 broken", "", "0" * 64, 13, "rusak.docx")

    with pytest.raises(WordUnreadable):
        bring(office, a_draft(office), upload)
