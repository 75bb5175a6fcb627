"""Operations as they are stored."""

import json
from dataclasses import fields
from typing import get_args

import pytest

from orgflow.domain.changes.encoding import KINDS, OperationUnreadable, decode, encode
from orgflow.domain.changes.operations import (
    CreateUnit,
    MergeUnits,
    NewUnit,
    Operation,
    Point,
    RenameUnit,
    ReviseFunctions,
)
from orgflow.domain.organisation.records import FunctionKind
from orgflow.domain.organisation.structure import Placement
from tests.factories.changes import function_id
from tests.factories.organisation import ROOT_ID, unit_id

ID = "00000000-0000-0000-0000-000000000002"


def test_a_stored_operation_says_its_kind_and_version() -> None:
    assert encode(RenameUnit(unit_id(2), "Biro Humas & Protokol", "alasan\nkedua")) == (
        '{"kind": "rename_unit", "new_name": "Biro Humas & Protokol", "reason": "alasan\\nkedua", '
        f'"unit_id": "{ID}", "v": 2}}'
    )


def test_a_rename_stored_by_the_first_version_is_still_read() -> None:
    stored = f'{{"kind": "rename_unit", "new_name": "Biro Humas", "unit_id": "{ID}", "v": 1}}'

    assert decode(stored) == RenameUnit(unit_id(2), "Biro Humas")


def test_every_kind_of_operation_has_its_name() -> None:
    assert set(KINDS.values()) == set(get_args(Operation))
    assert all("reason" in {field.name for field in fields(kind)} for kind in KINDS.values())


def test_what_stands_inside_an_operation_is_stored_with_it() -> None:
    new = NewUnit(unit_id(9), "biro", "Biro Baru", ROOT_ID, 3, "B-09", placement=Placement.UNVERIFIED)
    for operation in (
        CreateUnit(new),
        MergeUnits((unit_id(2), unit_id(3)), new),
        ReviseFunctions(unit_id(2), added=(Point(function_id(1), FunctionKind.DUTY, 1, "menyusun"),)),
    ):
        assert decode(encode(operation)) == operation


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        '{"v": 2}',
        "[" * 100_000,
        f'{{"v": 3, "kind": "rename_unit", "unit_id": "{ID}", "new_name": "x", "reason": null}}',
        f'{{"v": 2, "kind": "rename_unit", "unit_id": "{ID}", "new_name": "x"}}',
        f'{{"v": 2, "kind": "rename_unit", "unit_id": "{ID}", "new_name": "x", "reason": null, "more": 1}}',
        f'{{"v": 2, "kind": "rename_unit", "unit_id": "{ID}", "new_name": 7, "reason": null}}',
        f'{{"v": 2, "kind": ["rename_unit"], "unit_id": "{ID}", "new_name": "x", "reason": null}}',
        f'{{"v": 1, "kind": "sell_unit", "unit_id": "{ID}"}}',
        '{"v": 1, "kind": "rename_unit", "unit_id": "biro", "new_name": "x"}',
    ],
)
def test_what_this_program_does_not_know_is_not_guessed(text: str) -> None:
    with pytest.raises(OperationUnreadable):
        decode(text)


@pytest.mark.parametrize(
    ("field", "value"),
    [("position", True), ("position", "3"), ("placement", "somewhere"), ("parent_id", None), ("code", 5)],
)
def test_a_field_of_another_sort_is_refused(field: str, value: object) -> None:
    stored = json.loads(encode(CreateUnit(NewUnit(unit_id(9), "biro", "Biro Baru", ROOT_ID, 3))))
    stored["unit"][field] = value

    with pytest.raises(OperationUnreadable):
        decode(json.dumps(stored))
