"""A calendar that was written is read back by the library that calendars use."""

from datetime import UTC, date, datetime

from icalendar import Calendar

from orgflow.exchange.calendar_writing import CalendarEntry, write_calendar

ENTRY = CalendarEntry(
    key="1-2@orgflow",
    day=date(2026, 3, 30),
    title="Tenggat jawaban; Biro Hukum, Organisasi\nBEGIN:VEVENT " + "panjang " * 20,
    note="Tenggat 15 hari kerja.",
    url="https://contoh.example/usulan/1",
    changed_at=datetime(2026, 3, 2, 1, 2, 3, tzinfo=UTC),
)


def test_what_is_written_is_read_back_whole() -> None:
    read = Calendar.from_ical(write_calendar("Tenggat", [ENTRY]))

    events = read.walk("VEVENT")
    assert len(events) == 1
    assert str(events[0]["summary"]) == ENTRY.title
    assert events[0].decoded("dtstart") == ENTRY.day
    assert events[0].decoded("dtend") == date(2026, 3, 31)
    assert events[0].decoded("dtstamp") == ENTRY.changed_at
    assert str(events[0]["uid"]) == ENTRY.key
    assert str(events[0]["url"]) == ENTRY.url


def test_no_line_is_longer_than_the_format_allows() -> None:
    lines = write_calendar("Tenggat", [ENTRY]).split(b"\r\n")

    assert max(len(line) for line in lines) <= 75


def test_a_calendar_without_entries_is_one_too() -> None:
    assert Calendar.from_ical(write_calendar("Tenggat", [])).walk("VEVENT") == []
