"""Files brought in to be imported: kept between the preview and the decision."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, ForeignKey, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from orgflow.store.base import Base, Key, Moment, Owned


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
