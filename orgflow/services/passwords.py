"""How passwords are kept: argon2id, and the same time spent on a name that nobody bears."""

from functools import lru_cache
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER: Final = PasswordHasher()


def hash_password(password: str) -> str:
    """Return the hash under which a password is kept."""
    return _HASHER.hash(password)


def is_password(kept: str | None, password: str) -> bool:
    """Say whether the password is the one kept; without a kept one it takes as long to say no."""
    try:
        _HASHER.verify(kept or _nobodys_hash(), password)
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def needs_new_hash(kept: str) -> bool:
    """Say whether the password was hashed with weaker settings than today's."""
    return _HASHER.check_needs_rehash(kept)


@lru_cache(maxsize=1)
def _nobodys_hash() -> str:
    return _HASHER.hash("tidak ada yang memakai kata sandi ini")
