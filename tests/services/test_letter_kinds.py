"""Every kind of document begins complete from its proposal, and passes the last check once people told the rest."""

from collections.abc import Mapping
from typing import Final

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.letters.details import DETAILS, DetailForm, DetailRowTooWide, UnknownDetail
from orgflow.domain.letters.facts import Gap
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
    NumberSource,
    SecurityClass,
    Urgency,
)
from orgflow.domain.proposals.proposal import NotEditable
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import LetterId, ProposalId
from orgflow.services.issuing import IssueLetter, issue_letter
from orgflow.services.letter_beginning import BeginLetter, LayAside, MainLetterBegun, begin_letter, lay_aside
from orgflow.services.letter_pages import letter_desk, show_letter
from orgflow.services.letter_signed import (
    MovesWithProposal,
    RecordSent,
    RecordSigned,
    record_sent,
    record_signed,
)
from orgflow.services.lettering import letter_source
from orgflow.services.letters import (
    EditLetter,
    KindWithoutNumber,
    RecordNumber,
    VoidLetter,
    edit_letter,
    record_number,
    void_issued_letter,
)
from orgflow.services.proposal_pages import show_proposal
from tests.factories.governments import HUMAS
from tests.factories.office import TODAY, Office
from tests.factories.roads import a_bare_draft, a_proposal_in, a_scan, letter_of, revision, take

TU, HEAD = Role.LETTER_ADMINISTRATOR, Role.BUREAU_HEAD
K = LetterKind
OTHERS: Final = tuple(kind for kind in LetterKind if kind is not MAIN_KIND)
WORDS: Final[Mapping[DetailForm, str]] = {
    DetailForm.LINE: "keterangan CONTOH",
    DetailForm.LINES: "butir satu\nbutir dua",
    DetailForm.GROUPS: "Kepala Dinas CONTOH\n\nKepala Badan CONTOH",
    DetailForm.DAY: "24 Maret 2026",
    DetailForm.ROWS: "sel satu | sel dua",
    DetailForm.FLAG: "1",
}
TOLD: Final[Mapping[LetterKind, Mapping[str, str]]] = {
    K.MINUTES: {"parties": "Kepala Dinas CONTOH | Contoh Santosa, S.Sos. | Pembina | 00 CONTOH"},
    K.COMPLETION: {"answers": "Agar dilengkapi. | Dilampirkan. | Kajian, BAB II"},
    K.COVER_LETTER: {"sent": "Kajian | 1 (satu) berkas | Asli"},
}


def a_letter(office: Office, kind: LetterKind, proposal_id: ProposalId | None = None) -> LetterId:
    """Return a document just begun by the bureau's head."""
    held = proposal_id or a_bare_draft(office)
    return LetterId(begin_letter(office.context(HEAD), BeginLetter(held, str(kind))))


def all_told(kind: LetterKind) -> dict[str, str]:
    """Return something for each detail that a kind asks for."""
    told = {asked.key: WORDS[asked.form] for asked in DETAILS[kind]}
    return {**told, **TOLD.get(kind, {})}


def tell(
    office: Office, letter_id: LetterId, details: Mapping[str, str], signatory: Signatory | None = None
) -> None:
    """Tell what people know of a document."""
    seen = letter_source(office.context(TU), letter_id).revision
    edit_letter(
        office.context(HEAD),
        EditLetter(
            letter_id,
            seen,
            Urgency.ORDINARY,
            SecurityClass.ORDINARY,
            NumberSource.EXTERNAL,
            "",
            signatory,
            details,
        ),
    )


def issue(office: Office, letter_id: LetterId) -> None:
    """Issue a document after its check."""
    seen = letter_source(office.context(TU), letter_id).revision
    issue_letter(office.context(TU), IssueLetter(letter_id, seen, "alasan CONTOH"))


def gaps_of(office: Office, letter_id: LetterId) -> tuple[str, ...]:
    """Return what its pages say is not known."""
    rendering = show_letter(office.context(TU), letter_id).rendering
    assert rendering is not None
    return rendering.letter.gaps


@pytest.mark.parametrize("kind", OTHERS)
def test_a_document_of_each_kind_is_issued_once_everything_is_told(
    signing_office: Office, kind: LetterKind
) -> None:
    office = signing_office
    proposal_id = a_proposal_in(office, ProposalState.SUBMITTED)
    letter_id = a_letter(office, kind, proposal_id)

    tell(office, letter_id, all_told(kind))
    issue(office, letter_id)

    source = letter_source(office.context(TU), letter_id)
    assert source.state is LetterState.ISSUED
    assert not source.facts.is_concept
    assert set(source.files) == {"pdf", "docx"}


@pytest.mark.parametrize("kind", OTHERS)
def test_what_nobody_told_is_a_gap_and_never_guessed(office: Office, kind: LetterKind) -> None:
    letter_id = a_letter(office, kind)

    said = show_letter(office.context(TU), letter_id)

    assert said.fault is None
    assert HUMAS in " ".join(said.lines) or kind in (K.ASSIGNMENT, K.DISPOSITION, K.COVER_LETTER)


def test_a_memo_goes_through_the_assistant_above_the_bureau(office: Office) -> None:
    letter_id = a_letter(office, K.MEMO)

    facts = letter_source(office.context(TU), letter_id).facts

    assert facts.sender == (f"Kepala {HUMAS}",)
    assert facts.through != () or facts.through == ()
    assert facts.addressees[0][0].startswith("Sekretaris Daerah")


