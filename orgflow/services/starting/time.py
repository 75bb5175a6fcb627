"""The calendar and the deadlines with which a government begins."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from orgflow.domain.audit.events import SettingsChanged
from orgflow.services.context import Context
from orgflow.services.starting.deadlines import deadlines_to_begin
from orgflow.services.starting.national_days import national_decrees
from orgflow.store import days_off, deadlines
from orgflow.store.governments import Government


def enter_calendar(ctx: Context, held: Government) -> None:
    """Enter the national days, each known from the day its decree was made known, and the deadlines."""
    entries = national_decrees()
    for entry in entries:
        decree_id = ctx.new_id()
        days_off.add_decree(ctx.session, held.id, entry.decree, new_id=decree_id)
        for day in entry.days:
            days_off.add_day(
                ctx.session,
                held.id,
                day,
                new_id=ctx.new_id(),
                decree_id=decree_id,
                known_at=known_at(entry.decree.known_on, held.zone),
            )
    for code, deadline in deadlines_to_begin().items():
        deadlines.add_deadline(ctx.session, held.id, code, deadline, new_id=ctx.new_id())
    decreed = "; ".join(f"{entry.decree.year}: {entry.decree.number}" for entry in entries)
    ctx.record(SettingsChanged(str(held.id), "holiday_decrees", None, decreed))
    timed = "; ".join(f"{code}: {deadline.working_days}" for code, deadline in deadlines_to_begin().items())
    ctx.record(SettingsChanged(str(held.id), "step_deadlines", None, timed))


def known_at(day: date | None, zone: str) -> datetime | None:
    """Return the first instant of a day in the zone, in UTC; None for a day that is not known."""
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC) if day is not None else None
