"""Every broken rule has a sentence for the person who meets it."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator

import orgflow
from orgflow.domain.errors import DomainError
from orgflow.web.messages import MESSAGES


def errors_below(root: type[DomainError]) -> Iterator[type[DomainError]]:
    """Yield the class and every class below it."""
    yield root
    for below in root.__subclasses__():
        yield from errors_below(below)


def every_error() -> list[type[DomainError]]:
    """Return every error of the application, whichever module defines it."""
    for module in pkgutil.walk_packages(orgflow.__path__, "orgflow."):
        if not module.name.startswith("orgflow.store.migrations."):
            importlib.import_module(module.name)
    return [error for error in errors_below(DomainError) if error.__module__.startswith("orgflow.")]


def speechless(errors: Iterable[type[DomainError]], codes: Iterable[str]) -> list[str]:
    """Name every error whose code has no message."""
    known = set(codes)
    return [
        f"{error.__module__}.{error.__name__}: {error.code}" for error in errors if error.code not in known
    ]


def nameless(errors: Iterable[type[DomainError]]) -> list[str]:
    """Name every error that has no code of its own."""
    owners: dict[str, type[DomainError]] = {}
    return [
        f"{error.__module__}.{error.__name__}: {error.code}"
        for error in errors
        if owners.setdefault(error.code, error) is not error
    ]


def orphaned(errors: Iterable[type[DomainError]], codes: Iterable[str]) -> set[str]:
    """Return the codes with a message that no error bears."""
    return set(codes) - {error.code for error in errors}


def test_every_error_has_a_code_and_a_message() -> None:
    errors = every_error()

    assert nameless(errors) == []
    assert speechless(errors, MESSAGES) == []


def test_no_message_is_left_over() -> None:
    assert orphaned(every_error(), MESSAGES) == set()


def test_an_error_without_a_message_is_found() -> None:
    class BridgeClosed(DomainError):
        """An error of this test only."""

        code = "bridge_closed"

    class BridgeClosedAgain(BridgeClosed):
        """It forgot to take a code of its own."""

    assert speechless([BridgeClosed], ["name_taken"])
    assert not speechless([BridgeClosed], ["bridge_closed"])
    assert nameless([BridgeClosed, BridgeClosedAgain])
    assert orphaned([BridgeClosed], ["bridge_closed", "name_taken"]) == {"name_taken"}
