"""The Pergub and its day: the registry changes by its proposals, from that day on and not before."""

from datetime import date, timedelta

import pytest

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.domain.changes.recommencing import CommencementsCross
from orgflow.domain.errors import RuleBroken
from orgflow.domain.proposals.commencement import DatesOutOfOrder, EarlyWithoutReason
from orgflow.domain.proposals.refusals import OutOfTurn, StepNeeds
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import ProposalId
from orgflow.services.enactment import (
    Commence,
    CommencementAsks,
    Enact,
    Promulgate,
    RegulationTaken,
    YearNotOfEnactment,
    commence,
    enact,
    promulgate,
)
from orgflow.services.organisation.instruments import list_instruments, show_instrument
from orgflow.services.organisation.keeping import CorrectUnit, correct_unit
from orgflow.services.organisation.pages import show_structure
from orgflow.services.organisation.unit_fields import UnitFields
from orgflow.store.proposals import StaleRevision
from tests.factories.deciding import decide
from tests.factories.governments import BASE, HUMAS, SINCE
from tests.factories.office import TODAY, Office
from tests.factories.roads import (
    EFFECTIVE_ON,
    NEW_NAME,
    a_proposal_in,
    a_scan,
    enact_it,
    go,
    page,
    promulgate_it,
    revision,
)

R, S = Role, ProposalState


def name_on(office: Office, day: date) -> str:
    return show_structure(office.as_system(), day).structure.unit(office.units[HUMAS]).name


def test_nothing_before_its_commencement_touches_the_registry(office: Office) -> None:
    a_proposal_in(office, S.PROMULGATED)

    assert name_on(office, EFFECTIVE_ON) == HUMAS
    assert name_on(office, EFFECTIVE_ON + timedelta(days=400)) == HUMAS


def test_a_commencement_may_be_recorded_before_its_day(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.IMPLEMENTED)

    assert page(office, proposal_id).today < EFFECTIVE_ON
    assert name_on(office, TODAY) == HUMAS
    assert name_on(office, EFFECTIVE_ON) == NEW_NAME


def test_a_commencement_may_be_recorded_after_its_day(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.PROMULGATED)
    office.clock.set_to(EFFECTIVE_ON + timedelta(days=30))

    go(office, proposal_id, Action.COMMENCE)

    assert name_on(office, EFFECTIVE_ON - timedelta(days=1)) == HUMAS
    assert name_on(office, EFFECTIVE_ON) == NEW_NAME


def test_a_finished_proposal_still_shows_what_it_changed(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.IMPLEMENTED)
    office.clock.set_to(EFFECTIVE_ON + timedelta(days=400))

    shown = page(office, proposal_id)

    assert shown.broken_by is None
    assert [(c.before.name, c.after.name) for c in shown.changes] == [(HUMAS, NEW_NAME)]


def test_the_new_record_names_the_pergub_behind_it(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.IMPLEMENTED)

    regulation = page(office, proposal_id).regulation

    assert regulation is not None
    assert (regulation.number, regulation.gazette_number) == ("UJI-002", "UJI-BD-001")
    assert regulation.effective_on == EFFECTIVE_ON


def test_the_pergub_is_not_recorded_before_the_facilitation(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.FACILITATION)

    with pytest.raises(OutOfTurn):
        enact_it(office, proposal_id)
    assert page(office, proposal_id).regulation is None


@pytest.mark.both_databases
def test_two_pergub_do_not_bear_one_number(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.FACILITATION)
    go(office, proposal_id, Action.RECORD_FACILITATION)
    office.clock.set_to(TODAY + timedelta(days=1))

    with pytest.raises(RegulationTaken):
        enact_it(office, proposal_id, BASE, SINCE)
    assert page(office, proposal_id).state is S.FACILITATION


def test_a_pergub_is_recorded_with_its_scan(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.FACILITATION)
    go(office, proposal_id, Action.RECORD_FACILITATION)
    seen = revision(office, proposal_id)

    with pytest.raises(StepNeeds):
        enact(
            office.context(R.LEGAL_REVIEWER),
            Enact(proposal_id, seen, "UJI-002", TODAY.year, "Perubahan", TODAY, None),
        )


@pytest.mark.parametrize(
    ("promulgated_on", "effective_on", "refusal"),
    [
        (TODAY - timedelta(days=1), EFFECTIVE_ON, DatesOutOfOrder),
        (TODAY, TODAY - timedelta(days=1), EarlyWithoutReason),
    ],
)
def test_enactment_promulgation_and_commencement_follow_one_another(
    office: Office, promulgated_on: date, effective_on: date, refusal: type[RuleBroken]
) -> None:
    proposal_id = a_proposal_in(office, S.ENACTED)
    seen = revision(office, proposal_id)

    with pytest.raises(refusal):
        promulgate(
            office.context(R.LEGAL_REVIEWER),
            Promulgate(proposal_id, seen, "UJI-BD-001", promulgated_on, effective_on),
        )

    assert page(office, proposal_id).state is S.ENACTED


