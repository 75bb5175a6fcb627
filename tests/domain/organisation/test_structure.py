"""The structure on a day, and what is no structure."""

from dataclasses import replace

import pytest

from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.structure import Structure, StructureBroken, UnknownUnit
from tests.factories.organisation import (
    DIVISION,
    ON,
    ROOT_ID,
    a_root,
    a_structure,
    a_unit,
    unit_id,
)


def test_a_unit_that_is_not_valid_on_the_day_is_unknown() -> None:
    structure, _ = a_structure("Biro Hukum")

    with pytest.raises(UnknownUnit) as refused:
        structure.unit(unit_id(99))

    assert refused.value.facts["on"] == ON.isoformat()


def test_the_heads_title_follows_the_units_name() -> None:
    assert a_unit(name="Biro Administrasi Pimpinan").head_title == "Kepala Biro Administrasi Pimpinan"


def test_a_head_may_be_called_what_the_kind_says_alone() -> None:
    kind = UnitKind("setda", "Sekretariat Daerah", 1, "Sekretaris Daerah")

    assert a_unit(name="Sekretariat Daerah", kind=kind).head_title == "Sekretaris Daerah"


def test_subordinates_stand_in_their_order() -> None:
    structure, (law, general, people) = a_structure("Biro Hukum", "Biro Umum", "Biro Humas")

    assert [unit.id for unit in structure.children(ROOT_ID)] == [law, general, people]
    assert [unit.id for unit in structure.siblings(general)] == [law, people]


def test_a_subtree_goes_depth_first() -> None:
    division = a_unit(10, "Bagian Media", parent=unit_id(2), kind=DIVISION)
    structure, (law, general) = a_structure("Biro Hukum", "Biro Umum")
    structure = structure.with_unit(division)

    assert [unit.id for unit in structure.subtree(ROOT_ID)] == [ROOT_ID, law, division.id, general]
    assert [unit.id for unit in structure.path(division.id)] == [ROOT_ID, law, division.id]


def test_another_structure_is_made_and_the_first_stays() -> None:
    before, (law,) = a_structure("Biro Hukum")

    after = before.with_unit(replace(before.unit(law), name="Biro Hukum dan HAM"))

    assert before.unit(law).name == "Biro Hukum"
    assert after.unit(law).name == "Biro Hukum dan HAM"


def test_one_tree_is_sound_and_so_is_nothing() -> None:
    structure, _ = a_structure("Biro Hukum")

    structure.check()
    Structure.of(ON, []).check()


def test_two_roots_are_refused() -> None:
    with pytest.raises(StructureBroken):
        Structure.of(ON, [a_root(), a_unit(2, parent=None)]).check()


def test_an_unknown_superior_is_refused() -> None:
    with pytest.raises(StructureBroken) as refused:
        Structure.of(ON, [a_root(), a_unit(2, parent=unit_id(99))]).check()

    assert refused.value.facts["reason"] == "unknown_parent"


def test_units_that_lead_each_other_are_refused() -> None:
    one, other = a_unit(2, parent=unit_id(3)), a_unit(3, parent=unit_id(2))

    with pytest.raises(StructureBroken) as refused:
        Structure.of(ON, [a_root(), one, other]).check()

    assert refused.value.facts["reason"] == "cycle"
