"""What the store's check finds, and a section of it that never ends in an error of the program."""

from collections.abc import Iterable
from dataclasses import dataclass

from orgflow.domain.errors import DomainError
from orgflow.store.session import database_errors


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """One fault: which rule, on what, and what was seen."""

    code: str
    subject: str
    detail: str


def section(name: str, findings: Iterable[CheckFinding]) -> tuple[CheckFinding, ...]:
    """Return what a section of the check finds; where it cannot read on, that is its last finding."""
    found: list[CheckFinding] = []
    try:
        with database_errors():
            found.extend(findings)
    except DomainError as fault:
        found.append(CheckFinding("unreadable", name, fault.code))
    except (LookupError, TypeError, ValueError) as fault:
        found.append(CheckFinding("unreadable", name, f"{type(fault).__name__}: {fault}"[:200]))
    return tuple(found)
