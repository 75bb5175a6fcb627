"""How passwords are hashed in tests: as the program does it, with a hundredth of the work."""

from collections.abc import Iterator
from typing import Final

import pytest
from argon2 import PasswordHasher

from orgflow.services import passwords

_HASHER: Final = "_HASHER"
_OFFICE: Final = passwords._HASHER


@pytest.fixture(autouse=True, scope="session")
def _quick_hasher() -> Iterator[None]:
    """Let every test of this process hash with little work; it spends on nothing else so long."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, _HASHER, PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
        yield


@pytest.fixture
def office_hasher(monkeypatch: pytest.MonkeyPatch) -> PasswordHasher:
    """The hasher as an office has it, for the tests of how passwords are kept."""
    monkeypatch.setattr(passwords, _HASHER, _OFFICE)
    return _OFFICE
