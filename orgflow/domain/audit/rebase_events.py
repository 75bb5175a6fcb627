"""What happened where a proposal's structure changed meanwhile."""

from dataclasses import dataclass
from typing import ClassVar

from orgflow.domain.audit.events import AuditEvent


@dataclass(frozen=True, slots=True)
class QuestionAnswered(AuditEvent):
    """A conflict was answered, or put to Biro Organisasi with a note."""

    event: ClassVar[str] = "proposal:question_answered"
    subject_kind: ClassVar[str] = "proposal"
    told: str
    choice: str
    note: str


@dataclass(frozen=True, slots=True)
class QuestionAdvised(AuditEvent):
    """Biro Organisasi said what it thinks of a conflict that was put to it."""

    event: ClassVar[str] = "proposal:question_advised"
    subject_kind: ClassVar[str] = "proposal"
    told: str
    advice: str
    note: str


@dataclass(frozen=True, slots=True)
class ProposalRebased(AuditEvent):
    """A proposal was carried over to the present structure; both lists are operations as sentences."""

    event: ClassVar[str] = "proposal:rebased"
    subject_kind: ClassVar[str] = "proposal"
    old_on: str
    new_on: str
    before: str
    after: str
