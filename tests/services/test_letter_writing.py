"""Passages of a letter: written while it is a draft, following the data again when they say the same."""

import pytest

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.audit.letter_events import PassageDropped, PassageWritten
from orgflow.domain.letters.lifecycle import LetterNotInState
from orgflow.domain.letters.passages import PassageTooLong, UnknownPassage, mark_of
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import LetterId
from orgflow.letters.structure_faults import RowOpen
from orgflow.services.letter_writing import (
    PassageView,
    TypedPassage,
    WritePassages,
    save_passages,
    show_writing,
    write_passages,
)
from orgflow.services.lettering import letter_source
from orgflow.services.letters import VoidLetter, void_issued_letter
from orgflow.services.organisation.keeping import CorrectUnit, correct_unit
from orgflow.services.organisation.unit_fields import UnitFields
from orgflow.store.letters import UnknownLetter
from orgflow.store.proposals import StaleRevision
from tests.factories.governments import HUMAS
from tests.factories.office import TODAY, Office, a_neighbour
from tests.factories.roads import a_bare_draft, a_proposal_in, freeze, letter_of
from tests.factories.signing_office import told

TU = Role.LETTER_ADMINISTRATOR
ASKING, EXPLAINING = "permohonan", "penjelasan"
WITH_TABLE = "Kami mohon perkenan.\n| Uraian | Jumlah |\n| Rapat | 3 |"


def a_letter(office: Office) -> LetterId:
    return letter_of(office, a_bare_draft(office)).id


def passage(office: Office, letter_id: LetterId, key: str = ASKING) -> PassageView:
    page = show_writing(office.context(TU), letter_id)
    return next(one for one in page.passages if one.key == key)


def a_writing(office: Office, letter_id: LetterId, text: str, key: str = ASKING) -> WritePassages:
    return WritePassages(letter_id, show_writing(office.context(TU), letter_id).revision, {key: text})


def write(office: Office, letter_id: LetterId, text: str, key: str = ASKING) -> None:
    write_passages(office.context(TU), a_writing(office, letter_id, text, key))


def correct_the_duty(office: Office) -> None:
    """Change a fact that the letter's explanation is derived from."""
    fields = UnitFields(letter_code="UJI-HMS", duty_field="keprotokolan")
    command = CorrectUnit(office.units[HUMAS], TODAY, fields, "diketahui kemudian")
    correct_unit(office.context(Role.SYSTEM_ADMINISTRATOR), command)


def test_a_letter_begins_with_the_derived_wording_of_every_passage(office: Office) -> None:
    page = show_writing(office.context(TU), a_letter(office))

    assert [one.key for one in page.passages] == ["pembuka", EXPLAINING, "lampiran", ASKING, "penutup"]
    assert not any(one.is_own for one in page.passages)
    assert passage(office, page.id).text.startswith("Sehubungan dengan hal tersebut, kami mohon perkenan")
    assert "1. Kondisi saat ini\n   " in passage(office, page.id, EXPLAINING).text


def test_what_is_written_becomes_a_fact_of_the_letter(office: Office) -> None:
    letter_id = a_letter(office)

    write(office, letter_id, WITH_TABLE)

    assert letter_source(office.context(TU), letter_id).facts.passages == {ASKING: WITH_TABLE}
    held = passage(office, letter_id)
    assert (held.text, held.is_own, held.is_outdated) == (WITH_TABLE, True, False)
    assert held.changed_by == office.actors[TU].name


def test_words_equal_to_the_derived_ones_are_not_kept_and_follow_the_data_again(office: Office) -> None:
    letter_id = a_letter(office)
    derived = passage(office, letter_id, EXPLAINING).derived
    write(office, letter_id, "Penjelasan kantor.", EXPLAINING)

    write(office, letter_id, f"{derived}\r\n", EXPLAINING)
    correct_the_duty(office)

    held = passage(office, letter_id, EXPLAINING)
    assert not held.is_own
    assert "keprotokolan" in held.text


def test_a_written_passage_says_that_the_data_have_changed_since(office: Office) -> None:
    letter_id = a_letter(office)
    write(office, letter_id, "Penjelasan kantor.", EXPLAINING)
    assert not passage(office, letter_id, EXPLAINING).is_outdated

    correct_the_duty(office)

    held = passage(office, letter_id, EXPLAINING)
    assert (held.text, held.is_outdated) == ("Penjelasan kantor.", True)
    assert "keprotokolan" in held.derived


