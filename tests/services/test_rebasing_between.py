"""Drafts beside one another, and whoever is late, elsewhere, or not asked, when one is carried over."""

from uuid import UUID

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.changes.operations import RenameUnit
from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.domain.errors import Forbidden
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import ProposalId
from orgflow.services.proposals import CreateProposal, create_proposal
from orgflow.services.rebasing import (
    Answered,
    ProposalUnitEnded,
    QuestionsChanged,
    SettleQuestions,
    settle_questions,
)
from orgflow.services.rebasing_pages import list_asked, show_rebase
from orgflow.store.proposals import ProposalRow, StaleRevision, UnknownProposal
from orgflow.store.rebases import UnknownRebase
from tests.factories.governments import HUMAS, UMUM
from tests.factories.office import TODAY, Office, a_neighbour
from tests.factories.rebasing import keys, keys_of_reviewer, operations, renamed_meanwhile, settle, shown
from tests.factories.registry import Keeper
from tests.factories.roads import NEW_NAME, a_bare_draft, a_proposal_in, revision, take

DIVISION = "Bagian Media"
R = Role


def test_two_drafts_on_one_unit_ask_each_other(office: Office) -> None:
    mine = a_bare_draft(office)
    other = a_bare_draft(office, "Biro Komunikasi Pimpinan")
    situation = shown(office, mine).situation
    assert situation is not None
    (question,) = situation.questions
    assert question.is_crossing
    assert question.other_id == other
    assert "Biro Komunikasi Pimpinan" in question.told.said()

    settle(office, mine, Answered(question.key, Choice.OURS))
    assert operations(office, mine) == [RenameUnit(office.units[HUMAS], NEW_NAME)]
    assert shown(office, mine).history == ()

    (asked,) = keys(office, other)
    settle(office, other, Answered(asked, Choice.LATEST))
    assert operations(office, other) == []
    assert shown(office, mine).situation is None
    assert len(shown(office, other).history) == 1


def test_a_draft_of_another_bureau_is_not_told_before_it_is_submitted(office: Office) -> None:
    mine = a_bare_draft(office)
    command = CreateProposal(office.units[UMUM], NEW_NAME, "alasan")
    foreign = ProposalId(create_proposal(office.as_system(), command))

    assert shown(office, mine).situation is None
    assert len(keys_of_reviewer(office, mine)) == 1

    with office.resources.writing() as session:
        row = session.get(ProposalRow, foreign)
        assert row is not None
        row.state = str(ProposalState.ORG_REVIEW)
        session.commit()
    situation = shown(office, mine).situation
    assert situation is not None
    assert situation.questions[0].other_id is None
    assert UMUM in situation.questions[0].told.said()


def test_whoever_was_overtaken_is_told(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    renamed_meanwhile(office)
    (asked,) = keys(office, proposal_id)

    with pytest.raises(StaleRevision):
        settle(office, proposal_id, Answered(asked, Choice.OURS), seen=99)
    Keeper.of(office).withdraw(HUMAS, TODAY)
    renamed_meanwhile(office, HUMAS, "Biro Kehumasan")
    with pytest.raises(QuestionsChanged):
        settle(office, proposal_id, Answered(asked, Choice.OURS))

    assert shown(office, proposal_id).history == ()


def test_sent_twice_it_is_carried_over_once(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    renamed_meanwhile(office)
    answer = Answered(keys(office, proposal_id)[0], Choice.OURS)
    seen = revision(office, proposal_id)

    settle(office, proposal_id, answer, seen=seen, key="a-key-of-this-form")
    settle(office, proposal_id, answer, seen=seen, key="a-key-of-this-form")

    assert len(shown(office, proposal_id).history) == 1


def test_a_proposal_whose_own_unit_ended_is_not_carried_over(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    keeper = Keeper.of(office)
    keeper.end(DIVISION, TODAY)
    keeper.end(HUMAS, TODAY)

    situation = shown(office, proposal_id).situation
    assert situation is not None
    assert not situation.unit_stands
    with pytest.raises(ProposalUnitEnded):
        settle(office, proposal_id, Answered(keys(office, proposal_id)[0], Choice.LATEST))


def test_what_was_submitted_is_shown_and_not_carried_over(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.ORG_REVIEW)
    renamed_meanwhile(office)

    assert len(keys(office, proposal_id)) == 1
    assert not shown(office, proposal_id).is_editable
    with pytest.raises(NotEditable):
        settle(office, proposal_id, Answered(keys(office, proposal_id)[0], Choice.OURS))


def test_a_road_that_ended_asks_nothing(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    renamed_meanwhile(office)
    take(office, proposal_id, Action.WITHDRAW, R.BUREAU_HEAD, reason="tidak jadi")

    assert shown(office, proposal_id).situation is None


def test_others_neither_see_nor_answer(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    renamed_meanwhile(office)
    (asked,) = keys(office, proposal_id)
    neighbour = a_neighbour(office)
    command = SettleQuestions(proposal_id, revision(office, proposal_id), (Answered(asked, Choice.OURS),))

    with pytest.raises(UnknownProposal):
        settle_questions(neighbour.context(R.BUREAU_HEAD), command)
    with pytest.raises(Forbidden):
        settle_questions(office.context(R.ORGANISATION_REVIEWER), command)
    with pytest.raises(UnknownRebase):
        show_rebase(office.context(R.BUREAU_HEAD), proposal_id, UUID(int=1))
    assert list_asked(neighbour.context(R.ORGANISATION_REVIEWER)) == ()
