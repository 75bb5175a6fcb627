"""What happened to the meetings about a proposal, and to what was agreed in them."""

from dataclasses import dataclass
from typing import ClassVar

from orgflow.domain.audit.events import AuditEvent


@dataclass(frozen=True, slots=True)
class MeetingCalled(AuditEvent):
    """A meeting was called for a day."""

    event: ClassVar[str] = "proposal:meeting_called"
    subject_kind: ClassVar[str] = "proposal"
    kind: str
    held_on: str
    venue: str


@dataclass(frozen=True, slots=True)
class MeetingChanged(AuditEvent):
    """What was told of a meeting is another; ``before`` and ``after`` hold its day, time and place."""

    event: ClassVar[str] = "proposal:meeting_changed"
    subject_kind: ClassVar[str] = "proposal"
    kind: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class MeetingHeld(AuditEvent):
    """Who came to a meeting was recorded, and what was said."""

    event: ClassVar[str] = "proposal:meeting_held"
    subject_kind: ClassVar[str] = "proposal"
    kind: str
    held_on: str
    present: str


@dataclass(frozen=True, slots=True)
class MeetingCancelled(AuditEvent):
    """A meeting will not be."""

    event: ClassVar[str] = "proposal:meeting_cancelled"
    subject_kind: ClassVar[str] = "proposal"
    kind: str
    held_on: str
    reason: str


@dataclass(frozen=True, slots=True)
class PointAgreed(AuditEvent):
    """Something was agreed; ``due_on`` is empty where no day was set."""

    event: ClassVar[str] = "proposal:point_agreed"
    subject_kind: ClassVar[str] = "proposal"
    text: str
    responsible: str
    name: str
    due_on: str


@dataclass(frozen=True, slots=True)
class PointCarriedOut(AuditEvent):
    """What was agreed was carried out."""

    event: ClassVar[str] = "proposal:point_carried_out"
    subject_kind: ClassVar[str] = "proposal"
    text: str
    outcome: str
