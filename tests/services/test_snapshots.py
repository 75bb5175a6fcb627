"""A proposal's file frozen at each submission, compared, and handed out again as it went out."""

import io
from datetime import date
from zipfile import ZipFile

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from orgflow.domain.access.roles import Role
from orgflow.domain.changes.operations import RenameUnit
from orgflow.domain.options.option import OptionLetter, OptionStart
from orgflow.domain.papers.kinds import PaperKind
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.snapshots.comparing import Aspect, Changed, PieceChange
from orgflow.domain.snapshots.snapshot import Section, UnknownSnapshot
from orgflow.domain.snapshots.taken import TakenSnapshot
from orgflow.domain.study.sections import StudyForm
from orgflow.domain.values import ProposalId
from orgflow.domain.workload.reckoning import Rounding
from orgflow.letters.chart_pages import ChartFormat
from orgflow.services.changes import ChangeOperations, change_operations
from orgflow.services.demo.papers import paper
from orgflow.services.evidence import AttachDocument, attach_document
from orgflow.services.evidence_keeping import Register, RemoveEntry, remove_entry
from orgflow.services.history import proposal_history
from orgflow.services.jobs import work_off
from orgflow.services.proposals import EditProposal, edit_proposal
from orgflow.services.snapshot_files import LISTING, ministry_copy
from orgflow.services.snapshot_papers import frozen_paper, printed_paper
from orgflow.services.snapshots import compare_snapshots, open_snapshot, show_snapshots
from orgflow.services.study_writing import ChooseForm, WriteSection, choose_form, write_section
from orgflow.services.workload import ChooseCalculation, choose_calculation
from orgflow.store.proposals import Scope, UnknownProposal, load_row
from tests.factories.claiming import a_claiming_draft
from tests.factories.governments import HUMAS, UMUM
from tests.factories.office import Office, a_neighbour
from tests.factories.options import add, choose
from tests.factories.rebasing import renamed_meanwhile
from tests.factories.roads import (
    ASSISTANT,
    GOVERNOR,
    LEGAL,
    ORGANISATION,
    SECRETARY,
    a_draft,
    a_proposal_in,
    go,
    page,
    revision,
    take,
)

OTHER_NAME = "Biro Administrasi dan Humas Pimpinan"
R = Role


@pytest.fixture
def submitted(office: Office) -> ProposalId:
    proposal_id = a_draft(office)
    go(office, proposal_id, Action.FORWARD)
    return proposal_id


def taken(office: Office, proposal_id: ProposalId) -> tuple[TakenSnapshot, ...]:
    return show_snapshots(office.context(R.BUREAU_HEAD), proposal_id)


def differences(
    office: Office, proposal_id: ProposalId, before: int = 1, after: int | None = None
) -> tuple[PieceChange, ...]:
    return compare_snapshots(office.context(R.BUREAU_HEAD), proposal_id, before, after).changes


def recall(office: Office, proposal_id: ProposalId) -> None:
    take(office, proposal_id, Action.RECALL, R.BUREAU_HEAD, reason="Ada yang perlu diperbaiki dahulu.")


def rename(office: Office, proposal_id: ProposalId, name: str) -> None:
    held = page(office, proposal_id).operations[0]
    operation = RenameUnit(office.units[HUMAS], name)
    command = ChangeOperations(proposal_id, revision(office, proposal_id), operation, held.id)
    change_operations(office.context(R.BUREAU_HEAD), command)


def told(changes: tuple[PieceChange, ...]) -> set[tuple[Changed, Section, str]]:
    return {(change.kind, change.piece.section, change.piece.title) for change in changes}


def test_every_submission_freezes_the_file_and_other_steps_do_not(
    office: Office, submitted: ProposalId
) -> None:
    recall(office, submitted)
    go(office, submitted, Action.FORWARD)
    go(office, submitted, ORGANISATION)
    go(office, submitted, LEGAL)

    found = taken(office, submitted)

    assert [(one.number, one.action) for one in found] == [(2, Action.FORWARD), (1, Action.FORWARD)]
    events = [view.event for view in proposal_history(office.as_system(), submitted)]
    assert events.count("proposal:snapshot_taken") == 2


