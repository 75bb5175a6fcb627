"""What an office does to its units in the registry: found, change, end, correct; each act whole or refused.

An act returns a new registry. What it would break elsewhere is found by ``soundness.check``, which whoever
keeps the registry asks once after the last act.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from orgflow.domain.errors import RuleBroken
from orgflow.domain.organisation import timeline
from orgflow.domain.organisation.ending import runs_on, still_below
from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.keeping_posts import end_function, end_post
from orgflow.domain.organisation.records import Basis, UnitRecord
from orgflow.domain.organisation.successions import without_successions_of
from orgflow.domain.organisation.timeline import PeriodEmpty
from orgflow.domain.values import UnitId

EditUnit = Callable[[UnitRecord], UnitRecord]


class CodeTaken(RuleBroken):
    """Another unit bears the code."""

    code = "unit_code_taken"


class RootStays(RuleBroken):
    """The government itself cannot be put under another unit or ended."""

    code = "root_stays"


class ChildrenRemain(RuleBroken):
    """Units stand under the one that would end."""

    code = "children_remain"


class UnknownKind(RuleBroken):
    """No such kind of unit is kept here."""

    code = "unknown_unit_kind"


def found_unit(history: History, record: UnitRecord, code: str) -> History:
    """Return the registry with a new unit.

    Raises:
        CodeTaken, UnknownKind, PeriodEmpty.
    """
    if code in history.unit_codes.values():
        raise CodeTaken(unit_code=code)
    if record.kind_code not in history.kinds:
        raise UnknownKind(kind=record.kind_code)
    if record.valid_to is not None and record.valid_to <= record.valid_from:
        raise PeriodEmpty(start=record.valid_from.isoformat(), end=record.valid_to.isoformat())
    return history.with_unit(record.unit_id, (record,), code)


def change_unit(history: History, unit_id: UnitId, on: date, edit: EditUnit, basis: Basis) -> History:
    """Return the registry after an official change of a unit on a day.

    Raises:
        UnknownUnit, NotYetBegun, AlreadyEnded, NothingChanges, RootStays, UnknownKind.
    """
    kept = history.unit(unit_id)
    after = timeline.changed(kept, on, edit, basis)
    _require_possible(history, kept, after)
    # A change begins on a known day, even when the unit's own beginning is not known.
    begun = (
        replace(record, is_start_known=True) if record.valid_from == on else record for record in after[1:]
    )
    return history.with_unit(unit_id, (after[0], *begun))


def correct_unit(
    history: History, unit_id: UnitId, on: date, edit: EditUnit, basis: Basis | None = None
) -> History:
    """Return the registry after correcting what was wrongly recorded of a unit.

    Raises:
        UnknownUnit, NotYetBegun, AlreadyEnded, NothingChanges, RootStays, UnknownKind.
    """
    kept = history.unit(unit_id)
    after = timeline.corrected(kept, on, edit, basis)
    _require_possible(history, kept, after)
    return history.with_unit(unit_id, after)


def end_unit(history: History, unit_id: UnitId, on: date) -> History:
    """Return the registry in which a unit no longer holds from a day on, with its posts and functions.

    The holders of its posts leave them on the same day.

    Raises:
        UnknownUnit, NotYetBegun, AlreadyEnded, PeriodEmpty, LaterChangePlanned.
        RootStays: it is the government itself.
        ChildrenRemain: units still stand under it on or after the day.
    """
    kept = history.unit(unit_id)
    if kept[-1].parent_id is None:
        raise RootStays(unit=kept[-1].name)
    after = timeline.ended(kept, on)
    below = still_below(history, unit_id, on)
    if below:
        raise ChildrenRemain(unit=kept[-1].name, on=on.isoformat(), children=below)
    ended = history.with_unit(unit_id, after)
    for post_id, posts in history.posts.items():
        if posts[-1].unit_id == unit_id and runs_on(posts[-1], on):
            ended = end_post(ended, post_id, on)
    for function_id, functions in history.functions.items():
        if functions[-1].unit_id == unit_id and runs_on(functions[-1], on):
            ended = end_function(ended, function_id, on)
    return ended


def restart_unit(history: History, unit_id: UnitId, start: date, *, is_start_known: bool = True) -> History:
    """Return the registry in which a unit began on another day, by correction.

    Raises:
        UnknownUnit, NothingChanges, LaterChangePlanned, PeriodEmpty.
    """
    after = timeline.restarted(history.unit(unit_id), start)
    return history.with_unit(unit_id, (replace(after[0], is_start_known=is_start_known), *after[1:]))


def reend_unit(history: History, unit_id: UnitId, end: date | None) -> History:
    """Return the registry in which a unit ends on another day or not at all, by correction.

    Raises:
        UnknownUnit, NothingChanges, LaterChangePlanned, PeriodEmpty.
        RootStays: the government itself would end.
        ChildrenRemain: units still stand under it on or after the day.
    """
    kept = history.unit(unit_id)
    if end is not None and kept[-1].parent_id is None:
        raise RootStays(unit=kept[-1].name)
    after = timeline.reended(kept, end)
    below = still_below(history, unit_id, end) if end is not None else ()
    if end is not None and below:
        raise ChildrenRemain(unit=kept[-1].name, on=end.isoformat(), children=below)
    return history.with_unit(unit_id, after)


def withdraw_change(history: History, unit_id: UnitId, on: date) -> History:
    """Return the registry without the change of a unit that was recorded for a day.

    Raises:
        UnknownUnit, NoChangeThatDay.
    """
    return history.with_unit(unit_id, timeline.withdrawn(history.unit(unit_id), on))


def withdraw_founding(history: History, unit_id: UnitId, today: date) -> History:
    """Return the registry without a unit that was to begin after ``today``; its code stays taken.

    Whom it was to come out of is taken back with it.

    Raises:
        UnknownUnit, AlreadyBegun.
        ChildrenRemain: units would stand under it.
    """
    kept = history.unit(unit_id)
    timeline.require_ahead(kept, today)
    below = still_below(history, unit_id, today)
    if below:
        raise ChildrenRemain(unit=kept[-1].name, on=kept[0].valid_from.isoformat(), children=below)
    units = {key: held for key, held in history.units.items() if key != unit_id}
    return without_successions_of(replace(history, units=units), unit_id)


def _require_possible(history: History, kept: tuple[UnitRecord, ...], after: tuple[UnitRecord, ...]) -> None:
    was_root = kept[0].parent_id is None
    for record in after:
        if was_root != (record.parent_id is None):
            raise RootStays(unit=kept[0].name)
        if record.kind_code not in history.kinds:
            raise UnknownKind(kind=record.kind_code)
