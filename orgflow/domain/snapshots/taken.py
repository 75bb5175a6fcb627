"""When a proposal's file was frozen, and by what."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from orgflow.domain.proposals.states import Action


@dataclass(frozen=True, slots=True)
class TakenSnapshot:
    """When a proposal's file was frozen and by which step."""

    id: UUID
    number: int
    action: Action
    acted_on: date
    digest: str
    taken_by: str
    taken_at: datetime
