"""Agenda surat masuk: the incoming letters in their book, and the proposals they are about."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Date,
    ForeignKey,
    Integer,
    String,
    Text,
    UniqueConstraint,
    Uuid,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from orgflow.domain.errors import NotFound
from orgflow.domain.values import GovernmentId, ProposalId
from orgflow.store.base import Base, Key, Moment, Owned, owned_row
from orgflow.store.ministry import MinistryProofRow
from orgflow.store.proposals import ProposalRow, Scope, within

BOOK: Final = "surat_masuk"
"""The register in which incoming letters are numbered, year by year."""


class UnknownIncoming(NotFound):
    """The register holds no such letter, or not for this actor."""

    code = "unknown_incoming_letter"


class IncomingLetterRow(Base, Owned):
    """A letter that came in; ``sequence`` is its agenda number of the year in which it was entered."""

    __tablename__ = "incoming_letters"
    __table_args__ = (UniqueConstraint("government_id", "year", "sequence"),)

    id: Mapped[Key]
    year: Mapped[int] = mapped_column(Integer())
    sequence: Mapped[int] = mapped_column(Integer())
    received_on: Mapped[date] = mapped_column(Date())
    number: Mapped[str] = mapped_column(String(200))
    dated_on: Mapped[date] = mapped_column(Date())
    sender: Mapped[str] = mapped_column(String(200))
    subject: Mapped[str] = mapped_column(Text())
    desk_id: Mapped[UUID | None] = mapped_column(Uuid(), ForeignKey("ministry_desks.id"))
    file_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("files.id"))
    late_reason: Mapped[str] = mapped_column(Text())
    registered_by: Mapped[str] = mapped_column(String(200))
    registered_at: Mapped[Moment]


class IncomingLetterProposalRow(Base, Owned):
    """Which proposals an incoming letter is about."""

    __tablename__ = "incoming_letter_proposals"

    letter_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("incoming_letters.id"), primary_key=True)
    proposal_id: Mapped[UUID] = mapped_column(Uuid(), ForeignKey("proposals.id"), primary_key=True)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which letters of the register are asked for; nothing given is everything, both days are included."""

    year: int | None = None
    since: date | None = None
    until: date | None = None
    words: str = ""
    desk_id: UUID | None = None


def incoming_row(session: Session, government_id: GovernmentId, letter_id: UUID) -> IncomingLetterRow:
    """Return one letter of the register.

    Raises:
        UnknownIncoming.
    """
    row = owned_row(session, IncomingLetterRow, government_id, letter_id)
    if row is None:
        raise UnknownIncoming(letter_id=str(letter_id))
    return row


def add_incoming(session: Session, row: IncomingLetterRow, proposal_ids: Iterable[ProposalId]) -> None:
    """Enter a letter with the proposals it is about."""
    session.add(row)
    session.flush()
    for proposal_id in proposal_ids:
        link_incoming(session, row, proposal_id)


def link_incoming(session: Session, row: IncomingLetterRow, proposal_id: ProposalId) -> None:
    """Say that a letter is about a proposal too."""
    session.add(
        IncomingLetterProposalRow(government_id=row.government_id, letter_id=row.id, proposal_id=proposal_id)
    )
    session.flush()


def proposals_of_incoming(session: Session, letter_ids: Collection[UUID]) -> dict[UUID, list[ProposalRow]]:
    """Return the proposals that each of the letters is about, the earliest first."""
    link = IncomingLetterProposalRow
    rows = session.execute(
        select(link.letter_id, ProposalRow)
        .join(ProposalRow, ProposalRow.id == link.proposal_id)
        .where(link.letter_id.in_(letter_ids))
        .order_by(ProposalRow.created_at, ProposalRow.id)
    )
    found: dict[UUID, list[ProposalRow]] = {}
    for letter_id, proposal in rows:
        found.setdefault(letter_id, []).append(proposal)
    return found


def incoming_of(session: Session, proposal_id: ProposalId) -> list[IncomingLetterRow]:
    """Return the letters that came about a proposal, by the day they bear."""
    table, link = IncomingLetterRow, IncomingLetterProposalRow
    return list(
        session.scalars(
            select(table)
            .join(link, link.letter_id == table.id)
            .where(link.proposal_id == proposal_id)
            .order_by(table.dated_on, table.registered_at, table.id)
        )
    )


def twins_of(
    session: Session, government_id: GovernmentId, number: str, dated_on: date
) -> list[IncomingLetterRow]:
    """Return the letters of this number and date that the register holds already."""
    table = IncomingLetterRow
    return list(
        session.scalars(
            select(table).where(
                table.government_id == government_id, table.number == number, table.dated_on == dated_on
            )
        )
    )


def latest_receipt(session: Session, government_id: GovernmentId) -> date | None:
    """Return the last day of receipt that stands in the register; None while it is empty."""
    table = IncomingLetterRow
    return session.scalars(
        select(func.max(table.received_on)).where(table.government_id == government_id)
    ).one()


def count_incoming(session: Session, government_id: GovernmentId, wanted: Wanted) -> int:
    """Return how many letters are asked for."""
    counted = select(func.count()).select_from(IncomingLetterRow)
    return session.scalars(counted.where(*_conditions(government_id, wanted))).one()


def incoming_in(
    session: Session, government_id: GovernmentId, wanted: Wanted, *, first: int = 0, limit: int | None = None
) -> list[IncomingLetterRow]:
    """Return the letters asked for, the newest agenda number first.

    Args:
        first: how many are passed over.
        limit: None is all that follow.
    """
    table = IncomingLetterRow
    query = select(table).where(*_conditions(government_id, wanted))
    query = query.order_by(table.year.desc(), table.sequence.desc())
    return list(session.scalars(query.offset(first).limit(limit)))


def years_of(session: Session, government_id: GovernmentId) -> list[int]:
    """Return the years that have a book, the latest first."""
    table = IncomingLetterRow
    query = select(table.year).where(table.government_id == government_id).distinct()
    return sorted(session.scalars(query), reverse=True)


def holds_file(session: Session, scope: Scope, file_id: UUID) -> bool:
    """Say whether a file came in with a letter about a proposal in the scope, or proves its sending."""
    reach = select(ProposalRow.id).where(within(scope))
    table, link = IncomingLetterRow, IncomingLetterProposalRow
    letters = (
        select(table.id)
        .join(link, link.letter_id == table.id)
        .where(table.file_id == file_id, link.proposal_id.in_(reach))
    )
    proofs = select(MinistryProofRow.id).where(
        MinistryProofRow.file_id == file_id, MinistryProofRow.proposal_id.in_(reach)
    )
    return any(session.scalars(query).first() is not None for query in (letters, proofs))


def _conditions(government_id: GovernmentId, wanted: Wanted) -> list[ColumnElement[bool]]:
    table = IncomingLetterRow
    found: list[ColumnElement[bool]] = [table.government_id == government_id]
    if wanted.year is not None:
        found.append(table.year == wanted.year)
    if wanted.since is not None:
        found.append(table.received_on >= wanted.since)
    if wanted.until is not None:
        found.append(table.received_on <= wanted.until)
    if wanted.desk_id is not None:
        found.append(table.desk_id == wanted.desk_id)
    if wanted.words:
        said = wanted.words.casefold()
        found.append(
            or_(
                *(
                    func.lower(column).contains(said, autoescape=True)
                    for column in (table.sender, table.subject, table.number)
                )
            )
        )
    return found
