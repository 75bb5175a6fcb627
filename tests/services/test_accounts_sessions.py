"""Signing in, and how long a session lives; the clock is set."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from orgflow.domain.access.roles import Role
from orgflow.services.accounts import (
    ChangeOwnPassword,
    ChangeUser,
    CloseAccount,
    PasswordUnchanged,
    PasswordWrong,
    ResetPassword,
    change_own_password,
    change_user,
    close_account,
    reset_password,
)
from orgflow.services.history import show_history
from orgflow.services.sessions import (
    EndSession,
    SignIn,
    SignInRefused,
    UnknownSession,
    begin_session,
    end_session,
    load_session,
    own_sessions,
    see_session,
    sign_in,
    sign_out,
    write_session,
)
from orgflow.store.access import SessionRow
from tests.factories.doors import (
    ADDRESS,
    ELSEWHERE,
    LIFETIME,
    OTHER_TOKEN,
    PASSWORD,
    TOKEN,
    USERNAME,
    Door,
    a_door,
    failed_reasons,
)
from tests.factories.office import Office


@pytest.fixture
def door(office: Office) -> Door:
    """The office's door."""
    return a_door(office)


def test_who_knows_the_password_is_in(door: Door) -> None:
    assert door.enter() == door.user_id

    loaded = load_session(door.at(), TOKEN, LIFETIME)
    assert loaded is not None
    assert loaded.actor is not None
    assert (loaded.actor.user_id, loaded.actor.roles) == (door.user_id, {Role.LEGAL_REVIEWER})
    assert loaded.must_change_password
    assert "session:signed_in" in {event.event for event in show_history(door.administrator).events}


def test_the_token_itself_is_kept_nowhere(door: Door) -> None:
    door.enter()

    with door.office.resources.reading() as session:
        (row,) = session.query(SessionRow).all()
    assert TOKEN not in repr(vars(row))


@pytest.mark.parametrize(
    ("username", "password"),
    [(USERNAME, "salah sama sekali"), ("siapa.pun", PASSWORD), ("", ""), (USERNAME, PASSWORD + "\n")],
)
def test_a_wrong_name_or_password_is_refused_alike(door: Door, username: str, password: str) -> None:
    with pytest.raises(SignInRefused) as refused:
        sign_in(door.at(), SignIn(username, password, TOKEN, LIFETIME))

    assert dict(refused.value.facts) == {}
    assert not door.is_in()


def test_a_refused_sign_in_is_recorded_where_the_account_is(door: Door) -> None:
    with pytest.raises(SignInRefused):
        door.enter("salah sama sekali")

    assert len(failed_reasons(door)) == 1


def test_a_closed_account_is_refused_and_its_session_ends(door: Door) -> None:
    door.enter()

    close_account(door.administrator, CloseAccount(door.user_id, 1))

    assert not door.is_in()
    with pytest.raises(SignInRefused):
        door.enter(token=OTHER_TOKEN)


@pytest.mark.parametrize(
    "act",
    [
        lambda door: reset_password(
            door.administrator, ResetPassword(door.user_id, 1, "lumping kuda di halaman")
        ),
        lambda door: change_user(
            door.administrator, ChangeUser(door.user_id, 1, "Contoh", frozenset({Role.SECRETARY}), None)
        ),
        lambda door: change_own_password(
            door.inside(), ChangeOwnPassword(PASSWORD, "lumping kuda di halaman")
        ),
        lambda door: sign_out(door.inside(), TOKEN),
    ],
    ids=["password reset", "roles changed", "own password changed", "signed out"],
)
def test_a_session_ends_with(door: Door, act: Callable[[Door], UUID]) -> None:
    door.enter()

    act(door)

    assert not door.is_in()


def test_a_new_name_alone_ends_no_session(door: Door) -> None:
    door.enter()

    change_user(
        door.administrator, ChangeUser(door.user_id, 1, "Baru", frozenset({Role.LEGAL_REVIEWER}), None)
    )

    assert door.is_in()


def test_an_unused_session_ends_after_half_an_hour(door: Door) -> None:
    door.enter()
    door.clock.move(timedelta(minutes=29, seconds=59))
    assert door.is_in()

    door.clock.move(timedelta(seconds=1))

    assert not door.is_in()


def test_a_used_session_ends_after_twelve_hours(door: Door) -> None:
    door.enter()
    for _ in range(35):
        door.clock.move(timedelta(minutes=20))
        see_session(door.at(), TOKEN)
    assert door.is_in()

    door.clock.move(timedelta(minutes=20))
    see_session(door.at(), TOKEN)

    assert not door.is_in()


def test_a_clock_set_back_ends_no_session(door: Door) -> None:
    door.enter()

    door.clock.move(timedelta(days=-1))

    assert door.is_in()


def test_sessions_are_listed_and_ended_by_their_owner(door: Door) -> None:
    door.enter()
    door.enter(token=OTHER_TOKEN, address=ELSEWHERE)
    listed = own_sessions(door.inside(), TOKEN, LIFETIME)
    assert {(session.address, session.is_current) for session in listed} == {
        (ADDRESS, True),
        (ELSEWHERE, False),
    }

    other = next(session.handle for session in listed if not session.is_current)
    end_session(door.inside(), EndSession(other))

    assert (door.is_in(), door.is_in(OTHER_TOKEN)) == (True, False)
    with pytest.raises(UnknownSession):
        end_session(door.inside(), EndSession(other))


def test_a_session_before_signing_in_holds_what_it_is_given(door: Door) -> None:
    begin_session(door.at(), TOKEN, '{"csrf_token": "x"}', LIFETIME)
    assert write_session(door.at(), TOKEN, '{"csrf_token": "y"}')

    loaded = load_session(door.at(), TOKEN, LIFETIME)
    assert loaded is not None
    assert (loaded.data, loaded.actor) == ('{"csrf_token": "y"}', None)
    assert not write_session(door.at(), OTHER_TOKEN, "{}")


def test_ended_sessions_are_cleared_away_when_somebody_signs_in(door: Door) -> None:
    begin_session(door.at(), OTHER_TOKEN, "{}", LIFETIME)
    door.clock.move(timedelta(hours=1))

    door.enter()

    with door.office.resources.reading() as session:
        assert session.query(SessionRow).count() == 1


def test_the_own_password_is_asked_for_before_it_is_changed(door: Door) -> None:
    door.enter()

    with pytest.raises(PasswordWrong):
        change_own_password(door.inside(), ChangeOwnPassword("bukan ini", "lumping kuda di halaman"))
    with pytest.raises(PasswordUnchanged):
        change_own_password(door.inside(), ChangeOwnPassword(PASSWORD, PASSWORD))

    change_own_password(door.inside(), ChangeOwnPassword(PASSWORD, "lumping kuda di halaman"))
    assert door.enter("lumping kuda di halaman")
    loaded = load_session(door.at(), TOKEN, LIFETIME)
    assert loaded is not None
    assert not loaded.must_change_password