def test_the_year_of_a_pergub_is_the_year_of_its_enactment(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.FACILITATION)
    go(office, proposal_id, Action.RECORD_FACILITATION)
    seen = revision(office, proposal_id)

    with pytest.raises(YearNotOfEnactment):
        enact(
            office.context(R.LEGAL_REVIEWER),
            Enact(proposal_id, seen, "UJI-002", TODAY.year - 1, "Perubahan", TODAY, a_scan()),
        )


def test_only_tu_lets_a_pergub_commence(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.PROMULGATED)

    with pytest.raises(PermissionMissing):
        commence(office.context(R.LEGAL_REVIEWER), Commence(proposal_id, revision(office, proposal_id)))


@pytest.mark.both_databases
def test_a_commencement_is_not_taken_twice(office: Office) -> None:
    proposal_id = a_proposal_in(office, S.PROMULGATED)
    command = Commence(proposal_id, revision(office, proposal_id))
    commence(office.context(R.LETTER_ADMINISTRATOR), command)

    with pytest.raises(StaleRevision):
        commence(office.context(R.LETTER_ADMINISTRATOR), command)


def test_two_pergub_of_one_unit_commence_in_the_order_of_their_days(office: Office) -> None:
    first, second = a_proposal_in(office, S.FACILITATION), a_proposal_in(office, S.FACILITATION, "Biro Kedua")
    _bring_home(office, first, "UJI-002", EFFECTIVE_ON)
    with pytest.raises(CommencementAsks):
        _bring_home(office, second, "UJI-003", EFFECTIVE_ON + timedelta(days=90))
    decide(office, second, Choice.OURS)

    go(office, second, Action.COMMENCE)

    assert name_on(office, EFFECTIVE_ON) == NEW_NAME
    assert name_on(office, EFFECTIVE_ON + timedelta(days=90)) == "Biro Kedua"


@pytest.mark.both_databases
def test_a_pergub_does_not_commence_before_a_later_change_that_stands(office: Office) -> None:
    first, second = a_proposal_in(office, S.FACILITATION), a_proposal_in(office, S.FACILITATION, "Biro Kedua")
    _bring_home(office, first, "UJI-002", EFFECTIVE_ON)

    with pytest.raises(CommencementsCross) as refused:
        _bring_home(office, second, "UJI-003", EFFECTIVE_ON - timedelta(days=10))

    assert "UJI-002" in str(refused.value.facts["regulation"])
    assert page(office, second).state is S.PROMULGATED
    assert name_on(office, EFFECTIVE_ON - timedelta(days=5)) == HUMAS


def test_a_rename_that_another_pergub_brought_already_is_asked_about(office: Office) -> None:
    first = a_proposal_in(office, S.PROMULGATED)
    second = a_proposal_in(office, S.FACILITATION)
    go(office, first, Action.COMMENCE)

    with pytest.raises(CommencementAsks):
        _bring_home(office, second, "UJI-003", EFFECTIVE_ON + timedelta(days=1))

    assert page(office, second).state is S.PROMULGATED
    decide(office, second, Choice.LATEST)
    go(office, second, Action.COMMENCE)
    assert page(office, second).state is S.IMPLEMENTED
    assert name_on(office, EFFECTIVE_ON + timedelta(days=2)) == NEW_NAME


def test_a_correction_after_the_commencement_keeps_both_names(office: Office) -> None:
    a_proposal_in(office, S.IMPLEMENTED)

    correct_unit(
        office.context(R.SYSTEM_ADMINISTRATOR),
        CorrectUnit(
            office.units[HUMAS],
            SINCE,
            UnitFields(letter_code="UJI-LAMA", duty_field="humas"),
            "kode lama diketahui",
        ),
    )

    assert name_on(office, SINCE) == HUMAS
    assert name_on(office, EFFECTIVE_ON) == NEW_NAME


def _bring_home(office: Office, proposal_id: ProposalId, number: str, effective_on: date) -> None:
    go(office, proposal_id, Action.RECORD_FACILITATION)
    enact_it(office, proposal_id, number)
    promulgate_it(office, proposal_id, effective_on)
    go(office, proposal_id, Action.COMMENCE)


@pytest.mark.parametrize(
    ("title", "amended"),
    [("Perubahan atas Peraturan Gubernur Uji", (BASE,)), ("Susunan Organisasi Sekretariat Daerah", ())],
)
def test_an_amending_pergub_is_told_by_the_one_it_amends(
    office: Office, title: str, amended: tuple[str, ...]
) -> None:
    proposal_id = a_proposal_in(office, S.FACILITATION)
    go(office, proposal_id, Action.RECORD_FACILITATION)
    clerk = office.context(R.LEGAL_REVIEWER)
    seen = revision(office, proposal_id)
    enact(clerk, Enact(proposal_id, seen, "UJI-007", TODAY.year, title, TODAY, a_scan("pergub")))

    new = next(held for held in list_instruments(clerk).held if held.number == "UJI-007")
    assert tuple(held.number for held in show_instrument(clerk, new.id).amends) == amended
