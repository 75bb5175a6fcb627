"""From two organisations: exact where codes are given, nearly so without, and every doubt told."""

from dataclasses import replace

import pytest

from orgflow.domain.changes.apply import apply_all
from orgflow.domain.changes.derive import Derived, Says, derive, match
from orgflow.domain.changes.matching import Coded, Thing
from orgflow.domain.changes.tally import Became, tally
from orgflow.domain.organisation.structure import Placement
from tests.factories.two_organisations import (
    ABOLISHED,
    CREATED,
    MOVED,
    RENAMED,
    TwoOrganisations,
    two_organisations,
)


@pytest.fixture(scope="module")
def two() -> TwoOrganisations:
    return two_organisations()


def counted(derived: Derived) -> tuple[dict[Became, int], dict[Became, int]]:
    found = tally(derived.before, derived.after)
    return (
        {became: len(held) for became, held in found.units.items()},
        {became: len(held) for became, held in found.posts.items()},
    )


def test_with_codes_what_became_of_each_is_told_exactly(two: TwoOrganisations) -> None:
    derived = derive(two.before, two.after)

    for found in counted(derived):
        assert found[Became.RENAMED] == RENAMED
        assert found[Became.MOVED] == MOVED
        assert (found[Became.CREATED], found[Became.ABOLISHED]) == (CREATED, ABOLISHED)
    assert apply_all(derived.before, derived.operations) == derived.after
    assert [doubt for doubt in derived.asked if doubt.thing is not Thing.FUNCTION] == []


def test_the_result_is_the_second_organisation_but_for_its_ids(two: TwoOrganisations) -> None:
    derived = derive(two.before, two.after)
    result, wished = apply_all(derived.before, derived.operations), two.after.organisation
    back = {old: new for new, old in two.units.items()}

    names = {back.get(unit.id, unit.id): unit.name for unit in result.units.values()}
    assert names == {unit.id: unit.name for unit in wished.units.values()}
    assert sorted((post.title or "", post.seats) for post in result.posts.values()) == sorted(
        (post.title or "", post.seats) for post in wished.posts.values()
    )


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_without_codes_most_pairs_are_right_and_every_wrong_one_is_asked(seed: int) -> None:
    two = two_organisations(seed)
    matched = match(Coded(two.before.organisation), Coded(two.after.organisation))

    asked = {(doubt.from_id, doubt.to_id) for doubt in matched.asked}
    for found, right in ((matched.units, two.units), (matched.posts, two.posts)):
        pairs, true = {**found}, {**right}
        good = sum(pairs.get(new) == old for new, old in true.items())
        wrong = [(old, new) for new, old in pairs.items() if true.get(new) != old]
        assert good >= 0.95 * len(true)
        assert [pair for pair in wrong if pair not in asked] == []


def test_running_numbers_are_no_codes(two: TwoOrganisations) -> None:
    numbers = Coded(
        two.after.organisation,
        {unit_id: f"U{place + 2}" for place, unit_id in enumerate(sorted(two.after.organisation.units))},
    )

    matched = match(Coded(two.before.organisation, two.before.unit_codes), numbers)

    good = sum(matched.units.get(new) == old for new, old in two.units.items())
    assert good >= 0.95 * len(two.units)


def test_what_a_file_leaves_open_stays_and_guessed_kinds_do_not_count(two: TwoOrganisations) -> None:
    before = two.before.organisation
    known = {
        unit.id: replace(unit, letter_code="HMS", placement=Placement.UNVERIFIED)
        for unit in before.units.values()
    }
    first = replace(before, structure=replace(before.structure, units=known))
    said = Coded(before, two.before.unit_codes, two.before.post_codes)

    open_cells = derive(replace(two.before, organisation=first), said, says=Says(gaps=False, kinds=False))
    meant = derive(replace(two.before, organisation=first), said)

    assert open_cells.operations == ()
    assert len(meant.operations) == 2 * len(before.units) - 1
    assert apply_all(meant.before, meant.operations) == meant.after
