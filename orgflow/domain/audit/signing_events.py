"""What happened to mandates and to the rules of who may sign, one frozen dataclass a kind of fact."""

from dataclasses import dataclass
from typing import ClassVar

from orgflow.domain.audit.events import AuditEvent


@dataclass(frozen=True, slots=True)
class MandateGranted(AuditEvent):
    """A mandate was entered; ``mandate`` says it in one line."""

    event: ClassVar[str] = "mandate:granted"
    subject_kind: ClassVar[str] = "mandate"
    signer: str
    giver: str
    mandate: str


@dataclass(frozen=True, slots=True)
class MandateChanged(AuditEvent):
    """A mandate says something else than it did."""

    event: ClassVar[str] = "mandate:changed"
    subject_kind: ClassVar[str] = "mandate"
    signer: str
    giver: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class MandateEnded(AuditEvent):
    """A mandate holds until a day, ``last_day``, and no longer."""

    event: ClassVar[str] = "mandate:ended"
    subject_kind: ClassVar[str] = "mandate"
    signer: str
    giver: str
    last_day: str
    reason: str


@dataclass(frozen=True, slots=True)
class SigningRuleChanged(AuditEvent):
    """A rule of who may sign what was changed."""

    event: ClassVar[str] = "signing_rule:changed"
    subject_kind: ClassVar[str] = "signing_rule"
    before: str
    after: str
