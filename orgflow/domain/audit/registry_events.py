"""What happened to the registry, one frozen dataclass a kind of fact."""

from dataclasses import dataclass
from typing import ClassVar

from orgflow.domain.audit.events import AuditEvent


@dataclass(frozen=True, slots=True)
class UnitFounded(AuditEvent):
    """A unit holds from a day on."""

    event: ClassVar[str] = "unit:founded"
    subject_kind: ClassVar[str] = "unit"
    unit_name: str
    effective_on: str
    source: str


@dataclass(frozen=True, slots=True)
class UnitChanged(AuditEvent):
    """A unit changed officially from a day on."""

    event: ClassVar[str] = "unit:changed"
    subject_kind: ClassVar[str] = "unit"
    unit_name: str
    before: str
    after: str
    effective_on: str
    source: str


@dataclass(frozen=True, slots=True)
class UnitEnded(AuditEvent):
    """A unit no longer holds from a day on."""

    event: ClassVar[str] = "unit:ended"
    subject_kind: ClassVar[str] = "unit"
    unit_name: str
    effective_on: str
    source: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ChangeWithdrawn(AuditEvent):
    """A change recorded for a day was taken out of the registry."""

    event: ClassVar[str] = "unit:change_withdrawn"
    subject_kind: ClassVar[str] = "unit"
    unit_name: str
    effective_on: str
    reason: str


@dataclass(frozen=True, slots=True)
class SuccessionRecorded(AuditEvent):
    """One unit came out of another; the subject is the successor."""

    event: ClassVar[str] = "unit:succession_recorded"
    subject_kind: ClassVar[str] = "unit"
    predecessor: str
    successor: str
    effective_on: str


@dataclass(frozen=True, slots=True)
class SuccessionCorrected(AuditEvent):
    """How one unit came out of another was corrected; the subject is the successor."""

    event: ClassVar[str] = "unit:succession_corrected"
    subject_kind: ClassVar[str] = "unit"
    predecessor: str
    successor: str
    kind_before: str
    on_before: str
    source_before: str
    kind_after: str
    on_after: str
    source_after: str
    reason: str


@dataclass(frozen=True, slots=True)
class SuccessionWithdrawn(AuditEvent):
    """That one unit came out of another was taken out of the registry; the subject is the successor."""

    event: ClassVar[str] = "unit:succession_withdrawn"
    subject_kind: ClassVar[str] = "unit"
    predecessor: str
    successor: str
    effective_on: str
    reason: str


@dataclass(frozen=True, slots=True)
class PostRecorded(AuditEvent):
    """A post was entered, changed, corrected or ended, or a change of it was withdrawn."""

    event: ClassVar[str] = "post:recorded"
    subject_kind: ClassVar[str] = "post"
    post_title: str
    act: str
    effective_on: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class AppointmentEnded(AuditEvent):
    """A holder left a post; the subject is the post."""

    event: ClassVar[str] = "post:holder_left"
    subject_kind: ClassVar[str] = "post"
    post_title: str
    official_name: str
    effective_on: str


@dataclass(frozen=True, slots=True)
class AppointmentCorrected(AuditEvent):
    """What was recorded of a holder was corrected; the subject is the post.

    ``name_before`` is the person's name before the correction, empty where it stayed.
    """

    event: ClassVar[str] = "post:holder_corrected"
    subject_kind: ClassVar[str] = "post"
    post_title: str
    official_name: str
    reason: str
    name_before: str = ""


@dataclass(frozen=True, slots=True)
class AppointmentWithdrawn(AuditEvent):
    """A holder's period that is not to be, or never was, was taken out; the subject is the post."""

    event: ClassVar[str] = "post:holder_withdrawn"
    subject_kind: ClassVar[str] = "post"
    post_title: str
    official_name: str
    reason: str


@dataclass(frozen=True, slots=True)
class FunctionRecorded(AuditEvent):
    """A duty or function was entered, changed, corrected, reordered, ended or withdrawn; of a unit."""

    event: ClassVar[str] = "unit:function_recorded"
    subject_kind: ClassVar[str] = "unit"
    unit_name: str
    act: str
    text: str
    effective_on: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class ImportBrought(AuditEvent):
    """A file was brought to be taken into the registry; nothing of it stands there yet."""

    event: ClassVar[str] = "structure:import_brought"
    subject_kind: ClassVar[str] = "import"
    file_name: str
    on: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ImportMapped(AuditEvent):
    """It was said what the columns of a file made by others mean."""

    event: ClassVar[str] = "structure:import_mapped"
    subject_kind: ClassVar[str] = "import"
    file_name: str
    columns: str


@dataclass(frozen=True, slots=True)
class RegistryImported(AuditEvent):
    """A file was taken into the registry; the subject is the import."""

    event: ClassVar[str] = "structure:imported"
    subject_kind: ClassVar[str] = "import"
    file_name: str
    on: str
    changes: int
    sha256: str
