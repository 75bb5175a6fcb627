"""What every broken rule carries: a code and facts, never prose."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

Fact = str | int | bool | tuple[str, ...] | None


class DomainError(Exception):
    """A rule was broken; ``code`` names the rule and ``facts`` say what broke it.

    Subclasses set ``code``. The sentence a person reads is chosen by code at the door.
    """

    code: ClassVar[str] = "domain_error"

    def __init__(self, **facts: Fact) -> None:
        super().__init__(self.code)
        self.facts: Mapping[str, Fact] = MappingProxyType(dict(facts))

    def __str__(self) -> str:
        return f"{self.code} {dict(self.facts)}"


class RuleBroken(DomainError):
    """The request is well formed but a rule of the office refuses it."""

    code = "rule_broken"


class NotFound(DomainError):
    """The thing does not exist, or not for this actor."""

    code = "not_found"


class Conflict(DomainError):
    """Somebody else was there first."""

    code = "conflict"


class Forbidden(DomainError):
    """The actor may not do this."""

    code = "forbidden"


class Unavailable(DomainError):
    """The service cannot do this now; nothing was changed."""

    code = "unavailable"
