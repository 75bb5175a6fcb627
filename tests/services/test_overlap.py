"""Duties compared with another unit's, judged, and handed out as files."""

import io
from datetime import date
from uuid import UUID
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from orgflow.domain.access.roles import Role
from orgflow.domain.changes.operations import Point, ReviseFunctions
from orgflow.domain.changes.overlap import JudgementStale, OwnBranch, UnknownPair, Verdict
from orgflow.domain.errors import Forbidden
from orgflow.domain.organisation.records import FunctionKind
from orgflow.domain.organisation.structure import UnknownUnit
from orgflow.domain.papers.document import texts_of
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import FunctionId, ProposalId, UnitId
from orgflow.letters.pdf_text import read_pages
from orgflow.services.changes import ChangeOperations, change_operations
from orgflow.services.history import proposal_history
from orgflow.services.organisation.functions import AddFunction, ChangeFunction, add_function, change_function
from orgflow.services.overlap import (
    BeginComparison,
    DistinctionMissing,
    JudgePair,
    RemoveComparison,
    begin_comparison,
    judge_pair,
    remove_comparison,
)
from orgflow.services.overlap_files import OUTDATED, OverlapFileKind, overlap_file
from orgflow.services.overlap_pages import ComparisonPage, show_comparison, show_overlap
from orgflow.services.proposals import CopyProposal, copy_proposal
from orgflow.services.study import show_study
from orgflow.services.study_paper import study_document
from orgflow.store.overlaps import UnknownComparison
from orgflow.store.proposals import UnknownProposal
from tests.factories.governments import HUMAS, UMUM
from tests.factories.office import Office, a_neighbour
from tests.factories.registry import BASIS, REASON
from tests.factories.roads import a_draft, a_proposal_in, revision, take

KOMINFO = "Dinas Kominfo"
SINCE = date(2021, 1, 4)
OWN, OTHER = "pelaksanaan hubungan media pimpinan", "pengelolaan hubungan media dan opini publik"
FAR = "penyelenggaraan persandian"


def record(office: Office, unit: str, *texts: str) -> list[FunctionId]:
    ctx = office.context(Role.SYSTEM_ADMINISTRATOR)
    return [
        FunctionId(
            add_function(ctx, AddFunction(office.units[unit], FunctionKind.FUNCTION, text, SINCE, BASIS))
        )
        for text in texts
    ]


def reword(office: Office, function_id: FunctionId, text: str) -> None:
    command = ChangeFunction(function_id, SINCE, BASIS, text=text, reason=REASON)
    change_function(office.context(Role.SYSTEM_ADMINISTRATOR), command)


def begin(office: Office, proposal_id: ProposalId, unit: str = KOMINFO) -> None:
    begin_comparison(office.context(Role.BUREAU_HEAD), BeginComparison(proposal_id, office.units[unit]))


def shown(office: Office, proposal_id: ProposalId) -> ComparisonPage:
    return show_comparison(office.context(Role.BUREAU_HEAD), proposal_id, office.units[KOMINFO])


def judge(
    office: Office,
    proposal_id: ProposalId,
    seen: int = 0,
    verdict: Verdict = Verdict.INTERSECTING,
    words: str = "Biro untuk pimpinan; Dinas untuk umum.",
    *,
    role: Role = Role.BUREAU_HEAD,
    key: str | None = None,
) -> UUID:
    pair = shown(office, proposal_id).held.pairs[0][1][0]
    unit_id = office.units[KOMINFO]
    command = JudgePair(proposal_id, unit_id, pair.own.id, pair.other.id, verdict, words, seen)
    return judge_pair(office.context(role, key=key), command)


@pytest.fixture
def proposal_id(office: Office) -> ProposalId:
    record(office, HUMAS, OWN)
    record(office, KOMINFO, OTHER, FAR)
    proposal_id = a_draft(office)
    begin(office, proposal_id)
    return proposal_id


