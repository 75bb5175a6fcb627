"""The operations of a draft: put, replaced, moved, removed, the whole list always applying."""

from uuid import UUID

import pytest

from orgflow.domain.changes.operations import RenameUnit
from orgflow.domain.organisation.structure import NameTaken, UnknownUnit
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import OperationId, ProposalId
from orgflow.services.changes import ChangeOperations, UnknownOperation, change_operations
from tests.factories.governments import HUMAS, UMUM
from tests.factories.office import Office, a_context
from tests.factories.roads import NEW_NAME, a_draft, a_proposal_in, page, revision

DIVISION = "Bagian Media"


def names(office: Office, proposal_id: ProposalId) -> list[str]:
    return [placed.operation.new_name for placed in page(office, proposal_id).operations]


def change(
    office: Office,
    proposal_id: ProposalId,
    operation: RenameUnit | None = None,
    operation_id: OperationId | None = None,
    shift: int = 0,
) -> None:
    seen = revision(office, proposal_id)
    change_operations(a_context(office), ChangeOperations(proposal_id, seen, operation, operation_id, shift))


def test_an_operation_is_added_last(office: Office) -> None:
    proposal_id = a_draft(office)

    change(office, proposal_id, RenameUnit(office.units[DIVISION], "Bagian Media dan Publikasi"))

    assert names(office, proposal_id) == [NEW_NAME, "Bagian Media dan Publikasi"]


def test_an_operation_is_replaced_in_its_place(office: Office) -> None:
    proposal_id = a_draft(office)
    first = page(office, proposal_id).operations[0]

    change(office, proposal_id, RenameUnit(office.units[HUMAS], "Biro Protokol"), first.id)

    assert names(office, proposal_id) == ["Biro Protokol"]
    assert page(office, proposal_id).operations[0].id == first.id


def test_an_operation_is_moved_and_removed(office: Office) -> None:
    proposal_id = a_draft(office)
    change(office, proposal_id, RenameUnit(office.units[DIVISION], "Bagian Publikasi"))
    second = page(office, proposal_id).operations[1]

    change(office, proposal_id, operation_id=second.id, shift=-1)
    assert names(office, proposal_id) == ["Bagian Publikasi", NEW_NAME]

    change(office, proposal_id, operation_id=second.id)
    assert names(office, proposal_id) == [NEW_NAME]


def test_a_siblings_name_is_refused_and_the_list_stays(office: Office) -> None:
    proposal_id = a_draft(office)
    first = page(office, proposal_id).operations[0]

    with pytest.raises(NameTaken):
        change(office, proposal_id, RenameUnit(office.units[HUMAS], UMUM), first.id)

    assert names(office, proposal_id) == [NEW_NAME]


def test_a_bureau_changes_nothing_outside_itself(office: Office) -> None:
    proposal_id = a_draft(office)

    with pytest.raises(UnknownUnit):
        change(office, proposal_id, RenameUnit(office.units[UMUM], "Biro Lain"))


def test_an_operation_that_is_not_there_is_refused(office: Office) -> None:
    proposal_id = a_draft(office)

    with pytest.raises(UnknownOperation):
        change(office, proposal_id, operation_id=OperationId(UUID(int=1)))


def test_the_operations_of_a_submitted_proposal_stand(office: Office) -> None:
    proposal_id = a_proposal_in(office, ProposalState.ORG_REVIEW)

    with pytest.raises(NotEditable):
        change(office, proposal_id, RenameUnit(office.units[DIVISION], "Bagian Publikasi"))


def test_changing_the_operations_leaves_the_registry_alone(office: Office) -> None:
    proposal_id = a_draft(office)

    shown = page(office, proposal_id)

    assert shown.before.unit(office.units[HUMAS]).name == HUMAS
    assert shown.after.unit(office.units[HUMAS]).name == NEW_NAME
