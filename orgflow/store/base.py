"""The declarative base: UTC instants, uuid keys, and the government's id on every table."""

from datetime import UTC, datetime
from typing import Annotated, ClassVar, TypeVar
from uuid import UUID

from sqlalchemy import DateTime, ForeignKey, MetaData, String, Text, TypeDecorator, Uuid
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept as UTC whichever the database."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive instant; store UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return an aware UTC instant."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


Key = Annotated[UUID, mapped_column(Uuid(), primary_key=True)]
Code = Annotated[str, mapped_column(String(60))]
Line = Annotated[str, mapped_column(String(500))]
LongText = Annotated[str, mapped_column(Text())]
Moment = Annotated[datetime, mapped_column(Instant())]


class Base(DeclarativeBase):
    """All tables."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar = {datetime: Instant()}


class Owned:
    """A row that belongs to one government."""

    government_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("governments.id"), index=True)


R = TypeVar("R", bound=Owned)


def owned_row(session: Session, table: type[R], government_id: UUID, row_id: UUID) -> R | None:
    """Return a row by its id; None where there is none, or it is another government's."""
    row = session.get(table, row_id)
    return row if row is not None and row.government_id == government_id else None
