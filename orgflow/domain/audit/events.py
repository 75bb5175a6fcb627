"""What happened, one frozen dataclass a kind of fact; fields are what a reader of the history needs."""

import json
from dataclasses import dataclass, fields
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """A fact about one subject; subclasses add fields of plain text, numbers, booleans or None."""

    event: ClassVar[str] = "event"
    subject_kind: ClassVar[str] = "system"

    subject_id: str

    def payload(self) -> str:
        """Return the fields beyond the subject as canonical JSON."""
        facts = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "subject_id"}
        return json.dumps(facts, ensure_ascii=False, sort_keys=True)


@dataclass(frozen=True, slots=True)
class GovernmentRegistered(AuditEvent):
    """A government was entered."""

    event: ClassVar[str] = "government:registered"
    subject_kind: ClassVar[str] = "government"
    name: str


@dataclass(frozen=True, slots=True)
class SettingsChanged(AuditEvent):
    """A setting of a government changed."""

    event: ClassVar[str] = "government:settings_changed"
    subject_kind: ClassVar[str] = "government"
    setting: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class StructureRecorded(AuditEvent):
    """A structure was entered as known from a day on; the subject is its root unit."""

    event: ClassVar[str] = "structure:recorded"
    subject_kind: ClassVar[str] = "unit"
    valid_from: str
    units: int
    source: str


@dataclass(frozen=True, slots=True)
class UnitCorrected(AuditEvent):
    """A record of a unit was completed or corrected; nothing in the world changed."""

    event: ClassVar[str] = "unit:corrected"
    subject_kind: ClassVar[str] = "unit"
    unit_name: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class UnitRenamed(AuditEvent):
    """A unit bears another name from a day on, by a regulation."""

    event: ClassVar[str] = "unit:renamed"
    subject_kind: ClassVar[str] = "unit"
    before: str
    after: str
    effective_on: str
    legal_basis: str


@dataclass(frozen=True, slots=True)
class InstrumentRecorded(AuditEvent):
    """A legal instrument was entered or completed."""

    event: ClassVar[str] = "instrument:recorded"
    subject_kind: ClassVar[str] = "instrument"
    title: str


@dataclass(frozen=True, slots=True)
class OfficialAppointed(AuditEvent):
    """A holder of a post was entered; the subject is the post."""

    event: ClassVar[str] = "post:holder_recorded"
    subject_kind: ClassVar[str] = "post"
    post_title: str
    official_name: str
    valid_from: str


@dataclass(frozen=True, slots=True)
class ProposalCreated(AuditEvent):
    """A proposal was begun."""

    event: ClassVar[str] = "proposal:created"
    subject_kind: ClassVar[str] = "proposal"
    unit_name: str
    predecessor: str | None


@dataclass(frozen=True, slots=True)
class ProposalEdited(AuditEvent):
    """A field of a draft changed."""

    event: ClassVar[str] = "proposal:edited"
    subject_kind: ClassVar[str] = "proposal"
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class OperationChanged(AuditEvent):
    """An operation was added (no before), changed, or removed (no after)."""

    event: ClassVar[str] = "proposal:operation_changed"
    subject_kind: ClassVar[str] = "proposal"
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class DocumentAttached(AuditEvent):
    """A document was uploaded to a proposal."""

    event: ClassVar[str] = "proposal:document_attached"
    subject_kind: ClassVar[str] = "proposal"
    document: str
    title: str
    file_name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class DocumentTaken(AuditEvent):
    """What OrgFlow makes of a proposal was taken as a document that is asked for."""

    event: ClassVar[str] = "proposal:document_taken"
    subject_kind: ClassVar[str] = "proposal"
    document: str
    title: str


@dataclass(frozen=True, slots=True)
class WishedStateBrought(AuditEvent):
    """A file with the wished-for state was brought, from which operations are derived."""

    event: ClassVar[str] = "proposal:wished_state_brought"
    subject_kind: ClassVar[str] = "proposal"
    file_name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class StepTaken(AuditEvent):
    """A proposal moved one step, or a step within its state was recorded.

    ``step`` is who takes the step of the route, as the route called him then; events of older versions
    have none, nor an outcome or a reason for telling it late.
    ``on_behalf_of`` is in whose place whoever acted took it, and ``on_behalf_kind`` by what.
    ``basis`` is from what TU recorded it, ``doubt`` why it did though the registry said otherwise.
    """

    event: ClassVar[str] = "proposal:step_taken"
    subject_kind: ClassVar[str] = "proposal"
    action: str
    source: str
    target: str
    acted_on: str
    person: str | None
    is_recorded: bool
    reason: str | None
    document_number: str | None
    scan_sha256: str | None
    step: str | None = None
    outcome: str | None = None
    late_reason: str | None = None
    on_behalf_of: str | None = None
    on_behalf_kind: str | None = None
    basis: str | None = None
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class LetterChanged(AuditEvent):
    """A letter was drafted, edited, issued, numbered, signed, sent or voided.

    ``on_behalf_of`` is in whose place, and ``on_behalf_kind`` by what; None where it was the own task.
    """

    event: ClassVar[str] = "letter:changed"
    subject_kind: ClassVar[str] = "letter"
    act: str
    letter_kind: str
    number: str | None = None
    reason: str | None = None
    digest: str | None = None
    on_behalf_of: str | None = None
    on_behalf_kind: str | None = None


@dataclass(frozen=True, slots=True)
class LetterFiled(AuditEvent):
    """The files of an issued letter were written."""

    event: ClassVar[str] = "letter:filed"
    subject_kind: ClassVar[str] = "letter"
    pdf_sha256: str
    docx_sha256: str


@dataclass(frozen=True, slots=True)
class UserChanged(AuditEvent):
    """An account was added, changed, deactivated, activated, or had its password set."""

    event: ClassVar[str] = "user:changed"
    subject_kind: ClassVar[str] = "user"
    act: str
    username: str
    roles: str


@dataclass(frozen=True, slots=True)
class SignedIn(AuditEvent):
    """Somebody signed in."""

    event: ClassVar[str] = "session:signed_in"
    subject_kind: ClassVar[str] = "user"
    username: str


@dataclass(frozen=True, slots=True)
class SignedOut(AuditEvent):
    """Somebody signed out."""

    event: ClassVar[str] = "session:signed_out"
    subject_kind: ClassVar[str] = "user"
    username: str


@dataclass(frozen=True, slots=True)
class SignInFailed(AuditEvent):
    """A sign-in was refused; the subject is the name that was typed."""

    event: ClassVar[str] = "session:sign_in_failed"
    subject_kind: ClassVar[str] = "username"
    reason: str


@dataclass(frozen=True, slots=True)
class AccessDenied(AuditEvent):
    """A use case was refused to an actor; the subject is the use case."""

    event: ClassVar[str] = "access:denied"
    subject_kind: ClassVar[str] = "use_case"
    reason: str
