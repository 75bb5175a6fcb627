"""When the records of a registry cannot all be true: no day may have an orphan, a cycle or two roots."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.records import Dated, PostRecord, UnitRecord
from orgflow.domain.organisation.structure import NameTaken
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.values import PostId, UnitId, comparable

Span = tuple[date, date | None, str]
"""First day, first day after, and the holder's name."""


class UnitOutsideParent(RuleBroken):
    """A unit holds on a day on which its parent does not."""

    code = "unit_outside_parent"


class SeveralRoots(RuleBroken):
    """A day has two units without a parent."""

    code = "several_roots"


class UnitCycle(RuleBroken):
    """A unit would stand under itself."""

    code = "unit_cycle"


class PostOutsideUnit(RuleBroken):
    """A post holds on a day on which its unit does not."""

    code = "post_outside_unit"


class FunctionOutsideUnit(RuleBroken):
    """A duty or function holds on a day on which its unit does not."""

    code = "function_outside_unit"


class AppointmentOutsidePost(RuleBroken):
    """An official holds a post on a day on which there is no such post."""

    code = "appointment_outside_post"


class SeatTaken(RuleBroken):
    """More officials hold a post than it has seats."""

    code = "seat_taken"


class SuccessionOutsideUnit(RuleBroken):
    """A succession names a unit on a day on which it neither begins, holds nor ends."""

    code = "succession_outside_unit"


def check(history: History, since: date | None = None) -> None:
    """Refuse a registry in which some day from ``since`` on cannot be.

    Raises:
        UnitOutsideParent, SeveralRoots, UnitCycle, NameTaken, PostOutsideUnit, FunctionOutsideUnit,
        AppointmentOutsidePost, SeatTaken, SuccessionOutsideUnit.
    """
    for refusal in refusals(history, since):
        raise refusal


def refusals(history: History, since: date | None = None) -> Iterator[RuleBroken]:
    """Yield every reason why a registry cannot be, as ``check`` would raise it."""
    yield from _parents(history)
    for day in history.days_of_change():
        if since is None or day >= since:
            yield from _day(history, day)
    yield from _posts(history)
    yield from _functions(history)
    yield from _appointments(history)
    yield from _successions(history)


def uncovered(record: Dated, cover: Iterable[Dated]) -> date | None:
    """Return the first day on which a record holds and none of the covering ones does, None if there is none.

    ``cover`` is in order and without overlap.
    """
    day = record.valid_from
    for other in cover:
        if other.valid_from > day:
            break
        if other.valid_to is None:
            return None
        day = max(day, other.valid_to)
    return day if record.valid_to is None or day < record.valid_to else None


def _parents(history: History) -> Iterator[RuleBroken]:
    for unit_id, timeline in history.units.items():
        for record in timeline:
            if record.parent_id is None:
                continue
            day = uncovered(record, history.units.get(record.parent_id, ()))
            if day is not None:
                known = record.parent_id in history.units
                yield UnitOutsideParent(
                    unit_id=str(unit_id),
                    unit=record.name,
                    parent=history.name_on(record.parent_id, day) if known else "",
                    on=day.isoformat(),
                )


def _day(history: History, day: date) -> Iterator[RuleBroken]:
    records = {record.unit_id: record for record in history.units_on(day)}
    roots = [record.name for record in records.values() if record.parent_id is None]
    if len(roots) > 1:
        yield SeveralRoots(on=day.isoformat(), names=tuple(sorted(roots)))
    yield from _cycles(records, day)
    borne: dict[tuple[UnitId | None, str], UnitRecord] = {}
    alone: dict[str, UnitRecord] = {}
    for record in records.values():
        other = borne.setdefault((record.parent_id, comparable(record.name)), record)
        if other is record and history.kinds[record.kind_code].stands_alone:
            other = alone.setdefault(comparable(record.name), record)
        if other is not record:
            yield NameTaken(
                name=record.name, taken_by=other.name, unit_id=str(record.unit_id), on=day.isoformat()
            )


