"""The operations of a draft: added, changed, removed and moved, the whole list always applying."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
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
from orgflow.services.answering import NOT_ASKED
from orgflow.services.context import Context
from orgflow.services.drafting import load_draft, save_edited
from orgflow.services.statements import sentence
from orgflow.services.use_case import use_case
from orgflow.store import organisations, proposals
from orgflow.store.proposals import PlacedOperation, ProposalRow


class UnknownOperation(NotFound):
    """The proposal holds no such operation."""

    code = "unknown_operation"


@dataclass(frozen=True, slots=True)
class ChangeOperations:
    """Change the list of operations: put one (new or in an old one's place), remove, or reorder one.

    With ``operation`` and no ``operation_id`` it is added last; with both it replaces; with an id and
    no operation it is removed, or moved by ``shift`` places when that is not 0.

    Attributes:
        typed: what the form bore from which the operations were made: it tells a form sent twice, since what
            the operations say of places follows what stands.
        ahead: operations that come right before the one that is put, or alone at the end of the list.
        following: operations that come right after it.
    """

    proposal_id: ProposalId
    seen_revision: int
    operation: Operation | None = field(default=None, metadata=NOT_ASKED)
    operation_id: OperationId | None = None
    shift: int = 0
    ahead: tuple[Operation, ...] = field(default=(), metadata=NOT_ASKED)
    following: tuple[Operation, ...] = field(default=(), metadata=NOT_ASKED)
    typed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RestoreOperations:
    """Undo a change to the list: let it be as it was, each operation under its id."""

    proposal_id: ProposalId
    seen_revision: int
    operations: tuple[tuple[OperationId, Operation], ...]


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
    return _put(ctx, row, placed, _changed_list(ctx, placed, command), command.operation_id)


@use_case(requires=Permission.EDIT_PROPOSAL)
def restore_operations(ctx: Context, command: RestoreOperations) -> UUID:
    """Let the list be as it was before a change; it must apply to what the registry holds now.

    Raises:
        UnknownProposal, StaleRevision, NotEditable.
        UnknownUnit: an operation names nothing of the proposal's branch.
        RuleBroken, NotFound: as the operations' rules.
    """
    row = load_draft(ctx, command.proposal_id, command.seen_revision)
    placed = proposals.operations_of(ctx.session, command.proposal_id)
    restored = tuple(PlacedOperation(held_id, operation) for held_id, operation in command.operations)
    return _put(ctx, row, placed, restored, None)


def require_within(unit_id: UnitId, standing: Organisation, operations: Iterable[Operation]) -> None:
    """Refuse an operation that names no unit of the branch a proposal is about.

    What goes from one unit to another needs one end in the branch; what began or moved into it is of it.

    Raises:
        UnknownUnit.
    """
    reach = branch_of(unit_id, standing, ())
    for operation, met, _ in steps(standing, operations):
        named = subjects(operation, met)
        if not reach.intersection(named):
            raise UnknownUnit(unit_id=str(named[0]) if named else "", on=standing.structure.on.isoformat())
        reach |= joining(operation, reach)


def branch_of(unit_id: UnitId, standing: Organisation, operations: Iterable[Operation]) -> frozenset[UnitId]:
    """Return the units of a proposal's branch after its operations, those that ended among them."""
    reach = frozenset(unit.id for unit in standing.structure.subtree(unit_id))
    for operation in operations:
        reach |= joining(operation, reach)
    return reach


def joining(operation: Operation, reach: frozenset[UnitId]) -> frozenset[UnitId]:
    """Return the units that come into a branch by an operation: they begin by it, or move into it."""
    joining = {unit.unit_id for unit in begun_by(operation)}
    if isinstance(operation, MoveUnit) and operation.parent_id in reach:
        joining.add(operation.unit_id)
    return frozenset(joining)


def _put(
    ctx: Context,
    row: ProposalRow,
    placed: tuple[PlacedOperation, ...],
    changed: tuple[PlacedOperation, ...],
    about: OperationId | None,
) -> UUID:
    """Keep a changed list, once it applies, with one fact for each operation that is not as it was."""
    standing = organisations.organisation_on(ctx.session, ctx.government_id, row.base_on)
    require_within(UnitId(row.unit_id), standing, [entry.operation for entry in changed])
    apply_proposed(standing, (entry.operation for entry in changed))
    proposals.put_operations(ctx.session, ctx.government_id, ProposalId(row.id), changed)
    for before, after in _differences(standing, placed, changed, about):
        ctx.record(OperationChanged(str(row.id), before, after))
    save_edited(ctx, row)
    return row.id


def _changed_list(
    ctx: Context, placed: tuple[PlacedOperation, ...], command: ChangeOperations
) -> tuple[PlacedOperation, ...]:
    entries = list(placed)
    ids = [entry.id for entry in entries]
    if command.operation_id is not None and command.operation_id not in ids:
        raise UnknownOperation(operation_id=str(command.operation_id))
    at = ids.index(command.operation_id) if command.operation_id is not None else len(entries)
    held_id = command.operation_id or OperationId(ctx.new_id())
    put = [
        *(PlacedOperation(OperationId(ctx.new_id()), cleaned(one)) for one in command.ahead),
        *([PlacedOperation(held_id, cleaned(command.operation))] if command.operation is not None else ()),
        *(PlacedOperation(OperationId(ctx.new_id()), cleaned(one)) for one in command.following),
    ]
    if command.operation is None and command.operation_id is not None and command.shift != 0:
        taken = entries.pop(at)
        entries.insert(max(0, at + command.shift), taken)
        return tuple(entries)
    entries[at : at + 1] = put
    return tuple(entries)


def _differences(
    standing: Organisation,
    placed: tuple[PlacedOperation, ...],
    changed: tuple[PlacedOperation, ...],
    about: OperationId | None,
) -> Iterator[tuple[str | None, str | None]]:
    """Yield each operation that is not as it was as two sentences; where only places differ, one of them."""
    old, new = {entry.id: entry for entry in placed}, {entry.id: entry for entry in changed}
    said, says = _sentences(standing, placed), _sentences(standing, changed)
    differing = [held for held in dict.fromkeys((*old, *new)) if old.get(held) != new.get(held)]
    moved = next((held for held, other in zip(old, new, strict=False) if held != other), None)
    for held in differing:
        yield said.get(held), says.get(held)
    if not differing:
        yield said.get(about or moved), says.get(about or moved)


def _sentences(standing: Organisation, placed: tuple[PlacedOperation, ...]) -> dict[OperationId | None, str]:
    """Return the sentence of each operation, as it meets what the earlier ones left."""
    met = steps(standing, (entry.operation for entry in placed))
    return {
        entry.id: sentence(operation, found) for entry, (operation, found, _) in zip(placed, met, strict=True)
    }