def test_a_file_that_nobody_changed_meanwhile_is_kept_once(office: Office, submitted: ProposalId) -> None:
    recall(office, submitted)
    go(office, submitted, Action.FORWARD)

    second, first = taken(office, submitted)

    assert first.digest == second.digest
    assert differences(office, submitted, 1, 2) == ()


def test_the_comparison_shows_what_was_changed_between_two_submissions(
    office: Office, submitted: ProposalId
) -> None:
    recall(office, submitted)
    rename(office, submitted, OTHER_NAME)
    head = office.context(R.BUREAU_HEAD)
    seen = revision(office, submitted)
    attach_document(head, AttachDocument(submitted, seen, "KAJIAN", paper("Kajian", "Isi yang diperbaiki")))
    command = EditProposal(submitted, seen + 1, "alasan pertama yang baru\nalasan kedua", "", None, None)
    edit_proposal(office.context(R.BUREAU_HEAD), command)
    go(office, submitted, Action.FORWARD)

    found = differences(office, submitted, 1, 2)

    sections = {change.piece.section for change in found}
    assert sections == {Section.FACTS, Section.OPERATIONS, Section.PAPERS, Section.LETTERS, Section.DOCUMENTS}
    assert all(change.kind is Changed.CHANGED for change in found)
    (reasons,) = (change for change in found if change.piece.section is Section.FACTS)
    before, after = reasons.words()
    assert [word.text.strip() for word in after if word.is_changed] == ["yang baru"]
    assert not any(word.is_changed for word in before)
    (document,) = (change for change in found if change.piece.section is Section.DOCUMENTS)
    assert Aspect.FILE in document.aspects


def test_a_state_or_a_day_that_passes_is_no_change_that_somebody_made(
    office: Office, submitted: ProposalId
) -> None:
    recall(office, submitted)
    office.clock.set_to(date(2027, 3, 3))

    assert differences(office, submitted) == ()


def test_a_withdrawn_entry_the_form_of_the_study_and_the_calculation_are_frozen(office: Office) -> None:
    claiming = a_claiming_draft(office)
    proposal_id, head = claiming.proposal_id, office.context(R.BUREAU_HEAD)
    choose_form(head, ChooseForm(proposal_id, StudyForm.SHORT))
    write_section(head, WriteSection(proposal_id, "ts_analisis", 0, "Analisis singkat."))
    reckoned = ChooseCalculation(proposal_id, 0, 2025, "permenpanrb_1_2020", Rounding.UP, None)
    choose_calculation(head, reckoned)
    gone = RemoveEntry(Register.PRECEDENTS, claiming.precedent_id, 1, "Sumbernya dicabut.")
    remove_entry(office.context(R.SYSTEM_ADMINISTRATOR), gone)
    brought = paper("Kajian", "Isi kajian")
    attach_document(head, AttachDocument(proposal_id, revision(office, proposal_id), "KAJIAN", brought))
    go(office, proposal_id, Action.FORWARD)

    _, held = open_snapshot(head, proposal_id, 1)

    said = {piece.key: piece.text for piece in (*held.of(Section.EVIDENCE), *held.of(Section.STUDY))}
    assert "Sudah dikeluarkan dari registernya." in said["pembanding-1"]
    assert "Waktu kerja efektif" in said["workload"]
    assert said["form"] == "Telaahan staf"


def test_a_draft_is_compared_with_what_was_submitted(office: Office, submitted: ProposalId) -> None:
    assert differences(office, submitted) == ()
    recall(office, submitted)

    rename(office, submitted, OTHER_NAME)

    assert (Changed.CHANGED, Section.OPERATIONS, "Perubahan") in told(differences(office, submitted))


def test_the_options_and_the_reason_of_the_choice_are_frozen(office: Office) -> None:
    proposal_id = a_draft(office)
    add(office, proposal_id, "Tetap", OptionStart.KEEP)
    choose(office, proposal_id, OptionLetter.A, "Humas melekat pada pimpinan.")
    go(office, proposal_id, Action.FORWARD)

    _, snapshot = open_snapshot(office.context(R.BUREAU_HEAD), proposal_id, 1)

    assert [piece.key for piece in snapshot.of(Section.OPTIONS)] == ["A", "B"]
    assert "Humas melekat pada pimpinan." in snapshot.of(Section.OPTIONS)[0].text


