"""What happened to routes of approval and to the order of reviews."""

from dataclasses import dataclass
from typing import ClassVar

from orgflow.domain.audit.events import AuditEvent


@dataclass(frozen=True, slots=True)
class RouteBegun(AuditEvent):
    """A version of a route was begun for a kind of change; ``steps`` says it in one line."""

    event: ClassVar[str] = "government:route_begun"
    subject_kind: ClassVar[str] = "government"
    kind: str
    version: int
    steps: str


@dataclass(frozen=True, slots=True)
class ReviewOrderSet(AuditEvent):
    """A government set which review of a draft regulation comes first."""

    event: ClassVar[str] = "government:review_order_set"
    subject_kind: ClassVar[str] = "government"
    first: str
    source: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class RouteChanged(AuditEvent):
    """A running proposal was moved to another route; ``kept`` names the steps that count on it."""

    event: ClassVar[str] = "proposal:route_changed"
    subject_kind: ClassVar[str] = "proposal"
    kind: str
    version: int
    kept: str
