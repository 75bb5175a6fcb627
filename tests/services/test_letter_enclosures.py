"""Enclosures: what the letter counts and lists is what is handed out, with the letter's block at its head."""

from datetime import timedelta

import pytest

from orgflow.domain.access.roles import ANONYMOUS, Role, SignInRequired
from orgflow.domain.letters.kinds import LetterKind
from orgflow.domain.papers.document import texts_of
from orgflow.domain.papers.kinds import PaperKind
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import LetterId
from orgflow.services.context import Context
from orgflow.services.evidence import AttachDocument, attach_document
from orgflow.services.letter_enclosures import (
    FORMATS,
    HeldEnclosure,
    enclosed_paper,
    enclosure_file,
    letter_enclosures,
)
from orgflow.services.lettering import letter_source
from orgflow.services.letters import VoidLetter, void_issued_letter
from orgflow.services.papers.files import UnknownPaper
from orgflow.services.papers.formats import PaperFormat
from orgflow.store.letters import UnknownLetter
from tests.factories.letter_kinds import a_letter, tell
from tests.factories.office import TODAY, Office, a_neighbour
from tests.factories.roads import (
    a_draft,
    a_proposal_in,
    a_scan,
    freeze,
    letter_of,
    number_it,
    page,
    revision,
)

TU = Role.LETTER_ADMINISTRATOR
MAGIC = {PaperFormat.PDF: b"%PDF", PaperFormat.DOCX: b"PK"}


def enclosed(office: Office, letter_id: LetterId) -> tuple[HeldEnclosure, ...]:
    return letter_enclosures(office.context(TU), letter_source(office.context(TU), letter_id))


def head_in(office: Office, letter_id: LetterId, kind: PaperKind = PaperKind.MATRIX) -> tuple[str, ...]:
    document = enclosed_paper(office.context(TU), letter_id, kind).document
    assert document is not None
    return texts_of(document)[:3]


def test_the_section_lists_what_the_letter_lists_and_each_has_its_number(office: Office) -> None:
    letter = letter_of(office, a_draft(office))
    source = letter_source(office.context(TU), letter.id)

    held = enclosed(office, letter.id)

    listed = source.facts.body["enclosure_titles"]
    assert isinstance(listed, tuple)
    assert [one.enclosure.title.casefold() for one in held] == [str(title).casefold() for title in listed]
    assert [one.enclosure.numeral for one in held] == ["I", "II", "III", "IV"]
    assert [one.file_id is not None for one in held] == [True, False, False, True]


@pytest.mark.parametrize("kind", [PaperKind.MATRIX, PaperKind.CHART_DIFFERENCE])
def test_a_derived_one_is_to_be_had_as_pdf_and_as_word(office: Office, kind: PaperKind) -> None:
    letter = letter_of(office, a_draft(office))

    for form in FORMATS:
        file = enclosure_file(office.context(TU), letter.id, kind, form)

        assert file.content.startswith(MAGIC[form])
        assert file.name.startswith(f"lampiran-{kind}")


def test_a_concepts_enclosures_are_marked_and_their_number_is_blank(office: Office) -> None:
    letter = letter_of(office, a_proposal_in(office, ProposalState.INITIALLING))

    paper = enclosed_paper(office.context(TU), letter.id, PaperKind.MATRIX)
    chart = enclosed_paper(office.context(TU), letter.id, PaperKind.CHART_DIFFERENCE).chart

    assert paper.document is not None
    assert paper.document.marks[0] == "KONSEP"
    assert head_in(office, letter.id) == (
        "Lampiran II : Surat Gubernur Uji",
        "Nomor : 000.8.1.2/ /UJI-HMS/2026",
        "Tanggal : Maret 2026",
    )
    assert chart is not None
    assert chart.heading.is_concept
    assert chart.heading.head[0] == ("Lampiran III", "Surat Gubernur Uji")


def test_the_number_and_date_are_the_letters_once_they_were_recorded(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.SIGNING)
    letter_id = freeze(office, proposal_id)
    blank = head_in(office, letter_id)

    number_it(office, proposal_id, "000.8.1.2/CONTOH-17/UJI/2026")

    assert blank[1] == "Nomor : 000.8.1.2/ /UJI-HMS/2026"
    assert head_in(office, letter_id)[1:] == (
        "Nomor : 000.8.1.2/CONTOH-17/UJI/2026",
        "Tanggal : 2 Maret 2026",
    )
    document = enclosed_paper(office.context(TU), letter_id, PaperKind.MATRIX).document
    assert document is not None
    assert "KONSEP" not in document.marks


def test_an_issued_letter_keeps_the_file_that_it_was_issued_with(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.SIGNING)
    letter_id = freeze(office, proposal_id)
    before = enclosed(office, letter_id)
    office.clock.set_to(TODAY + timedelta(days=1))

    seen = revision(office, proposal_id)
    later = AttachDocument(proposal_id, seen, "KAJIAN", a_scan("kajian-lain"))
    attach_document(office.context(Role.ORGANISATION_REVIEWER), later)

    assert enclosed(office, letter_id) == before


def test_other_kinds_enclose_what_they_name(office: Office) -> None:
    proposal_id = a_draft(office)
    memo = a_letter(office, LetterKind.MEMO, proposal_id)
    tell(office, memo, {"enclosed": "Bagan menjadi\nDaftar dampak\nSurat lain CONTOH"})

    held = enclosed(office, memo)

    assert [one.enclosure.paper for one in held] == [PaperKind.CHART_AFTER, PaperKind.IMPACT, None]
    assert head_in(office, memo, PaperKind.IMPACT)[0] == "Lampiran II : Nota Dinas"
    assert letter_source(office.context(TU), memo).facts.enclosures == "3 (tiga) berkas"


def test_a_reviews_result_goes_with_a_letter_that_names_it(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.FACILITATION)
    memo = a_letter(office, LetterKind.MEMO, proposal_id)
    tell(office, memo, {"enclosed": "Hasil harmonisasi rancangan Peraturan Gubernur"})

    (held,) = enclosed(office, memo)

    assert held.enclosure.document == "HASIL_HARMONISASI"
    assert held.file_id == page(office, proposal_id).steps[-1].file_id


def test_what_does_not_go_with_the_letter_is_not_handed_out(office: Office) -> None:
    letter = letter_of(office, a_draft(office))

    with pytest.raises(UnknownPaper):
        enclosure_file(office.context(TU), letter.id, PaperKind.IMPACT, PaperFormat.PDF)
    with pytest.raises(UnknownPaper):
        enclosure_file(office.context(TU), letter.id, PaperKind.MATRIX, PaperFormat.XLSX)


def test_nothing_goes_with_a_void_letter(office: Office) -> None:
    letter_id = freeze(office, a_proposal_in(office, ProposalState.SIGNING))
    seen = letter_source(office.context(TU), letter_id).revision

    void_issued_letter(office.context(TU), VoidLetter(letter_id, seen, "alasan batal untuk uji"))

    assert enclosed(office, letter_id) == ()
    with pytest.raises(UnknownPaper):
        enclosed_paper(office.context(TU), letter_id, PaperKind.MATRIX)


def test_enclosures_are_for_those_who_may_see_the_letter(office: Office) -> None:
    letter = letter_of(office, a_draft(office))

    with pytest.raises(UnknownLetter):
        enclosed_paper(a_neighbour(office).context(TU), letter.id, PaperKind.MATRIX)
    with pytest.raises(SignInRequired):
        enclosed_paper(Context(office.resources, ANONYMOUS), letter.id, PaperKind.MATRIX)
