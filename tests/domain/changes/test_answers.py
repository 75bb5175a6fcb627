"""What a person says of doubtful pairs counts, and codes of what is not held count for nothing."""

from dataclasses import replace
from uuid import UUID

from orgflow.domain.changes.apply import apply_all, left_by
from orgflow.domain.changes.derive import derive, match
from orgflow.domain.changes.matching import Coded, Thing
from orgflow.domain.changes.operations import AbolishUnit, CreateUnit, RenameUnit
from orgflow.domain.organisation.organisation import Organisation
from orgflow.domain.organisation.structure import Structure
from orgflow.domain.values import PostId, UnitId
from tests.factories.changes import KINDS
from tests.factories.organisation import BUREAU, ON, a_root, a_unit, unit_id

OLD, NEW = unit_id(2), UnitId(UUID(int=77))


def a_side(held: UnitId, name: str) -> Coded:
    """Return a government with one bureau."""
    units = (a_root(), replace(a_unit(2, name), id=held))
    return Coded(Organisation.of(Structure.of(ON, units), KINDS), {a_root().id: "pemprov"})


def test_a_pair_said_to_be_one_is_renamed_and_one_said_to_be_two_ends_and_begins() -> None:
    before, after = a_side(OLD, "Biro Umum"), a_side(NEW, "Biro Arsip")
    pair = (Thing.UNIT, OLD, NEW)

    one = derive(before, after, answers={pair: True})
    two = derive(before, after, answers={pair: False})

    assert one.operations == (RenameUnit(OLD, "Biro Arsip"),)
    assert {type(found) for found in two.operations} == {CreateUnit, AbolishUnit}
    assert apply_all(before.organisation, two.operations) == two.after


def test_a_code_of_what_is_not_held_is_no_code() -> None:
    before, after = a_side(OLD, "Biro Umum"), a_side(NEW, "Biro Umum")
    gone = {PostId(UUID(int=900)): "kepala-lama"}

    matched = match(replace(before, post_codes=gone), replace(after, post_codes=gone))

    assert matched.units[NEW] == OLD
    assert matched.posts == {}


def test_what_is_refused_changes_nothing_for_the_next() -> None:
    held = a_side(OLD, "Biro Umum").organisation

    left = left_by(held, (RenameUnit(OLD, "Biro Umum"), RenameUnit(OLD, "Biro Arsip")))

    assert left.units[OLD].name == "Biro Arsip"
    assert left.units[OLD].kind == BUREAU
