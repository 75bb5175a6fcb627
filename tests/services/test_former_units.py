"""A unit that ended keeps the last name it bore wherever its proposals are told of."""

from datetime import date

from orgflow.domain.access.roles import Role
from orgflow.domain.proposals.monthly import Month
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.services.commencement_pages import desk_commencements
from orgflow.services.enactment import Promulgate, promulgate
from orgflow.services.follow_ups import lists_of_unit, open_follow_ups
from orgflow.services.monthly import monthly_page
from orgflow.services.proposals import CreateProposal, create_proposal
from tests.factories.governments import HUMAS, UMUM
from tests.factories.office import TODAY, Office
from tests.factories.registry import Keeper
from tests.factories.roads import NEW_NAME, a_proposal_in, go, revision

ENDS = date(2026, 5, 4)


def ended(office: Office, *units: str) -> None:
    """Let units end, and be on the day after."""
    keeper = Keeper.of(office)
    for unit in units:
        keeper.end(unit, ENDS)
    office.clock.set_to(date(2026, 5, 5))


def test_the_follow_ups_of_a_unit_that_ended_bear_its_last_name(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.PROMULGATED)
    go(office, proposal_id, Action.COMMENCE)

    ended(office, "Bagian Media", HUMAS)

    ctx = office.context(Role.LETTER_ADMINISTRATOR)
    assert [held.unit_name for held in open_follow_ups(ctx)] == [NEW_NAME]
    assert [held.unit_name for held in lists_of_unit(ctx, office.units[HUMAS])] == [NEW_NAME]


def test_the_report_names_a_unit_that_ended(office: Office) -> None:
    create_proposal(office.as_system(), CreateProposal(office.units[UMUM], "Biro Lain", "alasan"))

    ended(office, UMUM)

    (running,) = monthly_page(office.as_system(), Month.of(ENDS)).report.running
    assert running.unit_name == UMUM


def test_a_regulation_without_a_day_is_told_with_the_last_name_of_its_unit(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.ENACTED)
    command = Promulgate(proposal_id, revision(office, proposal_id), "UJI-BD-001", TODAY, None)
    promulgate(office.context(Role.LEGAL_REVIEWER), command)

    ended(office, "Bagian Media", HUMAS)

    desk = desk_commencements(office.context(Role.LETTER_ADMINISTRATOR))
    assert [held.unit_name for held in desk.unknown] == [HUMAS]
