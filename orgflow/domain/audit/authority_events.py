"""What happened to delegations, to the persons of accounts and to the roles that come with posts."""

from dataclasses import dataclass
from typing import ClassVar

from orgflow.domain.audit.events import AuditEvent


@dataclass(frozen=True, slots=True)
class TasksDelegated(AuditEvent):
    """Tasks were lent for a period; ``kind`` is a delegation's, ``tasks`` are codes with commas between."""

    event: ClassVar[str] = "delegation:recorded"
    subject_kind: ClassVar[str] = "delegation"
    kind: str
    principal: str
    delegate: str
    tasks: str
    post: str | None
    first_day: str
    last_day: str
    letter_number: str
    letter_date: str
    reason: str
    scan_sha256: str | None


@dataclass(frozen=True, slots=True)
class DelegationRecalled(AuditEvent):
    """Tasks that were lent were taken back."""

    event: ClassVar[str] = "delegation:recalled"
    subject_kind: ClassVar[str] = "delegation"
    kind: str
    principal: str
    delegate: str
    reason: str


@dataclass(frozen=True, slots=True)
class AccountLinked(AuditEvent):
    """An account was said to be a person's of the registry, or no longer; ``person`` is None then."""

    event: ClassVar[str] = "user:linked"
    subject_kind: ClassVar[str] = "user"
    username: str
    person: str | None


@dataclass(frozen=True, slots=True)
class PostRoleChanged(AuditEvent):
    """A role comes with a post from now on, or no longer; ``act`` is given or taken."""

    event: ClassVar[str] = "post:role_changed"
    subject_kind: ClassVar[str] = "post"
    act: str
    post: str
    role: str
