"""How often somebody may be wrong about a password."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from orgflow.services.sessions import (
    SignIn,
    SignInRefused,
    TooManyTries,
    sign_in,
    sign_out,
)
from tests.factories.doors import (
    ELSEWHERE,
    LIFETIME,
    OTHER_TOKEN,
    TOKEN,
    Door,
    a_door,
    failed_reasons,
)
from tests.factories.office import Office


@pytest.fixture
def door(office: Office) -> Door:
    """The office's door."""
    return a_door(office)


def test_ten_wrong_passwords_close_the_account_for_five_minutes(door: Door) -> None:
    for number in range(10):
        with pytest.raises(SignInRefused):
            door.enter("salah sama sekali", address=f"203.0.113.{number}")

    with pytest.raises(TooManyTries):
        door.enter(address=ELSEWHERE)

    door.clock.move(timedelta(minutes=5, seconds=1))
    assert door.enter()
    assert '"limit_reached"' in failed_reasons(door)[0]


def test_ten_wrong_names_close_the_address(door: Door) -> None:
    for number in range(10):
        with pytest.raises(SignInRefused):
            sign_in(door.at(), SignIn(f"nama{number}", "salah sama sekali", TOKEN, LIFETIME))

    with pytest.raises(TooManyTries):
        door.enter()
    assert door.enter(address=ELSEWHERE)


def test_right_passwords_do_not_count(door: Door) -> None:
    for _ in range(12):
        door.enter(token=OTHER_TOKEN)
        sign_out(door.inside(OTHER_TOKEN), OTHER_TOKEN)

    assert door.enter()


def test_of_thirty_tries_at_once_ten_are_looked_at(door: Door) -> None:
    barrier = Barrier(15)

    def guess(number: int) -> type[Exception]:
        barrier.wait()
        try:
            door.enter(f"salah sama sekali {number}")
        except (SignInRefused, TooManyTries) as refused:
            return type(refused)
        return AssertionError

    with ThreadPoolExecutor(15) as threads:
        outcomes = list(threads.map(guess, range(15))) + list(threads.map(guess, range(15, 30)))

    assert outcomes.count(SignInRefused) == 10
    assert outcomes.count(TooManyTries) == 20
