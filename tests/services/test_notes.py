"""Notes on places of a proposal: given back with a return, answered, and found again when the text moves."""

from dataclasses import replace
from uuid import UUID

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.errors import Forbidden
from orgflow.domain.notes.anchoring import Fit, PlaceKind, UnknownPlace
from orgflow.domain.notes.finding import QuoteNotThere
from orgflow.domain.notes.note import (
    NoteAct,
    NoteKind,
    NoteMovedOn,
    NoteNotAllowed,
    NoteState,
    NotesUnanswered,
)
from orgflow.domain.proposals.completeness import LackCode
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import LetterId, ProposalId, TextEmpty
from orgflow.services.changes import ChangeOperations, change_operations
from orgflow.services.history import proposal_history
from orgflow.services.letter_writing import WritePassages, show_writing, write_passages
from orgflow.services.note_pages import NoteView, count_notes, show_notes, show_place
from orgflow.services.notes import ReplyToNote, WriteNote, open_notes_of, reply_to_note, write_note
from orgflow.services.proposals import EditProposal, edit_proposal
from orgflow.store.proposals import UnknownProposal
from tests.factories.governments import HUMAS
from tests.factories.office import Office, a_neighbour
from tests.factories.roads import a_draft, a_proposal_in, go, letter_of, page, revision, take

A, K, R, S = NoteAct, NoteKind, Role, ProposalState
REASONS = (PlaceKind.SECTION, "considerations")


def write(
    office: Office,
    proposal_id: ProposalId,
    role: Role = R.ORGANISATION_REVIEWER,
    place: tuple[PlaceKind, str] = REASONS,
    quote: str = "",
    *,
    kind: NoteKind = K.QUESTION,
    text: str = "Mohon disebut datanya.",
) -> UUID:
    return write_note(office.context(role), WriteNote(proposal_id, kind, *place, text, quote))


def reply(
    office: Office, proposal_id: ProposalId, note_id: UUID, role: Role, act: NoteAct, *, text: str = "Sudah."
) -> None:
    seen = the_note(office, proposal_id, note_id).revision
    reply_to_note(office.context(role), ReplyToNote(proposal_id, note_id, seen, act, text))


def the_note(office: Office, proposal_id: ProposalId, note_id: UUID) -> NoteView:
    found = show_notes(office.as_system(), proposal_id).notes
    return next(note for note in found if note.id == note_id)


def waiting(office: Office, proposal_id: ProposalId) -> int:
    with office.resources.reading() as session:
        return len(open_notes_of(office.as_system().inside(session), proposal_id))


def send_back(office: Office, proposal_id: ProposalId, role: Role = R.ORGANISATION_REVIEWER) -> None:
    take(office, proposal_id, Action.RETURN, role, reason="Lihat catatan.")


def test_a_return_takes_the_questions_with_it_and_each_must_be_answered(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.ORG_REVIEW)
    first, second = write(office, proposal_id), write(office, proposal_id, text="Apa beban kerjanya?")
    write(office, proposal_id, kind=K.COMMENT, text="Sudah baik.")
    assert waiting(office, proposal_id) == 0

    send_back(office, proposal_id)

    assert waiting(office, proposal_id) == 2
    (lack,) = [lack for lack in page(office, proposal_id).lacks if lack.code is LackCode.NOTES]
    assert lack.count == 2
    with pytest.raises(NotesUnanswered) as refused:
        go(office, proposal_id, Action.FORWARD)
    assert refused.value.facts["count"] == 2
    reply(office, proposal_id, first, R.DRAFTER, A.ANSWER)
    reply(office, proposal_id, second, R.BUREAU_HEAD, A.ANSWER)
    go(office, proposal_id, Action.FORWARD)
    assert page(office, proposal_id).state is S.ORG_REVIEW


def test_a_question_asked_once_more_goes_with_the_next_return(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.ORG_REVIEW)
    note_id = write(office, proposal_id)
    send_back(office, proposal_id)
    reply(office, proposal_id, note_id, R.DRAFTER, A.ANSWER)
    go(office, proposal_id, Action.FORWARD)

    reply(office, proposal_id, note_id, R.ORGANISATION_REVIEWER, A.FOLLOW_UP, text="Belum cukup.")
    open_at_the_desk = waiting(office, proposal_id)
    send_back(office, proposal_id)

    assert (open_at_the_desk, waiting(office, proposal_id)) == (0, 1)
    reply(office, proposal_id, note_id, R.ORGANISATION_REVIEWER, A.RESOLVE, text="")
    assert waiting(office, proposal_id) == 0
    assert the_note(office, proposal_id, note_id).state is NoteState.RESOLVED
    assert [one.act for one in the_note(office, proposal_id, note_id).replies] == [
        A.ANSWER,
        A.FOLLOW_UP,
        A.RESOLVE,
    ]
    told = [event.event for event in proposal_history(office.as_system(), proposal_id)]
    for event in ("note_written", "note_answered", "note_followed_up", "note_resolved"):
        assert f"proposal:{event}" in told


