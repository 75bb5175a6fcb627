"""A proposal's study: derived from facts, written section by section, and one of the documents asked for."""

import pytest

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.audit.study_events import StudyFormChosen, StudySectionWritten
from orgflow.domain.letters.passages import PassageTooLong
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.study.checking import FaultCode, SectionState
from orgflow.domain.study.sections import Filling, StudyForm
from orgflow.domain.values import ProposalId
from orgflow.services.letter_enclosures import letter_enclosures
from orgflow.services.lettering import letter_source
from orgflow.services.proposals import CopyProposal, copy_proposal
from orgflow.services.study_versions import show_versions
from orgflow.services.study_writing import (
    ChooseForm,
    SectionStale,
    WriteSection,
    choose_form,
    write_section,
)
from orgflow.store.proposals import UnknownProposal
from tests.factories.office import Office, a_neighbour
from tests.factories.options import rename_in_hand
from tests.factories.roads import a_bare_draft, a_draft, a_proposal_in, letter_of, page, revision, take
from tests.factories.signing_office import told
from tests.factories.studies import PROBLEM, fill_in, the_section, the_study, write

pytestmark = pytest.mark.both_databases

HEAD = Role.BUREAU_HEAD


def is_there(office: Office, proposal_id: ProposalId, code: str = "KAJIAN") -> bool:
    return next(view.is_there for view in page(office, proposal_id).documents if view.asked.code == code)


def test_sections_that_facts_suffice_for_always_show_some(office: Office) -> None:
    study = the_study(office, a_bare_draft(office))

    bare = [
        held.key
        for held in study.sections
        if held.asked.filling is Filling.FACTS_OR_WORDS and not held.text and not held.blocks
    ]
    assert bare == []


def test_no_derived_sentence_stands_twice(office: Office) -> None:
    proposal_id = a_bare_draft(office)

    for form in StudyForm:
        choose_form(office.context(HEAD), ChooseForm(proposal_id, form))
        study = the_study(office, proposal_id)
        repeated = [
            fault for held in study.sections for fault in held.faults if fault.code is FaultCode.REPEATED
        ]
        assert repeated == []


def test_what_is_written_stands_in_the_place_of_what_is_derived(office: Office) -> None:
    proposal_id = a_bare_draft(office)

    write(office, proposal_id, "saran", "Mohon persetujuan.")
    held = the_section(office, proposal_id, "saran")

    assert (held.text, held.is_own, held.revision) == ("Mohon persetujuan.", True, 1)
    assert "Menteri Dalam Negeri" in held.derived
    assert held.state is SectionState.FILLED


def test_a_text_older_than_its_facts_is_told_until_somebody_stands_by_it(office: Office) -> None:
    proposal_id, text = a_draft(office), "Dua pilihan sudah dibahas."
    write(office, proposal_id, "pilihan", text, "Belum ada.")
    rename_in_hand(office, proposal_id, "Biro Humas dan Keprotokolan")

    write_section(office.context(HEAD), WriteSection(proposal_id, "pilihan", 1, None, "Namanya panjang."))
    write(office, proposal_id, "pilihan", text, "Namanya terlalu panjang.")
    answered = the_section(office, proposal_id, "pilihan")
    write(office, proposal_id, "pilihan", text, "Namanya terlalu panjang.")

    assert (answered.text, answered.answer) == (text, "Namanya terlalu panjang.")
    assert FaultCode.OUTDATED in {fault.code for fault in answered.faults}
    held = the_section(office, proposal_id, "pilihan")
    assert FaultCode.OUTDATED not in {fault.code for fault in held.faults}


