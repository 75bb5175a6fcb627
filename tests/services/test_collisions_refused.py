"""Changes that meet what is recorded already and are refused, each with its own reason.

The units are those of the office: Biro Humas with its Bagian Media, Biro Umum and Biro Hukum under the
Sekretariat Daerah, all since 6 January 2020; today is 2 March 2026.
"""

from collections.abc import Callable
from datetime import date
from typing import Final

import pytest

from orgflow.domain.errors import RuleBroken
from orgflow.web.sentences.organisation import ORGANISATION
from tests.factories.governments import HUKUM, HUMAS, SINCE, UMUM
from tests.factories.office import Office
from tests.factories.registry import Keeper, nothing_yet

MEDIA, SETDA, ROOT = "Bagian Media", "Sekretariat Daerah", "Pemerintah Provinsi Uji"
BEFORE, MARCH = date(2019, 1, 1), date(2026, 3, 2)
MAY, JUNE, JULY, AUGUST = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1), date(2026, 8, 1)
Acts = Callable[[Keeper], object]

REFUSED: Final[dict[str, tuple[Acts, Acts, str]]] = {
    "end a unit before a planned rename": (
        lambda k: k.rename(MEDIA, JULY, "Bagian Pers"),
        lambda k: k.end(MEDIA, MAY),
        "later_change_planned",
    ),
    "end a unit on the day of a planned move": (
        lambda k: k.move(MEDIA, JULY, UMUM),
        lambda k: k.end(MEDIA, JULY),
        "later_change_planned",
    ),
    "move the root": (nothing_yet, lambda k: k.move(ROOT, MAY, UMUM), "root_stays"),
    "end the root": (nothing_yet, lambda k: k.end(ROOT, MAY), "root_stays"),
    "a second root": (nothing_yet, lambda k: k.found("Daerah Lain", None, MAY), "several_roots"),
    "start a unit before its parent": (
        nothing_yet,
        lambda k: k.start_at(MEDIA, BEFORE),
        "unit_outside_parent",
    ),
    "start a parent after its child": (
        nothing_yet,
        lambda k: k.start_at(HUMAS, date(2021, 1, 1)),
        "unit_outside_parent",
    ),
    "start a unit after a change of it": (
        lambda k: k.rename(MEDIA, MAY, "Bagian Pers"),
        lambda k: k.start_at(MEDIA, JUNE),
        "later_change_planned",
    ),
    "end a parent with children": (nothing_yet, lambda k: k.end(HUMAS, MAY), "children_remain"),
    "end a parent to which a move is planned": (
        lambda k: k.move(MEDIA, JULY, UMUM),
        lambda k: k.end(UMUM, MAY),
        "children_remain",
    ),
    "extend a child beyond its ended parent": (
        lambda k: (k.end(MEDIA, MAY), k.end(HUMAS, MAY)),
        lambda k: k.end_at(MEDIA, JULY),
        "unit_outside_parent",
    ),
    "found a child that outlives its parent": (
        lambda k: k.end(HUKUM, JULY),
        lambda k: k.found("Bagian Arsip", HUKUM, MAY),
        "unit_outside_parent",
    ),
    "move to a unit that will have ended": (
        lambda k: k.end(HUKUM, JULY),
        lambda k: k.move(MEDIA, MAY, HUKUM),
        "unit_outside_parent",
    ),
    "move to a unit that does not exist yet": (
        lambda k: k.found("Biro Baru", SETDA, JULY, kind="biro"),
        lambda k: k.move(MEDIA, MAY, "Biro Baru"),
        "unit_outside_parent",
    ),
    "move a unit under what is below it": (
        nothing_yet,
        lambda k: k.move(HUMAS, MAY, MEDIA),
        "unit_cycle",
    ),
    "two moves that close a circle later": (
        lambda k: k.move(UMUM, JULY, MEDIA),
        lambda k: k.move(HUMAS, MAY, UMUM),
        "unit_cycle",
    ),
    "a name a sibling bears": (nothing_yet, lambda k: k.rename(UMUM, MAY, HUKUM), "name_taken"),
    "a name a sibling will bear": (
        lambda k: k.rename(HUKUM, JULY, "Biro Pers"),
        lambda k: k.rename(UMUM, MAY, "biro  pers"),
        "name_taken",
    ),
    "move beside a unit of the same name": (
        lambda k: k.found("Bagian Tata Usaha", UMUM, SINCE),
        lambda k: (
            k.found("Bagian TU", HUMAS, SINCE),
            k.rename("Bagian TU", MAY, "Bagian Tata Usaha"),
            k.move("Bagian TU", JULY, UMUM),
        ),
        "name_taken",
    ),
    "a change before the unit began": (
        nothing_yet,
        lambda k: k.rename(MEDIA, BEFORE, "Bagian Pers"),
        "not_yet_begun",
    ),
    "a change after the unit ended": (
        lambda k: k.end(MEDIA, MAY),
        lambda k: k.rename(MEDIA, JULY, "Bagian Pers"),
        "already_ended",
    ),
    "end twice": (lambda k: k.end(MEDIA, MAY), lambda k: k.end(MEDIA, JULY), "already_ended"),
    "a change to what is recorded": (
        lambda k: k.rename(MEDIA, MAY, "Bagian Pers"),
        lambda k: k.rename(MEDIA, JULY, "Bagian Pers"),
        "nothing_changes",
    ),
    "withdraw what was never planned": (
        nothing_yet,
        lambda k: k.withdraw(MEDIA, MAY),
        "no_change_that_day",
    ),
    "withdraw a move to a unit that has since been ended": (
        lambda k: (k.move(MEDIA, MAY, UMUM), k.end(HUMAS, JULY)),
        lambda k: k.withdraw(MEDIA, MAY),
        "unit_outside_parent",
    ),
    "an end before the beginning": (nothing_yet, lambda k: k.end_at(MEDIA, BEFORE), "period_empty"),
    "a post before its unit": (
        nothing_yet,
        lambda k: k.post("Analis", MEDIA, BEFORE),
        "post_outside_unit",
    ),
    "start a unit after its posts": (
        lambda k: k.post("Analis", MEDIA, SINCE),
        lambda k: k.start_at(MEDIA, date(2021, 1, 1)),
        "post_outside_unit",
    ),
    "an official before the post": (
        lambda k: k.post("Analis", MEDIA, MAY),
        lambda k: k.appoint("Contoh Dua", "Analis", MARCH),
        "appointment_outside_post",
    ),
    "an official beyond the post's end": (
        lambda k: k.post("Analis", MEDIA, SINCE, JULY),
        lambda k: k.appoint("Contoh Dua", "Analis", MARCH),
        "appointment_outside_post",
    ),
    "end a post before somebody takes it up": (
        lambda k: (k.post("Analis", MEDIA, SINCE), k.appoint("Contoh Dua", "Analis", JULY)),
        lambda k: k.end_post("Analis", MAY),
        "later_change_planned",
    ),
    "a second holder in one seat": (
        lambda k: (k.post("Analis", MEDIA, SINCE), k.appoint("Contoh Dua", "Analis", JULY)),
        lambda k: k.appoint("Contoh Tiga", "Analis", MAY),
        "seat_taken",
    ),
    "a succession before the successor": (
        lambda k: k.found("Bagian Pers", HUMAS, JULY),
        lambda k: k.follow(MEDIA, "Bagian Pers", MAY),
        "succession_outside_unit",
    ),
    "a unit that follows itself": (
        nothing_yet,
        lambda k: k.follow(MEDIA, MEDIA, MAY),
        "succession_twice",
    ),
}


@pytest.fixture
def keeper(office: Office) -> Keeper:
    return Keeper.of(office)


@pytest.mark.parametrize("case", REFUSED)
def test_a_collision_is_refused_with_its_reason(keeper: Keeper, case: str) -> None:
    prepare, act, code = REFUSED[case]
    prepare(keeper)

    with pytest.raises(RuleBroken) as refused:
        act(keeper)

    assert refused.value.code == code
    assert refused.value.code in ORGANISATION


def test_what_is_refused_changes_nothing(keeper: Keeper) -> None:
    before = {day: keeper.seen(HUMAS, day) for day in (SINCE, MARCH, AUGUST)}

    with pytest.raises(RuleBroken):
        keeper.end(HUMAS, MAY)

    assert {day: keeper.seen(HUMAS, day) for day in before} == before
