"""A day of commencement corrected: the registry reads as if the right day had been recorded at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from orgflow.domain.changes.operations import Operation, RenameUnit
from orgflow.domain.changes.recommencing import LaterChangeRests, Move, move_commencement
from orgflow.domain.organisation import keeping, keeping_posts
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.records import Basis, UnitRecord
from tests.factories.commencing import BEGUN, REGULATION, THE_DAY, commenced
from tests.factories.reorganisations import WORKED
from tests.factories.secretariat import ANALYST, HUKUM, HUMAS

RENAME = RenameUnit(HUMAS, "Biro Administrasi Pimpinan")
BEFORE, AFTER = THE_DAY - timedelta(days=60), THE_DAY + timedelta(days=275)
OTHER = Basis(source="Peraturan lain CONTOH")


def named(name: str) -> Callable[[UnitRecord], UnitRecord]:
    return lambda record: replace(record, name=name)


@pytest.mark.parametrize("operations", WORKED.values(), ids=WORKED)
@pytest.mark.parametrize("day", [BEFORE, AFTER])
def test_a_corrected_day_leaves_what_that_day_would_have_left_at_once(
    operations: tuple[Operation, ...], day: date
) -> None:
    wrong, right = commenced(*operations), commenced(*operations, on=day)

    assert wrong.moved(day) == right.after


def test_a_day_corrected_and_corrected_back_leaves_what_stood() -> None:
    held = commenced(*WORKED["a bureau is split"])

    moved = held.moved(AFTER)

    assert moved != held.after
    assert move_commencement(moved, held.touched, Move(REGULATION, AFTER, THE_DAY)) == held.after


def test_a_later_change_beyond_both_days_stays_as_it_is() -> None:
    held = commenced(RENAME)
    later = AFTER + timedelta(days=1)
    standing = keeping.change_unit(held.after, HUMAS, later, named("Biro Pimpinan"), OTHER)

    moved = held.moved(AFTER, standing)

    assert [(record.valid_from, record.name) for record in moved.unit(HUMAS)] == [
        (BEGUN, "Biro Humas dan Protokol"),
        (AFTER, "Biro Administrasi Pimpinan"),
        (later, "Biro Pimpinan"),
    ]


@pytest.mark.parametrize(
    "rests",
    [
        lambda held: keeping.change_unit(
            held, HUMAS, THE_DAY + timedelta(days=30), named("Biro Pimpinan"), OTHER
        ),
        lambda held: keeping.withdraw_change(held, HUMAS, THE_DAY),
        lambda held: keeping.change_unit(held, HUMAS, THE_DAY, named("Biro Pimpinan"), OTHER),
    ],
    ids=["changed in between", "taken back", "changed on the very day by another regulation"],
)
def test_a_day_on_which_later_records_rest_is_not_corrected(rests: Callable[[History], History]) -> None:
    held = commenced(RENAME)
    standing = rests(held.after)

    with pytest.raises(LaterChangeRests) as refused:
        held.moved(AFTER, standing)

    assert refused.value.facts["things"] == (standing.unit(HUMAS)[-1].name,)


def test_a_correction_of_what_was_recorded_does_not_stand_in_the_way() -> None:
    held = commenced(RENAME)
    standing = keeping.correct_unit(
        held.after, HUMAS, BEGUN, lambda record: replace(record, letter_code="HP")
    )

    moved = held.moved(AFTER, standing)

    assert [record.letter_code for record in moved.unit(HUMAS)] == ["HP", "HP"]
    assert moved.unit(HUMAS)[1].valid_from == AFTER


def test_what_the_regulation_did_not_touch_is_left_alone() -> None:
    held = commenced(RENAME)
    standing = keeping.change_unit(
        held.after, HUKUM, THE_DAY + timedelta(days=3), named("Biro Hukum dan HAM"), OTHER
    )
    standing = keeping_posts.end_post(standing, ANALYST, THE_DAY + timedelta(days=3))

    moved = held.moved(AFTER, standing)

    assert (moved.units[HUKUM], moved.posts) == (standing.units[HUKUM], standing.posts)
