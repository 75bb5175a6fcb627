"""A day of commencement that is unknown at first, then known, then found to be wrong."""

from datetime import date, timedelta

import pytest

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.changes.operations import RenameUnit
from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.domain.changes.recommencing import CommencementsCross, LaterChangeRests
from orgflow.domain.errors import DomainError
from orgflow.domain.proposals.commencement import (
    CommencementKnown,
    CommencementSame,
    CommencementTooFar,
    CommencementUnknown,
    EarlyWithoutReason,
    NotPromulgated,
)
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import ProposalId, TextEmpty
from orgflow.services.changes import ChangeOperations, change_operations
from orgflow.services.checking import check_store
from orgflow.services.commencement_days import (
    CommencementWritten,
    CorrectCommencement,
    SetCommencement,
    correct_commencement,
    set_commencement,
)
from orgflow.services.commencing_by_itself import commence_due
from orgflow.services.enactment import Promulgate, promulgate
from orgflow.services.organisation.instruments import (
    InstrumentFields,
    RecordInstrument,
    record_instrument,
)
from orgflow.services.organisation.pages import show_structure
from orgflow.store.proposals import StaleRevision
from tests.factories.deciding import commencement, decide
from tests.factories.governments import HUMAS
from tests.factories.office import TODAY, Office
from tests.factories.rebasing import events
from tests.factories.registry import Keeper
from tests.factories.roads import (
    EFFECTIVE_ON,
    NEW_NAME,
    a_draft,
    a_proposal_in,
    go,
    page,
    promulgate_on,
    revision,
)

R, S = Role, ProposalState
WRONG_YEAR = date(2027, 1, 1)


def name_on(office: Office, day: date) -> str:
    return show_structure(office.as_system(), day).structure.unit(office.units[HUMAS]).name


def promulgated_without_a_day(office: Office) -> ProposalId:
    proposal_id = a_proposal_in(office, S.ENACTED)
    command = Promulgate(proposal_id, revision(office, proposal_id), "UJI-BD-001", TODAY, None)
    promulgate(office.context(R.LEGAL_REVIEWER), command)
    return proposal_id


def set_day(office: Office, proposal_id: ProposalId, day: date, early_reason: str = "") -> None:
    command = SetCommencement(proposal_id, revision(office, proposal_id), day, early_reason)
    set_commencement(office.context(R.LEGAL_REVIEWER), command)


def correct(
    office: Office,
    proposal_id: ProposalId,
    day: date | None,
    reason: str = "salah baca",
    role: Role = R.LETTER_ADMINISTRATOR,
) -> None:
    command = CorrectCommencement(proposal_id, revision(office, proposal_id), day, reason)
    correct_commencement(office.context(role), command)


def test_a_pergub_whose_day_is_unknown_is_promulgated_and_does_not_commence(office: Office) -> None:
    proposal_id = promulgated_without_a_day(office)

    with pytest.raises(CommencementUnknown):
        go(office, proposal_id, Action.COMMENCE)

    assert page(office, proposal_id).state is S.PROMULGATED
    assert [told.effective_on for told in commencement(office, proposal_id).told] == [None]
    assert "proposal:commencement_left_unknown" in events(office, proposal_id)


@pytest.mark.both_databases
def test_unknown_then_set_then_corrected_before_and_after_it_is_written(office: Office) -> None:
    proposal_id = promulgated_without_a_day(office)
    set_day(office, proposal_id, WRONG_YEAR)
    correct(office, proposal_id, EFFECTIVE_ON + timedelta(days=30), "salah ketik")
    go(office, proposal_id, Action.COMMENCE)

    correct(office, proposal_id, EFFECTIVE_ON, "menurut pasal penutup")

    told = commencement(office, proposal_id).told
    assert [(one.effective_on, one.reason) for one in told] == [
        (EFFECTIVE_ON, "menurut pasal penutup"),
        (EFFECTIVE_ON + timedelta(days=30), "salah ketik"),
        (WRONG_YEAR, ""),
        (None, ""),
    ]
    assert name_on(office, EFFECTIVE_ON - timedelta(days=1)) == HUMAS
    assert name_on(office, EFFECTIVE_ON) == NEW_NAME
    assert events(office, proposal_id).count("proposal:commencement_corrected") == 2
    assert check_store(office.as_system()) == ()


def test_what_was_believed_before_a_correction_stays_readable(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.IMPLEMENTED)
    before = office.clock()

    correct(office, proposal_id, WRONG_YEAR)

    auditor, unit = office.context(R.AUDITOR), office.units[HUMAS]
    assert show_structure(auditor, EFFECTIVE_ON, before).structure.unit(unit).name == NEW_NAME
    assert show_structure(auditor, EFFECTIVE_ON).structure.unit(unit).name == HUMAS
    assert show_structure(auditor, WRONG_YEAR).structure.unit(unit).name == NEW_NAME


@pytest.mark.both_databases
def test_a_correction_that_a_later_change_rests_on_is_refused_and_changes_nothing(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.IMPLEMENTED)
    Keeper.of(office).rename(HUMAS, EFFECTIVE_ON + timedelta(days=10), "Biro Pimpinan")
    seen = revision(office, proposal_id)

    with pytest.raises(LaterChangeRests) as refused:
        correct(office, proposal_id, WRONG_YEAR)

    assert refused.value.facts["things"] == ("Biro Pimpinan",)
    assert (revision(office, proposal_id), name_on(office, EFFECTIVE_ON)) == (seen, NEW_NAME)


