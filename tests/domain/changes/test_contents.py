"""What of posts and functions differs, and which units are touched by it."""

from dataclasses import replace
from uuid import UUID

from orgflow.domain.changes.contents import (
    FunctionChange,
    PostChange,
    changed_functions,
    changed_posts,
    units_changed_inside,
)
from orgflow.domain.organisation.organisation import Function, Organisation, Post
from orgflow.domain.organisation.records import FunctionKind, PostRole
from orgflow.domain.organisation.structure import Structure
from orgflow.domain.values import FunctionId, PostId
from tests.factories.changes import KINDS
from tests.factories.organisation import ON, a_root, a_unit, unit_id

ONE, OTHER = unit_id(2), unit_id(3)


def a_post(number: int, **said: object) -> Post:
    return replace(Post(PostId(UUID(int=number)), ONE, PostRole.MEMBER, "Analis"), **said)


def a_function(number: int, text: str = "melakukan kerja", position: int = 1) -> Function:
    return Function(FunctionId(UUID(int=number)), ONE, FunctionKind.FUNCTION, position, text)


def holding(posts: tuple[Post, ...] = (), functions: tuple[Function, ...] = ()) -> Organisation:
    units = (a_root(), a_unit(2, "Biro Umum"), a_unit(3, "Biro Hukum"))
    return Organisation.of(Structure.of(ON, units), KINDS, posts, functions)


def test_posts_that_end_change_and_begin_are_told_in_this_order() -> None:
    ended, kept, begun = a_post(11), a_post(12), a_post(13)
    changed = replace(kept, seats=3)

    found = tuple(changed_posts(holding((ended, kept)), holding((changed, begun))))

    assert found == (PostChange(ended, None), PostChange(kept, changed), PostChange(None, begun))


def test_the_place_of_a_function_alone_makes_no_difference() -> None:
    first = a_function(21)
    moved, reworded = replace(first, position=5), replace(first, text="melakukan hal lain")

    assert tuple(changed_functions(holding(functions=(first,)), holding(functions=(moved,)))) == ()
    assert tuple(changed_functions(holding(functions=(first,)), holding(functions=(reworded,)))) == (
        FunctionChange(first, reworded),
    )


def test_both_units_between_which_something_goes_are_touched() -> None:
    post, function = a_post(11), a_function(21)
    gone = replace(function, unit_id=OTHER)

    assert units_changed_inside(holding((post,)), holding((post,))) == frozenset()
    assert units_changed_inside(holding(functions=(function,)), holding(functions=(gone,))) == {ONE, OTHER}
