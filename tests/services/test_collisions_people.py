"""Posts and their holders that meet what is recorded already: settled, or refused with a reason of its own.

Bagian Media stands under Biro Humas since 6 January 2020; its post of an analyst too; today is 2 March 2026.
"""

from collections.abc import Callable
from datetime import date
from typing import Final

import pytest

from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.services.organisation import appointments, posts
from orgflow.services.organisation.staffing import show_staff, show_term
from orgflow.web.sentences.organisation import ORGANISATION
from tests.factories.governments import SINCE, UMUM
from tests.factories.office import Office
from tests.factories.registry import BASIS, REASON, Keeper

MEDIA, ANALYST, ONE, TWO = "Bagian Media", "Analis", "Contoh Dua", "Contoh Tiga"
BEFORE, MAY, JUNE = date(2019, 1, 1), date(2026, 5, 1), date(2026, 6, 1)
JULY, AUGUST = date(2026, 7, 1), date(2026, 8, 1)
Acts = Callable[[Keeper], object]
Held = dict[date, set[str]]


def correct(keeper: Keeper, name: str, on: date, until: date | None = None) -> object:
    """Correct a person's period."""
    kind = show_term(keeper.ctx, keeper.terms[name]).term.record.kind
    command = appointments.CorrectAppointment(keeper.terms[name], on, until, kind, "", REASON)
    return appointments.correct_appointment(keeper.ctx, command)


def seats(keeper: Keeper, count: int, on: date) -> object:
    """Change how many may hold the post."""
    change = posts.ChangePost(keeper.posts[ANALYST], on, posts.PostFields(seats=count), BASIS)
    return posts.change_post(keeper.ctx, change)


def nobody_else(_: Keeper) -> None:
    """Leave one person in the post since it began."""


SETTLED: Final[dict[str, tuple[Acts, Acts, Held]]] = {
    "end a post that is held: the holder leaves that day": (
        nobody_else,
        lambda k: k.end_post(ANALYST, MAY),
        {SINCE: {ONE}, MAY: set()},
    ),
    "end a unit: its post and its holder end that day": (
        nobody_else,
        lambda k: k.end(MEDIA, JULY),
        {JUNE: {ONE}, JULY: set()},
    ),
    "end a unit before somebody would leave: the day of the end counts": (
        lambda k: k.leave(ONE, AUGUST),
        lambda k: k.end(MEDIA, JUNE),
        {MAY: {ONE}, JUNE: set(), JULY: set()},
    ),
    "move a unit: its holders stay": (
        nobody_else,
        lambda k: k.move(MEDIA, MAY, UMUM),
        {SINCE: {ONE}, JULY: {ONE}},
    ),
    "a Plt. covers the gap between two holders": (
        lambda k: (k.leave(ONE, MAY), k.appoint(TWO, ANALYST, JULY)),
        lambda k: k.appoint("Contoh Empat", ANALYST, MAY, JULY, AppointmentKind.ACTING),
        {SINCE: {ONE}, JUNE: {"Contoh Empat"}, JULY: {TWO}},
    ),
    "one person in the post and its Plt. later": (
        lambda k: k.leave(ONE, MAY),
        lambda k: k.appoint(f"{ONE}, S.E.", ANALYST, JUNE, None, AppointmentKind.ACTING),
        {SINCE: {ONE}, MAY: set(), JUNE: {f"{ONE}, S.E."}},
    ),
    "correct the day on which somebody took up the post": (
        nobody_else,
        lambda k: correct(k, ONE, MAY),
        {SINCE: set(), MAY: {ONE}},
    ),
    "take a leave back": (
        lambda k: k.leave(ONE, MAY),
        lambda k: correct(k, ONE, SINCE),
        {JULY: {ONE}},
    ),
    "an end that is the post's own": (
        lambda k: (k.leave(ONE, MAY), k.end_post(ANALYST, AUGUST)),
        lambda k: k.appoint(TWO, ANALYST, JUNE, AUGUST),
        {JULY: {TWO}, AUGUST: set()},
    ),
}
REFUSED: Final[dict[str, tuple[Acts, Acts, str]]] = {
    "correct a period to before the post": (
        nobody_else,
        lambda k: correct(k, ONE, BEFORE),
        "appointment_outside_post",
    ),
    "take up a post that has ended": (
        lambda k: k.end_post(ANALYST, MAY),
        lambda k: k.appoint(TWO, ANALYST, JUNE),
        "appointment_outside_post",
    ),
    "take up a post of a unit that has ended": (
        lambda k: k.end(MEDIA, MAY),
        lambda k: k.appoint(TWO, ANALYST, JUNE),
        "appointment_outside_post",
    ),
    "stay beyond the post's end": (
        lambda k: (k.leave(ONE, MAY), k.end_post(ANALYST, JULY)),
        lambda k: k.appoint(TWO, ANALYST, JUNE, AUGUST),
        "appointment_outside_post",
    ),
    "take a leave back although another has come": (
        lambda k: (k.leave(ONE, MAY), k.appoint(TWO, ANALYST, JUNE)),
        lambda k: correct(k, ONE, SINCE),
        "seat_taken",
    ),
    "fewer seats than holders": (
        lambda k: (seats(k, 2, SINCE), k.appoint(TWO, ANALYST, MAY)),
        lambda k: seats(k, 1, JUNE),
        "seat_taken",
    ),
    "end a unit before somebody takes up a post in it": (
        lambda k: (k.leave(ONE, MAY), k.appoint(TWO, ANALYST, JULY)),
        lambda k: k.end(MEDIA, JUNE),
        "later_change_planned",
    ),
    "leave before taking up": (nobody_else, lambda k: k.leave(ONE, BEFORE), "period_empty"),
    "leave twice": (lambda k: k.leave(ONE, MAY), lambda k: k.leave(ONE, JULY), "already_ended"),
}


@pytest.fixture
def keeper(office: Office) -> Keeper:
    """A keeper with one post, and one person in it since it began."""
    keeper = Keeper.of(office)
    keeper.post(ANALYST, MEDIA, SINCE)
    keeper.appoint(ONE, ANALYST, SINCE)
    return keeper


def held(keeper: Keeper, day: date) -> set[str]:
    """Return who is known to hold the post on a day."""
    (post,) = show_staff(keeper.ctx, keeper.units[MEDIA]).posts
    return {term.official.name for term in post.terms if term.record.holds_on(day)}


@pytest.mark.parametrize("case", SETTLED)
def test_a_collision_is_settled(keeper: Keeper, case: str) -> None:
    prepare, act, holds = SETTLED[case]
    prepare(keeper)

    act(keeper)

    assert {day: held(keeper, day) for day in holds} == holds


@pytest.mark.parametrize("case", REFUSED)
def test_a_collision_is_refused_with_its_reason(keeper: Keeper, case: str) -> None:
    prepare, act, code = REFUSED[case]
    prepare(keeper)
    before = [held(keeper, day) for day in (SINCE, MAY, JUNE, JULY, AUGUST)]

    with pytest.raises(RuleBroken) as refused:
        act(keeper)

    assert refused.value.code == code
    assert refused.value.code in ORGANISATION
    assert [held(keeper, day) for day in (SINCE, MAY, JUNE, JULY, AUGUST)] == before
