"""The operations of a draft: added, changed, removed and moved, the whole list always applying."""

from dataclasses import dataclass
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.events import OperationChanged
from orgflow.domain.changes.apply import apply_all
from orgflow.domain.changes.operations import Operation, RenameUnit
from orgflow.domain.errors import NotFound
from orgflow.domain.organisation.structure import Structure, UnknownUnit
from orgflow.domain.values import OperationId, ProposalId, UnitId, clean_name
from orgflow.services.context import Context
from orgflow.services.drafting import load_draft, save_edited
from orgflow.services.use_case import use_case
from orgflow.store import proposals, structures
from orgflow.store.proposals import PlacedOperation, ProposalRow


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
        UnknownUnit, NameTaken, NameUnchanged, TextEmpty, TextTooLong, TextUnprintable.
    """
    row = load_draft(ctx, command.proposal_id, command.seen_revision)
    placed = proposals.operations_of(ctx.session, command.proposal_id)
    operation = _cleaned(command.operation)
    changed = _changed_list(ctx, placed, command, operation)
    structure = structures.structure_on(ctx.session, ctx.government_id, row.base_on)
    _require_within(row, structure, changed)
    apply_all(structure, (entry.operation for entry in changed))
    proposals.put_operations(ctx.session, ctx.government_id, command.proposal_id, changed)
    old = next((p.operation for p in placed if p.id == command.operation_id), None)
    ctx.record(OperationChanged(str(row.id), _sentence(structure, old), _sentence(structure, operation)))
    save_edited(ctx, row)
    return row.id


def _require_within(row: ProposalRow, structure: Structure, placed: tuple[PlacedOperation, ...]) -> None:
    reach = {unit.id for unit in structure.subtree(UnitId(row.unit_id))}
    for entry in placed:
        if entry.operation.unit_id not in reach:
            raise UnknownUnit(unit_id=str(entry.operation.unit_id), on=structure.on.isoformat())


def _cleaned(operation: Operation | None) -> Operation | None:
    match operation:
        case RenameUnit(unit_id=unit_id, new_name=new_name):
            return RenameUnit(unit_id, clean_name(new_name, field="new_name"))
        case None:
            return None


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


def _sentence(structure: Structure, operation: Operation | None) -> str | None:
    match operation:
        case RenameUnit(unit_id=unit_id, new_name=new_name):
            return f"Nomenklatur {structure.unit(unit_id).name} diubah menjadi {new_name}"
        case None:
            return None