def _cycles(records: Mapping[UnitId, UnitRecord], day: date) -> Iterator[RuleBroken]:
    sound: set[UnitId] = set()
    for unit_id in records:
        path: list[UnitId] = []
        current: UnitId | None = unit_id
        while current is not None and current not in sound and current in records:
            if current in path:
                name = records[current].name
                yield UnitCycle(unit_id=str(current), unit=name, on=day.isoformat())
                break
            path.append(current)
            current = records[current].parent_id
        sound.update(path)


def _posts(history: History) -> Iterator[RuleBroken]:
    for post_id, timeline in history.posts.items():
        for record in timeline:
            day = uncovered(record, history.units.get(record.unit_id, ()))
            if day is not None:
                yield PostOutsideUnit(
                    post_id=str(post_id), post=title_of(history, post_id, day), on=day.isoformat()
                )


def _functions(history: History) -> Iterator[RuleBroken]:
    for function_id, timeline in history.functions.items():
        for record in timeline:
            day = uncovered(record, history.units.get(record.unit_id, ()))
            if day is not None:
                yield FunctionOutsideUnit(function_id=str(function_id), text=record.text, on=day.isoformat())


def _appointments(history: History) -> Iterator[RuleBroken]:
    held: dict[PostId, list[Span]] = {}
    for record in history.appointments.values():
        posts = history.posts.get(record.post_id, ())
        name = history.officials[record.official_id].name
        day = uncovered(record, posts) if record.is_end_known else _missing(posts, record.valid_from)
        if day is not None:
            title = title_of(history, record.post_id, day)
            yield AppointmentOutsidePost(
                appointment_id=str(record.appointment_id), official=name, post=title, on=day.isoformat()
            )
        if record.kind is AppointmentKind.DEFINITIVE and record.is_end_known:
            held.setdefault(record.post_id, []).append((record.valid_from, record.valid_to, name))
    for post_id, spans in held.items():
        yield from _seats(history, post_id, spans)


def _seats(history: History, post_id: PostId, spans: list[Span]) -> Iterator[RuleBroken]:
    starts = {day: None for day, _, _ in spans} | {post.valid_from: None for post in history.posts[post_id]}
    for day in starts:
        holding = (name for start, end, name in spans if start <= day and (end is None or day < end))
        names = tuple(sorted(holding))
        seats = next((record.seats for record in history.posts[post_id] if record.holds_on(day)), 1)
        if len(names) > seats:
            yield SeatTaken(
                post_id=str(post_id),
                post=title_of(history, post_id, day),
                on=day.isoformat(),
                officials=names,
                seats=seats,
            )


def _successions(history: History) -> Iterator[RuleBroken]:
    for succession in history.successions:
        day = succession.on
        old = history.units.get(succession.predecessor_id, ())
        new = history.units.get(succession.successor_id, ())
        if not any(record.valid_from < day for record in old) or not any(r.holds_on(day) for r in new):
            yield SuccessionOutsideUnit(
                on=day.isoformat(),
                predecessor=history.name_on(succession.predecessor_id, day) if old else "",
                successor=history.name_on(succession.successor_id, day) if new else "",
            )


def title_of(history: History, post_id: PostId, day: date) -> str:
    """Return a post's title on a day; a head's follows the unit's name."""
    timeline = history.posts.get(post_id, ())
    if not timeline:
        return ""
    begun = [record for record in timeline if record.valid_from <= day]
    record = begun[-1] if begun else timeline[0]
    if record.title is not None or record.unit_id not in history.units:
        return record.title or ""
    name = history.name_on(record.unit_id, day)
    kind = next(r.kind_code for r in history.units[record.unit_id] if r.name == name)
    return history.kinds[kind].head_of(name)


def _missing(posts: Iterable[PostRecord], day: date) -> date | None:
    return None if any(record.holds_on(day) for record in posts) else day
