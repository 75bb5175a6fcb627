"""What a structure becomes when operations are applied to it, in their order."""

from collections.abc import Iterable
from dataclasses import replace

from orgflow.domain.changes.operations import Operation, RenameUnit
from orgflow.domain.organisation.structure import NameTaken, NameUnchanged, Structure
from orgflow.domain.values import comparable


def apply_all(structure: Structure, operations: Iterable[Operation]) -> Structure:
    """Return the structure after all operations, each applied to what the earlier ones left.

    Raises:
        UnknownUnit, NameTaken, NameUnchanged: as the single operations do.
    """
    for operation in operations:
        structure = apply_operation(structure, operation)
    return structure


def apply_operation(structure: Structure, operation: Operation) -> Structure:
    """Return the structure after one operation."""
    match operation:
        case RenameUnit():
            return apply_rename(structure, operation)


def apply_rename(structure: Structure, change: RenameUnit) -> Structure:
    """Return the structure with one unit renamed; the unit keeps its identity.

    Args:
        structure: units valid on the change-set's base date.
        change: ``new_name`` is stored as typed; comparison ignores case and repeated spaces.

    Raises:
        UnknownUnit: the unit is not valid on ``structure.on``.
        NameTaken: a sibling already bears the name, or another bureau or agency anywhere.
        NameUnchanged: it is the name the unit already bears, letter for letter.
    """
    unit = structure.unit(change.unit_id)
    if unit.name == change.new_name:
        raise NameUnchanged(name=change.new_name)
    wanted = comparable(change.new_name)
    for other in structure.namesakes_barred(unit.id):
        if comparable(other.name) == wanted:
            raise NameTaken(name=change.new_name, taken_by=other.name)
    return structure.with_unit(replace(unit, name=change.new_name))
