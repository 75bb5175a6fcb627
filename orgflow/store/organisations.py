"""The organisation of a day read in bulk: the structure with its posts, duties and functions."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.organisation import Function, Organisation, Post
from orgflow.domain.organisation.records import FunctionKind, PostRole
from orgflow.domain.organisation.structure import Placement, Structure, Unit
from orgflow.domain.values import FunctionId, GovernmentId, PostId, UnitId
from orgflow.store.dated import DatedRow
from orgflow.store.functions import FunctionVersionRow
from orgflow.store.organisation import UnitVersionRow, kinds
from orgflow.store.posts import PostVersionRow
from orgflow.store.structures import structure_on

Held = TypeVar("Held")


@dataclass(frozen=True, slots=True)
class AsOf:
    """A day, as now recorded or as it was known at an earlier instant."""

    on: date
    known_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Record(Generic[Held]):
    """What a version row says, with its period and when it was believed."""

    valid_from: date
    valid_to: date | None
    recorded_at: datetime
    superseded_at: datetime | None
    held: Held

    def holds(self, moment: AsOf) -> bool:
        if self.valid_from > moment.on or (self.valid_to is not None and self.valid_to <= moment.on):
            return False
        if moment.known_at is None:
            return self.superseded_at is None
        is_told = self.recorded_at <= moment.known_at
        return is_told and (self.superseded_at is None or self.superseded_at > moment.known_at)


def organisation_on(
    session: Session, government_id: GovernmentId, on: date, known_at: datetime | None = None
) -> Organisation:
    """Return the organisation valid on a day, as now recorded or as it was known at an earlier instant."""
    moment = AsOf(on, known_at)
    return Organisation.of(
        structure_on(session, government_id, on, known_at),
        kinds(session, government_id),
        _holding(_posts(session, government_id, [moment]), moment),
        _holding(_functions(session, government_id, [moment]), moment),
    )


def organisations_on(
    session: Session, government_id: GovernmentId, moments: Collection[AsOf]
) -> Mapping[AsOf, Organisation]:
    """Return the organisation of each moment; as many statements are asked as for one."""
    if not moments:
        return {}
    held = kinds(session, government_id)
    units = _units(session, government_id, moments, held)
    posts = _posts(session, government_id, moments)
    functions = _functions(session, government_id, moments)
    return {
        moment: Organisation.of(
            Structure.of(moment.on, _holding(units, moment)),
            held,
            _holding(posts, moment),
            _holding(functions, moment),
        )
        for moment in set(moments)
    }


def _units(
    session: Session, government_id: GovernmentId, moments: Collection[AsOf], held: Mapping[str, UnitKind]
) -> list[_Record[Unit]]:
    table = UnitVersionRow
    asked = select(
        table.valid_from,
        table.valid_to,
        table.recorded_at,
        table.superseded_at,
        table.unit_id,
        table.kind_code,
        table.name,
        table.parent_id,
        table.position,
        table.short_name,
        table.letter_code,
        table.duty_field,
        table.placement,
    )
    units: list[_Record[Unit]] = []
    for row in session.execute(asked.where(_may_hold(table, government_id, moments))):
        parent_id = UnitId(row[7]) if row[7] is not None else None
        placement = Placement(row[12])
        unit = Unit(
            UnitId(row[4]), held[row[5]], row[6], parent_id, row[8], row[9], row[10], row[11], placement
        )
        units.append(_Record(row[0], row[1], row[2], row[3], unit))
    return units


def _posts(session: Session, government_id: GovernmentId, moments: Collection[AsOf]) -> list[_Record[Post]]:
    table = PostVersionRow
    asked = select(
        table.valid_from,
        table.valid_to,
        table.recorded_at,
        table.superseded_at,
        table.post_id,
        table.unit_id,
        table.role,
        table.title,
        table.echelon,
        table.functional_rank,
        table.seats,
    )
    posts: list[_Record[Post]] = []
    for row in session.execute(asked.where(_may_hold(table, government_id, moments))):
        post = Post(PostId(row[4]), UnitId(row[5]), PostRole(row[6]), row[7], row[8], row[9], row[10])
        posts.append(_Record(row[0], row[1], row[2], row[3], post))
    return posts


def _functions(
    session: Session, government_id: GovernmentId, moments: Collection[AsOf]
) -> list[_Record[Function]]:
    table = FunctionVersionRow
    asked = select(
        table.valid_from,
        table.valid_to,
        table.recorded_at,
        table.superseded_at,
        table.function_id,
        table.unit_id,
        table.kind,
        table.position,
        table.text,
    )
    functions: list[_Record[Function]] = []
    for row in session.execute(asked.where(_may_hold(table, government_id, moments))):
        function = Function(FunctionId(row[4]), UnitId(row[5]), FunctionKind(row[6]), row[7], row[8])
        functions.append(_Record(row[0], row[1], row[2], row[3], function))
    return functions


def _holding(records: Iterable[_Record[Held]], moment: AsOf) -> Iterator[Held]:
    return (record.held for record in records if record.holds(moment))


def _may_hold(
    table: type[DatedRow], government_id: GovernmentId, moments: Collection[AsOf]
) -> ColumnElement[bool]:
    """Return the condition of the records that may hold at one of the moments."""
    earliest, latest = min(moment.on for moment in moments), max(moment.on for moment in moments)
    past = [moment.known_at for moment in moments if moment.known_at is not None]
    still = table.superseded_at.is_(None)
    known = or_(still, table.superseded_at > min(past)) if past else still
    return and_(
        table.government_id == government_id,
        known,
        table.valid_from <= latest,
        or_(table.valid_to.is_(None), table.valid_to > earliest),
    )