def test_a_passage_is_derived_again_on_request(office: Office) -> None:
    letter_id = a_letter(office)
    write(office, letter_id, "Kata kantor.")
    seen = show_writing(office.context(TU), letter_id).revision

    write_passages(office.context(TU), WritePassages(letter_id, seen, {}, (ASKING,)))

    assert not passage(office, letter_id).is_own
    assert letter_source(office.context(TU), letter_id).facts.passages == {}


def test_of_a_page_only_what_was_touched_is_written(office: Office) -> None:
    letter_id = a_letter(office)
    page = show_writing(office.context(TU), letter_id)
    sent = [TypedPassage(one.key, f"{one.text}\r\n", one.mark) for one in page.passages]
    correct_the_duty(office)

    kept = save_passages(office.context(TU), WritePassages(letter_id, page.revision, {}), tuple(sent))
    touched = TypedPassage(ASKING, "Kata kantor.", mark_of(passage(office, letter_id).text))
    also = save_passages(
        office.context(TU), WritePassages(letter_id, page.revision, {}), (*sent[:2], touched)
    )

    assert (kept, also) == ((), (ASKING,))
    assert not passage(office, letter_id, EXPLAINING).is_own


def test_the_second_of_two_writers_is_refused_and_the_first_ones_words_stay(office: Office) -> None:
    letter_id = a_letter(office)
    second = a_writing(office, letter_id, "Tulisan kedua.")
    write(office, letter_id, "Tulisan pertama.")

    with pytest.raises(StaleRevision):
        write_passages(office.context(TU), second)

    assert passage(office, letter_id).text == "Tulisan pertama."


def test_an_issued_letter_keeps_its_words_and_takes_no_others(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.SIGNING)
    letter_id = letter_of(office, proposal_id).id
    write(office, letter_id, "Kata kantor.")

    freeze(office, proposal_id)

    source = letter_source(office.context(TU), letter_id)
    assert source.facts.passages == {ASKING: "Kata kantor."}
    command = WritePassages(letter_id, source.revision, {ASKING: "Lain."})
    with pytest.raises(LetterNotInState):
        write_passages(office.context(TU), command)
    with pytest.raises(LetterNotInState):
        show_writing(office.context(TU), letter_id)


def test_what_was_written_goes_along_into_the_draft_that_replaces_a_void_letter(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.SIGNING)
    write(office, letter_of(office, proposal_id).id, "Kata kantor.")
    freeze(office, proposal_id)
    voided = letter_of(office, proposal_id)

    void_issued_letter(office.context(TU), VoidLetter(voided.id, voided.revision, "keliru alamatnya"))

    fresh = letter_of(office, proposal_id)
    assert fresh.id != voided.id
    assert passage(office, fresh.id).text == "Kata kantor."


def test_a_broken_table_an_unknown_passage_and_a_long_text_change_nothing(office: Office) -> None:
    letter_id = a_letter(office)
    before = show_writing(office.context(TU), letter_id).revision

    with pytest.raises(RowOpen):
        write(office, letter_id, "| Uraian | Jumlah")
    with pytest.raises(UnknownPassage):
        write(office, letter_id, "x", "tidak-ada")
    with pytest.raises(PassageTooLong):
        write(office, letter_id, "x" * 20_001)

    assert show_writing(office.context(TU), letter_id).revision == before


def test_who_may_not_edit_letters_reads_the_passages_only(office: Office) -> None:
    letter_id = a_letter(office)
    command = a_writing(office, letter_id, "Kata kepala biro.")

    with pytest.raises(PermissionMissing):
        write_passages(office.context(Role.ASSISTANT), command)

    assert not show_writing(office.context(Role.ASSISTANT), letter_id).may_write


def test_another_governments_letter_is_not_found(office: Office) -> None:
    letter_id = a_letter(office)
    command = a_writing(office, letter_id, "Kata tetangga.")
    neighbour = a_neighbour(office)

    with pytest.raises(UnknownLetter):
        write_passages(neighbour.context(TU), command)
    with pytest.raises(UnknownLetter):
        show_writing(neighbour.context(TU), letter_id)


def test_each_writing_is_told_in_the_history(office: Office) -> None:
    letter_id = a_letter(office)
    write(office, letter_id, "Kata kantor.")
    seen = show_writing(office.context(TU), letter_id).revision
    write_passages(office.context(TU), WritePassages(letter_id, seen, {}, (ASKING,)))

    (as_written,) = told(office, PassageWritten.event)
    (as_dropped,) = told(office, PassageDropped.event)
    assert "Kata kantor." in as_written
    assert "Kata kantor." in as_dropped
