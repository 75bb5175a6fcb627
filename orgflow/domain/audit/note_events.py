"""What happened to the notes put on a proposal."""

from dataclasses import dataclass
from typing import ClassVar

from orgflow.domain.audit.events import AuditEvent


@dataclass(frozen=True, slots=True)
class NoteWritten(AuditEvent):
    """Somebody put a note on a place; ``quote`` is empty when it is about the whole place."""

    event: ClassVar[str] = "proposal:note_written"
    subject_kind: ClassVar[str] = "proposal"
    kind: str
    place_kind: str
    place_name: str
    quote: str
    text: str


@dataclass(frozen=True, slots=True)
class NoteAnswered(AuditEvent):
    """Somebody answered a note."""

    event: ClassVar[str] = "proposal:note_answered"
    subject_kind: ClassVar[str] = "proposal"
    note: str
    text: str


@dataclass(frozen=True, slots=True)
class NoteFollowedUp(AuditEvent):
    """Whoever put a note asked once more; it is open again."""

    event: ClassVar[str] = "proposal:note_followed_up"
    subject_kind: ClassVar[str] = "proposal"
    note: str
    text: str


@dataclass(frozen=True, slots=True)
class NoteResolved(AuditEvent):
    """A note was settled, perhaps with a last word."""

    event: ClassVar[str] = "proposal:note_resolved"
    subject_kind: ClassVar[str] = "proposal"
    note: str
    text: str
