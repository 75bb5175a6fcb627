"""Documents beside the proposal's own letter: numbered or not, signed, sent, laid aside, begun again."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.letters.details import DETAILS, DetailRowTooWide, UnknownDetail
from orgflow.domain.letters.kinds import (
    KIND_RULES,
    MAIN_KIND,
    LetterKind,
    Signatory,
    SignatoryNotOfKind,
    UnknownLetterKind,
)
from orgflow.domain.letters.lifecycle import (
    LetterNotInState,
    LetterState,
)
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.proposals.states import Action
from orgflow.services.files import open_file
from orgflow.services.letter_beginning import BeginLetter, LayAside, MainLetterBegun, begin_letter, lay_aside
from orgflow.services.letter_pages import letter_desk
from orgflow.services.letter_signed import (
    MovesWithProposal,
    RecordSent,
    RecordSigned,
    record_sent,
    record_signed,
)
from orgflow.services.lettering import letter_source
from orgflow.services.letters import (
    KindWithoutNumber,
    RecordNumber,
    VoidLetter,
    record_number,
    void_issued_letter,
)
from orgflow.services.proposal_pages import show_proposal
from orgflow.store.files import UnknownFile
from tests.factories.governments import UMUM
from tests.factories.letter_kinds import (
    HEAD,
    TU,
    K,
    a_letter,
    issue,
    signing_office,
    tell,
)
from tests.factories.office import TODAY, Office
from tests.factories.roads import a_bare_draft, a_scan, letter_of, take


@pytest.fixture
def signing(office: Office) -> Office:
    """Return an office whose posts are held, with the governor's mandate for the secretary."""
    return signing_office(office)


def test_a_kind_without_a_number_gets_none(signing: Office) -> None:
    letter_id = a_letter(signing, K.STAFF_STUDY)
    issue(signing, letter_id)
    seen = letter_source(signing.context(TU), letter_id).revision

    assert letter_source(signing.context(TU), letter_id).facts.number == ()
    with pytest.raises(KindWithoutNumber):
        record_number(signing.context(TU), RecordNumber(letter_id, seen, "1", TODAY))


def test_a_document_comes_back_signed_and_is_sent(signing: Office) -> None:
    letter_id = a_letter(signing, K.STAFF_STUDY)
    issue(signing, letter_id)
    seen = letter_source(signing.context(TU), letter_id).revision

    record_signed(signing.context(TU), RecordSigned(letter_id, seen, a_scan()))
    with pytest.raises(LetterNotInState):
        record_signed(signing.context(TU), RecordSigned(letter_id, seen + 1, a_scan()))
    record_sent(signing.context(TU), RecordSent(letter_id, seen + 1, TODAY))

    desk = letter_desk(signing.context(TU), letter_id)
    assert (desk.state, desk.signed_file_id is not None) == (LetterState.SENT, True)


def test_the_signed_document_is_read_by_the_proposals_unit_and_no_other(signing: Office) -> None:
    letter_id = a_letter(signing, K.STAFF_STUDY)
    issue(signing, letter_id)
    seen = letter_source(signing.context(TU), letter_id).revision
    record_signed(signing.context(TU), RecordSigned(letter_id, seen, a_scan()))
    file_id = letter_desk(signing.context(TU), letter_id).signed_file_id
    assert file_id is not None
    own = signing.context(Role.DRAFTER)
    elsewhere = own.acting_as(replace(own.actor, unit_id=signing.units[UMUM]))

    read = open_file(own, file_id)

    assert read.content == a_scan().content
    with pytest.raises(UnknownFile):
        open_file(elsewhere, file_id)


def test_the_proposals_own_letter_begins_and_moves_with_it(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    main = letter_of(office, proposal_id)

    with pytest.raises(MainLetterBegun):
        begin_letter(office.context(HEAD), BeginLetter(proposal_id, str(MAIN_KIND)))
    with pytest.raises(MainLetterBegun):
        lay_aside(office.context(HEAD), LayAside(main.id, main.revision))
    with pytest.raises(MovesWithProposal):
        record_signed(office.context(TU), RecordSigned(main.id, main.revision, a_scan()))


def test_a_draft_laid_aside_is_void_and_begins_no_other(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    letter_id = a_letter(office, K.MEMO, proposal_id)

    lay_aside(office.context(HEAD), LayAside(letter_id, 1))

    others = show_proposal(office.as_system(), proposal_id).other_letters
    assert [(view.id, view.state) for view in others] == [(letter_id, LetterState.VOID)]


def test_a_void_document_begins_again_with_what_was_told(signing: Office) -> None:
    proposal_id = a_bare_draft(signing)
    letter_id = a_letter(signing, K.STAFF_STUDY, proposal_id)
    tell(signing, letter_id, {"options": "tetap\nberubah"})
    issue(signing, letter_id)
    seen = letter_source(signing.context(TU), letter_id).revision

    void_issued_letter(signing.context(TU), VoidLetter(letter_id, seen, "salah sebut jabatan"))

    again = show_proposal(signing.as_system(), proposal_id).other_letters[0]
    assert again.state is LetterState.DRAFT
    assert letter_source(signing.context(TU), again.id).facts.body["options"] == ("tetap", "berubah")


def test_what_was_written_beside_a_proposal_outlives_its_withdrawal(signing: Office) -> None:
    proposal_id = a_bare_draft(signing)
    issued, draft = (a_letter(signing, kind, proposal_id) for kind in (K.STAFF_STUDY, K.MEMO))
    issue(signing, issued)

    take(signing, proposal_id, Action.WITHDRAW, HEAD, reason="ditarik untuk uji")

    states = {view.id: view.state for view in show_proposal(signing.as_system(), proposal_id).other_letters}
    assert states == {issued: LetterState.ISSUED, draft: LetterState.VOID}
    with pytest.raises(NotEditable):
        a_letter(signing, K.MEMO, proposal_id)


@pytest.mark.parametrize(
    ("details", "refusal"),
    [({"nonsense": "x"}, UnknownDetail), ({"parties": "a|b|c|d|e"}, DetailRowTooWide)],
)
def test_what_a_kind_does_not_ask_is_refused_and_nothing_changes(
    office: Office, details: Mapping[str, str], refusal: type[Exception]
) -> None:
    letter_id = a_letter(office, K.MINUTES)

    with pytest.raises(refusal):
        tell(office, letter_id, details)

    assert letter_source(office.context(TU), letter_id).revision == 1


def test_nobody_signs_a_document_that_is_not_theirs_to_sign(office: Office) -> None:
    letter_id = a_letter(office, K.MEMO)

    with pytest.raises(SignatoryNotOfKind):
        tell(office, letter_id, {}, Signatory.GOVERNOR)


def test_a_kind_that_is_not_written_here_is_not_found(office: Office) -> None:
    with pytest.raises(UnknownLetterKind):
        begin_letter(office.context(HEAD), BeginLetter(a_bare_draft(office), "surat_cinta"))


def test_every_kind_says_who_signs_it_and_what_it_asks() -> None:
    assert set(KIND_RULES) == set(DETAILS) == set(LetterKind)
