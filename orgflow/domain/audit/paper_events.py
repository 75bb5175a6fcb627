"""What happened to a proposal's draft regulation, one frozen dataclass a kind of fact."""

from dataclasses import dataclass
from typing import ClassVar

from orgflow.domain.audit.events import AuditEvent


@dataclass(frozen=True, slots=True)
class RegulationFormDecided(AuditEvent):
    """Somebody decided whether the regulation amends or replaces."""

    event: ClassVar[str] = "proposal:regulation_form_decided"
    subject_kind: ClassVar[str] = "proposal"
    form: str
    reason: str


@dataclass(frozen=True, slots=True)
class RegulationReturned(AuditEvent):
    """A draft came back from Word; ``differences`` and ``findings`` are counted against the derived one."""

    event: ClassVar[str] = "proposal:regulation_returned"
    subject_kind: ClassVar[str] = "proposal"
    file_name: str
    sha256: str
    differences: int
    findings: int


@dataclass(frozen=True, slots=True)
class RegulationAdopted(AuditEvent):
    """The words that came back were taken as the draft."""

    event: ClassVar[str] = "proposal:regulation_adopted"
    subject_kind: ClassVar[str] = "proposal"
    differences: int
    findings: int


@dataclass(frozen=True, slots=True)
class RegulationReleased(AuditEvent):
    """The draft is again the one that is derived."""

    event: ClassVar[str] = "proposal:regulation_released"
    subject_kind: ClassVar[str] = "proposal"
