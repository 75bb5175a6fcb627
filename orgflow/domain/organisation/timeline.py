"""How the dated records of one thing change: officially from a day on, or by correction of what was recorded.

A timeline is the records of one unit, post or function in order, none overlapping another. A field that is
changed on a day keeps its new value until the next day on which *that field* was changed: a rename before a
planned move is carried into the move, and a planned rename is not undone by an earlier one.
"""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from typing import Final, TypeVar

from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.records import Basis, Dated

R = TypeVar("R", bound=Dated)

_FRAME: Final = frozenset({"valid_from", "valid_to", "basis"})


class NotYetBegun(RuleBroken):
    """The day lies before the first record."""

    code = "not_yet_begun"


class AlreadyEnded(RuleBroken):
    """The day lies after the last record, or in a gap between records."""

    code = "already_ended"


class NothingChanges(RuleBroken):
    """What was given is what is recorded already."""

    code = "nothing_changes"


class LaterChangePlanned(RuleBroken):
    """A later change is recorded already; it must be withdrawn first."""

    code = "later_change_planned"


class NoChangeThatDay(RuleBroken):
    """No change begins on the day."""

    code = "no_change_that_day"


class AlreadyBegun(RuleBroken):
    """What has begun is ended or corrected; only what lies ahead is withdrawn whole."""

    code = "already_begun"


class PeriodEmpty(RuleBroken):
    """The end would not lie after the start."""

    code = "period_empty"


def record_on(timeline: tuple[R, ...], day: date) -> R:
    """Return the record whose period holds the day.

    Raises:
        NotYetBegun, AlreadyEnded.
    """
    for record in timeline:
        if record.valid_from <= day and (record.valid_to is None or day < record.valid_to):
            return record
    if not timeline or day < timeline[0].valid_from:
        begins = timeline[0].valid_from.isoformat() if timeline else ""
        raise NotYetBegun(on=day.isoformat(), begins=begins)
    raise AlreadyEnded(on=day.isoformat(), ended=_last_end_before(timeline, day))


def changed(timeline: tuple[R, ...], on: date, edit: Callable[[R], R], basis: Basis) -> tuple[R, ...]:
    """Return the timeline after an official change that takes effect on a day.

    Raises:
        NotYetBegun, AlreadyEnded: nothing holds on the day.
        NothingChanges: ``edit`` leaves the record as it is.
    """
    before = record_on(timeline, on)
    target = edit(before)
    names = _differing(before, target)
    if not names:
        raise NothingChanges(on=on.isoformat())
    at = timeline.index(before)
    head = timeline[:at]
    if before.valid_from < on:
        head = (*head, replace(before, valid_to=on))
    new = replace(_taking(before, target, names), valid_from=on, basis=basis)
    return (*head, new, *_carried(timeline[at + 1 :], before, target, names))


def corrected(
    timeline: tuple[R, ...], on: date, edit: Callable[[R], R], basis: Basis | None = None
) -> tuple[R, ...]:
    """Return the timeline after correcting what was wrongly recorded of the period that holds the day.

    The wrong value is corrected wherever it was carried, before and after. A ``basis`` replaces the one
    of this period alone.

    Raises:
        NotYetBegun, AlreadyEnded, NothingChanges: as ``changed``.
    """
    wrong = record_on(timeline, on)
    target = edit(wrong)
    names = _differing(wrong, target)
    if not names and (basis is None or basis == wrong.basis):
        raise NothingChanges(on=on.isoformat())
    at = timeline.index(wrong)
    right = replace(_taking(wrong, target, names), basis=basis or wrong.basis)
    earlier = _carried(tuple(reversed(timeline[:at])), wrong, target, names)
    later = _carried(timeline[at + 1 :], wrong, target, names)
    return (*reversed(earlier), right, *later)


