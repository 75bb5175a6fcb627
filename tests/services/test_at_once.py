"""What two people do at the same moment is judged as if one had come after the other."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest

from orgflow.domain.access.roles import Actor, Role
from orgflow.domain.letters.lifecycle import NumberTaken
from orgflow.domain.organisation.structure import NameTaken
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import ProposalId, UnitId, UserId
from orgflow.services.accounts import (
    AddUser,
    ChangeUser,
    CloseAccount,
    LastAdministrator,
    add_user,
    change_user,
    close_account,
)
from orgflow.services.checking import check_store
from orgflow.services.context import Context
from orgflow.services.enactment import Commence, CommencementAsks, Enact, RegulationTaken, commence, enact
from orgflow.services.letters import RecordNumber, record_number
from orgflow.services.organisation.keeping import ChangeUnit, FoundUnit, change_unit, found_unit
from orgflow.services.organisation.unit_fields import GivenBasis, UnitFields
from tests.factories.governments import HUMAS
from tests.factories.meeting import at_once
from tests.factories.office import TODAY, Office
from tests.factories.roads import (
    EFFECTIVE_ON,
    a_proposal_in,
    a_scan,
    enact_it,
    freeze,
    go,
    letter_of,
    promulgate_it,
    revision,
)

pytestmark = pytest.mark.both_databases

R, S = Role, ProposalState
BASIS = GivenBasis("Karangan untuk uji")


def test_one_of_two_letters_gets_the_number_recorded_for_both(office: Office) -> None:
    ids = [a_proposal_in(office, S.SIGNING), a_proposal_in(office, S.SIGNING, "Biro Kedua")]

    def recording(proposal_id: ProposalId) -> Callable[[Office], UUID]:
        freeze(office, proposal_id)
        letter = letter_of(office, proposal_id)
        command = RecordNumber(letter.id, letter.revision, "UJI/001/2026", TODAY)
        return lambda there: record_number(there.context(R.LETTER_ADMINISTRATOR), command)

    refused = at_once(office, [recording(proposal_id) for proposal_id in ids])

    assert [type(error) for error in refused] == [NumberTaken]
    assert sorted(letter_of(office, proposal_id).number or "-" for proposal_id in ids) == [
        "-",
        "UJI/001/2026",
    ]


def test_one_of_two_pergub_gets_the_number_given_to_both(office: Office) -> None:
    ids = [a_proposal_in(office, S.FACILITATION), a_proposal_in(office, S.FACILITATION, "Biro Kedua")]

    def enacting(proposal_id: ProposalId) -> Callable[[Office], UUID]:
        go(office, proposal_id, Action.RECORD_FACILITATION)
        seen = revision(office, proposal_id)
        command = Enact(proposal_id, seen, "UJI-002", TODAY.year, "Perubahan", TODAY, a_scan())
        return lambda there: enact(there.context(R.LEGAL_REVIEWER), command)

    refused = at_once(office, [enacting(proposal_id) for proposal_id in ids])

    assert [type(error) for error in refused] == [RegulationTaken]


def test_two_pergub_over_one_unit_commence_one_after_the_other(office: Office) -> None:
    ids = [a_proposal_in(office, S.FACILITATION), a_proposal_in(office, S.FACILITATION, "Biro Kedua")]

    def commencing(proposal_id: ProposalId, number: str) -> Callable[[Office], UUID]:
        go(office, proposal_id, Action.RECORD_FACILITATION)
        enact_it(office, proposal_id, number)
        promulgate_it(office, proposal_id, EFFECTIVE_ON)
        command = Commence(proposal_id, revision(office, proposal_id))
        return lambda there: commence(there.context(R.LETTER_ADMINISTRATOR), command)

    refused = at_once(office, [commencing(ids[0], "UJI-002"), commencing(ids[1], "UJI-003")])

    assert [type(error) for error in refused] == [CommencementAsks]
    assert [found.code for found in check_store(office.as_system())] == []


@pytest.mark.parametrize("is_founded", [False, True], ids=["renamed", "founded"])
def test_two_siblings_never_take_one_name(office: Office, is_founded: bool) -> None:
    bagian = [_a_bagian(office, name) for name in ("Bagian Satu", "Bagian Dua")]

    def renaming(unit_id: UUID) -> Callable[[Office], UUID]:
        command = ChangeUnit(UnitId(unit_id), EFFECTIVE_ON, UnitFields("Bagian Sama"), BASIS)
        return lambda there: change_unit(there.context(R.SYSTEM_ADMINISTRATOR), command)

    def founding(code: str) -> Callable[[Office], UUID]:
        fields = UnitFields("Bagian Sama", "bagian", office.units[HUMAS])
        command = FoundUnit(code, fields, EFFECTIVE_ON, BASIS)
        return lambda there: found_unit(there.context(R.SYSTEM_ADMINISTRATOR), command)

    second = founding("baru") if is_founded else renaming(bagian[1])
    refused = at_once(office, [renaming(bagian[0]), second])

    assert [type(error) for error in refused] == [NameTaken]
    assert [found.code for found in check_store(office.as_system())] == []


@pytest.mark.parametrize("is_closed", [True, False], ids=["closed", "other roles"])
def test_two_administrators_do_not_both_remove_the_other(office: Office, is_closed: bool) -> None:
    first = office.actors[R.SYSTEM_ADMINISTRATOR]
    second = _another_administrator(office)

    def removing(by: Actor, whom: Actor) -> Callable[[Office], UUID]:
        target = UserId(whom.user_id) if whom.user_id is not None else UserId(UUID(int=0))
        if is_closed:
            return lambda there: close_account(Context(there.resources, by), CloseAccount(target, 1))
        command = ChangeUser(target, 1, "Contoh", frozenset({R.AUDITOR}), None)
        return lambda there: change_user(Context(there.resources, by), command)

    refused = at_once(office, [removing(first, second), removing(second, first)])

    assert [type(error) for error in refused] == [LastAdministrator]


def _a_bagian(office: Office, name: str) -> UUID:
    fields = UnitFields(name, "bagian", office.units[HUMAS])
    command = FoundUnit(f"uji-{name}", fields, TODAY, BASIS)
    return found_unit(office.context(R.SYSTEM_ADMINISTRATOR), command)


def _another_administrator(office: Office) -> Actor:
    ctx = office.context(R.SYSTEM_ADMINISTRATOR)
    roles = frozenset({R.SYSTEM_ADMINISTRATOR})
    command = AddUser("rika.e", "Contoh Baru, S.Sos.", roles, None, "lumping kuda di halaman")
    return replace(ctx.actor, user_id=UserId(add_user(ctx, command)))
