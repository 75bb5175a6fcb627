"""The calendar of working days of the actor's government."""

from datetime import datetime

from orgflow.domain.working_days import DayBook, Workdays
from orgflow.services.context import Context
from orgflow.store import days_off


def day_book_of(ctx: Context) -> DayBook:
    """Return every day off recorded, from which a count of any instant is made."""
    return days_off.day_book(ctx.session, ctx.government_id)


def workdays_of(ctx: Context, known_at: datetime | None = None) -> Workdays:
    """Return the calendar as it stands, or as it was known at an instant."""
    return day_book_of(ctx).workdays(known_at)