def test_a_likely_pair_waits_until_a_person_has_judged_it(office: Office, proposal_id: ProposalId) -> None:
    (line,) = show_overlap(office.context(Role.BUREAU_HEAD), proposal_id).comparisons
    assert (line.name, line.count, line.unjudged) == (KOMINFO, 1, 1)

    judge(office, proposal_id)

    page = shown(office, proposal_id)
    pair = page.held.pairs[0][1][0]
    assert page.held.unjudged == ()
    assert pair.judgement is not None
    assert (pair.judgement.verdict, pair.judgement.revision) == (Verdict.INTERSECTING, 1)
    assert [held.text for held in page.held.others] == [FAR]
    events = [view.event for view in proposal_history(office.as_system(), proposal_id)]
    assert events[:2] == ["proposal:overlap_judged", "proposal:overlap_compared"]


def test_the_duties_are_those_after_the_operations(office: Office, proposal_id: ProposalId) -> None:
    point = Point(FunctionId(UUID(int=7)), FunctionKind.FUNCTION, 2, "penyelenggaraan persandian pimpinan")
    operation = ReviseFunctions(office.units[HUMAS], added=(point,))
    command = ChangeOperations(proposal_id, revision(office, proposal_id), operation)
    change_operations(office.context(Role.BUREAU_HEAD), command)

    page = shown(office, proposal_id)

    assert [held.text for held in page.own] == [OWN, point.text]
    assert [pair.other.text for pair in page.held.pairs[1][1]] == [FAR]


def test_a_text_corrected_meanwhile_asks_for_another_look(office: Office, proposal_id: ProposalId) -> None:
    judge(office, proposal_id)
    pair = shown(office, proposal_id).held.pairs[0][1][0]

    reword(office, pair.other.id, "pengelolaan hubungan media")

    (line,) = show_overlap(office.context(Role.BUREAU_HEAD), proposal_id).comparisons
    assert (line.unjudged, line.outdated) == (0, 1)
    judge(office, proposal_id, seen=1)
    assert shown(office, proposal_id).held.outdated == ()


def test_a_judgement_of_an_older_text_is_none_in_the_study(office: Office, proposal_id: ProposalId) -> None:
    judge(office, proposal_id)
    pair = shown(office, proposal_id).held.pairs[0][1][0]

    reword(office, pair.other.id, "pengelolaan hubungan media")

    head = office.context(Role.BUREAU_HEAD)
    said = "\n".join(texts_of(study_document(show_study(head, proposal_id))))
    assert OUTDATED in said
    assert "0 pasangan sudah dinilai" in said
    assert "0 sudah dinilai dan 0 dinilai tumpang tindih" in said


def test_a_proposal_begun_from_an_old_one_takes_its_judgements_along(
    office: Office, proposal_id: ProposalId
) -> None:
    judge(office, proposal_id)
    take(office, proposal_id, Action.WITHDRAW, Role.BUREAU_HEAD, reason="Disusun ulang.")

    copied = CopyProposal(proposal_id, revision(office, proposal_id))
    new = ProposalId(copy_proposal(office.context(Role.BUREAU_HEAD), copied))

    (pair,) = shown(office, new).held.settled
    assert pair.judgement is not None
    assert (pair.judgement.verdict, pair.judgement.revision) == (Verdict.INTERSECTING, 1)


def test_who_judges_second_is_told(office: Office, proposal_id: ProposalId) -> None:
    judge(office, proposal_id)

    with pytest.raises(JudgementStale):
        judge(office, proposal_id, verdict=Verdict.DISTINCT)

    pair = shown(office, proposal_id).held.pairs[0][1][0]
    assert pair.judgement is not None
    assert pair.judgement.verdict is Verdict.INTERSECTING


def test_a_judgement_sent_twice_is_one(office: Office, proposal_id: ProposalId) -> None:
    first = judge(office, proposal_id, key="a-key-of-this-form")

    assert judge(office, proposal_id, key="a-key-of-this-form") == first
    pair = shown(office, proposal_id).held.pairs[0][1][0]
    assert pair.judgement is not None
    assert pair.judgement.revision == 1


def test_a_judgement_needs_its_words(office: Office, proposal_id: ProposalId) -> None:
    with pytest.raises(DistinctionMissing):
        judge(office, proposal_id, words="  ")

    assert len(shown(office, proposal_id).held.unjudged) == 1


