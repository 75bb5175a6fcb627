"""The closed union of operations a proposal is made of, and their versioned encoding."""

import json
from dataclasses import dataclass
from typing import Final, TypeAlias
from uuid import UUID

from orgflow.domain.errors import RuleBroken
from orgflow.domain.values import UnitId

ENCODING_VERSION: Final = 1


class OperationUnreadable(RuleBroken):
    """A stored operation is of a kind or version this program does not know."""

    code = "operation_unreadable"


@dataclass(frozen=True, slots=True)
class RenameUnit:
    """A unit takes another name and keeps its identity; ``new_name`` is stored as typed."""

    unit_id: UnitId
    new_name: str


Operation: TypeAlias = RenameUnit


def encode(operation: Operation) -> str:
    """Return the operation as canonical JSON with its kind and version."""
    match operation:
        case RenameUnit(unit_id=unit_id, new_name=new_name):
            fields = {"kind": "rename_unit", "unit_id": str(unit_id), "new_name": new_name}
    return json.dumps({"v": ENCODING_VERSION, **fields}, ensure_ascii=False, sort_keys=True)


def decode(text: str) -> Operation:
    """Return the operation stored as JSON.

    Raises:
        OperationUnreadable: unknown kind or version, or a field is missing.
    """
    try:
        fields = json.loads(text)
        if fields["v"] == ENCODING_VERSION and fields["kind"] == "rename_unit":
            return RenameUnit(UnitId(UUID(fields["unit_id"])), str(fields["new_name"]))
    except (ValueError, KeyError, TypeError):
        raise OperationUnreadable(text=text[:80]) from None
    raise OperationUnreadable(text=text[:80])
