"""Whatever the registry became: once every question is answered, all that stands of a proposal applies."""

from hypothesis import given, settings
from hypothesis import strategies as st

from orgflow.domain.changes.apply import apply_proposed, steps
from orgflow.domain.changes.crossing import crossings, may_cross
from orgflow.domain.changes.operations import Operation
from orgflow.domain.changes.rebase import rebase
from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.organisation import Organisation
from tests.domain.changes.test_change_properties import OPERATION
from tests.factories.changes import organisations
from tests.factories.meanwhile import Meanwhile

SOME = settings(max_examples=150, deadline=None)
LISTS = st.lists(OPERATION, max_size=8)


def applying(organisation: Organisation, drawn: list[Operation]) -> tuple[Operation, ...]:
    """Return those of the operations that apply, as a proposal would hold them."""
    kept = [operation for operation, _, refused in steps(organisation, drawn) if refused is None]
    while kept:
        try:
            apply_proposed(organisation, kept)
        except DomainError:
            kept.pop()
        else:
            break
    return tuple(kept)


@SOME
@given(organisations(), LISTS)
def test_on_the_same_structure_everything_stands_unasked(
    organisation: Organisation, drawn: list[Operation]
) -> None:
    operations = applying(organisation, drawn)

    found = rebase(organisation, organisation, operations, {})

    assert found.conflicts == ()
    assert found.operations == operations


@SOME
@given(organisations(), organisations(), LISTS, st.sampled_from([Choice.LATEST, Choice.OURS]))
def test_once_answered_all_that_stands_applies(
    old: Organisation, new: Organisation, drawn: list[Operation], choice: Choice
) -> None:
    case = Meanwhile(old, new, applying(old, drawn))

    found = case.answered(choice)

    apply_proposed(new, found.operations)
    assert found.is_settled or choice is Choice.OURS
    assert all(held.choice is None for held in found.conflicts if not held.can_keep and choice is Choice.OURS)
    places = {place for place, _ in found.kept}
    assert places.isdisjoint((*found.done, *found.dropped, *found.followed))
    assert places | {*found.done, *found.dropped, *found.followed} == set(range(len(case.operations)))


@SOME
@given(organisations(), LISTS, LISTS)
def test_lists_that_cross_might_have_been_known_to(
    organisation: Organisation, ours: list[Operation], theirs: list[Operation]
) -> None:
    if crossings(ours, theirs, organisation):
        assert may_cross(ours, theirs)
