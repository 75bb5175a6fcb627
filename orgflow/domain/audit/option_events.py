"""What happened to the options of a proposal that are put side by side."""

from dataclasses import dataclass
from typing import ClassVar

from orgflow.domain.audit.events import AuditEvent


@dataclass(frozen=True, slots=True)
class OptionWritten(AuditEvent):
    """An option was begun, or (with ``before``) described anew; ``operations`` is one sentence a line."""

    event: ClassVar[str] = "proposal:option_written"
    subject_kind: ClassVar[str] = "proposal"
    letter: str
    title: str
    sentence: str
    before: str | None
    operations: str | None


@dataclass(frozen=True, slots=True)
class OptionTaken(AuditEvent):
    """Another option is worked on: its operations are now the proposal's."""

    event: ClassVar[str] = "proposal:option_taken"
    subject_kind: ClassVar[str] = "proposal"
    letter: str
    title: str
    instead_of: str
    operations: str


@dataclass(frozen=True, slots=True)
class OptionRemoved(AuditEvent):
    """An option was taken away, with all it held."""

    event: ClassVar[str] = "proposal:option_removed"
    subject_kind: ClassVar[str] = "proposal"
    letter: str
    title: str
    sentence: str
    operations: str


@dataclass(frozen=True, slots=True)
class OptionChosen(AuditEvent):
    """An option was chosen, with its reason; ``rejected`` are the titles of the others, one a line."""

    event: ClassVar[str] = "proposal:option_chosen"
    subject_kind: ClassVar[str] = "proposal"
    letter: str
    title: str
    reason: str
    rejected: str
    operations: str
