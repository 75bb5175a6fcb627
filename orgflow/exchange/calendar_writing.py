"""Due dates as an iCalendar file that a person's own calendar reads again and again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

PRODUCT = "-//OrgFlow//Tenggat usulan//ID"
READ_AGAIN = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One due date, a whole day.

    Attributes:
        key: the same as long as it is the same desk, so that a calendar moves it when the date changes.
        changed_at: when what it says last changed.
    """

    key: str
    day: date
    title: str
    note: str
    url: str
    changed_at: datetime


def write_calendar(name: str, entries: Iterable[CalendarEntry]) -> bytes:
    """Return the calendar in UTF-8; lines are folded as RFC 5545 asks."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", READ_AGAIN, parameters={"VALUE": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry))
    written: bytes = calendar.to_ical()
    return written


def _event(entry: CalendarEntry) -> Event:
    event = Event()
    event.add("uid", entry.key)
    event.add("dtstamp", entry.changed_at)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", entry.title)
    event.add("description", entry.note)
    event.add("url", entry.url)
    # A due date takes nobody's time: the day stays free.
    event.add("transp", "TRANSPARENT")
    return event
