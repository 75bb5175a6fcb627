"""Every kind of document begins complete from its proposal, and is issued once people told the rest."""

from collections.abc import Mapping

import pytest

from orgflow.domain.letters.kinds import (
    LetterKind,
)
from orgflow.domain.letters.lifecycle import (
    LetterState,
)
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.letters.compose import gaps_in
from orgflow.services.lettering import letter_source
from tests.factories.governments import HUMAS
from tests.factories.letter_kinds import (
    OTHERS,
    TU,
    K,
    a_letter,
    all_told,
    composed,
    issue,
    signing_office,
    tell,
)
from tests.factories.office import Office
from tests.factories.roads import a_bare_draft, a_proposal_in, letter_of, take


@pytest.fixture
def signing(office: Office) -> Office:
    """Return an office whose posts are held, with the governor's mandate for the secretary."""
    return signing_office(office)


def test_a_document_of_each_kind_lacks_nothing_once_everything_is_told(signing: Office) -> None:
    proposal_id = a_proposal_in(signing, ProposalState.SUBMITTED)

    for kind in OTHERS:
        letter_id = a_letter(signing, kind, proposal_id)
        tell(signing, letter_id, all_told(kind))

        assert gaps_in(composed(signing, letter_id)) == (), kind


@pytest.mark.parametrize("kind", [K.MEMO, K.MINUTES, K.COMPLETION])
def test_a_document_is_issued_with_its_files(signing: Office, kind: LetterKind) -> None:
    letter_id = a_letter(signing, kind, a_proposal_in(signing, ProposalState.SUBMITTED))
    tell(signing, letter_id, all_told(kind))

    issue(signing, letter_id)

    source = letter_source(signing.context(TU), letter_id)
    assert source.state is LetterState.ISSUED
    assert not source.facts.is_concept
    assert set(source.files) == {"pdf", "docx"}


def test_what_nobody_told_is_a_gap_and_never_guessed(office: Office) -> None:
    proposal_id = a_bare_draft(office)

    gaps = {kind: gaps_in(composed(office, a_letter(office, kind, proposal_id))) for kind in OTHERS}

    assert {"meeting_day", "meeting_time", "meeting_venue", "meeting_agenda"} <= set(gaps[K.INVITATION])
    assert {"people", "tasks", "bases"} <= set(gaps[K.ASSIGNMENT])
    assert {"first_number", "contact_person"} <= set(gaps[K.FOLLOW_UP])
    assert {"ministry_number", "rows"} <= set(gaps[K.COMPLETION])


def test_a_memo_goes_from_the_bureaus_head_to_the_secretary(office: Office) -> None:
    letter_id = a_letter(office, K.MEMO)

    facts = letter_source(office.context(TU), letter_id).facts

    assert facts.sender == (f"Kepala {HUMAS}",)
    assert facts.addressees[0][0].startswith("Sekretaris Daerah")


def test_who_is_invited_is_a_gap_until_it_is_told(office: Office) -> None:
    letter_id = a_letter(office, K.INVITATION)
    assert composed(office, letter_id).address.lines == ("[belum diisi: pejabat yang dituju]",)

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


def test_another_party_of_ours_is_computed_and_an_outsider_is_as_typed(signing: Office) -> None:
    letter_id = a_letter(signing, K.MINUTES)

    tell(signing, letter_id, {"parties": "Sekretaris Daerah\nKepala Dinas Luar | Contoh Luar | Pembina | 00"})

    own, ours, outside = letter_source(signing.context(TU), letter_id).facts.signatures
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
