"""How often somebody may be wrong about a password."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from argon2 import PasswordHasher, Type, extract_parameters

from orgflow.services.passwords import hash_password, is_password, needs_new_hash
from orgflow.services.sessions import (
    SignIn,
    SignInRefused,
    TooManyTries,
    sign_in,
    sign_out,
)
from orgflow.store import access
from tests.factories.doors import (
    ELSEWHERE,
    LIFETIME,
    OTHER_TOKEN,
    PASSWORD,
    TOKEN,
    Door,
    a_door,
    failed_reasons,
)
from tests.factories.office import Office

pytestmark = pytest.mark.both_databases


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


def test_a_stolen_table_of_passwords_costs_as_much_a_guess_as_owasp_asks(
    office_hasher: PasswordHasher,
) -> None:
    parameters = extract_parameters(hash_password(PASSWORD))

    assert parameters == extract_parameters(office_hasher.hash(PASSWORD))
    assert parameters.type is Type.ID
    assert parameters.memory_cost >= 19 * 1024
    assert parameters.time_cost >= 2


@pytest.mark.usefixtures("office_hasher")
def test_a_password_kept_with_yesterdays_settings_is_kept_anew(door: Door) -> None:
    weak = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash(PASSWORD)
    _keep(door, weak)

    with pytest.raises(SignInRefused):
        door.enter("salah sama sekali")
    assert _kept(door) == weak
    door.enter()

    strong = _kept(door)
    assert strong != weak
    assert not needs_new_hash(strong)
    assert is_password(strong, PASSWORD)
    door.enter(token=OTHER_TOKEN)
    assert _kept(door) == strong


def _keep(door: Door, hashed: str) -> None:
    with door.office.resources.writing() as session:
        access.user_row(session, door.office.government_id, door.user_id).password_hash = hashed
        session.commit()


def _kept(door: Door) -> str:
    with door.office.resources.reading() as session:
        return access.user_row(session, door.office.government_id, door.user_id).password_hash
