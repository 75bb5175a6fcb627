"""What happened to the evidence registers and to what a proposal rests on."""

from dataclasses import dataclass
from typing import ClassVar

from orgflow.domain.audit.events import AuditEvent


@dataclass(frozen=True, slots=True)
class EvidenceRecorded(AuditEvent):
    """An entry of a register was entered (no before), changed, or taken out (no after)."""

    event: ClassVar[str] = "evidence:recorded"
    subject_kind: ClassVar[str] = "evidence"
    register: str
    before: str | None
    after: str | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class EvidenceVerified(AuditEvent):
    """An entry of a register was found true to its source, or that was taken back."""

    event: ClassVar[str] = "evidence:verified"
    subject_kind: ClassVar[str] = "evidence"
    register: str
    entry: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class PartnersBrought(AuditEvent):
    """A file with media was brought, to be looked at."""

    event: ClassVar[str] = "evidence:partners_brought"
    subject_kind: ClassVar[str] = "evidence"
    file_name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class PartnersImported(AuditEvent):
    """A file with media was taken into the register; ``changes`` are its lines, one a row."""

    event: ClassVar[str] = "evidence:partners_imported"
    subject_kind: ClassVar[str] = "evidence"
    file_name: str
    added: int
    changed: int
    changes: str
    sha256: str


@dataclass(frozen=True, slots=True)
class EvidenceChosen(AuditEvent):
    """A proposal rests on an entry from now on."""

    event: ClassVar[str] = "proposal:evidence_chosen"
    subject_kind: ClassVar[str] = "proposal"
    key: str
    entry: str


@dataclass(frozen=True, slots=True)
class EvidenceLetGo(AuditEvent):
    """A proposal rests on an entry no more."""

    event: ClassVar[str] = "proposal:evidence_let_go"
    subject_kind: ClassVar[str] = "proposal"
    key: str
    entry: str
