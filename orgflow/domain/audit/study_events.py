"""What was chosen and written of a proposal's study, one frozen dataclass a kind of fact."""

from dataclasses import dataclass
from typing import ClassVar

from orgflow.domain.audit.events import AuditEvent


@dataclass(frozen=True, slots=True)
class StudyFormChosen(AuditEvent):
    """A proposal has the whole *kajian*, or its short form; both are values of ``StudyForm``."""

    event: ClassVar[str] = "study:form_chosen"
    subject_kind: ClassVar[str] = "proposal"
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class StudySectionWritten(AuditEvent):
    """A section was saved; ``before`` and ``after`` are the lines that differ, shortened.

    ``follows`` tells that it says what the facts give again; the answer is told where it changed.
    """

    event: ClassVar[str] = "study:section_written"
    subject_kind: ClassVar[str] = "proposal"
    key: str
    title: str
    version: int
    follows: bool
    before: str
    after: str
    answer_before: str
    answer_after: str
