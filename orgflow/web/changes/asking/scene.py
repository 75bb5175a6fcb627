"""What stands when an operation is asked for: the organisation that the earlier ones left, and the branch."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar
from uuid import UUID, uuid5

from orgflow.domain.changes.apply import left_by
from orgflow.domain.changes.operations import Operation
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.values import ProposalId, UnitId
from orgflow.services.changes import UnknownOperation, branch_of
from orgflow.services.proposal_pages import ProposalPage

Given = Mapping[str, tuple[str, ...]]
Kind = TypeVar("Kind", bound=Operation)


@dataclass(frozen=True)
class Scene:
    """What an operation meets, and what was answered before its form.

    Attributes:
        branch_ids: the units of the proposal's branch, those that ended among them.
        given: the answers to the first questions, by their names.
        held: the operation that is edited, None for a new one.
        key: the form's own key: what begins by it has the same id when the form is sent twice.
    """

    proposal_id: ProposalId
    unit_id: UnitId
    standing: Organisation
    branch_ids: frozenset[UnitId]
    given: Given = field(default_factory=dict)
    held: Operation | None = None
    key: str = ""

    def new_id(self, slot: str) -> UUID:
        """Return the id of what begins; slots of one form differ."""
        return uuid5(self.proposal_id, f"{self.key}:{slot}")

    @cached_property
    def branch(self) -> tuple[Unit, ...]:
        """The units of the branch as they stand, in the order of the tree."""
        return tuple(unit for unit in self.in_order if unit.id in self.branch_ids)

    @cached_property
    def others(self) -> tuple[Unit, ...]:
        """All other units, in the order of the tree."""
        return tuple(unit for unit in self.in_order if unit.id not in self.branch_ids)

    @cached_property
    def in_order(self) -> tuple[Unit, ...]:
        """All units as they stand, in the order of the tree."""
        structure = self.standing.structure
        return structure.subtree(structure.root().id)

    @cached_property
    def top_name(self) -> str:
        """The name of the unit that the proposal is about, where it still stands."""
        held = self.standing.units.get(self.unit_id)
        return held.name if held is not None else ""

    def unit_given(self, name: str = "unit") -> Unit:
        """Return the unit that was chosen first.

        Raises:
            UnknownUnit: it does not stand.
        """
        return self.standing.structure.unit(UnitId(UUID(self.given[name][0])))

    def next_place(self, parent_id: UnitId) -> int:
        """Return the place after the last one under a parent."""
        places = [unit.position for unit in self.standing.structure.children(parent_id)]
        return max(places, default=0) + 1


def scene_of(page: ProposalPage, operation_id: UUID | None, given: Given, key: str) -> Scene:
    """Return what an operation of a proposal meets; a new one comes last.

    Raises:
        UnknownOperation: the proposal holds no operation with the id.
    """
    before: list[Operation] = []
    held: Operation | None = None
    for placed in page.operations:
        if placed.id == operation_id:
            held = placed.operation
            break
        before.append(placed.operation)
    if operation_id is not None and held is None:
        raise UnknownOperation(operation_id=str(operation_id))
    return Scene(
        page.id,
        page.unit.id,
        left_by(page.organisation_before, before),
        branch_of(page.unit.id, page.organisation_before, before),
        given,
        held,
        key,
    )


def as_kind(operation: Operation | None, kind: type[Kind]) -> Kind:
    """Return an operation as one of the kind that its form asks for.

    Raises:
        LookupError: it is of another kind.
    """
    if not isinstance(operation, kind):
        raise LookupError(kind.__name__)
    return operation
