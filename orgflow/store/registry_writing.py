"""The registry written back: what no longer stands is superseded, what is new is entered."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.records import UnitRecord
from orgflow.store.dated import DatedRow, ToldRow
from orgflow.store.functions import FunctionRow, FunctionVersionRow
from orgflow.store.officials import OfficialRow
from orgflow.store.organisation import SuccessionRow, UnitRow, UnitVersionRow
from orgflow.store.posts import AppointmentRow, PostRow, PostVersionRow
from orgflow.store.registry import (
    appointment_record,
    function_record,
    post_record,
    succession,
    unit_record,
)
from orgflow.store.registry_rows import (
    Stamp,
    appointment_row,
    former_official_row,
    function_row,
    post_row,
    succession_row,
    unit_row,
)

V = TypeVar("V", bound=ToldRow)
D = TypeVar("D", bound=DatedRow)
R = TypeVar("R", bound=Hashable)
K = TypeVar("K", bound=UUID)

_AT_ONCE = 500


def save_history(session: Session, before: History, after: History, stamp: Stamp) -> None:
    """Write what differs between two states of the registry.

    ``before`` is the registry as loaded in this transaction.
    """
    _enter_identities(session, before, after, stamp)
    _save_officials(session, before, after, stamp)
    _save_units(session, before, after, stamp)
    moved = _differing(before.posts, after.posts)
    posts = _held(session, PostVersionRow, PostVersionRow.post_id.in_, moved, stamp)
    _replace(
        session,
        {post_record(row): row for row in posts},
        _all(after.posts, moved),
        lambda record: post_row(record, stamp),
        at=stamp.at,
    )
    named = _differing(before.appointments, after.appointments)
    appointments = _held(session, AppointmentRow, AppointmentRow.appointment_id.in_, named, stamp)
    _replace(
        session,
        {appointment_record(row): row for row in appointments},
        (after.appointments[key] for key in named if key in after.appointments),
        lambda record: appointment_row(record, stamp),
        at=stamp.at,
    )
    worded = _differing(before.functions, after.functions)
    functions = _held(session, FunctionVersionRow, FunctionVersionRow.function_id.in_, worded, stamp)
    _replace(
        session,
        {function_record(row): row for row in functions},
        _all(after.functions, worded),
        lambda record: function_row(record, stamp),
        at=stamp.at,
    )
    if set(before.successions) != set(after.successions):
        believed = (SuccessionRow.government_id == stamp.government_id, SuccessionRow.believed(None))
        _replace(
            session,
            {succession(row): row for row in session.scalars(select(SuccessionRow).where(*believed))},
            after.successions,
            lambda held: succession_row(held, stamp),
            at=stamp.at,
        )


def _save_units(session: Session, before: History, after: History, stamp: Stamp) -> None:
    """Write the units; a record whose end alone changes stays that of the proposal that began it."""
    touched = _differing(before.units, after.units)
    rows = _held(session, UnitVersionRow, UnitVersionRow.unit_id.in_, touched, stamp)
    begun_by = {(row.unit_id, row.valid_from): row.proposal_id for row in rows}

    def row_of(record: UnitRecord) -> UnitVersionRow:
        row = unit_row(record, stamp)
        row.proposal_id = begun_by.get((record.unit_id, record.valid_from), stamp.proposal_id)
        return row

    _replace(
        session,
        {unit_record(row): row for row in rows},
        _all(after.units, touched),
        row_of,
        at=stamp.at,
    )


def _enter_identities(session: Session, before: History, after: History, stamp: Stamp) -> None:
    owner = stamp.government_id
    for unit_id, code in after.unit_codes.items():
        if unit_id not in before.unit_codes:
            session.add(UnitRow(id=unit_id, government_id=owner, code=code))
    for post_id, code in after.post_codes.items():
        if post_id not in before.post_codes:
            session.add(PostRow(id=post_id, government_id=owner, code=code))
    for function_id, code in after.function_codes.items():
        if function_id not in before.function_codes:
            session.add(FunctionRow(id=function_id, government_id=owner, code=code))
    session.flush()


def _save_officials(session: Session, before: History, after: History, stamp: Stamp) -> None:
    """Write the persons; what was believed of one until now is kept beside."""
    for official_id, official in after.officials.items():
        held = before.officials.get(official_id)
        if held == official:
            continue
        row = session.get(OfficialRow, official_id)
        if row is None:
            row = OfficialRow(id=official_id, government_id=stamp.government_id)
            session.add(row)
        if held is not None:
            session.add(former_official_row(held, stamp))
        row.say(official)
    session.flush()


def _replace(
    session: Session,
    held: dict[R, V],
    wanted: Iterable[R],
    row_of: Callable[[R], V],
    *,
    at: datetime,
) -> None:
    new = [record for record in dict.fromkeys(wanted) if held.pop(record, None) is None]
    for row in held.values():
        row.superseded_at = at
    session.flush()
    session.add_all(row_of(record) for record in new)
    session.flush()


def _held(
    session: Session,
    table: type[D],
    among: Callable[[list[UUID]], ColumnElement[bool]],
    keys: Iterable[UUID],
    stamp: Stamp,
) -> list[D]:
    asked = list(keys)
    found: list[D] = []
    for start in range(0, len(asked), _AT_ONCE):
        found += session.scalars(
            select(table).where(
                table.government_id == stamp.government_id,
                table.believed(None),
                among(asked[start : start + _AT_ONCE]),
            )
        )
    return found


def _differing(before: Mapping[K, R], after: Mapping[K, R]) -> tuple[K, ...]:
    changed = [key for key, kept in after.items() if before.get(key) != kept]
    return (*changed, *(key for key in before if key not in after))


def _all(timelines: Mapping[K, tuple[R, ...]], keys: Iterable[K]) -> Iterable[R]:
    for key in keys:
        yield from timelines.get(key, ())
