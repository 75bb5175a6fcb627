"""What happened around the commencement of a regulation and what follows it."""

from dataclasses import dataclass
from typing import ClassVar

from orgflow.domain.audit.events import AuditEvent


@dataclass(frozen=True, slots=True)
class CommencementLeftUnknown(AuditEvent):
    """A regulation was promulgated and its day of commencement is not known yet."""

    event: ClassVar[str] = "proposal:commencement_left_unknown"
    subject_kind: ClassVar[str] = "proposal"
    regulation: str


@dataclass(frozen=True, slots=True)
class CommencementSet(AuditEvent):
    """The day of commencement became known; ``reason`` is given where it lies before the promulgation."""

    event: ClassVar[str] = "proposal:commencement_set"
    subject_kind: ClassVar[str] = "proposal"
    regulation: str
    effective_on: str
    reason: str


@dataclass(frozen=True, slots=True)
class CommencementCorrected(AuditEvent):
    """A day of commencement that was wrongly recorded was corrected.

    ``was_written`` says whether the registry stood for the wrong day and was corrected with it.
    """

    event: ClassVar[str] = "proposal:commencement_corrected"
    subject_kind: ClassVar[str] = "proposal"
    regulation: str
    before: str
    after: str
    reason: str
    was_written: bool


@dataclass(frozen=True, slots=True)
class CommencementDecided(AuditEvent):
    """Somebody decided what of a regulation holds where the structure changed meanwhile."""

    event: ClassVar[str] = "proposal:commencement_decided"
    subject_kind: ClassVar[str] = "proposal"
    told: str
    choice: str
    note: str


@dataclass(frozen=True, slots=True)
class CommencementHeld(AuditEvent):
    """The day came and the regulation could not commence by itself: a person must look."""

    event: ClassVar[str] = "proposal:commencement_held"
    subject_kind: ClassVar[str] = "proposal"
    regulation: str
    effective_on: str
    cause: str


@dataclass(frozen=True, slots=True)
class FollowUpsBegun(AuditEvent):
    """The list of what follows a commencement was begun."""

    event: ClassVar[str] = "proposal:follow_ups_begun"
    subject_kind: ClassVar[str] = "proposal"
    count: int


@dataclass(frozen=True, slots=True)
class FollowUpTold(AuditEvent):
    """Somebody told how far a task is."""

    event: ClassVar[str] = "proposal:follow_up_told"
    subject_kind: ClassVar[str] = "proposal"
    title: str
    before: str
    after: str
    who: str
    acted_on: str | None
    note: str
    reason: str


@dataclass(frozen=True, slots=True)
class FollowUpRuleChanged(AuditEvent):
    """A rule of what follows a commencement was added or changed; both as one line."""

    event: ClassVar[str] = "follow_up_rule:changed"
    subject_kind: ClassVar[str] = "follow_up_rule"
    before: str | None
    after: str | None
