"""A wished-for state compared with a draft, several operations put at once, and a list restored."""

from uuid import UUID

import pytest

from orgflow.domain.audit.events import OperationChanged
from orgflow.domain.changes.operations import CreateUnit, NewUnit, RenameUnit
from orgflow.domain.organisation.structure import UnknownUnit
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import ProposalId, UnitId
from orgflow.services.changes import (
    ChangeOperations,
    RestoreOperations,
    change_operations,
    restore_operations,
)
from orgflow.services.history import proposal_history
from orgflow.services.wished import BringWished, Wished, bring_wished, compare_wished
from orgflow.store.files import UnknownFile
from orgflow.store.proposals import StaleRevision
from tests.factories.governments import HUMAS
from tests.factories.office import TODAY, Office, a_context
from tests.factories.roads import NEW_NAME, a_bare_draft, a_proposal_in, a_scan, page, revision

SECTION = UnitId(UUID(int=777))


def facts(office: Office, proposal_id: ProposalId) -> int:
    return sum(
        event.event == OperationChanged.event for event in proposal_history(office.as_system(), proposal_id)
    )


def restore(office: Office, proposal_id: ProposalId, seen: int | None = None) -> None:
    """Let the list be the bureau's rename alone."""
    first = page(office, proposal_id).operations[0]
    listed = ((first.id, RenameUnit(office.units[HUMAS], NEW_NAME)),)
    at = revision(office, proposal_id) if seen is None else seen
    restore_operations(a_context(office), RestoreOperations(proposal_id, at, listed))


def two_more(office: Office, proposal_id: ProposalId) -> None:
    """Add a section and its second name as one change."""
    division = office.units["Bagian Media"]
    section = NewUnit(SECTION, "subbagian", "Subbagian Arsip", division, 1)
    change_operations(
        a_context(office),
        ChangeOperations(
            proposal_id,
            revision(office, proposal_id),
            CreateUnit(section),
            following=(RenameUnit(SECTION, "Subbagian Arsip dan Foto"),),
            ahead=(RenameUnit(division, "Bagian Publikasi"),),
        ),
    )


def test_several_operations_are_put_in_their_order_with_a_fact_each(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    before = facts(office, proposal_id)

    two_more(office, proposal_id)

    kinds = [type(placed.operation) for placed in page(office, proposal_id).operations]
    assert kinds == [RenameUnit, RenameUnit, CreateUnit, RenameUnit]
    assert facts(office, proposal_id) == before + 3


def test_a_list_is_restored_with_a_fact_for_each_difference(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    kept = page(office, proposal_id).operations
    two_more(office, proposal_id)
    before = facts(office, proposal_id)

    restore(office, proposal_id)

    assert page(office, proposal_id).operations == kept
    assert facts(office, proposal_id) == before + 3


def test_an_overtaken_or_submitted_list_is_not_restored(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    seen = revision(office, proposal_id)
    two_more(office, proposal_id)

    with pytest.raises(StaleRevision):
        restore(office, proposal_id, seen)
    with pytest.raises(NotEditable):
        restore(office, a_proposal_in(office, ProposalState.ORG_REVIEW))


def test_a_restored_list_stays_within_the_branch(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    first = page(office, proposal_id).operations[0]
    foreign = ((first.id, RenameUnit(office.units["Biro Umum"], "Biro Lain")),)

    with pytest.raises(UnknownUnit):
        restore_operations(
            a_context(office), RestoreOperations(proposal_id, revision(office, proposal_id), foreign)
        )


def test_a_file_that_is_no_wished_for_state_is_not_compared(office: Office) -> None:
    proposal_id = a_bare_draft(office)
    command = BringWished(proposal_id, revision(office, proposal_id), a_scan())
    brought = bring_wished(a_context(office), command)

    with pytest.raises(UnknownFile):
        compare_wished(a_context(office), proposal_id, Wished(file_id=UUID(int=5)), {})
    assert brought != proposal_id
    assert revision(office, proposal_id) == command.seen_revision


def test_a_day_is_compared_with_what_the_draft_comes_to(office: Office) -> None:
    proposal_id = a_bare_draft(office)

    found = compare_wished(a_context(office), proposal_id, Wished(on=TODAY), {})

    assert found.operations == (RenameUnit(office.units[HUMAS], HUMAS),)
    assert (found.left_out, found.asked) == (0, ())
