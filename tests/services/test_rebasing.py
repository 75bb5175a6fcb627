"""A draft whose structure changed meanwhile: answered, asked, advised, carried over, its history kept."""

from datetime import date

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.changes.operations import RenameUnit
from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.services.changes import ChangeOperations, change_operations
from orgflow.services.rebasing import (
    AdviseQuestion,
    Answered,
    CannotKeep,
    NoteMissing,
    NothingToRebase,
    advise_question,
)
from orgflow.services.rebasing_pages import list_asked, show_asked, show_rebase
from orgflow.store.proposals import ProposalRow, StaleRevision
from orgflow.store.rebases import UnknownQuestion
from tests.factories.governments import HUMAS, UMUM
from tests.factories.office import TODAY, Office
from tests.factories.rebasing import (
    FIRST,
    events,
    keys,
    operations,
    renamed_meanwhile,
    settle,
    shown,
)
from tests.factories.registry import Keeper
from tests.factories.roads import NEW_NAME, a_bare_draft, page, revision

DIVISION = "Bagian Media"
LATER = date(2026, 3, 16)
R = Role


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


def test_a_proposal_of_before_knows_its_structure_from_the_instant_it_was_begun(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    with office.resources.writing() as session:
        row = session.get(ProposalRow, proposal_id)
        assert row is not None
        row.base_known_at = None
        session.commit()
    assert shown(office, proposal_id).situation is None

    renamed_meanwhile(office)

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
