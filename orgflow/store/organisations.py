"""The organisation of a day read in bulk: the structure with its posts, duties and functions."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from orgflow.domain.organisation.organisation import Function, Organisation, Post
from orgflow.domain.organisation.records import FunctionKind, PostRole
from orgflow.domain.values import FunctionId, GovernmentId, PostId, UnitId
from orgflow.store.dated import DatedRow
from orgflow.store.functions import FunctionVersionRow
from orgflow.store.organisation import kinds
from orgflow.store.posts import PostVersionRow
from orgflow.store.structures import structure_on


def organisation_on(
    session: Session, government_id: GovernmentId, on: date, known_at: datetime | None = None
) -> Organisation:
    """Return the organisation valid on a day, as now recorded or as it was known at an earlier instant."""
    return Organisation.of(
        structure_on(session, government_id, on, known_at),
        kinds(session, government_id),
        _posts(session, government_id, on, known_at),
        _functions(session, government_id, on, known_at),
    )


def _posts(
    session: Session, government_id: GovernmentId, on: date, known_at: datetime | None
) -> Iterable[Post]:
    table = PostVersionRow
    asked = select(
        table.post_id,
        table.unit_id,
        table.role,
        table.title,
        table.echelon,
        table.functional_rank,
        table.seats,
    )
    for row in session.execute(asked.where(_held(table, government_id, on, known_at))):
        yield Post(PostId(row[0]), UnitId(row[1]), PostRole(row[2]), row[3], row[4], row[5], row[6])


def _functions(
    session: Session, government_id: GovernmentId, on: date, known_at: datetime | None
) -> Iterable[Function]:
    table = FunctionVersionRow
    asked = select(table.function_id, table.unit_id, table.kind, table.position, table.text)
    for row in session.execute(asked.where(_held(table, government_id, on, known_at))):
        yield Function(FunctionId(row[0]), UnitId(row[1]), FunctionKind(row[2]), row[3], row[4])


def _held(
    table: type[DatedRow], government_id: GovernmentId, on: date, known_at: datetime | None
) -> ColumnElement[bool]:
    return and_(
        table.government_id == government_id,
        table.believed(known_at),
        table.valid_from <= on,
        or_(table.valid_to.is_(None), table.valid_to > on),
    )
