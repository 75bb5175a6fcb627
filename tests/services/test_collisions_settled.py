"""Changes that meet what is recorded already and are settled: what then holds on which day.

The units are those of the office: Biro Humas with its Bagian Media, Biro Umum and Biro Hukum under the
Sekretariat Daerah, all since 6 January 2020; today is 2 March 2026.
"""

from collections.abc import Callable
from datetime import date
from typing import Final

import pytest

from orgflow.domain.organisation.tenure import AppointmentKind
from tests.factories.governments import HUKUM, HUMAS, SINCE, UMUM
from tests.factories.office import Office
from tests.factories.registry import Keeper, nothing_yet

MEDIA, SETDA, ROOT = "Bagian Media", "Sekretariat Daerah", "Pemerintah Provinsi Uji"
BEFORE, MARCH = date(2019, 1, 1), date(2026, 3, 2)
MAY, JUNE, JULY, AUGUST = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1), date(2026, 8, 1)
Acts = Callable[[Keeper], object]
Seen = dict[tuple[str, date], str | None]

ACCEPTED: Final[dict[str, tuple[Acts, Acts, Seen]]] = {
    "rename before a planned move: the move carries the new name": (
        lambda k: k.move(MEDIA, JULY, UMUM),
        lambda k: k.rename(MEDIA, MAY, "Bagian Pers"),
        {(MEDIA, JUNE): f"Bagian Pers < {HUMAS}", (MEDIA, AUGUST): f"Bagian Pers < {UMUM}"},
    ),
    "move before a planned rename: the rename stays in the new place": (
        lambda k: k.rename(MEDIA, JULY, "Bagian Pers"),
        lambda k: k.move(MEDIA, MAY, UMUM),
        {(MEDIA, JUNE): f"{MEDIA} < {UMUM}", (MEDIA, AUGUST): f"Bagian Pers < {UMUM}"},
    ),
    "rename before a planned rename: the planned name still comes": (
        lambda k: k.rename(MEDIA, JULY, "Bagian Siaran"),
        lambda k: k.rename(MEDIA, MAY, "Bagian Pers"),
        {(MEDIA, JUNE): f"Bagian Pers < {HUMAS}", (MEDIA, AUGUST): f"Bagian Siaran < {HUMAS}"},
    ),
    "rename on the day of a planned move: one day, both changes": (
        lambda k: k.move(MEDIA, JULY, UMUM),
        lambda k: k.rename(MEDIA, JULY, "Bagian Pers"),
        {(MEDIA, JUNE): f"{MEDIA} < {HUMAS}", (MEDIA, JULY): f"Bagian Pers < {UMUM}"},
    ),
    "rename the parent of a unit with a planned move: the unit is not touched": (
        lambda k: k.move(MEDIA, JULY, UMUM),
        lambda k: k.rename(HUMAS, MAY, "Biro Pers"),
        {(MEDIA, JUNE): f"{MEDIA} < Biro Pers", (MEDIA, AUGUST): f"{MEDIA} < {UMUM}"},
    ),
    "a name is freed and taken on one day": (
        lambda k: k.rename(HUMAS, JULY, "Biro Pers"),
        lambda k: k.rename(UMUM, JULY, HUMAS),
        {(HUMAS, JULY): f"Biro Pers < {SETDA}", (UMUM, JULY): f"{HUMAS} < {SETDA}"},
    ),
    "end a unit after its child has moved away": (
        lambda k: k.move(MEDIA, MAY, UMUM),
        lambda k: k.end(HUMAS, JULY),
        {(HUMAS, JUNE): f"{HUMAS} < {SETDA}", (HUMAS, JULY): None, (MEDIA, JULY): f"{MEDIA} < {UMUM}"},
    ),
    "end parent and child on one day, the child first": (
        lambda k: k.end(MEDIA, JULY),
        lambda k: k.end(HUMAS, JULY),
        {(HUMAS, JULY): None, (MEDIA, JULY): None},
    ),
    "a change in the past that was never recorded": (
        lambda k: k.rename(MEDIA, MAY, "Bagian Pers"),
        lambda k: k.move(MEDIA, date(2023, 1, 1), UMUM),
        {(MEDIA, date(2022, 12, 31)): f"{MEDIA} < {HUMAS}", (MEDIA, MAY): f"Bagian Pers < {UMUM}"},
    ),
    "a unit founded for a period inside its parent's": (
        nothing_yet,
        lambda k: k.found("Bagian Arsip", UMUM, MAY, JULY),
        {("Bagian Arsip", JUNE): f"Bagian Arsip < {UMUM}", ("Bagian Arsip", JULY): None},
    ),
    "start a child later, within its parent": (
        lambda k: k.found("Bagian Arsip", UMUM, MAY),
        lambda k: k.start_at("Bagian Arsip", JUNE),
        {("Bagian Arsip", MAY): None, ("Bagian Arsip", JUNE): f"Bagian Arsip < {UMUM}"},
    ),
    "start a child earlier, within its parent": (
        lambda k: k.found("Bagian Arsip", UMUM, MAY),
        lambda k: k.start_at("Bagian Arsip", SINCE),
        {("Bagian Arsip", MARCH): f"Bagian Arsip < {UMUM}"},
    ),
    "extend the end of a parent, then of its child": (
        lambda k: (k.end(MEDIA, MAY), k.end(HUMAS, MAY)),
        lambda k: (k.end_at(HUMAS, JULY), k.end_at(MEDIA, JULY)),
        {(MEDIA, JUNE): f"{MEDIA} < {HUMAS}", (HUMAS, JUNE): f"{HUMAS} < {SETDA}", (HUMAS, JULY): None},
    ),
    "start a whole government earlier": (
        nothing_yet,
        lambda k: k.start_at(ROOT, BEFORE),
        {(ROOT, BEFORE): ROOT},
    ),
    "extend an end": (
        lambda k: k.end(MEDIA, MAY),
        lambda k: k.end_at(MEDIA, JULY),
        {(MEDIA, JUNE): f"{MEDIA} < {HUMAS}", (MEDIA, JULY): None},
    ),
    "take an end back": (
        lambda k: k.end(MEDIA, MAY),
        lambda k: k.end_at(MEDIA, None),
        {(MEDIA, AUGUST): f"{MEDIA} < {HUMAS}"},
    ),
    "withdraw a planned rename before a planned move: the move keeps the old name": (
        lambda k: (k.rename(MEDIA, MAY, "Bagian Pers"), k.move(MEDIA, JULY, UMUM)),
        lambda k: k.withdraw(MEDIA, MAY),
        {(MEDIA, JUNE): f"{MEDIA} < {HUMAS}", (MEDIA, AUGUST): f"{MEDIA} < {UMUM}"},
    ),
    "correct a typing error that a planned move carried": (
        lambda k: (k.rename(MEDIA, MAY, "Bagian Pres"), k.move(MEDIA, JULY, UMUM)),
        lambda k: k.correct(MEDIA, JUNE, "Bagian Pers"),
        {
            (MEDIA, MARCH): f"{MEDIA} < {HUMAS}",
            (MEDIA, MAY): f"Bagian Pers < {HUMAS}",
            (MEDIA, AUGUST): f"Bagian Pers < {UMUM}",
        },
    ),
    "correct a name and leave the names before and after": (
        lambda k: (k.rename(MEDIA, MAY, "Bagian Pers"), k.rename(MEDIA, JULY, "Bagian Siaran")),
        lambda k: k.correct(MEDIA, MAY, "Bagian Pers dan Media"),
        {
            (MEDIA, MARCH): f"{MEDIA} < {HUMAS}",
            (MEDIA, JUNE): f"Bagian Pers dan Media < {HUMAS}",
            (MEDIA, AUGUST): f"Bagian Siaran < {HUMAS}",
        },
    ),
    "swap two units by way of a third": (
        lambda k: (k.found("Bagian Arsip", UMUM, SINCE), k.move(MEDIA, MAY, HUKUM)),
        lambda k: (k.move("Bagian Arsip", JUNE, HUMAS), k.move(MEDIA, JUNE, UMUM)),
        {("Bagian Arsip", JULY): f"Bagian Arsip < {HUMAS}", (MEDIA, JULY): f"{MEDIA} < {UMUM}"},
    ),
    "a successor begins the day its predecessor ends": (
        lambda k: (k.end(MEDIA, JULY), k.found("Bagian Pers", HUMAS, JULY)),
        lambda k: k.follow(MEDIA, "Bagian Pers", JULY),
        {(MEDIA, JULY): None, ("Bagian Pers", JULY): f"Bagian Pers < {HUMAS}"},
    ),
    "end a unit with its posts and their holders": (
        lambda k: (k.post("Analis Media", MEDIA, SINCE), k.appoint("Contoh Dua", "Analis Media", SINCE)),
        lambda k: k.end(MEDIA, JULY),
        {(MEDIA, JULY): None},
    ),
    "a Plt. beside a holder whose seat is taken": (
        lambda k: (k.post("Analis Media", MEDIA, SINCE), k.appoint("Contoh Dua", "Analis Media", SINCE)),
        lambda k: k.appoint("Contoh Tiga", "Analis Media", MAY, JULY, AppointmentKind.ACTING),
        {(MEDIA, JUNE): f"{MEDIA} < {HUMAS}"},
    ),
    "two holders where there are two seats": (
        lambda k: (k.post("Analis", MEDIA, SINCE, seats=2), k.appoint("Contoh Dua", "Analis", SINCE)),
        lambda k: k.appoint("Contoh Tiga", "Analis", MAY),
        {(MEDIA, JUNE): f"{MEDIA} < {HUMAS}"},
    ),
    "a holder follows on the day another leaves": (
        lambda k: (
            k.post("Analis", MEDIA, SINCE),
            k.appoint("Contoh Dua", "Analis", SINCE),
            k.leave("Contoh Dua", MAY),
        ),
        lambda k: k.appoint("Contoh Tiga", "Analis", MAY),
        {(MEDIA, JUNE): f"{MEDIA} < {HUMAS}"},
    ),
}


@pytest.fixture
def keeper(office: Office) -> Keeper:
    return Keeper.of(office)


@pytest.mark.parametrize("case", ACCEPTED)
def test_a_collision_is_settled(keeper: Keeper, case: str) -> None:
    prepare, act, holds = ACCEPTED[case]
    prepare(keeper)

    act(keeper)

    assert {(unit, day): keeper.seen(unit, day) for unit, day in holds} == holds
