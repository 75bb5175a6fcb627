"""When a user name or a password is refused."""

import pytest

from orgflow.domain.access.passwords import (
    PasswordTooCommon,
    PasswordTooLong,
    PasswordTooShort,
    UsernameInvalid,
    check_password,
    check_username,
)


def test_a_user_name_is_kept_in_small_letters() -> None:
    assert check_username("  Kepala.Humas ") == "kepala.humas"


@pytest.mark.parametrize("name", ["", "ab", "a" * 41, "kepala humas", ".humas", "huma$", "a\nb"])
def test_a_user_name_of_another_form_is_refused(name: str) -> None:
    with pytest.raises(UsernameInvalid):
        check_username(name)


def test_a_long_phrase_may_be_a_password() -> None:
    assert check_password("kapal lewat sungai musi", username="tu") == "kapal lewat sungai musi"


@pytest.mark.parametrize(("password", "error"), [("x7!k", PasswordTooShort), ("x7!k" * 40, PasswordTooLong)])
def test_a_password_has_its_bounds(password: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        check_password(password, username="tu")


@pytest.mark.parametrize("password", ["aaaaaaaaaaaaa", "Password123456", "kepala.humas12", "orgfloworgflow"])
def test_a_password_that_anyone_would_try_is_refused(password: str) -> None:
    with pytest.raises(PasswordTooCommon):
        check_password(password, username="kepala.humas")
