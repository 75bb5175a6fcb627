"""Questions about the store's own consistency, asked of the whole database at once."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, true
from sqlalchemy.orm import Session, aliased

from orgflow.domain.values import GovernmentId
from orgflow.store.audit import AuditEventRow
from orgflow.store.incoming import BOOK as INCOMING
from orgflow.store.incoming import IncomingLetterRow
from orgflow.store.instruments import InstrumentRow, ProposalInstrumentRow
from orgflow.store.letters import LetterNumberRow, LetterRow, NumberBookRow
from orgflow.store.organisation import UnitVersionRow
from orgflow.store.proposals import ProposalRow, StepRow


@dataclass(frozen=True, slots=True)
class Book:
    """One register's year: its counter and the sequences that stand in it."""

    register: str
    year: int
    last_sequence: int
    sequences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Road:
    """A proposal's state beside the last step that led to it."""

    proposal_id: UUID
    state: str
    steps: tuple[tuple[str, str, str], ...]


def integrity_faults(session: Session) -> tuple[str, ...]:
    """Return what the embedded database finds wrong in itself; a server checks its own."""
    if session.get_bind().dialect.name != "sqlite":
        return ()
    connection = session.connection()
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
    found += [f"{row[0]} -> {row[2]}" for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
    return tuple(found)


def books(session: Session) -> tuple[Book, ...]:
    """Return every number book."""
    found: list[Book] = []
    for row in session.scalars(select(NumberBookRow)):
        table = IncomingLetterRow if row.register == INCOMING else LetterNumberRow
        sequences = session.scalars(
            select(table.sequence)
            .where(table.government_id == row.government_id, table.year == row.year, _of_book(table, row))
            .order_by(table.sequence)
        )
        found.append(Book(row.register, row.year, row.last_sequence, tuple(sequences)))
    return tuple(found)


def _of_book(table: type[IncomingLetterRow | LetterNumberRow], book: NumberBookRow) -> ColumnElement[bool]:
    return LetterNumberRow.register == book.register if table is LetterNumberRow else true()


def unlinked_numbers(session: Session) -> tuple[str, ...]:
    """Return numbers whose letter does not bear them: an issued number needs a letter that is not void."""
    rows = session.execute(
        select(LetterNumberRow.sequence, LetterNumberRow.year, LetterNumberRow.state, LetterRow.state).join(
            LetterRow, LetterRow.id == LetterNumberRow.letter_id
        )
    )
    return tuple(
        f"{sequence}/{year}"
        for sequence, year, number_state, letter_state in rows
        if (number_state == "void") != (letter_state == "void")
    )


def doubled_numbers(session: Session) -> tuple[str, ...]:
    """Return numbers that more than one living letter of a government bears."""
    rows = session.scalars(
        select(LetterRow.number)
        .where(LetterRow.number.is_not(None), LetterRow.state != "void")
        .group_by(LetterRow.government_id, LetterRow.number)
        .having(func.count() > 1)
    )
    return tuple(number for number in rows if number is not None)


def overlapping_units(session: Session) -> tuple[str, ...]:
    """Return names of units two of whose present records hold on one day."""
    one, other = aliased(UnitVersionRow), aliased(UnitVersionRow)
    rows = session.scalars(
        select(one.name)
        .join(other, (other.unit_id == one.unit_id) & (other.id != one.id))
        .where(
            one.superseded_at.is_(None),
            other.superseded_at.is_(None),
            one.valid_from <= other.valid_from,
            one.valid_to.is_(None) | (other.valid_from < one.valid_to),
        )
        .distinct()
    )
    return tuple(rows)


def roads(session: Session, government_id: GovernmentId) -> tuple[Road, ...]:
    """Return each proposal's state with its steps: action, state before, state after."""
    found: list[Road] = []
    for row in session.scalars(select(ProposalRow).where(ProposalRow.government_id == government_id)):
        steps = session.execute(
            select(StepRow.action, StepRow.source, StepRow.target)
            .where(StepRow.proposal_id == row.id)
            .order_by(StepRow.sequence)
        )
        found.append(
            Road(row.id, row.state, tuple((action, source, target) for action, source, target in steps))
        )
    return tuple(found)


def commenced(session: Session, government_id: GovernmentId) -> list[tuple[ProposalRow, InstrumentRow]]:
    """Return the proposals that have commenced, each with its regulation."""
    return _with_regulation(session, government_id, "implemented")


def promulgated(session: Session, government_id: GovernmentId) -> list[tuple[ProposalRow, InstrumentRow]]:
    """Return the proposals whose regulation is promulgated, commenced or not, each with it."""
    return _with_regulation(session, government_id, "promulgated", "implemented")


def _with_regulation(
    session: Session, government_id: GovernmentId, *states: str
) -> list[tuple[ProposalRow, InstrumentRow]]:
    rows = session.execute(
        select(ProposalRow, InstrumentRow)
        .join(ProposalInstrumentRow, ProposalInstrumentRow.proposal_id == ProposalRow.id)
        .join(InstrumentRow, InstrumentRow.id == ProposalInstrumentRow.instrument_id)
        .where(ProposalRow.government_id == government_id, ProposalRow.state.in_(states))
    )
    return [(proposal, instrument) for proposal, instrument in rows]


def records_of_proposal(session: Session, proposal_id: UUID, unit_id: UUID) -> list[UnitVersionRow]:
    """Return every record, superseded or not, that a proposal made of a unit."""
    return list(
        session.scalars(
            select(UnitVersionRow).where(
                UnitVersionRow.proposal_id == proposal_id, UnitVersionRow.unit_id == unit_id
            )
        )
    )


def is_lost(session: Session, record: UnitVersionRow) -> bool:
    """Say whether a record was put out of force and nothing was recorded in its stead.

    A change or a correction writes its records at the moment at which it supersedes others, or is told of
    in the audit.
    """
    if record.superseded_at is None:
        return False
    replaced = session.scalar(
        select(func.count())
        .select_from(UnitVersionRow)
        .where(UnitVersionRow.unit_id == record.unit_id, UnitVersionRow.recorded_at == record.superseded_at)
    )
    told = session.scalar(
        select(func.count())
        .select_from(AuditEventRow)
        .where(
            AuditEventRow.subject_id == str(record.unit_id),
            AuditEventRow.occurred_at >= record.superseded_at.isoformat(),
        )
    )
    return not replaced and not told


def was_ended_on(session: Session, unit_id: UUID, day: date) -> bool:
    """Say whether any record of a unit, superseded or not, ends on a day."""
    found = session.scalars(
        select(UnitVersionRow.id).where(UnitVersionRow.unit_id == unit_id, UnitVersionRow.valid_to == day)
    )
    return found.first() is not None