def test_words_that_were_edited_are_found_again_and_words_taken_away_are_kept(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.ORG_REVIEW)
    kept = write(office, proposal_id, quote="alasan pertama")
    lost = write(office, proposal_id, quote="alasan kedua")
    send_back(office, proposal_id)
    seen = revision(office, proposal_id)

    reasons = "sebuah pengantar\nalasan pertama"
    edit_proposal(office.context(R.DRAFTER), EditProposal(proposal_id, seen, reasons, "", None, None))

    first, second = the_note(office, proposal_id, kept), the_note(office, proposal_id, lost)
    assert (first.standing.fit, first.stands_on) == (Fit.SAME, "alasan pertama")
    assert (second.standing.fit, second.place) == (Fit.GONE, None)
    assert second.anchor.quote is not None
    assert second.anchor.quote.exact == "alasan kedua"
    marks = count_notes(office.context(R.DRAFTER), proposal_id)
    assert marks.total[REASONS] == 1
    assert marks.count == 2


def test_a_note_on_an_operation_follows_it_when_it_is_written_anew(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.ORG_REVIEW)
    (placed,) = page(office, proposal_id).operations
    note_id = write(office, proposal_id, place=(PlaceKind.OPERATION, str(placed.id)))
    send_back(office, proposal_id)

    head, old = office.context(R.BUREAU_HEAD), placed.operation
    removal = ChangeOperations(proposal_id, revision(office, proposal_id), operation_id=placed.id)
    change_operations(head, removal)
    assert the_note(office, proposal_id, note_id).standing.fit is Fit.GONE
    change_operations(head, ChangeOperations(proposal_id, revision(office, proposal_id), operation=old))

    found = the_note(office, proposal_id, note_id)
    (renewed,) = page(office, proposal_id).operations
    assert renewed.id != placed.id
    assert found.standing.fit is Fit.SAME
    assert found.place is not None
    assert found.place.key == str(renewed.id)


def test_every_row_of_the_matrix_is_a_place(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.ORG_REVIEW)
    key = f"name:{office.units[HUMAS]}"

    note_id = write(office, proposal_id, place=(PlaceKind.MATRIX_ROW, key))

    shown = show_place(office.context(R.DRAFTER), proposal_id, PlaceKind.MATRIX_ROW, key)
    assert [note.id for note in shown.notes] == [note_id]
    assert shown.place.name == HUMAS


def test_a_note_on_a_passage_goes_over_to_the_letter_that_replaces_it(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.ORG_REVIEW)
    letter = letter_of(office, proposal_id)
    passage = show_writing(office.context(R.DRAFTER), letter.id).passages[0]
    note_id = write(office, proposal_id, place=(PlaceKind.PASSAGE, f"{letter.id}/{passage.key}"))
    send_back(office, proposal_id)
    words = f"{passage.text} Tambahan."
    write_passages(
        office.context(R.DRAFTER), WritePassages(LetterId(letter.id), letter.revision, {passage.key: words})
    )

    changed = the_note(office, proposal_id, note_id)

    assert changed.standing.fit is Fit.CHANGED
    assert changed.place is not None
    assert changed.place.words == words


def test_nobody_writes_from_outside_his_seat_nor_on_what_is_not_there(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.ORG_REVIEW)

    for role in (R.LEGAL_REVIEWER, R.ASSISTANT):
        with pytest.raises(NoteNotAllowed):
            write(office, proposal_id, role)
    with pytest.raises(NoteNotAllowed):
        write(office, proposal_id, R.DRAFTER)
    with pytest.raises(Forbidden):
        write(office, proposal_id, R.AUDITOR)
    with pytest.raises(UnknownPlace):
        write(office, proposal_id, place=(PlaceKind.OPERATION, "bukan"))
    with pytest.raises(QuoteNotThere):
        write(office, proposal_id, quote="kata yang tidak ada")
    with pytest.raises(TextEmpty):
        write(office, proposal_id, text=" ")
    with pytest.raises(UnknownProposal):
        write_note(
            a_neighbour(office).context(R.ORGANISATION_REVIEWER),
            WriteNote(proposal_id, K.QUESTION, *REASONS, "Dari kantor lain."),
        )

    assert show_notes(office.as_system(), proposal_id).notes == ()


def test_two_who_write_at_once_are_told_and_a_form_sent_twice_has_one_effect(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.ORG_REVIEW)
    command = WriteNote(proposal_id, K.QUESTION, *REASONS, "Satu kali saja.")
    note_id = write_note(office.context(R.ORGANISATION_REVIEWER, key="satu-kunci-uji"), command)
    assert write_note(office.context(R.ORGANISATION_REVIEWER, key="satu-kunci-uji"), command) == note_id
    answer = ReplyToNote(proposal_id, note_id, 1, A.ANSWER, "Jawaban pertama.")
    reply_to_note(office.context(R.DRAFTER), answer)

    with pytest.raises(NoteMovedOn):
        reply_to_note(office.context(R.BUREAU_HEAD), replace(answer, text="Jawaban kedua."))

    (note,) = show_notes(office.as_system(), proposal_id).notes
    assert [entry.text for entry in note.replies] == ["Jawaban pertama."]


def test_drafters_comment_on_their_draft_and_it_holds_nothing_back(office: Office) -> None:
    proposal_id = a_draft(office, by=R.DRAFTER)

    write(office, proposal_id, R.DRAFTER, kind=K.COMMENT, text="Periksa lagi namanya.")

    go(office, proposal_id, Action.FORWARD)
    assert page(office, proposal_id).state is S.ORG_REVIEW
