"""A draft whose structure changed meanwhile: answered, asked, advised, carried over, its history kept."""

from datetime import date
from uuid import UUID

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.changes.operations import Operation, RenameUnit
from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.domain.errors import Forbidden
from orgflow.domain.proposals.proposal import NotEditable
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import ProposalId
from orgflow.services.changes import ChangeOperations, change_operations
from orgflow.services.history import proposal_history
from orgflow.services.proposals import CreateProposal, create_proposal
from orgflow.services.rebasing import (
    AdviseQuestion,
    Answered,
    CannotKeep,
    NoteMissing,
    NothingToRebase,
    ProposalUnitEnded,
    QuestionsChanged,
    SettleQuestions,
    advise_question,
    settle_questions,
)
from orgflow.services.rebasing_pages import RebasePage, list_asked, show_asked, show_rebase, show_rebasing
from orgflow.store.proposals import ProposalRow, StaleRevision, UnknownProposal
from orgflow.store.rebases import UnknownQuestion, UnknownRebase
from tests.factories.governments import HUMAS, UMUM
from tests.factories.office import TODAY, Office, a_neighbour
from tests.factories.registry import Keeper
from tests.factories.roads import NEW_NAME, a_bare_draft, a_proposal_in, page, revision, take

DIVISION = "Bagian Media"
LATER = date(2026, 3, 16)
FIRST = "Biro Hubungan Masyarakat"
R = Role


def renamed_meanwhile(office: Office, unit: str = HUMAS, name: str = FIRST) -> None:
    Keeper.of(office).rename(unit, TODAY, name)


def shown(office: Office, proposal_id: ProposalId, role: Role = R.BUREAU_HEAD) -> RebasePage:
    return show_rebasing(office.context(role), proposal_id)


def keys(office: Office, proposal_id: ProposalId) -> list[str]:
    situation = shown(office, proposal_id).situation
    return [] if situation is None else [question.key for question in situation.questions]


def settle(
    office: Office,
    proposal_id: ProposalId,
    *answers: Answered,
    seen: int | None = None,
    key: str | None = None,
) -> UUID:
    held = revision(office, proposal_id) if seen is None else seen
    return settle_questions(
        office.context(R.BUREAU_HEAD, key=key), SettleQuestions(proposal_id, held, answers)
    )


def operations(office: Office, proposal_id: ProposalId) -> list[Operation]:
    return [placed.operation for placed in page(office, proposal_id).operations]


def events(office: Office, proposal_id: ProposalId) -> list[str]:
    return [view.event for view in proposal_history(office.as_system(), proposal_id)]


def test_a_proposal_on_the_structure_of_today_has_nothing_to_ask(office: Office) -> None:
    proposal_id = a_bare_draft(office)

    assert shown(office, proposal_id).situation is None
    with pytest.raises(NothingToRebase):
        settle(office, proposal_id)


