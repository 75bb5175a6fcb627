"""What of a registry is told as linked data: its day, how far its changes are told, and who may be named."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from orgflow.domain.organisation.chronicle import Event, events, versions
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.papers import Papers
from orgflow.domain.organisation.records import UnitRecord


@dataclass(frozen=True)
class Picture:
    """A registry seen from a day.

    Attributes:
        zone: the government's time zone, in which its days begin.
        is_whole: planned changes and all who ever held a post are told too, not only up to the day.
        has_nip: the personal numbers of officials are told.
    """

    government_id: UUID
    history: History
    papers: Papers
    on: date
    zone: str
    is_whole: bool
    has_nip: bool

    @property
    def until(self) -> date | None:
        """The last day whose changes are told; None has no end."""
        return None if self.is_whole else self.on

    @cached_property
    def versions(self) -> tuple[UnitRecord, ...]:
        """Every version of a unit that is told."""
        return versions(self.history, self.until)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Every change that is told."""
        return events(self.history, self.until)

    def is_told(self, day: date) -> bool:
        """Say whether what happens on a day is told."""
        return self.until is None or day <= self.until
