"""Files brought in to be imported: kept between the preview and the decision."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, ForeignKey, String, Text, Uuid
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.errors import NotFound
from orgflow.domain.values import GovernmentId
from orgflow.store.base import Base, Key, Moment, Owned, owned_row


class UnknownImport(NotFound):
    """No such file waits to be imported, or not for this actor."""

    code = "unknown_import"


class ImportRow(Base, Owned):
    """One file to import; ``mapping`` is empty for a file in our own form."""

    __tablename__ = "imports"

    id: Mapped[Key]
    file_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("files.id"))
    file_name: Mapped[str] = mapped_column(String(200))
    on_day: Mapped[date] = mapped_column(Date())
    mapping: Mapped[str] = mapped_column(Text())
    created_by: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[Moment]
    done_at: Mapped[datetime | None]


def add_import(session: Session, row: ImportRow) -> None:
    """Enter a file that waits for its decision."""
    session.add(row)
    session.flush()


def import_row(session: Session, government_id: GovernmentId, import_id: UUID) -> ImportRow:
    """Return a file of the government.

    Raises:
        UnknownImport.
    """
    row = owned_row(session, ImportRow, government_id, import_id)
    if row is None:
        raise UnknownImport(import_id=str(import_id))
    return row