def test_a_day_is_not_corrected_over_another_regulation_that_says_what_held_already(office: Office) -> None:
    first = a_proposal_in(office, S.IMPLEMENTED)
    second = a_draft(office, "Biro Pimpinan")
    back = ChangeOperations(second, revision(office, second), RenameUnit(office.units[HUMAS], NEW_NAME))
    change_operations(office.context(R.BUREAU_HEAD), back)
    promulgate_on(office, second, EFFECTIVE_ON + timedelta(days=19), "UJI-003")
    decide(office, second, Choice.OURS)
    go(office, second, Action.COMMENCE)
    seen = revision(office, first)

    with pytest.raises(CommencementsCross):
        correct(office, first, EFFECTIVE_ON + timedelta(days=30))

    assert revision(office, first) == seen
    assert name_on(office, EFFECTIVE_ON + timedelta(days=19)) == NEW_NAME


@pytest.mark.parametrize(
    ("day", "reason", "refusal"),
    [
        (EFFECTIVE_ON, "salah baca", CommencementSame),
        (None, "salah baca", CommencementWritten),
        (WRONG_YEAR, " ", TextEmpty),
        (date(2199, 1, 1), "salah baca", CommencementTooFar),
    ],
)
def test_a_correction_must_make_sense(
    office: Office, day: date | None, reason: str, refusal: type[DomainError]
) -> None:
    proposal_id = a_proposal_in(office, S.IMPLEMENTED)

    with pytest.raises(refusal):
        correct(office, proposal_id, day, reason)


def test_biro_hukum_corrects_a_day_only_until_the_registry_stands_for_it(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.PROMULGATED)
    correct(office, proposal_id, None, role=R.LEGAL_REVIEWER)
    set_day(office, proposal_id, EFFECTIVE_ON)
    go(office, proposal_id, Action.COMMENCE)

    with pytest.raises(PermissionMissing):
        correct(office, proposal_id, WRONG_YEAR, role=R.LEGAL_REVIEWER)


def test_a_day_is_set_once_and_only_after_the_promulgation(office: Office) -> None:
    enacted, known = a_proposal_in(office, S.ENACTED), EFFECTIVE_ON
    with pytest.raises(NotPromulgated):
        set_day(office, enacted, known)
    go(office, enacted, Action.PROMULGATE)

    with pytest.raises(CommencementKnown):
        set_day(office, enacted, known)


def test_a_day_before_the_promulgation_is_set_with_its_reason_and_found(office: Office) -> None:
    proposal_id, early = promulgated_without_a_day(office), TODAY - timedelta(days=1)
    with pytest.raises(EarlyWithoutReason):
        set_day(office, proposal_id, early)

    set_day(office, proposal_id, early, "berlaku surut menurut pasal penutup")

    shown = commencement(office, proposal_id)
    assert shown.findings[0].code == "before_promulgation"
    assert shown.told[0].reason == "berlaku surut menurut pasal penutup"


@pytest.mark.both_databases
def test_two_who_set_the_day_at_once_do_not_overwrite_each_other(office: Office) -> None:
    proposal_id = promulgated_without_a_day(office)
    command = SetCommencement(proposal_id, revision(office, proposal_id), EFFECTIVE_ON)
    set_commencement(office.context(R.LEGAL_REVIEWER), command)

    with pytest.raises(StaleRevision):
        set_commencement(office.context(R.LETTER_ADMINISTRATOR), command)


def test_the_day_of_a_pergub_with_a_proposal_is_not_changed_behind_it(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.IMPLEMENTED)
    held = page(office, proposal_id).regulation
    assert held is not None
    fields = InstrumentFields(
        held.kind, held.title, held.number or "", held.year, held.enacted_on, held.promulgated_on, WRONG_YEAR
    )

    with pytest.raises(CommencementKnown):
        record_instrument(office.context(R.LETTER_ADMINISTRATOR), RecordInstrument(fields, held.id))


def test_a_pergub_commences_by_itself_on_its_day_and_not_before(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.PROMULGATED)
    office.clock.set_to(EFFECTIVE_ON - timedelta(days=1))
    early = commence_due(office.as_system())
    office.clock.set_to(EFFECTIVE_ON)

    done = commence_due(office.as_system())

    assert (early.commenced, done.commenced, done.held) == (0, 1, 0)
    last = page(office, proposal_id).steps[-1]
    assert (last.action, last.actor_name) == (
        Action.COMMENCE,
        "sistem: Pergub mulai berlaku pada harinya",
    )
    assert name_on(office, EFFECTIVE_ON) == NEW_NAME
    assert commence_due(office.as_system()).commenced == 0


@pytest.mark.both_databases
def test_what_stands_in_the_way_holds_a_pergub_and_is_told_once(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.PROMULGATED)
    Keeper.of(office).rename(HUMAS, EFFECTIVE_ON - timedelta(days=1), "Biro Lain")
    office.clock.set_to(EFFECTIVE_ON)

    first, again = commence_due(office.as_system()), commence_due(office.as_system())

    assert (first.held, again.held) == (1, 1)
    assert events(office, proposal_id).count("proposal:commencement_held") == 1
    assert commencement(office, proposal_id).held_for == "commencement_asks"
    assert name_on(office, EFFECTIVE_ON) == "Biro Lain"
