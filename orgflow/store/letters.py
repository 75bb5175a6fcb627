"""Letters with their frozen facts, the template they were frozen with, their files and numbers."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
    Uuid,
    and_,
    select,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import insert as insert_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.errors import NotFound
from orgflow.domain.letters.kinds import MAIN_KIND
from orgflow.domain.values import GovernmentId, LetterId, ProposalId
from orgflow.store.base import Base, Key, Moment, Owned
from orgflow.store.proposals import ProposalRow, Scope, StaleRevision
from orgflow.store.proposals import within as among_proposals

_NUMBERED_ELSEWHERE: Final = text("state <> 'void' AND number_source <> 'own_book'")
"""The book's own numbers are told apart by its sequence; those given elsewhere by their text alone."""


class UnknownLetter(NotFound):
    """No such letter, or not for this actor."""

    code = "unknown_letter"


class LetterRow(Base, Owned):
    """A letter; facts, template and digests are None until it is issued and never change after."""

    __tablename__ = "letters"
    __table_args__ = (
        Index("ix_letters_number", "government_id", "number"),
        Index(
            "uq_letters_number",
            "government_id",
            "number",
            unique=True,
            sqlite_where=_NUMBERED_ELSEWHERE,
            postgresql_where=_NUMBERED_ELSEWHERE,
        ),
    )

    id: Mapped[Key]
    kind: Mapped[str] = mapped_column(String(60))
    state: Mapped[str] = mapped_column(String(60))
    revision: Mapped[int] = mapped_column(Integer())
    subject: Mapped[str] = mapped_column(Text())
    urgency: Mapped[str] = mapped_column(String(60))
    security_class: Mapped[str] = mapped_column(String(60))
    number_source: Mapped[str] = mapped_column(String(60))
    copies: Mapped[str] = mapped_column(Text())
    details: Mapped[str] = mapped_column(Text(), server_default="{}", default="{}")
    signatory: Mapped[str | None] = mapped_column(String(60))
    classification: Mapped[str | None] = mapped_column(String(60))
    number: Mapped[str | None] = mapped_column(String(200))
    dated_on: Mapped[date | None] = mapped_column(Date())
    facts: Mapped[str | None] = mapped_column(Text())
    facts_digest: Mapped[str | None] = mapped_column(String(64))
    template_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("letter_templates.id"))
    signed_file_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("files.id"))
    void_reason: Mapped[str | None] = mapped_column(Text())
    created_at: Mapped[Moment]
    issued_at: Mapped[Moment | None]
    changed_at: Mapped[Moment]


class ProposalLetterRow(Base, Owned):
    """Which proposals a letter carries; one letter may carry several."""

    __tablename__ = "proposal_letters"

    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), primary_key=True)
    letter_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("letters.id"), primary_key=True)


class LetterTemplateRow(Base, Owned):
    """A wording as it stood when a letter was frozen with it."""

    __tablename__ = "letter_templates"
    __table_args__ = (UniqueConstraint("government_id", "kind", "digest"),)

    id: Mapped[Key]
    kind: Mapped[str] = mapped_column(String(60))
    version: Mapped[int] = mapped_column(Integer())
    digest: Mapped[str] = mapped_column(String(64))
    source: Mapped[str] = mapped_column(Text())
    recorded_at: Mapped[Moment]


class LetterFileRow(Base, Owned):
    """A rendered file of an issued letter."""

    __tablename__ = "letter_files"
    __table_args__ = (UniqueConstraint("letter_id", "format"),)

    id: Mapped[Key]
    letter_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("letters.id"), index=True)
    format: Mapped[str] = mapped_column(String(60))
    file_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("files.id"))


class NumberBookRow(Base, Owned):
    """The counter of one register in one year."""

    __tablename__ = "number_books"

    register: Mapped[str] = mapped_column(String(60), primary_key=True)
    year: Mapped[int] = mapped_column(Integer(), primary_key=True)
    government_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("governments.id"), primary_key=True)
    last_sequence: Mapped[int] = mapped_column(Integer())


class LetterNumberRow(Base, Owned):
    """Every number ever taken; a void one keeps its reason and is never used again."""

    __tablename__ = "letter_numbers"
    __table_args__ = (UniqueConstraint("government_id", "register", "year", "sequence"),)

    id: Mapped[Key]
    register: Mapped[str] = mapped_column(String(60))
    year: Mapped[int] = mapped_column(Integer())
    sequence: Mapped[int] = mapped_column(Integer())
    state: Mapped[str] = mapped_column(String(60))
    letter_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("letters.id"), unique=True)
    reason: Mapped[str | None] = mapped_column(Text())
    taken_by: Mapped[str] = mapped_column(String(200))
    taken_at: Mapped[Moment]
    is_own: Mapped[bool] = mapped_column(Boolean())


@dataclass(frozen=True, slots=True)
class NumberKey:
    """Which book a number is taken from."""

    government_id: GovernmentId
    register: str
    year: int


