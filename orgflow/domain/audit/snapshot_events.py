"""What happened to the frozen files of a proposal."""

from dataclasses import dataclass
from typing import ClassVar

from orgflow.domain.audit.events import AuditEvent


@dataclass(frozen=True, slots=True)
class SnapshotTaken(AuditEvent):
    """The whole file was frozen under an address, its SHA-256."""

    event: ClassVar[str] = "proposal:snapshot_taken"
    subject_kind: ClassVar[str] = "proposal"
    number: int
    action: str
    digest: str


@dataclass(frozen=True, slots=True)
class SnapshotFiled(AuditEvent):
    """What went to the ministry was printed from the frozen file and kept: names with their SHA-256."""

    event: ClassVar[str] = "proposal:snapshot_filed"
    subject_kind: ClassVar[str] = "proposal"
    number: int
    files: str
