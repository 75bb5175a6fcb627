"""Two days beside each other."""

from datetime import date

from orgflow.domain.access.roles import Role
from orgflow.domain.organisation.comparison import Difference
from orgflow.services.organisation.comparing import compare_days
from tests.factories.governments import HUKUM, HUMAS, UMUM
from tests.factories.office import TODAY, Office
from tests.factories.registry import Keeper

MAY, JUNE, JULY = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)


def test_what_became_of_each_unit_between_two_days(office: Office) -> None:
    keeper = Keeper.of(office)
    keeper.rename(UMUM, MAY, "Biro Rumah Tangga")
    keeper.move("Bagian Media", MAY, UMUM)
    keeper.found("Bagian Arsip", HUMAS, JUNE)
    keeper.end(HUKUM, JUNE)

    page = compare_days(office.context(Role.BUREAU_HEAD), JULY, TODAY)

    assert (page.earlier.on, page.later.on) == (TODAY, JULY)
    assert {one.name: one.differences for one in page.differences} == {
        "Bagian Arsip": (Difference.NEW,),
        "Bagian Media": (Difference.MOVED,),
        "Biro Rumah Tangga": (Difference.RENAMED,),
        HUKUM: (Difference.ENDED,),
    }
    (moved,) = [one for one in page.differences if one.name == "Bagian Media"]
    assert (moved.parent_before, moved.parent_after) == (HUMAS, "Biro Rumah Tangga")


def test_without_a_first_day_the_last_change_is_shown(office: Office) -> None:
    keeper = Keeper.of(office)
    keeper.rename(UMUM, MAY, "Biro Rumah Tangga")
    ctx = office.context(Role.BUREAU_HEAD)

    today, later = compare_days(ctx, None, None), compare_days(ctx, None, JULY)

    assert (today.earlier.on, today.later.on, today.differences) == (TODAY, TODAY, ())
    assert (later.earlier.on, later.later.on) == (date(2026, 4, 30), JULY)
    assert [one.name for one in later.differences] == ["Biro Rumah Tangga"]


def test_nothing_differs_on_one_day(office: Office) -> None:
    assert compare_days(office.context(Role.BUREAU_HEAD), MAY, MAY).differences == ()


def test_a_unit_whose_beginning_is_not_known_is_not_said_to_be_new(office: Office) -> None:
    keeper = Keeper.of(office)
    keeper.found("Bagian Arsip", HUMAS, JUNE, is_start_known=False)

    page = compare_days(office.context(Role.BUREAU_HEAD), MAY, JULY)

    assert [(one.name, one.differences) for one in page.differences] == [
        ("Bagian Arsip", (Difference.FIRST_SEEN,))
    ]