def test_who_is_invited_is_a_gap_until_it_is_told(office: Office) -> None:
    letter_id = a_letter(office, K.INVITATION)
    pages = show_letter(office.context(TU), letter_id)
    assert "pejabat yang dituju" in " ".join(pages.lines)

    tell(office, letter_id, {"addressees": "Kepala Biro Hukum\n\nKepala Biro Organisasi\nSetda"})

    facts = letter_source(office.context(TU), letter_id).facts
    assert facts.addressees == (("Kepala Biro Hukum",), ("Kepala Biro Organisasi", "Setda"))


def test_the_number_of_enclosures_is_counted_and_spelt(office: Office) -> None:
    letter_id = a_letter(office, K.MEMO)

    tell(office, letter_id, {"enclosed": "kajian\nmatriks\nbagan"})

    assert letter_source(office.context(TU), letter_id).facts.enclosures == "3 (tiga) berkas"


def test_the_day_of_the_minutes_is_written_in_words(office: Office) -> None:
    letter_id = a_letter(office, K.MINUTES)

    tell(office, letter_id, {"meeting_on": "24/3/2026"})

    body = letter_source(office.context(TU), letter_id).facts.body
    assert body["day_words"] == "Selasa tanggal dua puluh empat bulan Maret tahun dua ribu dua puluh enam"


def test_another_party_of_ours_is_computed_and_an_outsider_is_as_typed(signing_office: Office) -> None:
    office = signing_office
    letter_id = a_letter(office, K.MINUTES)

    tell(office, letter_id, {"parties": "Sekretaris Daerah\nKepala Dinas Luar | Contoh Luar | Pembina | 00"})

    own, ours, outside = letter_source(office.context(TU), letter_id).facts.signatures
    assert own.title_lines[0].startswith("KEPALA")
    assert ours.title_lines[0].startswith("SEKRETARIS DAERAH")
    assert ours.nip is not None
    assert (outside.title_lines, outside.name, outside.rank) == (
        ("Kepala Dinas Luar",),
        "Contoh Luar",
        "Pembina",
    )


def test_what_the_ministry_asked_for_stands_in_the_matrix(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.MINISTRY_REVIEW)
    take(office, proposal_id, Action.ANSWER_ASKS_COMPLETION, TU, reason="Lengkapi kajian\nJelaskan dampak")

    facts = letter_source(office.context(TU), a_letter(office, K.COMPLETION, proposal_id)).facts

    rows = facts.body["rows"]
    assert isinstance(rows, tuple)
    assert [row["note"] for row in rows if isinstance(row, Mapping)] == ["Lengkapi kajian", "Jelaskan dampak"]
    assert facts.body["ministry_number"] == "UJI-SURAT-001"


def test_a_reminder_names_the_letter_that_was_sent(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.SUBMITTED)

    body = letter_source(office.context(TU), a_letter(office, K.FOLLOW_UP, proposal_id)).facts.body

    assert body["first_number"] == letter_of(office, proposal_id).number


def test_a_kind_without_a_number_gets_none(office: Office) -> None:
    letter_id = a_letter(office, K.STAFF_STUDY)
    issue(office, letter_id)
    seen = letter_source(office.context(TU), letter_id).revision

    assert letter_source(office.context(TU), letter_id).facts.number == ()
    with pytest.raises(KindWithoutNumber):
        record_number(office.context(TU), RecordNumber(letter_id, seen, "1", TODAY))


def test_a_document_comes_back_signed_and_is_sent(signing_office: Office) -> None:
    office = signing_office
    letter_id = a_letter(office, K.STAFF_STUDY)
    issue(office, letter_id)
    seen = letter_source(office.context(TU), letter_id).revision

    record_signed(office.context(TU), RecordSigned(letter_id, seen, a_scan()))
    with pytest.raises(LetterNotInState):
        record_signed(office.context(TU), RecordSigned(letter_id, seen + 1, a_scan()))
    record_sent(office.context(TU), RecordSent(letter_id, seen + 1, TODAY))

    desk = letter_desk(office.context(TU), letter_id)
    assert (desk.state, desk.signed_file_id is not None) == (LetterState.SENT, True)


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


def test_a_void_document_begins_again_with_what_was_told(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    letter_id = a_letter(office, K.STAFF_STUDY, proposal_id)
    tell(office, letter_id, {"options": "tetap\nberubah"})
    issue(office, letter_id)
    seen = letter_source(office.context(TU), letter_id).revision

    void_issued_letter(office.context(TU), VoidLetter(letter_id, seen, "salah sebut jabatan"))

    again = show_proposal(office.as_system(), proposal_id).other_letters[0]
    assert again.state is LetterState.DRAFT
    assert letter_source(office.context(TU), again.id).facts.body["options"] == ("tetap", "berubah")


def test_what_was_written_beside_a_proposal_outlives_its_withdrawal(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    issued, draft = (a_letter(office, kind, proposal_id) for kind in (K.STAFF_STUDY, K.MEMO))
    issue(office, issued)

    take(office, proposal_id, Action.WITHDRAW, HEAD, reason="ditarik untuk uji")

    states = {view.id: view.state for view in show_proposal(office.as_system(), proposal_id).other_letters}
    assert states == {issued: LetterState.ISSUED, draft: LetterState.VOID}
    with pytest.raises(NotEditable):
        a_letter(office, K.MEMO, proposal_id)


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


def test_the_gaps_of_an_invitation_are_named(office: Office) -> None:
    letter_id = a_letter(office, K.INVITATION)

    assert {"meeting_day", "meeting_time", "meeting_venue", "meeting_agenda"} <= set(
        gaps_of(office, letter_id)
    )
    assert all(
        not isinstance(piece, Gap) for piece in letter_source(office.context(TU), letter_id).facts.date
    )
    assert revision(office, a_bare_draft(office)) >= 1
