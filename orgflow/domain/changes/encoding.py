"""Operations as versioned JSON: written and read back without loss, and nothing unknown guessed at."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Final, Union, cast, get_args, get_origin, get_type_hints
from uuid import UUID

from orgflow.domain.changes import operations as ops
from orgflow.domain.changes.operations import Operation, RenameUnit
from orgflow.domain.errors import RuleBroken
from orgflow.domain.values import UnitId

ENCODING_VERSION: Final = 2
KINDS: Final[Mapping[str, type[Operation]]] = {
    "rename_unit": ops.RenameUnit,
    "swap_names": ops.SwapNames,
    "create_unit": ops.CreateUnit,
    "abolish_unit": ops.AbolishUnit,
    "move_unit": ops.MoveUnit,
    "merge_units": ops.MergeUnits,
    "split_unit": ops.SplitUnit,
    "reorder_units": ops.ReorderUnits,
    "change_kind": ops.ChangeKind,
    "recode_unit": ops.RecodeUnit,
    "revise_duty_field": ops.ReviseDutyField,
    "revise_functions": ops.ReviseFunctions,
    "transfer_function": ops.TransferFunction,
    "create_post": ops.CreatePost,
    "abolish_post": ops.AbolishPost,
    "change_post": ops.ChangePost,
    "transfer_post": ops.TransferPost,
}
_NAMES: Final = {known: kind for kind, known in KINDS.items()}
_FRAME: Final = frozenset({"v", "kind"})


class OperationUnreadable(RuleBroken):
    """A stored operation is of a kind or version this program does not know."""

    code = "operation_unreadable"


def kind_of(operation: Operation) -> str:
    """Return the kind under which an operation is stored."""
    return _NAMES[type(operation)]


def encode(operation: Operation) -> str:
    """Return the operation as canonical JSON with its kind and version."""
    return json.dumps(plain(operation), ensure_ascii=False, sort_keys=True)


def plain(operation: Operation) -> dict[str, object]:
    """Return the operation as what JSON can hold, with its kind and version."""
    return {"v": ENCODING_VERSION, "kind": kind_of(operation), **_written_fields(operation)}


def decode(text: str) -> Operation:
    """Return the operation stored as JSON, of this version or of an earlier one.

    Raises:
        OperationUnreadable: unknown kind or version, a field missing, unknown or of another sort.
    """
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        raise OperationUnreadable(text=text[:80]) from None
    return from_plain(held)


def from_plain(held: object) -> Operation:
    """Return the operation that ``plain`` made of it.

    Raises:
        OperationUnreadable: as ``decode``.
    """
    try:
        if isinstance(held, dict) and held.get("v") == 1 and held.get("kind") == "rename_unit":
            return RenameUnit(UnitId(UUID(held["unit_id"])), _text(held["new_name"]))
        if isinstance(held, dict) and held.get("v") == ENCODING_VERSION and held.get("kind") in KINDS:
            said = {name: value for name, value in held.items() if name not in _FRAME}
            return cast("Operation", _read_fields(KINDS[held["kind"]], said))
    except (ValueError, KeyError, TypeError, AttributeError):
        pass
    raise OperationUnreadable(text=str(held)[:80])


def _written_fields(value: object) -> dict[str, object]:
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(type(value).__name__)
    return {field.name: _written(getattr(value, field.name)) for field in fields(value)}


def _written(value: object) -> object:
    match value:
        case None | int():
            return value
        case str():
            return str(value)
        case UUID():
            return str(value)
        case tuple():
            return [_written(entry) for entry in value]
        case _:
            return _written_fields(value)


def _read_fields(wanted: type[object], said: object) -> object:
    hints = get_type_hints(wanted)
    if not isinstance(said, dict) or set(said) != set(hints):
        raise ValueError(wanted.__name__)
    return wanted(**{name: _read(hint, said[name]) for name, hint in hints.items()})


def _read(hint: object, value: object) -> object:
    """Return a value as the field's type says; whatever does not fit is refused.

    Raises:
        ValueError, TypeError, KeyError.
    """
    hint = getattr(hint, "__supertype__", hint)
    if get_origin(hint) in (UnionType, Union):
        inner = [choice for choice in get_args(hint) if choice is not NoneType]
        return None if value is None else _read(inner[0], value)
    if get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise TypeError("list")
        return tuple(_read(get_args(hint)[0], entry) for entry in value)
    if isinstance(hint, type) and is_dataclass(hint):
        return _read_fields(hint, value)
    return _read_atom(hint, value)


def _read_atom(hint: object, value: object) -> object:
    if hint is int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise TypeError("int")
        return value
    if isinstance(hint, type) and issubclass(hint, str | UUID):
        return hint(_text(value))
    raise TypeError(str(hint))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("str")
    return value