def test_duties_of_other_units_are_no_pair(office: Office, proposal_id: ProposalId) -> None:
    (foreign,) = record(office, UMUM, "pengelolaan rumah tangga")
    own = shown(office, proposal_id).own[0].id
    command = JudgePair(
        proposal_id, office.units[KOMINFO], own, foreign, Verdict.DISTINCT, "berbeda", seen_revision=0
    )

    with pytest.raises(UnknownPair):
        judge_pair(office.context(Role.BUREAU_HEAD), command)


def test_the_own_branch_and_unknown_units_are_not_compared_with(
    office: Office, proposal_id: ProposalId
) -> None:
    for unit in (HUMAS, "Bagian Media", "Sekretariat Daerah"):
        with pytest.raises(OwnBranch):
            begin(office, proposal_id, unit)
    with pytest.raises(UnknownUnit):
        begin_comparison(office.context(Role.BUREAU_HEAD), BeginComparison(proposal_id, UnitId(UUID(int=1))))


def test_a_comparison_taken_out_keeps_what_was_said(office: Office, proposal_id: ProposalId) -> None:
    judge(office, proposal_id)

    ctx = office.context(Role.BUREAU_HEAD)
    remove_comparison(ctx, RemoveComparison(proposal_id, office.units[KOMINFO]))
    with pytest.raises(UnknownComparison):
        shown(office, proposal_id)
    assert show_overlap(ctx, proposal_id).comparisons == ()

    begin(office, proposal_id)
    assert shown(office, proposal_id).held.unjudged == ()


def test_once_submitted_only_reviewers_judge(office: Office) -> None:
    record(office, HUMAS, OWN)
    record(office, KOMINFO, OTHER)
    proposal_id = a_proposal_in(office, ProposalState.ORG_REVIEW)
    with pytest.raises(NotEditable):
        begin(office, proposal_id)

    reviewer = office.context(Role.ORGANISATION_REVIEWER)
    begin_comparison(reviewer, BeginComparison(proposal_id, office.units[KOMINFO]))
    judge(office, proposal_id, role=Role.ORGANISATION_REVIEWER)

    assert shown(office, proposal_id).held.unjudged == ()


def test_others_neither_see_nor_judge(office: Office, proposal_id: ProposalId) -> None:
    neighbour = a_neighbour(office)

    with pytest.raises(UnknownProposal):
        show_overlap(neighbour.context(Role.ORGANISATION_REVIEWER), proposal_id)
    with pytest.raises(Forbidden):
        judge(office, proposal_id, role=Role.AUDITOR)


@pytest.mark.parametrize("kind", list(OverlapFileKind))
def test_the_matrix_says_the_same_in_every_file(
    office: Office, proposal_id: ProposalId, kind: OverlapFileKind
) -> None:
    ctx, unit_id = office.context(Role.BUREAU_HEAD), office.units[KOMINFO]
    assert "belum diisi: putusan" in words_of(overlap_file(ctx, proposal_id, unit_id, kind).content, kind)

    judge(office, proposal_id, verdict=Verdict.COMPLEMENTARY, words="=1+1 bukan rumus")

    file = overlap_file(ctx, proposal_id, unit_id, kind)
    said = words_of(file.content, kind)
    for words in (OWN, OTHER, FAR, "Saling melengkapi", "=1+1 bukan rumus"):
        assert words in said
    assert "belum diisi" not in said
    assert file.name.endswith(f".{kind}")


def words_of(content: bytes, kind: OverlapFileKind) -> str:
    match kind:
        case OverlapFileKind.PDF:
            return " ".join(" ".join(page.words for page in read_pages(content)).split())
        case OverlapFileKind.DOCX:
            with ZipFile(io.BytesIO(content)) as archive:
                document = archive.read("word/document.xml").decode()
            assert "w:tblHeader" in document
            assert document.count("w:cantSplit") == document.count("<w:tr>") - 1
            return document
        case OverlapFileKind.XLSX:
            cells = load_workbook(io.BytesIO(content)).active
            assert cells is not None
            assert {cell.data_type for row in cells.iter_rows() for cell in row if cell.value} == {"s"}
            return " ".join(str(cell.value) for row in cells.iter_rows() for cell in row if cell.value)