def test_an_emptied_section_follows_the_facts_again(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    write(office, proposal_id, "saran", "Mohon persetujuan.")

    write(office, proposal_id, "saran", "  ")
    held = the_section(office, proposal_id, "saran")

    assert not held.is_own
    assert held.text == held.derived


def test_saving_a_section_leaves_the_proposal_and_the_other_sections_as_they_were_seen(
    office: Office,
) -> None:
    proposal_id = a_bare_draft(office)
    seen = revision(office, proposal_id)

    write_section(office.context(HEAD), WriteSection(proposal_id, "saran", 0, "Satu."))
    write_section(office.context(Role.DRAFTER), WriteSection(proposal_id, "simpulan", 0, "Dua."))

    assert revision(office, proposal_id) == seen
    assert the_section(office, proposal_id, "saran").text == "Satu."
    assert the_section(office, proposal_id, "simpulan").text == "Dua."


def test_whoever_saves_a_section_second_is_refused_and_the_first_stays(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    write_section(office.context(HEAD), WriteSection(proposal_id, "saran", 0, "Satu."))

    with pytest.raises(SectionStale):
        write_section(office.context(Role.DRAFTER), WriteSection(proposal_id, "saran", 0, "Dua."))

    assert the_section(office, proposal_id, "saran").text == "Satu."


def test_thirty_thousand_words_are_refused(office: Office) -> None:
    proposal_id = a_bare_draft(office)

    with pytest.raises(PassageTooLong):
        write(office, proposal_id, "saran", "kata " * 30_000)

    assert the_section(office, proposal_id, "saran").revision == 0


def test_a_whole_study_is_the_document_that_was_asked_for(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    assert not is_there(office, proposal_id)

    fill_in(office, proposal_id)

    assert the_study(office, proposal_id).is_whole
    assert is_there(office, proposal_id)
    source = letter_source(office.context(HEAD), letter_of(office, proposal_id).id)
    enclosed = [held.enclosure for held in letter_enclosures(office.context(HEAD), source)]
    assert str(next(one.paper for one in enclosed if one.title.startswith("Kajian"))) == "kajian"


def test_the_short_form_is_the_document_once_its_analysis_is_written(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    choose_form(office.context(HEAD), ChooseForm(proposal_id, StudyForm.SHORT))
    assert the_study(office, proposal_id).lacking == ("ts_fakta", "ts_analisis")

    write(office, proposal_id, "ts_fakta", "", "2025")
    write(office, proposal_id, "ts_analisis", PROBLEM, "Namanya lebih panjang.")

    assert is_there(office, proposal_id)
    assert len(told(office, StudyFormChosen.event)) == 1


def test_the_other_form_keeps_what_was_written_in_it(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    write(office, proposal_id, "saran", "Satu.")

    choose_form(office.context(HEAD), ChooseForm(proposal_id, StudyForm.SHORT))
    assert the_study(office, proposal_id).other_written == 1
    choose_form(office.context(HEAD), ChooseForm(proposal_id, StudyForm.STUDY))

    assert the_section(office, proposal_id, "saran").text == "Satu."


def test_a_submitted_proposals_study_is_read_and_not_written(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.ORG_REVIEW)

    assert not the_study(office, proposal_id).may_write
    with pytest.raises(NotEditable):
        write_section(office.context(HEAD), WriteSection(proposal_id, "saran", 0, "Satu."))
    with pytest.raises(NotEditable):
        choose_form(office.context(HEAD), ChooseForm(proposal_id, StudyForm.SHORT))


def test_a_study_is_written_by_whoever_edits_the_proposal(office: Office) -> None:
    proposal_id = a_bare_draft(office)

    with pytest.raises(PermissionMissing):
        write_section(office.context(Role.AUDITOR), WriteSection(proposal_id, "saran", 0, "Satu."))
    with pytest.raises(UnknownProposal):
        the_study(a_neighbour(office), proposal_id)


def test_every_save_is_told_in_the_history(office: Office) -> None:
    proposal_id = a_bare_draft(office)

    write(office, proposal_id, "saran", "Satu.")
    (payload,) = told(office, StudySectionWritten.event)

    assert '"after": "Satu."' in payload
    assert '"key": "saran"' in payload


def test_a_proposal_begun_from_an_old_one_takes_its_study_along(office: Office) -> None:
    old = a_bare_draft(office)
    fill_in(office, old)
    take(office, old, Action.WITHDRAW, HEAD, reason="Disusun ulang.")

    command = CopyProposal(old, revision(office, old))
    new = ProposalId(copy_proposal(office.context(HEAD), command))

    held = the_section(office, new, "permasalahan")
    assert (held.text, held.revision) == (PROBLEM, 1)
    assert the_study(office, new).is_whole


def test_a_section_that_follows_the_facts_is_taken_along_without_an_empty_version(office: Office) -> None:
    old = a_bare_draft(office)
    write_section(office.context(HEAD), WriteSection(old, "ruang_lingkup", 0, "", "2025"))
    take(office, old, Action.WITHDRAW, HEAD, reason="Disusun ulang.")

    command = CopyProposal(old, revision(office, old))
    new = ProposalId(copy_proposal(office.context(HEAD), command))

    assert the_section(office, new, "ruang_lingkup").answer == "2025"
    assert show_versions(office.context(HEAD), new, "ruang_lingkup").versions == ()