def test_what_does_not_conflict_comes_along_unasked(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    renamed_meanwhile(office, UMUM, "Biro Umum dan Perlengkapan")

    situation = shown(office, proposal_id).situation
    assert situation is not None
    assert situation.is_behind
    assert situation.questions == ()
    assert [(news.before, news.after) for news in shown(office, proposal_id).news] == [
        (UMUM, "Biro Umum dan Perlengkapan")
    ]
    settle(office, proposal_id)

    assert shown(office, proposal_id).situation is None
    assert page(office, proposal_id).before.unit(office.units[UMUM]).name == "Biro Umum dan Perlengkapan"
    assert events(office, proposal_id)[0] == "proposal:rebased"


@pytest.mark.parametrize(
    ("choice", "names"), [(Choice.OURS, [NEW_NAME]), (Choice.LATEST, [])], ids=["ours", "latest"]
)
def test_each_answer_is_carried_out_and_the_list_before_is_kept(
    office: Office, choice: Choice, names: list[str]
) -> None:
    proposal_id = a_bare_draft(office)
    renamed_meanwhile(office)
    (asked,) = keys(office, proposal_id)

    settle(office, proposal_id, Answered(asked, choice))

    held = operations(office, proposal_id)
    assert [one.new_name for one in held if isinstance(one, RenameUnit)] == names
    assert page(office, proposal_id).before.unit(office.units[HUMAS]).name == FIRST
    after = shown(office, proposal_id)
    assert after.situation is None
    (line,) = after.history
    record = show_rebase(office.context(R.BUREAU_HEAD), proposal_id, line.id)
    assert record.before == (f"Nomenklatur {HUMAS} diubah menjadi {NEW_NAME}",)
    assert record.after == tuple(f"Nomenklatur {FIRST} diubah menjadi {name}" for name in names)
    assert FIRST in record.told[0]
    assert events(office, proposal_id)[:2] == ["proposal:rebased", "proposal:question_answered"]


def test_the_registry_stays_as_it_is(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    renamed_meanwhile(office)
    before = Keeper.of(office).seen(HUMAS, TODAY)

    settle(office, proposal_id, Answered(keys(office, proposal_id)[0], Choice.OURS))

    assert Keeper.of(office).seen(HUMAS, TODAY) == before


def test_a_correction_is_a_change_meanwhile_too(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    Keeper.of(office).correct(HUMAS, TODAY, "Biro Humas dan Protokol")

    assert len(keys(office, proposal_id)) == 1


def test_a_change_that_begins_after_the_draft_was_begun_is_found_on_its_day(office: Office) -> None:
    Keeper.of(office).rename(HUMAS, LATER, FIRST)
    proposal_id = a_bare_draft(office)
    assert shown(office, proposal_id).situation is None

    office.clock.set_to(LATER)

    assert len(keys(office, proposal_id)) == 1


def test_a_taken_name_cannot_be_kept(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    renamed_meanwhile(office, UMUM, NEW_NAME)
    (asked,) = keys(office, proposal_id)

    with pytest.raises(CannotKeep):
        settle(office, proposal_id, Answered(asked, Choice.OURS))
    settle(office, proposal_id, Answered(asked, Choice.LATEST))

    assert operations(office, proposal_id) == []


def test_biro_organisasi_sees_the_question_advises_and_the_bureau_decides(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    renamed_meanwhile(office)
    (asked,) = keys(office, proposal_id)
    with pytest.raises(NoteMissing):
        settle(office, proposal_id, Answered(asked, Choice.ASK))

    settle(office, proposal_id, Answered(asked, Choice.ASK, "Nama mana yang dipakai?"))

    reviewer = office.context(R.ORGANISATION_REVIEWER)
    (waiting,) = list_asked(reviewer)
    assert waiting.note == "Nama mana yang dipakai?"
    assert waiting.said == f"Nomenklatur {HUMAS} diubah menjadi {NEW_NAME}"
    assert operations(office, proposal_id) == [RenameUnit(office.units[HUMAS], NEW_NAME)]
    command = AdviseQuestion(proposal_id, waiting.id, Choice.OURS, "Nama usulan.", waiting.revision)
    advise_question(reviewer, command)

    assert list_asked(reviewer) == ()
    situation = shown(office, proposal_id).situation
    assert situation is not None
    (question,) = situation.questions
    assert question.is_open
    assert question.answer is not None
    assert (question.answer.advice, question.answer.advice_note) == ("ours", "Nama usulan.")
    with pytest.raises(StaleRevision):
        advise_question(reviewer, command)
    settle(office, proposal_id, Answered(asked, Choice.OURS))
    assert shown(office, proposal_id).situation is None
    with pytest.raises(UnknownQuestion):
        show_asked(reviewer, proposal_id, waiting.id)


def test_one_open_question_holds_the_others_back(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    command = ChangeOperations(
        proposal_id, revision(office, proposal_id), RenameUnit(office.units[DIVISION], "Bagian Publikasi")
    )
    change_operations(office.context(R.BUREAU_HEAD), command)
    renamed_meanwhile(office)
    renamed_meanwhile(office, DIVISION, "Bagian Media Massa")
    first, second = keys(office, proposal_id)

    settle(office, proposal_id, Answered(first, Choice.OURS))
    assert len(operations(office, proposal_id)) == 2
    assert shown(office, proposal_id).history == ()

    settle(office, proposal_id, Answered(second, Choice.LATEST))
    assert operations(office, proposal_id) == [RenameUnit(office.units[HUMAS], NEW_NAME)]


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


def keys_of_reviewer(office: Office, proposal_id: ProposalId) -> list[str]:
    situation = shown(office, proposal_id, R.ORGANISATION_REVIEWER).situation
    return [] if situation is None else [question.key for question in situation.questions]


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
    take(office, proposal_id, Action.WITHDRAW, R.BUREAU_HEAD)

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
