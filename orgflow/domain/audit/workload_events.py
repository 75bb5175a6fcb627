"""What happened to the workload of a proposal's unit, and to the claims of its texts."""

from dataclasses import dataclass
from typing import ClassVar

from orgflow.domain.audit.events import AuditEvent


@dataclass(frozen=True, slots=True)
class WorkloadChanged(AuditEvent):
    """An activity was entered (no ``before``), changed, or taken out (no ``after``)."""

    event: ClassVar[str] = "proposal:workload_changed"
    subject_kind: ClassVar[str] = "proposal"
    activity: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class ActivityVerified(AuditEvent):
    """An activity was found true to its source, or that was taken back."""

    event: ClassVar[str] = "proposal:workload_verified"
    subject_kind: ClassVar[str] = "proposal"
    activity: str
    entry: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class WorkloadImported(AuditEvent):
    """Activities were taken out of a file."""

    event: ClassVar[str] = "proposal:workload_imported"
    subject_kind: ClassVar[str] = "proposal"
    file_name: str
    added: int
    changed: int


@dataclass(frozen=True, slots=True)
class CalculationChosen(AuditEvent):
    """Somebody chose the year, the working time and the rounding of the calculation."""

    event: ClassVar[str] = "proposal:workload_calculation_chosen"
    subject_kind: ClassVar[str] = "proposal"
    before: str | None
    after: str


@dataclass(frozen=True, slots=True)
class WorkingTimeChanged(AuditEvent):
    """A norm of the effective working time says something else."""

    event: ClassVar[str] = "working_time:changed"
    subject_kind: ClassVar[str] = "working_time"
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ClaimConfirmed(AuditEvent):
    """Somebody held a claim against its entry as it is now, and stands by it."""

    event: ClassVar[str] = "proposal:claim_confirmed"
    subject_kind: ClassVar[str] = "proposal"
    sentence: str
    evidence_key: str
    before: int
    after: int
