"""Letters: derived while drafts, frozen when issued, numbered elsewhere or here, voided and never altered."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.letters.facts import Gap
from orgflow.domain.letters.lifecycle import (
    LetterNotInState,
    LetterNotReady,
    LetterState,
    NumberSource,
    NumberTaken,
    SecurityClass,
    Urgency,
    VoidReasonTooShort,
)
from orgflow.domain.proposals.completeness import ProposalIncomplete
from orgflow.domain.proposals.refusals import StepDateInFuture, TransitionNotAllowed
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import LetterId
from orgflow.services.issuing import FreezeLetter, IssueLetter, freeze_letter, issue_letter
from orgflow.services.letter_list import list_letters
from orgflow.services.lettering import letter_source
from orgflow.services.letters import (
    EditLetter,
    RecordNumber,
    RegisterNotOwn,
    UnknownFormat,
    VoidLetter,
    edit_letter,
    letter_bytes,
    record_number,
    void_issued_letter,
)
from orgflow.services.organisation.keeping import CorrectUnit, correct_unit
from orgflow.services.organisation.unit_fields import UnitFields
from orgflow.store.letters import UnknownLetter
from orgflow.store.proposals import StaleRevision
from tests.factories.governments import HUMAS
from tests.factories.office import TODAY, Office, a_neighbour
from tests.factories.roads import (
    GOVERNOR,
    a_bare_draft,
    a_proposal_in,
    freeze,
    go,
    letter_of,
    number_it,
    take,
)

pytestmark = pytest.mark.both_databases

R, S, TU = Role, ProposalState, Role.LETTER_ADMINISTRATOR


def an_edit(office: Office, letter_id: LetterId, source: NumberSource = NumberSource.EXTERNAL) -> EditLetter:
    seen = letter_source(office.context(TU), letter_id).revision
    return EditLetter(
        letter_id, seen, Urgency.URGENT, SecurityClass.RESTRICTED, source, "Yth. Satu\nYth. Dua"
    )


def a_number(office: Office, letter_id: LetterId, number: str, dated_on: date = TODAY) -> RecordNumber:
    return RecordNumber(letter_id, letter_source(office.context(TU), letter_id).revision, number, dated_on)


def test_a_draft_says_what_the_proposal_now_says(office: Office) -> None:
    letter = letter_of(office, a_bare_draft(office))

    facts = letter_source(office.context(TU), letter.id).facts

    assert facts.is_concept
    assert facts.body["unit_name"] == HUMAS
    assert facts.number == ("000.8.1.2/" + "\N{NO-BREAK SPACE}" * 10 + "/UJI-HMS/2026",)
    assert facts.date == ("\N{NO-BREAK SPACE}" * 8 + "Maret 2026",)


def test_the_signer_is_the_governor_known_to_be_in_office(office: Office) -> None:
    letter = letter_of(office, a_bare_draft(office))

    assert letter_source(office.context(TU), letter.id).facts.signatures[0].name == "Contoh Satu, S.Sos."


def test_a_draft_may_change_its_class_its_copies_and_who_numbers_it(office: Office) -> None:
    letter = letter_of(office, a_bare_draft(office))

    edit_letter(office.context(TU), an_edit(office, letter.id, NumberSource.SRIKANDI))

    facts = letter_source(office.context(TU), letter.id).facts
    assert (facts.urgency, facts.copies) == ("Terbatas", ("Yth. Satu", "Yth. Dua"))
    assert letter_source(office.context(TU), letter.id).shown.number == ("${nomor_naskah}",)


def test_a_book_of_ones_own_is_used_where_the_office_declares_it(office: Office) -> None:
    letter = letter_of(office, a_bare_draft(office))

    with pytest.raises(RegisterNotOwn):
        edit_letter(office.context(TU), an_edit(office, letter.id, NumberSource.OWN_BOOK))


def test_a_stale_page_does_not_edit_a_letter(office: Office) -> None:
    letter = letter_of(office, a_bare_draft(office))
    command = an_edit(office, letter.id)
    edit_letter(office.context(TU), command)

    with pytest.raises(StaleRevision):
        edit_letter(office.context(TU), command)


def test_an_issued_letter_is_frozen_whatever_changes_later(office: Office) -> None:
    letter_id = freeze(office, a_proposal_in(office, S.SIGNING))
    before = letter_source(office.context(TU), letter_id)

    correct_unit(
        office.context(R.SYSTEM_ADMINISTRATOR),
        CorrectUnit(
            office.units[HUMAS],
            TODAY,
            UnitFields(letter_code="UJI-BARU", duty_field="protokol"),
            "kode diketahui kemudian",
        ),
    )
    after = letter_source(office.context(TU), letter_id)

    assert after.facts == before.facts
    assert after.template.digest == before.template.digest
    assert not after.is_draft


def test_a_letter_is_issued_while_it_waits_to_be_signed(office: Office) -> None:
    letter = letter_of(office, a_proposal_in(office, S.INITIALLING))
    source = letter_source(office.context(TU), letter.id)
    final = replace(source, facts=replace(source.facts, is_concept=False))

    with pytest.raises(TransitionNotAllowed):
        freeze_letter(office.context(TU), FreezeLetter(letter.id, letter.revision, final))


def test_what_changed_since_the_final_check_stops_the_issue(office: Office) -> None:
    letter = letter_of(office, a_proposal_in(office, S.SIGNING))
    source = letter_source(office.context(TU), letter.id)
    other = replace(source, facts=replace(source.facts, is_concept=False, place="Kota Lain"))

    with pytest.raises(LetterNotReady) as refused:
        freeze_letter(office.context(TU), FreezeLetter(letter.id, letter.revision, other))

    assert refused.value.facts["findings"] == ("changed_meanwhile",)


def test_a_letter_with_a_gap_is_not_issued(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.SIGNING)
    _forget_the_letter_code(office)
    letter = letter_of(office, proposal_id)
    source = letter_source(office.context(TU), letter.id)

    assert Gap("unit_letter_code") in source.facts.number
    with pytest.raises(LetterNotReady):
        issue_letter(office.context(TU), IssueLetter(letter.id, letter.revision))
    final = replace(source, facts=replace(source.facts, is_concept=False))
    with pytest.raises(ProposalIncomplete) as refused:
        freeze_letter(office.context(TU), FreezeLetter(letter.id, letter.revision, final))
    assert refused.value.facts["missing"] == ("unit_letter_code",)
    assert letter_of(office, proposal_id).state is LetterState.DRAFT


def test_only_tu_issues_letters(office: Office) -> None:
    letter = letter_of(office, a_proposal_in(office, S.SIGNING))

    source = letter_source(office.context(TU), letter.id)
    final = replace(source, facts=replace(source.facts, is_concept=False))

    for role in (R.BUREAU_HEAD, R.GOVERNOR_OFFICE, R.AUDITOR):
        with pytest.raises(PermissionMissing):
            freeze_letter(office.context(role), FreezeLetter(letter.id, letter.revision, final))


def test_a_number_given_elsewhere_is_recorded_once_issued(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.SIGNING)
    draft = letter_of(office, proposal_id)

    with pytest.raises(LetterNotInState):
        record_number(office.context(TU), a_number(office, draft.id, "000/1"))
    freeze(office, proposal_id)
    number_it(office, proposal_id, "000.8.1.2/7/UJI/2026")

    assert letter_of(office, proposal_id).number == "000.8.1.2/7/UJI/2026"


def test_two_letters_do_not_bear_one_number(office: Office) -> None:
    first = freeze(office, a_proposal_in(office, S.SIGNING))
    second = freeze(office, a_proposal_in(office, S.SIGNING, "Biro Kedua"))
    record_number(office.context(TU), a_number(office, first, "000/1"))

    with pytest.raises(NumberTaken):
        record_number(office.context(TU), a_number(office, second, "000/1"))


def test_a_letter_bears_no_date_that_has_not_come(office: Office) -> None:
    letter_id = freeze(office, a_proposal_in(office, S.SIGNING))

    with pytest.raises(StepDateInFuture):
        record_number(office.context(TU), a_number(office, letter_id, "000/1", TODAY + timedelta(days=1)))


def test_a_void_letter_keeps_its_reason_and_leaves_a_new_draft(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.SIGNING)
    letter_id = freeze(office, proposal_id)
    seen = letter_source(office.context(TU), letter_id).revision

    with pytest.raises(VoidReasonTooShort):
        void_issued_letter(office.context(TU), VoidLetter(letter_id, seen, "salah"))
    void_issued_letter(office.context(TU), VoidLetter(letter_id, seen, "Nama pejabat keliru dicetak."))

    assert letter_source(office.context(TU), letter_id).state is LetterState.VOID
    assert letter_of(office, proposal_id).state is LetterState.DRAFT
    freeze(office, proposal_id)


def test_a_signed_letter_is_not_voided_alone(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.SIGNING)
    go(office, proposal_id, GOVERNOR)
    letter = letter_of(office, proposal_id)

    with pytest.raises(LetterNotInState):
        void_issued_letter(office.context(TU), VoidLetter(letter.id, letter.revision, "Keliru sama sekali."))


def test_letters_of_another_government_do_not_exist_here(office: Office) -> None:
    letter = letter_of(office, a_bare_draft(office))
    other = a_neighbour(office)

    assert list_letters(other.context(TU)) == ()
    with pytest.raises(UnknownLetter):
        letter_source(other.context(TU), letter.id)


def test_a_letter_comes_as_pdf_or_docx_and_nothing_else(office: Office) -> None:
    letter = letter_of(office, a_bare_draft(office))

    with pytest.raises(UnknownFormat):
        letter_bytes(office.context(TU), letter.id, "odt")


def test_the_files_of_an_issued_letter_are_kept_and_the_same_for_ever(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.SIGNING)
    letter_id = freeze(office, proposal_id)

    first = letter_bytes(office.context(TU), letter_id, "pdf")
    take(office, proposal_id, GOVERNOR, R.GOVERNOR_OFFICE)
    second = letter_bytes(office.context(TU), letter_id, "pdf")

    assert first.content.startswith(b"%PDF")
    assert first.content == second.content
    assert set(letter_source(office.context(TU), letter_id).files) == {"pdf", "docx"}


def _forget_the_letter_code(office: Office) -> None:
    correct_unit(
        office.context(R.SYSTEM_ADMINISTRATOR),
        CorrectUnit(
            office.units[HUMAS],
            TODAY,
            UnitFields(letter_code="", duty_field="hubungan masyarakat"),
            "kode ternyata keliru",
        ),
    )
