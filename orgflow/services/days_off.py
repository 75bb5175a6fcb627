"""Days off and their decrees: listed by year, added, changed and taken out."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.time_events import DayOffChanged, HolidayDecreeChanged
from orgflow.domain.calendar import format_date
from orgflow.domain.days_off import (
    DayOff,
    DayOffKind,
    Decree,
    HeldDay,
    HeldDecree,
    checked_day,
    checked_decree,
)
from orgflow.domain.values import clean_line
from orgflow.services.context import Context
from orgflow.services.organisation.freshness import as_seen
from orgflow.services.scope import today_of
from orgflow.services.settings import NothingChanged
from orgflow.services.trust_words import TRUST
from orgflow.services.use_case import read, use_case
from orgflow.services.working_days import day_book_of
from orgflow.store import days_off

KIND_WORDS = {
    DayOffKind.NATIONAL: "libur nasional",
    DayOffKind.COLLECTIVE: "cuti bersama",
    DayOffKind.LOCAL: "libur daerah",
}
LISTS = {
    DayOffKind.NATIONAL: "national_days",
    DayOffKind.COLLECTIVE: "leave_days",
    DayOffKind.LOCAL: "local_days",
}
"""The field in which a decree's days of a kind are listed."""


@dataclass(frozen=True, slots=True)
class DaysOffPage:
    """The days off of one year, all decrees, and the years of which anything is known."""

    year: int
    years: tuple[int, ...]
    decrees: tuple[HeldDecree, ...]
    days: tuple[HeldDay, ...]


@dataclass(frozen=True, slots=True)
class AddDecree:
    """A decree with the days it gives; they count from now on."""

    decree: Decree
    days: tuple[DayOff, ...]


@dataclass(frozen=True, slots=True)
class ChangeDecree:
    """A decree in the place of the one kept; its year stays."""

    decree_id: UUID
    seen_revision: int
    decree: Decree


@dataclass(frozen=True, slots=True)
class AddDay:
    """One day off, of a decree or of the region itself."""

    entry: DayOff
    decree_id: UUID | None


@dataclass(frozen=True, slots=True)
class ChangeDay:
    """What a day off is and where that stands; the day and its kind stay."""

    day_id: UUID
    seen_revision: int
    name: str
    source: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class RemoveDay:
    """A day that is worked on after all; counts made until now keep it off."""

    day_id: UUID
    seen_revision: int
    reason: str


@read(requires=Permission.MANAGE_SETTINGS)
def list_days_off(ctx: Context, year: int | None = None) -> DaysOffPage:
    """Return the days off of a year, of this one when none is given."""
    this_year = today_of(ctx).year
    shown = year if year is not None else this_year
    decrees = days_off.decrees(ctx.session, ctx.government_id)
    years = {held.decree.year for held in decrees} | {day.year for day in _days_held(ctx)}
    return DaysOffPage(
        shown,
        tuple(sorted(years | {this_year, this_year + 1, shown})),
        decrees,
        days_off.days_of_year(ctx.session, ctx.government_id, shown),
    )


@read(requires=Permission.MANAGE_SETTINGS)
def show_decree(ctx: Context, decree_id: UUID) -> HeldDecree:
    """Return one decree.

    Raises:
        UnknownDayOff.
    """
    row = days_off.decree_row(ctx.session, ctx.government_id, decree_id)
    return HeldDecree(row.id, row.revision, days_off.decree_of(row))


@read(requires=Permission.MANAGE_SETTINGS)
def show_day(ctx: Context, day_id: UUID) -> HeldDay:
    """Return one day off.

    Raises:
        UnknownDayOff.
    """
    return days_off.held_day(days_off.day_row(ctx.session, ctx.government_id, day_id))


