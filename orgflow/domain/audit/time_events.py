"""What happened to the days off, the deadlines, and the addresses of people's calendars."""

from dataclasses import dataclass
from typing import ClassVar

from orgflow.domain.audit.events import AuditEvent


@dataclass(frozen=True, slots=True)
class HolidayDecreeChanged(AuditEvent):
    """A decree on days off was added (no before) or changed; ``days`` are those that came with it."""

    event: ClassVar[str] = "holiday_decree:changed"
    subject_kind: ClassVar[str] = "holiday_decree"
    before: str | None
    after: str
    days: str = ""


@dataclass(frozen=True, slots=True)
class DayOffChanged(AuditEvent):
    """A day off was added (no before), changed, or taken out (no after)."""

    event: ClassVar[str] = "day_off:changed"
    subject_kind: ClassVar[str] = "day_off"
    before: str | None
    after: str | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class DeadlineChanged(AuditEvent):
    """A desk was given a deadline (no before), another one, or none (no after)."""

    event: ClassVar[str] = "deadline:changed"
    subject_kind: ClassVar[str] = "deadline"
    step: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class CalendarAddressChanged(AuditEvent):
    """A person's calendar got an address, another one, or none: ``act`` is made, renewed or closed."""

    event: ClassVar[str] = "calendar_address:changed"
    subject_kind: ClassVar[str] = "user"
    act: str
