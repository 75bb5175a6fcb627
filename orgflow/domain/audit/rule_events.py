"""What happened to the rules of structure and the kinds of unit, one frozen dataclass a kind of fact."""

from dataclasses import dataclass
from typing import ClassVar

from orgflow.domain.audit.events import AuditEvent


@dataclass(frozen=True, slots=True)
class RuleChanged(AuditEvent):
    """A rule of structure or a guideline's name was added (no before), changed, or removed (no after)."""

    event: ClassVar[str] = "rule:changed"
    subject_kind: ClassVar[str] = "rule"
    before: str | None
    after: str | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class KindChanged(AuditEvent):
    """A kind of unit was added (no before) or changed."""

    event: ClassVar[str] = "unit_kind:changed"
    subject_kind: ClassVar[str] = "unit_kind"
    before: str | None
    after: str


@dataclass(frozen=True, slots=True)
class ClassificationChanged(AuditEvent):
    """A classification code was added (no before), changed, or ended (no after)."""

    event: ClassVar[str] = "classification:changed"
    subject_kind: ClassVar[str] = "classification"
    before: str | None
    after: str | None
    reason: str | None = None
