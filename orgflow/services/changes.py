"""The operations of a draft: added, changed, removed and moved, the whole list always applying."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.events import OperationChanged
from orgflow.domain.changes.apply import apply_proposed, steps
from orgflow.domain.changes.cleaning import cleaned
from orgflow.domain.changes.operations import MoveUnit, Operation
from orgflow.domain.changes.subjects import begun_by, subjects
from orgflow.domain.errors import NotFound
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.organisation.structure import UnknownUnit
from orgflow.domain.values import OperationId, ProposalId, UnitId
from orgflow.services.context import Context
from orgflow.services.drafting import load_draft, save_edited
from orgflow.services.statements import sentence
from orgflow.services.use_case import use_case
from orgflow.store import organisations, proposals
from orgflow.store.proposals import PlacedOperation


class UnknownOperation(NotFound):
    """The proposal holds no such operation."""

    code = "unknown_operation"


@dataclass(frozen=True, slots=True)
class ChangeOperations:
    """Change the list of operations: put one (new or in an old one's place), remove, or reorder one.

    With ``operation`` and no ``operation_id`` it is added last; with both it replaces; with an id and
    no operation it is removed, or moved by ``shift`` places when that is not 0.
    """

    proposal_id: ProposalId
    seen_revision: int
    operation: Operation | None = None
    operation_id: OperationId | None = None
    shift: int = 0


@use_case(requires=Permission.EDIT_PROPOSAL)
def change_operations(ctx: Context, command: ChangeOperations) -> UUID:
    """Add, change, remove or move one operation; the whole list must still apply.

    Raises:
        UnknownProposal, StaleRevision, NotEditable, UnknownOperation.
        UnknownUnit: an operation names nothing of the proposal's branch.
        RuleBroken, NotFound: as the operations' rules; TextEmpty, TextTooLong, TextUnprintable.
    """
    row = load_draft(ctx, command.proposal_id, command.seen_revision)
    placed = proposals.operations_of(ctx.session, command.proposal_id)
    operation = cleaned(command.operation) if command.operation is not None else None
    changed = _changed_list(ctx, placed, command, operation)
    standing = organisations.organisation_on(ctx.session, ctx.government_id, row.base_on)
    require_within(UnitId(row.unit_id), standing, [entry.operation for entry in changed])
    apply_proposed(standing, (entry.operation for entry in changed))
    proposals.put_operations(ctx.session, ctx.government_id, command.proposal_id, changed)
    ctx.record(
        OperationChanged(
            str(row.id),
            _sentence(standing, placed, command.operation_id),
            _sentence(standing, changed, command.operation_id or _last_id(changed)),
        )
    )
    save_edited(ctx, row)
    return row.id


def require_within(unit_id: UnitId, standing: Organisation, operations: Iterable[Operation]) -> None:
    """Refuse an operation that names no unit of the branch a proposal is about.

    What goes from one unit to another needs one end in the branch; what began or moved into it is of it.

    Raises:
        UnknownUnit.
    """
    reach = {unit.id for unit in standing.structure.subtree(unit_id)}
    for operation, met, _ in steps(standing, operations):
        named = subjects(operation, met)
        if not reach.intersection(named):
            raise UnknownUnit(unit_id=str(named[0]) if named else "", on=standing.structure.on.isoformat())
        reach.update(unit.unit_id for unit in begun_by(operation))
        if isinstance(operation, MoveUnit) and operation.parent_id in reach:
            reach.add(operation.unit_id)


def _changed_list(
    ctx: Context,
    placed: tuple[PlacedOperation, ...],
    command: ChangeOperations,
    operation: Operation | None,
) -> tuple[PlacedOperation, ...]:
    entries = list(placed)
    if command.operation_id is None:
        if operation is not None:
            entries.append(PlacedOperation(OperationId(ctx.new_id()), operation))
        return tuple(entries)
    ids = [entry.id for entry in entries]
    if command.operation_id not in ids:
        raise UnknownOperation(operation_id=str(command.operation_id))
    at = ids.index(command.operation_id)
    if operation is not None:
        entries[at] = PlacedOperation(command.operation_id, operation)
    else:
        taken = entries.pop(at)
        if command.shift != 0:
            entries.insert(max(0, at + command.shift), taken)
    return tuple(entries)


def _last_id(placed: tuple[PlacedOperation, ...]) -> OperationId | None:
    return placed[-1].id if placed else None


def _sentence(
    standing: Organisation, placed: tuple[PlacedOperation, ...], operation_id: OperationId | None
) -> str | None:
    """Return the sentence of one of the operations, as it meets what the earlier ones left."""
    met = steps(standing, (entry.operation for entry in placed))
    for entry, (operation, found, _) in zip(placed, met, strict=True):
        if entry.id == operation_id:
            return sentence(operation, found)
    return None
