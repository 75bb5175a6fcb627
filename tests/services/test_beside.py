"""What else names a proposal's units: as many statements whatever runs beside it; no fault of another's."""

from sqlalchemy import update

from orgflow.domain.access.roles import Role
from orgflow.domain.papers.case import Surroundings
from orgflow.domain.values import ProposalId
from orgflow.services.papers.surroundings import show_citing
from orgflow.store.proposals import OperationRow
from tests.factories.governments import HUMAS
from tests.factories.many import many_proposals
from tests.factories.office import Office
from tests.factories.roads import a_bare_draft
from tests.factories.statements import counting


def citing(office: Office, proposal_id: ProposalId) -> Surroundings:
    """Return what the head of the bureau reads."""
    return show_citing(office.context(Role.BUREAU_HEAD), proposal_id)


def test_fifty_proposals_beside_it_cost_no_more_than_five(office: Office) -> None:
    own = a_bare_draft(office)
    many_proposals(office, 5)
    with counting(office) as few:
        citing(office, own)

    many_proposals(office, 45)
    with counting(office) as many:
        found = citing(office, own)

    assert many.count == few.count
    assert found.proposals


def test_an_operation_of_another_that_cannot_be_read_is_its_own_matter(office: Office) -> None:
    own, other = a_bare_draft(office), a_bare_draft(office, "Biro Humas Pimpinan")
    assert [one.unit_name for one in citing(office, own).proposals] == [HUMAS]
    with office.resources.writing() as session:
        session.execute(update(OperationRow).where(OperationRow.proposal_id == other).values(body="{}"))
        session.commit()

    assert citing(office, own).proposals == ()
