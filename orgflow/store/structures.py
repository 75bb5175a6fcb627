"""The structure of a day read in bulk: one statement prepared once, rows instead of entities."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Final, TypeVar
from uuid import UUID, SafeUUID

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    String,
    Uuid,
    and_,
    bindparam,
    func,
    or_,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import Session

from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.structure import Placement, Structure, Unit
from orgflow.domain.values import GovernmentId, UnitId
from orgflow.store.base import Instant
from orgflow.store.organisation import UnitVersionRow, kinds

Raw = TypeVar("Raw", str, UUID)
Columns = tuple[Raw, str, str, Raw | None, int, str | None, str | None, str | None, str]

_new: Final = object.__new__
_set: Final = object.__setattr__
_PLACEMENTS: Final = {str(placement): placement for placement in Placement}
_TABLE: Final = UnitVersionRow


def structure_on(
    session: Session, government_id: GovernmentId, on: date, known_at: datetime | None = None
) -> Structure:
    """Return the structure valid on a day, as now recorded or as it was known at an earlier instant."""
    connection = session.connection()
    held = kinds(session, government_id)
    asked = {"government_id": government_id, "day": on}
    if known_at is not None:
        asked["known_at"] = known_at
    is_past = known_at is not None
    if connection.dialect.supports_native_uuid:
        units = _units(connection.execute(_WITH_IDS[is_past], asked).all(), UnitId, held)
    else:
        ids = _Ids()
        rows = connection.execute(_WITH_TEXTS[is_past], asked).all()
        units = _units(rows, ids.__getitem__, held)
    return Structure(on, MappingProxyType(units))


@dataclass(frozen=True, slots=True)
class DayOfChange:
    """A day on which units began, ended, were renamed or moved; up to two of their names."""

    day: date
    count: int
    names: tuple[str, ...]


def days_of_change(session: Session, government_id: GovernmentId) -> tuple[DayOfChange, ...]:
    """Return the days on which the structure changes as now believed, in order, by one question."""
    records = (
        select(
            _TABLE.valid_from,
            _TABLE.valid_to,
            _TABLE.name,
            _TABLE.parent_id,
            func.lag(_TABLE.name)
            .over(partition_by=_TABLE.unit_id, order_by=_TABLE.valid_from)
            .label("old_name"),
            func.lag(_TABLE.parent_id)
            .over(partition_by=_TABLE.unit_id, order_by=_TABLE.valid_from)
            .label("old_parent_id"),
            func.lag(_TABLE.valid_to)
            .over(partition_by=_TABLE.unit_id, order_by=_TABLE.valid_from)
            .label("old_end"),
            func.lead(_TABLE.valid_from)
            .over(partition_by=_TABLE.unit_id, order_by=_TABLE.valid_from)
            .label("next_start"),
        )
        .where(_TABLE.government_id == government_id, _TABLE.superseded_at.is_(None))
        .cte("records")
    ).c
    begun = select(records.valid_from.label("day"), records.name).where(
        or_(
            records.old_name.is_(None),
            records.old_name != records.name,
            records.old_parent_id.is_distinct_from(records.parent_id),
            records.old_end != records.valid_from,
        )
    )
    ended = select(records.valid_to.label("day"), records.name).where(
        records.valid_to.is_not(None),
        or_(records.next_start.is_(None), records.next_start != records.valid_to),
    )
    changes = union_all(begun, ended).subquery().c
    rows = session.execute(
        select(changes.day, func.count(), func.min(changes.name), func.max(changes.name))
        .group_by(changes.day)
        .order_by(changes.day)
    )
    return tuple(
        DayOfChange(day, count, (first, last) if first != last else (first,))
        for day, count, first, last in rows
    )


class _Ids(dict[str, UnitId]):
    """Ids that the database keeps as text; a parent is the object that its own row gave."""

    def __missing__(self, text: str) -> UnitId:
        # As unpickling makes one: what the constructor would look into is known, and looking costs double.
        made = _new(UUID)
        _set(made, "int", int(text, 16))
        _set(made, "is_safe", SafeUUID.unknown)
        unit_id = self[text] = UnitId(made)
        return unit_id


def _units(
    rows: Iterable[Columns[Raw]], key: Callable[[Raw], UnitId], held: Mapping[str, UnitKind]
) -> dict[UnitId, Unit]:
    units: dict[UnitId, Unit] = {}
    for raw, kind, name, above, position, short, code, duty, placement in rows:
        mine = key(raw)
        parent = None if above is None else key(above)
        units[mine] = Unit(
            mine, held[kind], name, parent, position, short, code, duty, _PLACEMENTS[placement]
        )
    return units


def _believed(*, is_past: bool) -> ColumnElement[bool]:
    if not is_past:
        return _TABLE.superseded_at.is_(None)
    known_at = bindparam("known_at", type_=Instant())
    return and_(
        _TABLE.recorded_at <= known_at,
        or_(_TABLE.superseded_at.is_(None), _TABLE.superseded_at > known_at),
    )


def _on_the_day(*, is_past: bool) -> ColumnElement[bool]:
    day = bindparam("day", type_=Date())
    return and_(
        _TABLE.government_id == bindparam("government_id", type_=Uuid()),
        _believed(is_past=is_past),
        _TABLE.valid_from <= day,
        or_(_TABLE.valid_to.is_(None), _TABLE.valid_to > day),
    )


def _with_ids(
    *, is_past: bool
) -> Select[UUID, str, str, UUID | None, int, str | None, str | None, str | None, str]:
    return select(
        _TABLE.unit_id,
        _TABLE.kind_code,
        _TABLE.name,
        _TABLE.parent_id,
        _TABLE.position,
        _TABLE.short_name,
        _TABLE.letter_code,
        _TABLE.duty_field,
        _TABLE.placement,
    ).where(_on_the_day(is_past=is_past))


def _with_texts(*, is_past: bool) -> Select[str, str, str, str, int, str | None, str | None, str | None, str]:
    return select(
        type_coerce(_TABLE.unit_id, String()),
        _TABLE.kind_code,
        _TABLE.name,
        type_coerce(_TABLE.parent_id, String()),
        _TABLE.position,
        _TABLE.short_name,
        _TABLE.letter_code,
        _TABLE.duty_field,
        _TABLE.placement,
    ).where(_on_the_day(is_past=is_past))


_WITH_IDS: Final = {is_past: _with_ids(is_past=is_past) for is_past in (False, True)}
_WITH_TEXTS: Final = {is_past: _with_texts(is_past=is_past) for is_past in (False, True)}
