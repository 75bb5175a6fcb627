"""What went to the ministry and what came back, one frozen dataclass a kind of fact."""

from dataclasses import dataclass
from typing import ClassVar

from orgflow.domain.audit.events import AuditEvent


@dataclass(frozen=True, slots=True)
class IncomingRegistered(AuditEvent):
    """A letter was entered in the agenda; ``late_reason`` says why it comes out of order."""

    event: ClassVar[str] = "incoming:registered"
    subject_kind: ClassVar[str] = "incoming_letter"
    agenda: str
    number: str
    dated_on: str
    received_on: str
    sender: str
    subject: str
    late_reason: str
    scan_sha256: str


@dataclass(frozen=True, slots=True)
class IncomingLinked(AuditEvent):
    """An incoming letter was found to be about a proposal."""

    event: ClassVar[str] = "proposal:incoming_linked"
    subject_kind: ClassVar[str] = "proposal"
    agenda: str
    number: str
    sender: str


@dataclass(frozen=True, slots=True)
class SendingProven(AuditEvent):
    """It was recorded how a round's letter arrived."""

    event: ClassVar[str] = "proposal:sending_proven"
    subject_kind: ClassVar[str] = "proposal"
    round: int
    method: str
    delivered_on: str
    received_by: str
    reference: str
    scan_sha256: str | None


@dataclass(frozen=True, slots=True)
class ItemsAsked(AuditEvent):
    """The ministry's letter asked something; ``items`` are its texts, one a line."""

    event: ClassVar[str] = "proposal:items_asked"
    subject_kind: ClassVar[str] = "proposal"
    number: str
    round: int
    items: str
    late_reason: str


@dataclass(frozen=True, slots=True)
class ItemAnswered(AuditEvent):
    """An item was answered, or its answer was changed."""

    event: ClassVar[str] = "proposal:item_answered"
    subject_kind: ClassVar[str] = "proposal"
    round: int
    item: int
    text: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class AnswerComposed(AuditEvent):
    """The ministry's answer item by item was written down, not recorded yet; ``after`` in sentences."""

    event: ClassVar[str] = "proposal:answer_composed"
    subject_kind: ClassVar[str] = "proposal"
    number: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class AnswerGranted(AuditEvent):
    """The ministry's answer item by item was recorded with the step it came to."""

    event: ClassVar[str] = "proposal:answer_granted"
    subject_kind: ClassVar[str] = "proposal"
    number: str
    round: int
    granted: int
    changed: int
    refused: int
    asked: str
    became: str
    late_reason: str


@dataclass(frozen=True, slots=True)
class MinistryDeskChanged(AuditEvent):
    """A desk of the ministry was entered, renamed, or put out of use."""

    event: ClassVar[str] = "government:ministry_desk_changed"
    subject_kind: ClassVar[str] = "government"
    before: str | None
    after: str
