"""When a user name or a password is refused."""

import re
from typing import Final

from orgflow.domain.errors import RuleBroken

MINIMUM: Final = 12
MAXIMUM: Final = 128
_USERNAME: Final = re.compile(r"^[a-z0-9][a-z0-9._-]{2,39}$")
_COMMON: Final = (
    "password",
    "katasandi",
    "rahasia",
    "qwerty",
    "administrator",
    "indonesia",
    "palembang",
    "sumsel",
    "orgflow",
    "123456",
    "abcdef",
)


class PasswordTooShort(RuleBroken):
    """Fewer than 12 characters."""

    code = "password_too_short"


class PasswordTooLong(RuleBroken):
    """More than 128 characters."""

    code = "password_too_long"


class PasswordTooCommon(RuleBroken):
    """Little more than a common word, its own user name, or one character repeated."""

    code = "password_too_common"


class UsernameInvalid(RuleBroken):
    """Not 3 to 40 of small letters, digits, dot, dash or underscore."""

    code = "username_invalid"


def check_username(username: str) -> str:
    """Return the user name in small letters.

    Raises:
        UsernameInvalid.
    """
    name = username.strip().casefold()
    if not _USERNAME.match(name):
        raise UsernameInvalid(username=username[:60])
    return name


def check_password(password: str, *, username: str) -> str:
    """Return the password if it may be used.

    Raises:
        PasswordTooShort, PasswordTooLong, PasswordTooCommon.
    """
    if len(password) < MINIMUM:
        raise PasswordTooShort(minimum=MINIMUM)
    if len(password) > MAXIMUM:
        raise PasswordTooLong(maximum=MAXIMUM)
    folded = password.casefold()
    rest = folded.replace(username.casefold(), "") if username else folded
    for word in _COMMON:
        rest = rest.replace(word, "")
    if len(set(folded)) < 5 or len(rest) < 4:
        raise PasswordTooCommon()
    return password