@use_case(requires=Permission.MANAGE_SETTINGS)
def add_decree(ctx: Context, command: AddDecree) -> UUID:
    """Keep a decree with its days, whole or not at all.

    Raises:
        DecreeYearUnfit, DecreeTwice, DecreeKnownTooEarly, DayOutsideDecree, DayOffTwice.
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    decree, decree_id = checked_decree(command.decree, _decrees_beside(ctx)), ctx.new_id()
    days_off.add_decree(ctx.session, ctx.government_id, decree, new_id=decree_id)
    held, told = _days_held(ctx), list[str]()
    for typed in command.days:
        entry = checked_day(typed, decree, held, listed_in=LISTS[typed.kind])
        _enter_day(ctx, entry, decree_id)
        held.add(entry.day)
        told.append(_day_said(entry))
    ctx.record(HolidayDecreeChanged(str(decree_id), None, decree_words(decree), "; ".join(told)))
    return decree_id


@use_case(requires=Permission.MANAGE_SETTINGS)
def change_decree(ctx: Context, command: ChangeDecree) -> UUID:
    """Change what is known of a decree.

    Raises:
        UnknownDayOff, StaleRevision, NothingChanged, and the refusals of ``add_decree``.
    """
    row = as_seen(
        ctx,
        days_off.decree_row(ctx.session, ctx.government_id, command.decree_id),
        command.seen_revision,
    )
    before = days_off.decree_of(row)
    decree = checked_decree(replace(command.decree, year=before.year), _decrees_beside(ctx, row.id))
    if decree == before:
        raise NothingChanged()
    days_off.write_decree(row, decree)
    ctx.record(HolidayDecreeChanged(str(row.id), decree_words(before), decree_words(decree)))
    return row.id


@use_case(requires=Permission.MANAGE_SETTINGS)
def add_day(ctx: Context, command: AddDay) -> UUID:
    """Keep another day off; it counts from now on.

    Raises:
        UnknownDayOff: no such decree.
        DecreeNeeded, DayOutsideDecree, DayOffTwice.
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    decree = None
    if command.decree_id is not None:
        row = days_off.decree_row(ctx.session, ctx.government_id, command.decree_id)
        decree = days_off.decree_of(row)
    entry = checked_day(command.entry, decree, _days_held(ctx))
    day_id = _enter_day(ctx, entry, command.decree_id)
    ctx.record(DayOffChanged(str(day_id), None, day_words(entry)))
    return day_id


@use_case(requires=Permission.MANAGE_SETTINGS)
def change_day(ctx: Context, command: ChangeDay) -> UUID:
    """Change what is known of a day off.

    Raises:
        UnknownDayOff, StaleRevision, NothingChanged.
        NameUnreadable, TextEmpty, TextTooLong, TextUnprintable.
    """
    row = as_seen(
        ctx, days_off.day_row(ctx.session, ctx.government_id, command.day_id), command.seen_revision
    )
    before, decree = days_off.held_day(row).entry, None
    if row.decree_id is not None:
        decree = days_off.decree_of(days_off.decree_row(ctx.session, ctx.government_id, row.decree_id))
    typed = replace(before, name=command.name, source=command.source, is_verified=command.is_verified)
    entry = checked_day(typed, decree, _days_held(ctx) - {before.day})
    if entry == before:
        raise NothingChanged()
    days_off.write_day(row, entry)
    ctx.record(DayOffChanged(str(row.id), day_words(before), day_words(entry)))
    return row.id


@use_case(requires=Permission.MANAGE_SETTINGS)
def remove_day(ctx: Context, command: RemoveDay) -> UUID:
    """Take a day out, for a reason; what was counted before stays as it was.

    Raises:
        UnknownDayOff, StaleRevision, TextEmpty, TextTooLong, TextUnprintable.
    """
    row = as_seen(
        ctx, days_off.day_row(ctx.session, ctx.government_id, command.day_id), command.seen_revision
    )
    reason = clean_line(command.reason, field="reason")
    row.ended_at, row.ended_reason = ctx.now, reason
    row.revision += 1
    ctx.record(DayOffChanged(str(row.id), day_words(days_off.held_day(row).entry), None, reason))
    return row.id


def decree_words(decree: Decree) -> str:
    """Return a decree as one line for the history."""
    dated = f" tanggal {format_date(decree.dated_on)}" if decree.dated_on is not None else ""
    known = f", diketahui {format_date(decree.known_on)}" if decree.known_on is not None else ""
    return (
        f"{decree.year}: {decree.number}{dated}{known}; sumber: {decree.source} ({TRUST[decree.is_verified]})"
    )


def day_words(entry: DayOff) -> str:
    """Return a day off as one line for the history."""
    return f"{_day_said(entry)}; sumber: {entry.source} ({TRUST[entry.is_verified]})"


def _day_said(entry: DayOff) -> str:
    said = f"{format_date(entry.day)} ({KIND_WORDS[entry.kind]})"
    return f"{said} {entry.name}" if entry.name else said


def _enter_day(ctx: Context, entry: DayOff, decree_id: UUID | None) -> UUID:
    day_id = ctx.new_id()
    days_off.add_day(
        ctx.session, ctx.government_id, entry, new_id=day_id, decree_id=decree_id, known_at=ctx.now
    )
    return day_id


def _days_held(ctx: Context) -> set[date]:
    return {recorded.day for recorded in day_book_of(ctx).days if recorded.ended_at is None}


def _decrees_beside(ctx: Context, but: UUID | None = None) -> tuple[Decree, ...]:
    held = days_off.decrees(ctx.session, ctx.government_id)
    return tuple(one.decree for one in held if one.id != but)
