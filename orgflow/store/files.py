"""Files: what each is, who brought it, and its digest; the bytes lie in the file store."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import BigInteger, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.errors import NotFound
from orgflow.domain.values import FileId, GovernmentId
from orgflow.store.base import Base, Key, Moment, Owned


class UnknownFile(NotFound):
    """No such file, or not for this actor."""

    code = "unknown_file"


class FileRow(Base, Owned):
    """One file as it was brought or rendered."""

    __tablename__ = "files"

    id: Mapped[Key]
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    size: Mapped[int] = mapped_column(BigInteger())
    media_type: Mapped[str] = mapped_column(String(200))
    name: Mapped[str] = mapped_column(String(200))
    purpose: Mapped[str] = mapped_column(String(60))
    brought_by: Mapped[str] = mapped_column(String(200))
    brought_at: Mapped[Moment]


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as pages read it."""

    id: FileId
    sha256: str
    size: int
    media_type: str
    name: str
    purpose: str


def add_file(session: Session, row: FileRow) -> None:
    """Enter a file whose bytes are already safe in the file store."""
    session.add(row)
    session.flush()


def stored_file(session: Session, government_id: GovernmentId, file_id: UUID) -> StoredFile:
    """Return a file of the government.

    Raises:
        UnknownFile.
    """
    row = session.scalars(
        select(FileRow).where(FileRow.id == file_id, FileRow.government_id == government_id)
    ).one_or_none()
    if row is None:
        raise UnknownFile(file_id=str(file_id))
    return StoredFile(FileId(row.id), row.sha256, row.size, row.media_type, row.name, row.purpose)


def all_files(session: Session) -> list[StoredFile]:
    """Return every file of every government, for the store's own check."""
    return [
        StoredFile(FileId(row.id), row.sha256, row.size, row.media_type, row.name, row.purpose)
        for row in session.scalars(select(FileRow).order_by(FileRow.brought_at))
    ]
