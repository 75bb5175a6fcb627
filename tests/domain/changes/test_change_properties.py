"""Apply, diff and the encoding undo each other, whatever the organisation."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from orgflow.domain.changes import operations as ops
from orgflow.domain.changes.apply import apply_all, apply_operation, steps
from orgflow.domain.changes.diff import changed_units, diff
from orgflow.domain.changes.encoding import decode, encode
from orgflow.domain.changes.matrix import compare_words
from orgflow.domain.changes.operations import NewUnit, Operation
from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.organisation import Organisation, Post
from orgflow.domain.organisation.records import FunctionKind, PostRole
from tests.factories.changes import KINDS, NAMES, function_id, organisations, post_id
from tests.factories.organisation import unit_id

TEXT = st.text(st.characters(exclude_categories=["C"]), max_size=40)
UNIT = st.integers(1, 11).map(unit_id)
POST = st.integers(0, 7).map(post_id)
FUNCTION = st.integers(0, 7).map(function_id)
REASON = st.none() | TEXT
PLACE = st.integers(0, 3)
NEW = st.builds(
    NewUnit, UNIT, st.sampled_from(sorted(KINDS)), st.sampled_from(NAMES), UNIT, PLACE, st.none() | TEXT
)
POINT = st.builds(ops.Point, FUNCTION, st.sampled_from(FunctionKind), PLACE, TEXT)
PART = st.builds(
    ops.Part,
    NEW,
    st.lists(POST, max_size=2).map(tuple),
    st.lists(FUNCTION, max_size=2).map(tuple),
    st.lists(UNIT, max_size=2).map(tuple),
)
OPERATION: st.SearchStrategy[Operation] = st.one_of(
    st.builds(ops.RenameUnit, UNIT, st.sampled_from(NAMES), REASON),
    st.builds(ops.SwapNames, UNIT, UNIT, REASON),
    st.builds(ops.CreateUnit, NEW, REASON),
    st.builds(
        ops.AbolishUnit,
        UNIT,
        st.none() | UNIT,
        st.sampled_from(ops.Below),
        st.sampled_from(ops.Fate),
        st.sampled_from(ops.Fate),
        REASON,
    ),
    st.builds(ops.MoveUnit, UNIT, UNIT, PLACE, reason=REASON),
    st.builds(ops.MergeUnits, st.lists(UNIT, max_size=3).map(tuple), NEW, st.none() | POST, REASON),
    st.builds(ops.SplitUnit, UNIT, st.lists(PART, max_size=3).map(tuple), UNIT, REASON),
    st.builds(
        ops.ReorderUnits, UNIT, st.lists(st.builds(ops.Place, UNIT, PLACE), max_size=2).map(tuple), REASON
    ),
    st.builds(ops.ChangeKind, UNIT, st.sampled_from(sorted(KINDS)), REASON),
    st.builds(ops.RecodeUnit, UNIT, st.none() | TEXT, st.none() | TEXT, REASON),
    st.builds(ops.ReviseDutyField, UNIT, st.none() | TEXT, REASON),
    st.builds(
        ops.ReviseFunctions,
        UNIT,
        st.lists(POINT, max_size=1).map(tuple),
        st.lists(POINT, max_size=1).map(tuple),
        st.lists(FUNCTION, max_size=1).map(tuple),
        REASON,
    ),
    st.builds(ops.TransferFunction, FUNCTION, UNIT, UNIT, PLACE, REASON),
    st.builds(
        ops.CreatePost,
        st.builds(Post, POST, UNIT, st.sampled_from(PostRole), st.none() | TEXT, seats=st.integers(0, 2)),
        st.none() | TEXT,
        REASON,
    ),
    st.builds(ops.AbolishPost, POST, REASON),
    st.builds(
        ops.ChangePost,
        POST,
        st.sampled_from(PostRole),
        st.none() | TEXT,
        st.none() | TEXT,
        st.none(),
        st.integers(0, 2),
        REASON,
    ),
    st.builds(ops.TransferPost, POST, UNIT, UNIT, REASON),
)
SOME = settings(max_examples=150, deadline=None)


def accepted(before: Organisation, tried: list[Operation]) -> tuple[list[Operation], Organisation]:
    """Return those of the operations that apply, each alone, after the ones before it."""
    found, standing = [], before
    for operation in tried:
        try:
            standing = apply_operation(standing, operation)
        except DomainError:
            continue
        found.append(operation)
    return found, standing


@SOME
@given(organisations(), organisations())
def test_the_difference_of_two_organisations_turns_one_into_the_other(
    before: Organisation, after: Organisation
) -> None:
    assert apply_all(before, diff(before, after)) == after


@SOME
@given(organisations(), st.lists(OPERATION, max_size=25))
def test_operations_leave_a_sound_organisation_and_are_found_again(
    before: Organisation, tried: list[Operation]
) -> None:
    operations, after = accepted(before, tried)

    after.check()
    assert apply_all(before, operations) == after
    assert apply_all(before, diff(before, after)) == after


@SOME
@given(organisations(), OPERATION)
def test_a_refused_operation_changes_nothing_for_the_next(before: Organisation, operation: Operation) -> None:
    copy = Organisation.of(before.structure, before.kinds, before.posts.values(), before.functions.values())
    (met,) = steps(before, [operation])

    assert met[:2] == (operation, copy)
    assert before == copy


@SOME
@given(OPERATION)
def test_an_operation_is_read_back_as_it_was_written(operation: Operation) -> None:
    assert decode(encode(operation)) == operation
    assert encode(decode(encode(operation))) == encode(operation)


@SOME
@given(organisations())
def test_what_is_the_same_has_no_difference(held: Organisation) -> None:
    assert diff(held, held) == ()
    assert changed_units(held.structure, held.structure) == ()


@SOME
@given(organisations(range(2, 7)), st.permutations(range(2, 7)), st.data())
def test_changes_of_different_units_come_to_the_same_in_any_order(
    before: Organisation, numbers: list[int], data: st.DataObject
) -> None:
    kept = [unit_id(number) for number in numbers if unit_id(number) in before.units]
    assume(kept)
    operations: list[Operation] = []
    for place, one in enumerate(kept):
        operations.append(ops.RenameUnit(one, f"Nama yang baru {place}"))
        operations.append(ops.RecodeUnit(one, f"N{place}", f"K{place}"))
        operations.append(ops.ReviseDutyField(one, f"bidang {place}"))
    operations += [ops.AbolishPost(held) for held in before.posts]
    operations += [
        ops.TransferFunction(held.id, held.unit_id, kept[0], 1)
        for held in before.functions.values()
        if held.unit_id != kept[0]
    ]

    assert apply_all(before, data.draw(st.permutations(operations))) == apply_all(before, operations)


@given(TEXT, TEXT)
def test_a_comparison_gives_both_texts_back(before: str, after: str) -> None:
    left, right = compare_words(before, after)

    assert "".join(word.text for word in left) == before
    assert "".join(word.text for word in right) == after
    assert before != after or not any(word.is_changed for word in (*left, *right))
