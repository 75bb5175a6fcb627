"""Apply, diff and the encoding undo each other, whatever the names."""

from hypothesis import given
from hypothesis import strategies as st

from orgflow.domain.changes.apply import apply_all
from orgflow.domain.changes.diff import changed_units, compare_words, diff
from orgflow.domain.changes.operations import Operation, RenameUnit, decode, encode
from orgflow.domain.organisation.structure import Structure
from orgflow.domain.values import comparable
from tests.factories.organisation import a_structure

NAMES = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=40).filter(str.strip)
DISTINCT = st.lists(NAMES, min_size=2, max_size=5, unique_by=comparable)


@st.composite
def a_change(draw: st.DrawFn) -> tuple[Structure, tuple[Operation, ...]]:
    """Some bureaus, and renames of some of them to names that nobody bears before or after."""
    names = draw(DISTINCT)
    kept = draw(st.integers(1, len(names) - 1))
    before, ids = a_structure(*names[:kept])
    fresh = names[kept:]
    chosen = draw(st.permutations(ids))[: len(fresh)]
    return before, tuple(RenameUnit(unit, name) for unit, name in zip(chosen, fresh, strict=False))


@given(a_change())
def test_the_difference_of_two_structures_turns_one_into_the_other(
    change: tuple[Structure, tuple[Operation, ...]],
) -> None:
    before, operations = change
    after = apply_all(before, operations)

    assert apply_all(before, diff(before, after)) == after


@given(a_change())
def test_applying_and_comparing_gives_the_operations_back(
    change: tuple[Structure, tuple[Operation, ...]],
) -> None:
    before, operations = change

    assert set(diff(before, apply_all(before, operations))) == set(operations)


@given(a_change())
def test_what_is_not_named_does_not_change(change: tuple[Structure, tuple[Operation, ...]]) -> None:
    before, operations = change
    after = apply_all(before, operations)

    assert {unit.unit_id for unit in changed_units(before, after)} == {o.unit_id for o in operations}
    assert diff(before, before) == ()


@given(a_change())
def test_an_operation_is_read_back_as_it_was_written(
    change: tuple[Structure, tuple[Operation, ...]],
) -> None:
    for operation in change[1]:
        assert decode(encode(operation)) == operation


@given(NAMES, NAMES)
def test_a_comparison_gives_both_texts_back(before: str, after: str) -> None:
    left, right = compare_words(before, after)

    assert "".join(word.text for word in left) == before
    assert "".join(word.text for word in right) == after
    assert before != after or not any(word.is_changed for word in (*left, *right))