def ended(timeline: tuple[R, ...], on: date) -> tuple[R, ...]:
    """Return the timeline ended: ``on`` is the first day on which nothing holds.

    Raises:
        NotYetBegun, AlreadyEnded, PeriodEmpty: nothing holds on the day before.
        LaterChangePlanned: a change is recorded on or after the day.
    """
    if timeline and on <= timeline[0].valid_from:
        raise PeriodEmpty(start=timeline[0].valid_from.isoformat(), end=on.isoformat())
    later = [record for record in timeline if record.valid_from >= on]
    if later:
        raise LaterChangePlanned(on=on.isoformat(), planned=later[0].valid_from.isoformat())
    last = timeline[-1]
    if last.valid_to is not None and last.valid_to <= on:
        raise AlreadyEnded(on=on.isoformat(), ended=last.valid_to.isoformat())
    return (*timeline[:-1], replace(last, valid_to=on))


def restarted(timeline: tuple[R, ...], start: date) -> tuple[R, ...]:
    """Return the timeline with another first day, earlier or later, by correction.

    Raises:
        NothingChanges: it begins on that day already.
        LaterChangePlanned: a change lies before the new first day.
        PeriodEmpty: the new first day is not before the first record's end.
    """
    first = timeline[0]
    if first.valid_from == start:
        raise NothingChanges(on=start.isoformat())
    if len(timeline) > 1 and timeline[1].valid_from <= start:
        raise LaterChangePlanned(on=start.isoformat(), planned=timeline[1].valid_from.isoformat())
    if first.valid_to is not None and first.valid_to <= start:
        raise PeriodEmpty(start=start.isoformat(), end=first.valid_to.isoformat())
    return (replace(first, valid_from=start), *timeline[1:])


def reended(timeline: tuple[R, ...], end: date | None) -> tuple[R, ...]:
    """Return the timeline with another end, or none, by correction.

    Raises:
        NothingChanges: it ends so already.
        LaterChangePlanned: a record begins on or after the new end.
        PeriodEmpty: the new end is not after the first day.
    """
    last = timeline[-1]
    if last.valid_to == end:
        raise NothingChanges()
    if end is not None and end <= timeline[0].valid_from:
        raise PeriodEmpty(start=timeline[0].valid_from.isoformat(), end=end.isoformat())
    if end is not None and end <= last.valid_from:
        raise LaterChangePlanned(on=end.isoformat(), planned=last.valid_from.isoformat())
    return (*timeline[:-1], replace(last, valid_to=end))


def withdrawn(timeline: tuple[R, ...], on: date) -> tuple[R, ...]:
    """Return the timeline without the change that begins on a day: what held before goes on.

    Fields that were changed again later keep the later change.

    Raises:
        NoChangeThatDay: no change begins on it, or it is the first day of all.
    """
    for at, record in enumerate(timeline):
        if at > 0 and record.valid_from == on and timeline[at - 1].valid_to == on:
            before = timeline[at - 1]
            kept = replace(before, valid_to=record.valid_to)
            names = _differing(record, before)
            return (*timeline[: at - 1], kept, *_carried(timeline[at + 1 :], record, before, names))
    raise NoChangeThatDay(on=on.isoformat())


def require_ahead(timeline: tuple[R, ...], today: date) -> None:
    """Refuse to withdraw whole what has begun.

    Raises:
        AlreadyBegun.
    """
    if timeline[0].valid_from <= today:
        raise AlreadyBegun(begins=timeline[0].valid_from.isoformat())


def _carried(rest: tuple[R, ...], before: R, target: R, names: frozenset[str]) -> tuple[R, ...]:
    """Return neighbouring records with the new values, each field as far as its old value was carried."""
    carried: list[R] = []
    alive = names
    neighbour: Dated = before
    for record in rest:
        if record.valid_from != neighbour.valid_to and record.valid_to != neighbour.valid_from:
            alive = frozenset()
        alive = frozenset(name for name in alive if getattr(record, name) == getattr(before, name))
        carried.append(_taking(record, target, alive))
        neighbour = record
    return tuple(carried)


def _taking(record: R, target: R, names: frozenset[str]) -> R:
    values = {name: getattr(target, name) for name in names}
    return replace(record, **values)


def _differing(first: R, second: R) -> frozenset[str]:
    return frozenset(
        field.name
        for field in fields(first)
        if field.name not in _FRAME and getattr(first, field.name) != getattr(second, field.name)
    )


def _last_end_before(timeline: tuple[R, ...], day: date) -> str:
    ends = [r.valid_to.isoformat() for r in timeline if r.valid_to is not None and r.valid_to <= day]
    return max(ends, default="")
