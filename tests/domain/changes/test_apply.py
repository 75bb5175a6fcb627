"""A rename, and when it is refused."""

from datetime import date
from uuid import UUID

import pytest

from orgflow.domain.changes.apply import apply_all, apply_operation, apply_proposed
from orgflow.domain.changes.operations import RenameUnit
from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.structure import NameTaken, NameUnchanged, Structure, Unit, UnknownUnit
from orgflow.domain.values import UnitId
from tests.factories.changes import whole
from tests.factories.organisation import DIVISION, a_structure, a_unit, unit_id


def test_a_renamed_unit_keeps_its_identity() -> None:
    before, (law, _) = a_structure("Biro Hukum", "Biro Umum")

    after = apply_operation(whole(before), RenameUnit(law, "Biro Hukum dan HAM"))

    assert after.structure.unit(law).name == "Biro Hukum dan HAM"
    assert before.unit(law).name == "Biro Hukum"


def test_a_new_name_is_stored_letter_for_letter() -> None:
    before, (law,) = a_structure("Biro Hukum")
    odd = 'Biro "Hukum" & <HAM> d\'Art'

    assert apply_operation(whole(before), RenameUnit(law, odd)).structure.unit(law).name == odd


@pytest.mark.parametrize("taken", ["Biro Umum", "biro umum", "BIRO  UMUM"])
def test_a_siblings_name_is_refused_whatever_its_case_and_spaces(taken: str) -> None:
    before, (law, _) = a_structure("Biro Hukum", "Biro Umum")

    with pytest.raises(NameTaken) as refused:
        apply_operation(whole(before), RenameUnit(law, taken))

    assert refused.value.facts["taken_by"] == "Biro Umum"


def test_a_name_borne_elsewhere_in_the_tree_is_free() -> None:
    before, (law, _) = a_structure("Biro Hukum", "Biro Umum")
    before = before.with_unit(a_unit(9, "Bagian Hukum", parent=unit_id(3), kind=DIVISION))

    after = apply_operation(whole(before), RenameUnit(law, "Bagian Hukum"))

    assert after.structure.unit(law).name == "Bagian Hukum"


def test_the_name_a_unit_bears_is_no_new_name() -> None:
    before, (law,) = a_structure("Biro Hukum")

    with pytest.raises(NameUnchanged):
        apply_operation(whole(before), RenameUnit(law, "Biro Hukum"))


def test_a_change_of_capitals_alone_is_a_change() -> None:
    before, (law,) = a_structure("Biro hukum")

    assert (
        apply_operation(whole(before), RenameUnit(law, "Biro Hukum")).structure.unit(law).name == "Biro Hukum"
    )


def test_a_unit_that_is_not_there_is_refused() -> None:
    before, _ = a_structure("Biro Hukum")

    with pytest.raises(UnknownUnit):
        apply_operation(whole(before), RenameUnit(unit_id(99), "Biro Baru"))


def test_a_name_given_up_by_an_earlier_operation_is_free() -> None:
    before, (law, general) = a_structure("Biro Hukum", "Biro Umum")

    after = apply_all(
        whole(before), [RenameUnit(general, "Biro Umum dan Rumah Tangga"), RenameUnit(law, "Biro Umum")]
    )

    assert after.structure.unit(law).name == "Biro Umum"


def test_a_bureau_may_not_take_the_name_of_one_under_another_assistant() -> None:
    assistant = UnitKind("asisten", "Asisten", 2, "{unit}")
    bureau = UnitKind("biro", "Biro", 3, "Kepala {unit}", may_propose=True)
    first, second, law, pr = (UnitId(UUID(int=number)) for number in range(4))
    before = Structure.of(
        date(2026, 3, 1),
        (
            Unit(first, assistant, "Asisten I", None, 1),
            Unit(second, assistant, "Asisten II", first, 2),
            Unit(law, bureau, "Biro Hukum", first, 1),
            Unit(pr, bureau, "Biro Humas", second, 1),
        ),
    )

    with pytest.raises(NameTaken) as refused:
        apply_proposed(whole(before), [RenameUnit(pr, "biro  HUKUM")])

    assert refused.value.facts["taken_by"] == "Biro Hukum"