def test_what_the_registry_changes_later_does_not_touch_what_was_frozen(
    office: Office, submitted: ProposalId
) -> None:
    before = open_snapshot(office.context(R.BUREAU_HEAD), submitted, 1)

    renamed_meanwhile(office, UMUM, "Biro Umum dan Perlengkapan")

    assert open_snapshot(office.context(R.BUREAU_HEAD), submitted, 1) == before
    assert differences(office, submitted) != ()


def test_the_ministrys_copy_is_the_same_bytes_again_whatever_happens_later(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.SUBMITTED)
    (sent, *_) = taken(office, proposal_id)
    assert sent.action is Action.SEND
    work_off(office.as_system())
    clerk = office.context(R.LETTER_ADMINISTRATOR)
    first = ministry_copy(clerk, proposal_id, sent.number)

    renamed_meanwhile(office, UMUM, "Biro Umum dan Perlengkapan")
    go(office, proposal_id, Action.RECEIVE)
    again = ministry_copy(clerk, proposal_id, sent.number)

    assert again == first
    names = ZipFile(io.BytesIO(first.content)).namelist()
    assert names == sorted(names)
    assert {"matriks-uji.pdf", "matriks-uji.docx", "surat-1.pdf", LISTING} <= set(names)
    assert any(name.startswith("dokumen-01-") for name in names)


def test_a_paper_is_printed_alike_from_nothing_but_what_was_frozen(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.SUBMITTED)
    number = taken(office, proposal_id)[0].number
    clerk = office.context(R.LETTER_ADMINISTRATOR)
    kept = ZipFile(io.BytesIO(ministry_copy(clerk, proposal_id, number).content))
    renamed_meanwhile(office, UMUM, "Biro Umum dan Perlengkapan")

    _, snapshot = open_snapshot(clerk, proposal_id, number)

    frozen = [frozen_paper(piece) for piece in snapshot.of(Section.PAPERS)]
    assert len(frozen) == len(PaperKind) - 1, "the study was brought as a file"
    for one in frozen:
        assert one is not None
        for file_format in ChartFormat:
            assert printed_paper(clerk, one, file_format) == kept.read(f"{one.name}.{file_format}")


def test_only_what_went_to_the_ministry_has_a_copy_and_only_for_who_reads_letters(
    office: Office, submitted: ProposalId
) -> None:
    with pytest.raises(UnknownSnapshot):
        ministry_copy(office.context(R.LETTER_ADMINISTRATOR), submitted, 1)
    with pytest.raises(UnknownSnapshot):
        open_snapshot(office.context(R.BUREAU_HEAD), submitted, 2)
    with pytest.raises(UnknownProposal):
        show_snapshots(a_neighbour(office).context(R.BUREAU_HEAD), submitted)


def test_a_frozen_file_is_opened_by_who_may_see_its_proposal(office: Office, submitted: ProposalId) -> None:
    with office.resources.writing() as session:
        load_row(session, Scope(office.government_id), submitted).unit_id = office.units[UMUM]
        session.commit()

    assert open_snapshot(office.context(R.ORGANISATION_REVIEWER), submitted, 1)
    assert open_snapshot(office.context(R.AUDITOR), submitted, 1)
    for outside in (office.context(R.BUREAU_HEAD), a_neighbour(office).context(R.AUDITOR)):
        with pytest.raises(UnknownProposal):
            open_snapshot(outside, submitted, 1)
        with pytest.raises(UnknownProposal):
            compare_snapshots(outside, submitted, 1, None)


def test_a_frozen_file_is_never_changed(office: Office, submitted: ProposalId) -> None:
    assert taken(office, submitted)

    for statement in ("UPDATE snapshot_bodies SET content = 'lain'", "DELETE FROM proposal_snapshots"):
        with office.resources.writing() as session, pytest.raises(DBAPIError):
            session.execute(text(statement))


def test_a_letter_reads_the_same_before_and_after_it_was_issued(
    office: Office, submitted: ProposalId
) -> None:
    for move in (ORGANISATION, LEGAL, ASSISTANT, SECRETARY, GOVERNOR, Action.SEND):
        go(office, submitted, move)

    found = [one for one in differences(office, submitted, 1, 2) if one.piece.section is Section.LETTERS]

    (letter,) = found
    assert Aspect.TEXT not in letter.aspects
    assert Aspect.TITLE in letter.aspects