def load_letter(session: Session, scope: Scope, letter_id: UUID, *, seen: int | None = None) -> LetterRow:
    """Return a letter's row.

    Raises:
        UnknownLetter: it does not exist or none of its proposals is in the scope.
        StaleRevision: its revision is not the one seen.
    """
    query = select(LetterRow).where(LetterRow.id == letter_id, within(scope))
    row = session.scalars(query.with_for_update() if seen is not None else query).one_or_none()
    if row is None:
        raise UnknownLetter(letter_id=str(letter_id))
    if seen is not None and row.revision != seen:
        raise StaleRevision(seen=seen, present=row.revision)
    return row


def within(scope: Scope) -> ColumnElement[bool]:
    """Return the condition of the letters in the scope: one of their proposals is."""
    owned = LetterRow.government_id == scope.government_id
    if scope.unit_ids is None:
        return owned
    carried = (
        select(ProposalLetterRow.letter_id)
        .join(ProposalRow, ProposalRow.id == ProposalLetterRow.proposal_id)
        .where(among_proposals(scope))
    )
    return and_(owned, LetterRow.id.in_(carried))


def letters_of(session: Session, proposal_id: ProposalId) -> list[LetterRow]:
    """Return a proposal's letters of every kind, the newest first."""
    return list(
        session.scalars(
            select(LetterRow)
            .join(ProposalLetterRow, ProposalLetterRow.letter_id == LetterRow.id)
            .where(ProposalLetterRow.proposal_id == proposal_id)
            .order_by(LetterRow.created_at.desc(), LetterRow.id)
        )
    )


def main_letters_of(session: Session, proposal_id: ProposalId) -> list[LetterRow]:
    """Return the letters that carry a proposal to the ministry, the newest first."""
    return [row for row in letters_of(session, proposal_id) if row.kind == MAIN_KIND]


def proposals_of_letter(session: Session, letter_id: UUID) -> list[ProposalRow]:
    """Return the proposals a letter carries."""
    return list(
        session.scalars(
            select(ProposalRow)
            .join(ProposalLetterRow, ProposalLetterRow.proposal_id == ProposalRow.id)
            .where(ProposalLetterRow.letter_id == letter_id)
            .order_by(ProposalRow.created_at)
        )
    )


def letter_with_number(
    session: Session, government_id: GovernmentId, number: str, *, other_than: LetterId
) -> LetterRow | None:
    """Return another letter, not void, that bears the number."""
    return session.scalars(
        select(LetterRow).where(
            LetterRow.government_id == government_id,
            LetterRow.number == number,
            LetterRow.id != other_than,
            LetterRow.state != "void",
        )
    ).first()


def take_number(session: Session, key: NumberKey) -> int:
    """Return the next sequence of the book, taken in the present transaction: a rollback takes none."""
    insert = insert_postgresql if session.get_bind().dialect.name == "postgresql" else insert_sqlite
    session.execute(
        insert(NumberBookRow)
        .values(register=key.register, year=key.year, government_id=key.government_id, last_sequence=0)
        .on_conflict_do_nothing(index_elements=["register", "year", "government_id"])
    )
    return session.execute(
        update(NumberBookRow)
        .where(
            NumberBookRow.register == key.register,
            NumberBookRow.year == key.year,
            NumberBookRow.government_id == key.government_id,
        )
        .values(last_sequence=NumberBookRow.last_sequence + 1)
        .returning(NumberBookRow.last_sequence)
    ).scalar_one()


def files_of_letter(session: Session, letter_id: UUID) -> dict[str, UUID]:
    """Return the ids of a letter's rendered files by format."""
    rows = session.scalars(select(LetterFileRow).where(LetterFileRow.letter_id == letter_id))
    return {row.format: row.file_id for row in rows}


def add_letter(session: Session, row: LetterRow, proposal_id: ProposalId) -> None:
    """Enter a letter that carries a proposal."""
    session.add(row)
    session.flush()
    session.add(ProposalLetterRow(government_id=row.government_id, proposal_id=proposal_id, letter_id=row.id))
    session.flush()


def keep_template(session: Session, row: LetterTemplateRow) -> UUID:
    """Keep a wording, or find the one already kept with its digest; return its id."""
    held = session.scalars(
        select(LetterTemplateRow.id).where(
            LetterTemplateRow.government_id == row.government_id,
            LetterTemplateRow.kind == row.kind,
            LetterTemplateRow.digest == row.digest,
        )
    ).first()
    if held is not None:
        return held
    session.add(row)
    session.flush()
    return row.id


def template_source(session: Session, template_id: UUID) -> str:
    """Return the wording a letter was frozen with."""
    return session.scalars(select(LetterTemplateRow.source).where(LetterTemplateRow.id == template_id)).one()


def number_of_letter(session: Session, letter_id: UUID) -> LetterNumberRow | None:
    """Return the number taken for a letter from an own book."""
    return session.scalars(
        select(LetterNumberRow).where(LetterNumberRow.letter_id == letter_id)
    ).one_or_none()


def add_number(session: Session, row: LetterNumberRow) -> None:
    """Enter a number just taken."""
    session.add(row)
    session.flush()
