"""What the registers bring into a study: counts, precedents, and the evidence that sentences name."""

from dataclasses import replace
from datetime import date

from orgflow.domain.access.roles import Role
from orgflow.domain.evidence.entries import EvidenceKind, EvidenceRef
from orgflow.domain.papers.document import Figure, Line, Table, texts_of
from orgflow.domain.papers.kinds import PaperKind
from orgflow.services.claim_pages import show_claims
from orgflow.services.evidence_register import ChooseEvidence, choose_evidence
from orgflow.services.papers.files import show_paper
from tests.factories.evidence import COUNTED_ON, PRECEDENT, TALLY, a_partner, a_precedent, a_tally
from tests.factories.office import Office
from tests.factories.roads import a_bare_draft
from tests.factories.studies import the_section, write

HEAD = Role.BUREAU_HEAD


def test_a_sentence_that_names_its_evidence_is_printed_with_a_number_and_its_source(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    tally_id = a_tally(office)
    chosen = EvidenceRef(EvidenceKind.TALLY, tally_id)
    choose_evidence(office.context(HEAD), ChooseEvidence(proposal_id, (chosen,)))

    write(office, proposal_id, "permasalahan", "Kerja sama dilakukan dengan 213 media. [bukti:hitungan-1]")

    (claim,) = show_claims(office.context(HEAD), proposal_id).claims
    assert (claim.evidence_key, claim.text.place.key) == ("hitungan-1", "permasalahan")
    document = show_paper(office.context(HEAD), proposal_id, PaperKind.STUDY).document
    assert document is not None
    said = texts_of(document)
    assert any(text.startswith("Kerja sama dilakukan dengan 213 media.1") for text in said)
    assert any(text.startswith("1. ") and "213" in text and "Sumber:" in text for text in said)


def test_a_count_that_the_proposal_rests_on_stands_in_the_section_on_work_as_table_and_bars(
    office: Office,
) -> None:
    proposal_id = a_bare_draft(office)
    assert the_section(office, proposal_id, "kinerja").blocks == ()

    chosen = EvidenceRef(EvidenceKind.TALLY, a_tally(office))
    choose_evidence(office.context(HEAD), ChooseEvidence(proposal_id, (chosen,)))
    blocks = the_section(office, proposal_id, "kinerja").blocks

    assert [type(block) for block in blocks if isinstance(block, Table | Figure)] == [Table, Figure]


def test_a_day_without_media_is_printed_unverified_and_without_bars(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    choose_evidence(office.context(HEAD), ChooseEvidence(proposal_id, (), COUNTED_ON))

    empty = the_section(office, proposal_id, "kinerja").blocks
    a_partner(office)
    counted = the_section(office, proposal_id, "kinerja").blocks

    assert [sum(isinstance(one, Figure) for one in blocks) for blocks in (empty, counted)] == [0, 1]
    for blocks in (empty, counted):
        said = [run.words for line in blocks if isinstance(line, Line) for run in line.runs]
        assert "Sumber: Register Mitra media (belum diverifikasi)." in said


def test_precedents_stand_by_province_and_counts_from_the_newest_whichever_was_entered_first(
    office: Office,
) -> None:
    proposal_id = a_bare_draft(office)
    provinces = [a_precedent(office, replace(PRECEDENT, province=name)) for name in ("Z", "A")]
    counts = [a_tally(office, replace(TALLY, on=date(year, 1, 1))) for year in (2020, 2024)]
    refs = [EvidenceRef(EvidenceKind.PRECEDENT, one) for one in provinces]
    refs += [EvidenceRef(EvidenceKind.TALLY, one) for one in counts]

    choose_evidence(office.context(HEAD), ChooseEvidence(proposal_id, tuple(refs)))

    blocks = the_section(office, proposal_id, "pembanding").blocks
    (table,) = (block for block in blocks if isinstance(block, Table))
    assert [row.cells[1][0].words for row in table.rows] == ["A", "Z"]
    drawn = [one for one in the_section(office, proposal_id, "kinerja").blocks if isinstance(one, Figure)]
    assert [figure.label[-4:] for figure in drawn] == ["2024", "2020"]
