"""The words under which units, officials and regulations of all times are found."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index, String, Uuid, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.organisation.words import search_words
from orgflow.domain.values import GovernmentId
from orgflow.store.base import Base, Key, Owned

BYTEWISE = String(60).with_variant(String(60, collation="C"), "postgresql")
"""Compared byte by byte on both databases, so that a prefix is a range of the index."""


class SubjectKind(StrEnum):
    """What is found."""

    UNIT = "unit"
    OFFICIAL = "official"
    INSTRUMENT = "instrument"


class SearchWordRow(Base, Owned):
    """One word of one thing's text, without diacritics and case."""

    __tablename__ = "search_words"
    __table_args__ = (
        Index("ix_search_words_word", "government_id", "word"),
        Index("ix_search_words_subject", "subject_id"),
    )

    id: Mapped[Key]
    word: Mapped[str] = mapped_column(BYTEWISE)
    subject_kind: Mapped[str] = mapped_column(String(60))
    subject_id: Mapped[UUID] = mapped_column(Uuid())


def put_words(
    session: Session,
    government_id: GovernmentId,
    kind: SubjectKind,
    texts: Iterable[tuple[UUID, str]],
    new_id: Callable[[], UUID],
) -> None:
    """Let each thing be found by the words of its text and by no others."""
    wanted = {subject_id: search_words(text) for subject_id, text in texts}
    if not wanted:
        return
    table = SearchWordRow
    held: dict[UUID, set[str]] = {}
    ids = list(wanted)
    for start in range(0, len(ids), 500):
        for subject_id, word in session.execute(
            select(table.subject_id, table.word).where(
                table.government_id == government_id, table.subject_id.in_(ids[start : start + 500])
            )
        ):
            held.setdefault(subject_id, set()).add(word)
    for subject_id, words in wanted.items():
        gone = held.get(subject_id, set()) - words
        if gone:
            session.execute(delete(table).where(table.subject_id == subject_id, table.word.in_(sorted(gone))))
        session.add_all(
            SearchWordRow(
                id=new_id(),
                government_id=government_id,
                word=word,
                subject_kind=str(kind),
                subject_id=subject_id,
            )
            for word in sorted(words - held.get(subject_id, set()))
        )
    session.flush()


def find(
    session: Session, government_id: GovernmentId, prefixes: Iterable[str]
) -> frozenset[tuple[SubjectKind, UUID]]:
    """Return what holds, for every prefix, a word that begins with it."""
    table = SearchWordRow
    found: frozenset[tuple[SubjectKind, UUID]] | None = None
    for prefix in prefixes:
        rows = session.execute(
            select(table.subject_kind, table.subject_id)
            .where(
                table.government_id == government_id,
                table.word >= prefix,
                table.word < prefix[:-1] + chr(ord(prefix[-1]) + 1),
            )
            .distinct()
        )
        here = frozenset((SubjectKind(kind), subject_id) for kind, subject_id in rows)
        found = here if found is None else found & here
    return found or frozenset()
