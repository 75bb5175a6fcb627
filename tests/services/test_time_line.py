"""A proposal's time line: its stays follow one another, and bars begin where the one above ends."""

from datetime import timedelta

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import ProposalId
from orgflow.services.evidence_files import evidence_file
from orgflow.services.papers.formats import PaperFormat
from orgflow.services.proposals import CopyProposal, copy_proposal
from orgflow.services.time_line import TimeLine, show_time_line, time_line_paper
from tests.factories.office import TODAY, Office
from tests.factories.roads import ORGANISATION, a_draft, go, page, revision, take

HEAD = Role.BUREAU_HEAD


def test_stays_follow_one_another_and_the_last_one_runs(office: Office, proposal_id: ProposalId) -> None:
    begun = TODAY
    office.clock.set_to(begun + timedelta(days=7))
    go(office, proposal_id, Action.FORWARD)
    office.clock.set_to(begun + timedelta(days=9))
    go(office, proposal_id, ORGANISATION)

    line = _line(office, proposal_id)

    states = [stay.state for stay in line.stays]
    assert states[:2] == [ProposalState.DRAFT, ProposalState.ORG_REVIEW]
    for earlier, later in zip(line.stays, line.stays[1:], strict=False):
        assert earlier.until == later.since
    assert line.stays[-1].until is None
    assert line.rows[-1][2] == "sekarang"
    assert sum(stay.days for stay in line.stays) == line.age
    assert line.ending is None
    for above, below in zip(line.plot.bars, line.plot.bars[1:], strict=False):
        assert below.begins == pytest.approx(above.begins + above.value, abs=0.1)


def test_an_ended_road_says_how_it_ended(office: Office, proposal_id: ProposalId) -> None:
    take(office, proposal_id, Action.WITHDRAW, HEAD, reason="Disusun lagi dari awal.")

    line = _line(office, proposal_id)

    assert [stay.state for stay in line.stays] == [ProposalState.DRAFT]
    assert line.sentence.endswith(": ditarik.")
    assert line.plot.bars[0].value > 0


def test_a_road_that_was_withdrawn_ended_so_also_once_another_proposal_came_of_it(
    office: Office, proposal_id: ProposalId
) -> None:
    take(office, proposal_id, Action.WITHDRAW, HEAD, reason="Disusun lagi dari awal.")

    copy_proposal(office.context(HEAD), CopyProposal(proposal_id, revision(office, proposal_id)))

    assert page(office, proposal_id).state is ProposalState.SUPERSEDED
    assert _line(office, proposal_id).sentence.endswith(": ditarik.")


@pytest.mark.parametrize(("form", "begins"), [(PaperFormat.PDF, b"%PDF"), (PaperFormat.DOCX, b"PK")])
def test_the_time_line_is_handed_out_as_a_file(
    office: Office, proposal_id: ProposalId, form: PaperFormat, begins: bytes
) -> None:
    ctx = office.context(HEAD)

    file = evidence_file(ctx, time_line_paper(ctx, proposal_id), form)

    assert file.content.startswith(begins)
    assert file.name == f"garis-waktu.{form}"


@pytest.fixture
def proposal_id(office: Office) -> ProposalId:
    return a_draft(office)


def _line(office: Office, proposal_id: ProposalId) -> TimeLine:
    return show_time_line(office.context(HEAD), proposal_id)
