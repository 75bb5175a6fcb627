"""The registry: the structure on a day, its marks, a unit through time, and records corrected."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.organisation.soundness import UnitCycle
from orgflow.domain.organisation.structure import UnknownUnit
from orgflow.domain.organisation.timeline import NothingChanges, NotYetBegun
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import TextEmpty
from orgflow.services.organisation.keeping import CorrectUnit, correct_unit
from orgflow.services.organisation.pages import show_structure, show_unit
from orgflow.services.organisation.unit_fields import UnitFields
from tests.factories.governments import HUKUM, HUMAS, SINCE, UMUM
from tests.factories.office import TODAY, Office, a_context, a_neighbour
from tests.factories.roads import EFFECTIVE_ON, NEW_NAME, a_proposal_in

pytestmark = pytest.mark.both_databases

R = Role


def name_on(office: Office, day: date, unit: str = HUMAS) -> str | None:
    structure = show_structure(office.as_system(), day).structure
    held = structure.units.get(office.units[unit])
    return held.name if held is not None else None


def a_correction(office: Office, reason: str = "kode diketahui dari TU") -> CorrectUnit:
    return CorrectUnit(
        office.units[HUMAS], TODAY, UnitFields(letter_code="UJI-BARU", duty_field="protokol"), reason
    )


def test_nothing_is_shown_before_it_was_recorded(office: Office) -> None:
    assert name_on(office, SINCE - timedelta(days=1)) is None
    assert name_on(office, SINCE) == HUMAS


def test_the_old_name_stands_the_day_before_and_the_new_one_on_the_day(office: Office) -> None:
    a_proposal_in(office, ProposalState.IMPLEMENTED)

    assert name_on(office, EFFECTIVE_ON - timedelta(days=1)) == HUMAS
    assert name_on(office, EFFECTIVE_ON) == NEW_NAME
    assert name_on(office, EFFECTIVE_ON + timedelta(days=3650)) == NEW_NAME
    assert name_on(office, SINCE) == HUMAS


def test_what_lies_below_a_renamed_unit_stays_below_it(office: Office) -> None:
    a_proposal_in(office, ProposalState.IMPLEMENTED)

    structure = show_structure(office.as_system(), EFFECTIVE_ON).structure

    assert [unit.name for unit in structure.children(office.units[HUMAS])] == ["Bagian Media"]


def test_the_days_of_change_are_marked_with_what_changed(office: Office) -> None:
    a_proposal_in(office, ProposalState.IMPLEMENTED)

    first, second = show_structure(office.as_system()).marks

    assert (first.day, first.is_first, first.is_future) == (SINCE, True, False)
    assert (second.day, second.names, second.is_future) == (EFFECTIVE_ON, (NEW_NAME,), True)


def test_a_unit_tells_its_names_through_time(office: Office) -> None:
    a_proposal_in(office, ProposalState.IMPLEMENTED)

    shown = show_unit(a_context(office), office.units[HUMAS], EFFECTIVE_ON)

    assert shown.unit is not None
    assert shown.unit.name == NEW_NAME
    assert [(period.name, period.valid_from, period.valid_to) for period in shown.periods] == [
        (HUMAS, SINCE, EFFECTIVE_ON),
        (NEW_NAME, EFFECTIVE_ON, None),
    ]
    assert shown.periods[1].instrument is not None
    assert shown.periods[1].instrument.number == "UJI-002"


def test_a_unit_of_another_government_is_unknown(office: Office) -> None:
    other = a_neighbour(office)

    with pytest.raises(UnknownUnit):
        show_unit(a_context(office), other.units[HUMAS])
    with pytest.raises(UnknownUnit):
        correct_unit(office.context(R.SYSTEM_ADMINISTRATOR), a_correction(other))


def test_a_correction_completes_the_record_over_its_whole_period(office: Office) -> None:
    correct_unit(office.context(R.SYSTEM_ADMINISTRATOR), a_correction(office))

    for day in (SINCE, TODAY):
        unit = show_structure(office.as_system(), day).structure.unit(office.units[HUMAS])
        assert (unit.letter_code, unit.duty_field, unit.name) == ("UJI-BARU", "protokol", HUMAS)


def test_a_correction_of_nothing_is_refused(office: Office) -> None:
    ctx = office.context(R.SYSTEM_ADMINISTRATOR)
    correct_unit(ctx, a_correction(office))

    with pytest.raises(NothingChanges):
        correct_unit(ctx, a_correction(office))


def test_a_correction_says_why(office: Office) -> None:
    with pytest.raises(TextEmpty) as refused:
        correct_unit(office.context(R.SYSTEM_ADMINISTRATOR), a_correction(office, reason=" "))

    assert refused.value.facts["field"] == "reason"


def test_a_day_on_which_the_unit_is_not_known_is_refused(office: Office) -> None:
    early = replace(a_correction(office), on=SINCE - timedelta(days=1))

    with pytest.raises(NotYetBegun):
        correct_unit(office.context(R.SYSTEM_ADMINISTRATOR), early)


def test_a_unit_is_not_put_below_itself(office: Office) -> None:
    looped = replace(a_correction(office), fields=UnitFields(parent_id=office.units["Bagian Media"]))

    with pytest.raises(UnitCycle):
        correct_unit(office.context(R.SYSTEM_ADMINISTRATOR), looped)
    assert name_on(office, TODAY, "Bagian Media") == "Bagian Media"


def test_only_who_keeps_the_registry_corrects_it(office: Office) -> None:
    with pytest.raises(PermissionMissing):
        correct_unit(a_context(office), a_correction(office))


def test_bureaus_stand_in_the_order_they_were_entered(office: Office) -> None:
    structure = show_structure(a_context(office)).structure

    assert [unit.name for unit in structure.children(office.units["Sekretariat Daerah"])] == [
        HUMAS,
        UMUM,
        HUKUM,
    ]
