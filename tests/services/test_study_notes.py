"""Notes on the sections of a study: they outlive a changed text, are answered, and hold the road back."""

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.notes.anchoring import Fit, PlaceKind, UnknownPlace
from orgflow.domain.notes.note import NoteAct, NoteKind, NoteNotAllowed, NotesUnanswered
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.study.sections import StudyForm
from orgflow.domain.values import ProposalId
from orgflow.services.note_pages import NoteView, count_notes, show_notes, show_place
from orgflow.services.notes import ReplyToNote, WriteNote, reply_to_note, write_note
from orgflow.services.study_writing import ChooseForm, choose_form
from tests.factories.governments import UMUM
from tests.factories.office import Office
from tests.factories.options import HYBRID, rename_in_hand
from tests.factories.rebasing import renamed_meanwhile
from tests.factories.roads import a_draft, a_proposal_in, go, page, take
from tests.factories.studies import the_section, write

R = Role
SECTION = PlaceKind.STUDY_SECTION
ADDED = "Beban kerja media naik sejak tahun lalu menurut hitungan biro."


def ask(
    office: Office, proposal_id: ProposalId, key: str, quote: str = "", role: Role = R.ORGANISATION_REVIEWER
) -> None:
    asked = WriteNote(proposal_id, NoteKind.QUESTION, SECTION, key, "Mana buktinya?", quote)
    write_note(office.context(role), asked)


def the_note(office: Office, proposal_id: ProposalId) -> NoteView:
    (note,) = show_notes(office.context(R.BUREAU_HEAD), proposal_id).notes
    return note


def send_back(office: Office, proposal_id: ProposalId) -> None:
    take(office, proposal_id, Action.RETURN, R.ORGANISATION_REVIEWER, reason="Lihat catatan.")


def test_a_note_on_a_section_stands_on_its_words_and_outlives_their_change(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.ORG_REVIEW)
    derived = the_section(office, proposal_id, "latar_belakang").text
    ask(office, proposal_id, "latar_belakang")
    before = the_note(office, proposal_id)
    send_back(office, proposal_id)

    write(office, proposal_id, "latar_belakang", f"{derived}\n{ADDED}")

    after = the_note(office, proposal_id)
    assert derived
    assert (before.standing.fit, before.anchor.words) == (Fit.SAME, derived)
    assert after.standing.fit is Fit.CHANGED
    assert after.anchor.words == derived
    assert after.place is not None
    assert after.place.name.endswith("Latar Belakang")
    assert after.place.words == f"{derived}\n{ADDED}"


def test_quoted_words_are_found_in_the_section_that_they_moved_to_and_kept_when_gone(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.ORG_REVIEW)
    send_back(office, proposal_id)
    write(office, proposal_id, "permasalahan", f"Pengantar.\n{ADDED}")
    go(office, proposal_id, Action.FORWARD)
    ask(office, proposal_id, "permasalahan", ADDED)
    send_back(office, proposal_id)

    write(office, proposal_id, "permasalahan", "Pengantar saja.")
    write(office, proposal_id, "saran", ADDED)
    moved = the_note(office, proposal_id)
    write(office, proposal_id, "saran", "Lain sama sekali.")
    gone = the_note(office, proposal_id)

    assert (moved.standing.fit, moved.standing.key, moved.stands_on) == (Fit.SAME, "saran", ADDED)
    assert (gone.standing.fit, gone.place) == (Fit.GONE, None)
    assert gone.anchor.quote is not None
    assert gone.anchor.quote.exact == ADDED


def test_an_unanswered_note_on_a_section_bars_resubmission_until_its_writer_answers(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.ORG_REVIEW)
    ask(office, proposal_id, "permasalahan")
    send_back(office, proposal_id)
    with pytest.raises(NotesUnanswered):
        go(office, proposal_id, Action.FORWARD)

    write(office, proposal_id, "permasalahan", ADDED)
    note = the_note(office, proposal_id)
    answer = ReplyToNote(proposal_id, note.id, note.revision, NoteAct.ANSWER, "Sudah ditulis.")
    reply_to_note(office.context(R.DRAFTER), answer)

    assert note.standing.fit is Fit.CHANGED
    go(office, proposal_id, Action.FORWARD)
    assert page(office, proposal_id).state is ProposalState.ORG_REVIEW


def test_the_answer_that_a_section_asks_for_is_part_of_its_words(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.ORG_REVIEW)
    send_back(office, proposal_id)
    write(office, proposal_id, "pilihan", "Dua pilihan.", "Nama yang diusulkan lebih panjang.")

    shown = show_place(office.context(R.DRAFTER), proposal_id, SECTION, "pilihan")

    printed = "Kelemahan pilihan yang diusulkan: Nama yang diusulkan lebih panjang."
    assert shown.place.words == f"Dua pilihan.\n{printed}"


def test_a_section_of_the_other_form_is_no_place_and_its_notes_are_told_as_gone(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.ORG_REVIEW)
    for key in ("ts_analisis", "bukan"):
        with pytest.raises(UnknownPlace):
            ask(office, proposal_id, key)
    ask(office, proposal_id, "permasalahan")
    send_back(office, proposal_id)

    choose_form(office.context(R.BUREAU_HEAD), ChooseForm(proposal_id, StudyForm.SHORT))

    assert the_note(office, proposal_id).place is None
    assert count_notes(office.context(R.DRAFTER), proposal_id).count == 1
    with pytest.raises(UnknownPlace):
        show_place(office.context(R.DRAFTER), proposal_id, SECTION, "permasalahan")


def test_notes_on_a_study_are_read_also_while_its_changes_do_not_apply(office: Office) -> None:
    proposal_id = a_draft(office)
    rename_in_hand(office, proposal_id, HYBRID)
    asked = WriteNote(proposal_id, NoteKind.COMMENT, SECTION, "permasalahan", "Lengkapi.")
    write_note(office.context(R.DRAFTER), asked)

    renamed_meanwhile(office, UMUM, HYBRID)

    assert page(office, proposal_id).broken_by is not None
    assert the_note(office, proposal_id).standing.fit is Fit.SAME
    assert count_notes(office.context(R.DRAFTER), proposal_id).total[SECTION, "permasalahan"] == 1


def test_whoever_has_no_seat_puts_no_note_on_a_section(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.ORG_REVIEW)

    for role in (R.LEGAL_REVIEWER, R.DRAFTER):
        with pytest.raises(NoteNotAllowed):
            ask(office, proposal_id, "permasalahan", role=role)

    assert show_notes(office.as_system(), proposal_id).notes == ()
