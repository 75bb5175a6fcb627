"""The registry read whole: the records of units, posts, holders and functions as the rules see them."""

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from orgflow.domain.organisation.history import History
from orgflow.domain.organisation.records import (
    AppointmentRecord,
    Dated,
    FunctionKind,
    FunctionRecord,
    PostRecord,
    PostRole,
    Succession,
    SuccessionKind,
    UnitRecord,
)
from orgflow.domain.organisation.structure import Placement
from orgflow.domain.organisation.tenure import AppointmentKind
from orgflow.domain.values import (
    AppointmentId,
    FunctionId,
    GovernmentId,
    OfficialId,
    PostId,
    UnitId,
)
from orgflow.store.dated import DatedRow
from orgflow.store.functions import FunctionRow, FunctionVersionRow
from orgflow.store.officials import officials
from orgflow.store.organisation import SuccessionRow, UnitRow, UnitVersionRow, kinds
from orgflow.store.posts import AppointmentRow, PostRow, PostVersionRow

V = TypeVar("V", bound=DatedRow)
R = TypeVar("R", bound=Dated)
K = TypeVar("K", bound=Hashable)
Identity = TypeVar("Identity", UnitRow, PostRow, FunctionRow)


def load_history(session: Session, government_id: GovernmentId, known_at: datetime | None = None) -> History:
    """Return the registry as now believed, or as it was known at an earlier instant."""
    units = map(unit_record, _rows(session, UnitVersionRow, government_id, known_at))
    posts = map(post_record, _rows(session, PostVersionRow, government_id, known_at))
    functions = map(function_record, _rows(session, FunctionVersionRow, government_id, known_at))
    appointments = map(appointment_record, _rows(session, AppointmentRow, government_id, known_at))
    return History(
        kinds(session, government_id),
        _timelines(units, lambda record: record.unit_id),
        {UnitId(row.id): row.code for row in _identities(session, UnitRow, government_id)},
        _timelines(posts, lambda record: record.post_id),
        {PostId(row.id): row.code for row in _identities(session, PostRow, government_id)},
        officials(session, government_id, known_at),
        {record.appointment_id: record for record in appointments},
        _timelines(functions, lambda record: record.function_id),
        {FunctionId(row.id): row.code for row in _identities(session, FunctionRow, government_id)},
        tuple(_successions(session, government_id, known_at)),
    )


def unit_record(row: UnitVersionRow) -> UnitRecord:
    """Return the row as the rules see it."""
    return UnitRecord(
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        basis=row.basis,
        unit_id=UnitId(row.unit_id),
        kind_code=row.kind_code,
        name=row.name,
        parent_id=UnitId(row.parent_id) if row.parent_id is not None else None,
        position=row.position,
        short_name=row.short_name,
        letter_code=row.letter_code,
        duty_field=row.duty_field,
        placement=Placement(row.placement),
        is_start_known=row.is_start_known,
    )


def post_record(row: PostVersionRow) -> PostRecord:
    """Return the row as the rules see it."""
    return PostRecord(
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        basis=row.basis,
        post_id=PostId(row.post_id),
        unit_id=UnitId(row.unit_id),
        role=PostRole(row.role),
        title=row.title,
        echelon=row.echelon,
        functional_rank=row.functional_rank,
        seats=row.seats,
    )


def appointment_record(row: AppointmentRow) -> AppointmentRecord:
    """Return the row as the rules see it."""
    return AppointmentRecord(
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        basis=row.basis,
        appointment_id=AppointmentId(row.appointment_id),
        post_id=PostId(row.post_id),
        official_id=OfficialId(row.official_id),
        kind=AppointmentKind(row.kind),
        letter=row.letter,
        is_end_known=row.is_end_known,
    )


def function_record(row: FunctionVersionRow) -> FunctionRecord:
    """Return the row as the rules see it."""
    return FunctionRecord(
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        basis=row.basis,
        function_id=FunctionId(row.function_id),
        unit_id=UnitId(row.unit_id),
        kind=FunctionKind(row.kind),
        position=row.position,
        text=row.text,
    )


def succession(row: SuccessionRow) -> Succession:
    """Return the row as the rules see it."""
    return Succession(
        predecessor_id=UnitId(row.predecessor_id),
        successor_id=UnitId(row.successor_id),
        kind=SuccessionKind(row.kind),
        on=row.on_day,
        basis=row.basis,
    )


def _rows(
    session: Session, table: type[V], government_id: GovernmentId, known_at: datetime | None
) -> Iterable[V]:
    return session.scalars(
        select(table)
        .where(table.government_id == government_id, table.believed(known_at))
        .order_by(table.valid_from)
    )


def _identities(session: Session, table: type[Identity], government_id: GovernmentId) -> Iterable[Identity]:
    return session.scalars(select(table).where(table.government_id == government_id))


def _timelines(records: Iterable[R], key: Callable[[R], K]) -> dict[K, tuple[R, ...]]:
    found: dict[K, list[R]] = {}
    for record in records:
        found.setdefault(key(record), []).append(record)
    return {identity: tuple(kept) for identity, kept in found.items()}


def _successions(
    session: Session, government_id: GovernmentId, known_at: datetime | None
) -> Iterable[Succession]:
    table = SuccessionRow
    return map(
        succession,
        session.scalars(
            select(table)
            .where(table.government_id == government_id, table.believed(known_at))
            .order_by(table.on_day)
        ),
    )
