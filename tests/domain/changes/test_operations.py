"""Operations as they are stored."""

import pytest

from orgflow.domain.changes.operations import OperationUnreadable, RenameUnit, decode, encode
from tests.factories.organisation import unit_id


def test_a_stored_operation_says_its_kind_and_version() -> None:
    assert encode(RenameUnit(unit_id(2), "Biro Humas & Protokol")) == (
        '{"kind": "rename_unit", "new_name": "Biro Humas & Protokol", '
        '"unit_id": "00000000-0000-0000-0000-000000000002", "v": 1}'
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        '{"v": 1}',
        '{"v": 2, "kind": "rename_unit", "unit_id": "00000000-0000-0000-0000-000000000002", "new_name": "x"}',
        '{"v": 1, "kind": "merge_units", "unit_id": "00000000-0000-0000-0000-000000000002"}',
        '{"v": 1, "kind": "rename_unit", "unit_id": "biro", "new_name": "x"}',
    ],
)
def test_what_this_program_does_not_know_is_not_guessed(text: str) -> None:
    with pytest.raises(OperationUnreadable):
        decode(text)
