"""What happened to the comparison of a proposal's duties with another unit's."""

from dataclasses import dataclass
from typing import ClassVar

from orgflow.domain.audit.events import AuditEvent


@dataclass(frozen=True, slots=True)
class OverlapCompared(AuditEvent):
    """A unit was taken into the comparison of duties, or (``act`` ``removed``) out of it."""

    event: ClassVar[str] = "proposal:overlap_compared"
    subject_kind: ClassVar[str] = "proposal"
    unit_name: str
    act: str


@dataclass(frozen=True, slots=True)
class OverlapJudged(AuditEvent):
    """Somebody said what two duties are to each other; no ``before`` the first time."""

    event: ClassVar[str] = "proposal:overlap_judged"
    subject_kind: ClassVar[str] = "proposal"
    unit_name: str
    text: str
    other_text: str
    before: str | None
    after: str
    distinction: str
