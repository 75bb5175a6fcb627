"""The words under which units, officials and regulations of all times are found."""

from uuid import UUID

from sqlalchemy import Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from orgflow.store.base import Base, Key, Owned


class SearchWordRow(Base, Owned):
    """One word of one thing's text, without diacritics and case."""

    __tablename__ = "search_words"
    __table_args__ = (
        Index("ix_search_words_word", "government_id", "word"),
        Index("ix_search_words_subject", "subject_id"),
    )

    id: Mapped[Key]
    word: Mapped[str] = mapped_column(String(60))
    subject_kind: Mapped[str] = mapped_column(String(60))
    subject_id: Mapped[UUID] = mapped_column(Uuid())
