"""What was written into a letter and what came back of it, one frozen dataclass a kind of fact."""

from dataclasses import dataclass
from typing import ClassVar

from orgflow.domain.audit.events import AuditEvent


@dataclass(frozen=True, slots=True)
class PassageWritten(AuditEvent):
    """An office worded a passage; ``origin`` is typed or word."""

    event: ClassVar[str] = "letter:passage_written"
    subject_kind: ClassVar[str] = "letter"
    key: str
    label: str
    origin: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PassageDropped(AuditEvent):
    """A passage is derived again; ``before`` is what the office had written."""

    event: ClassVar[str] = "letter:passage_dropped"
    subject_kind: ClassVar[str] = "letter"
    key: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class LetterReturned(AuditEvent):
    """A letter came back from Word; ``differences`` are in its passages, ``others`` outside them."""

    event: ClassVar[str] = "letter:returned"
    subject_kind: ClassVar[str] = "letter"
    file_name: str
    sha256: str
    differences: int
    others: int
