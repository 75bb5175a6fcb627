"""What an end brings with it: the posts, holders and functions that end with a unit, and what forbids it."""

from dataclasses import dataclass
from datetime import date

from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.records import AppointmentRecord, Dated
from orgflow.domain.organisation.soundness import title_of
from orgflow.domain.values import PostId, UnitId


@dataclass(frozen=True, slots=True)
class Ending:
    """What would end with a unit or a post on a day.

    Attributes:
        posts: titles of the posts that end with it.
        holders: name and title of each person who leaves a post that day.
        functions: how many duties and functions end.
        children: names of the units still below it, which must be ended or moved first.
    """

    posts: tuple[str, ...] = ()
    holders: tuple[tuple[str, str], ...] = ()
    functions: int = 0
    children: tuple[str, ...] = ()


def what_ends_with_unit(history: History, unit_id: UnitId, on: date) -> Ending:
    """Return what ends with a unit on a day.

    Raises:
        UnknownUnit.
    """
    history.unit(unit_id)
    posts = [
        post_id
        for post_id, timeline in history.posts.items()
        if timeline[-1].unit_id == unit_id and runs_on(timeline[-1], on)
    ]
    functions = [
        timeline
        for timeline in history.functions.values()
        if timeline[-1].unit_id == unit_id and runs_on(timeline[-1], on)
    ]
    return Ending(
        tuple(sorted(title_of(history, post_id, on) for post_id in posts)),
        tuple(holder for post_id in posts for holder in _holders(history, post_id, on)),
        len(functions),
        still_below(history, unit_id, on),
    )


def what_ends_with_post(history: History, post_id: PostId, on: date) -> Ending:
    """Return who leaves a post that ends on a day."""
    return Ending(holders=_holders(history, post_id, on))


def still_below(history: History, unit_id: UnitId, on: date) -> tuple[str, ...]:
    """Return the names of the units that stand under a unit on or after a day."""
    names = [
        record.name
        for records in history.units.values()
        for record in records
        if record.parent_id == unit_id and runs_on(record, on)
    ]
    return tuple(dict.fromkeys(sorted(names)))


def runs_on(record: Dated, on: date) -> bool:
    """Say whether a record holds on a day or later."""
    return record.valid_to is None or record.valid_to > on


def leaves_with_post(record: AppointmentRecord, on: date) -> bool:
    """Say whether a holder leaves when the post ends on a day; one seen on a single day does not."""
    return record.is_end_known and runs_on(record, on)


def _holders(history: History, post_id: PostId, on: date) -> tuple[tuple[str, str], ...]:
    return tuple(
        sorted(
            (history.officials[record.official_id].name, title_of(history, post_id, on))
            for record in history.appointments.values()
            if record.post_id == post_id and leaves_with_post(record, on)
        )
    )
