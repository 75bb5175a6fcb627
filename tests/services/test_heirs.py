"""Letters and proposals of a unit that ended are seen by its heir, and by nobody else's head."""

from dataclasses import replace

from orgflow.domain.access.roles import Role
from orgflow.domain.changes.operations import AbolishUnit, Below, Fate
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import ProposalId
from orgflow.services.context import Context
from orgflow.services.letter_list import list_letters
from orgflow.services.overview import list_proposals
from tests.factories.governments import HUKUM, HUMAS, UMUM
from tests.factories.office import Office
from tests.factories.roads import EFFECTIVE_ON, go
from tests.services.test_commencing import promulgate_all, proposed


def head_of(office: Office, unit: str) -> Context:
    """Return the context of whoever heads a bureau."""
    return Context(office.resources, replace(office.actors[Role.BUREAU_HEAD], unit_id=office.units[unit]))


def seen_by(office: Office, unit: str) -> tuple[list[ProposalId], int]:
    """Return which proposals the head of a bureau sees, and how many letters."""
    ctx = head_of(office, unit)
    return [card.id for card in list_proposals(ctx).cards], len(list_letters(ctx))


def test_the_heir_sees_what_the_ended_unit_left(office: Office) -> None:
    end = AbolishUnit(
        office.units[HUMAS], office.units[UMUM], Below.TO_HEIR, posts=Fate.ENDED, functions=Fate.TO_HEIR
    )
    proposal_id = promulgate_all(office, proposed(office, end))
    assert seen_by(office, UMUM) == ([], 0)

    go(office, proposal_id, Action.COMMENCE)
    office.clock.set_to(EFFECTIVE_ON)

    assert seen_by(office, UMUM) == ([proposal_id], 1)
    assert seen_by(office, HUMAS) == ([proposal_id], 1)
    assert seen_by(office, HUKUM) == ([], 0)
