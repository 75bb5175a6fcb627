"""Questions about letters, their wordings and their number books, asked of the whole database at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from orgflow.store.letters import LetterNumberRow, LetterRow, LetterTemplateRow, NumberBookRow


@dataclass(frozen=True, slots=True)
class NumberedLetter:
    """A letter that took its number from an own book, beside what the book says of it.

    ``sequence`` and ``year`` are None when the book has no such line, ``counter`` when there is no book.
    """

    id: str
    number: str
    dated_on: date | None
    sequence: int | None
    year: int | None
    counter: int | None


@dataclass(frozen=True, slots=True)
class FrozenText:
    """A text that was frozen with its digest."""

    id: str
    text: str | None
    digest: str | None
    number: str | None = None


def own_numbers(session: Session) -> Iterator[NumberedLetter]:
    """Yield the letters that bear a number of an own book."""
    query = (
        select(
            LetterRow.id,
            LetterRow.number,
            LetterRow.dated_on,
            LetterNumberRow.sequence,
            LetterNumberRow.year,
            NumberBookRow.last_sequence,
        )
        .outerjoin(LetterNumberRow, LetterNumberRow.letter_id == LetterRow.id)
        .outerjoin(
            NumberBookRow,
            (NumberBookRow.government_id == LetterNumberRow.government_id)
            & (NumberBookRow.register == LetterNumberRow.register)
            & (NumberBookRow.year == LetterNumberRow.year),
        )
        .where(LetterRow.number_source == "own_book", LetterRow.number.is_not(None))
        .order_by(LetterRow.id)
    )
    for letter_id, number, dated_on, sequence, year, counter in session.execute(query):
        yield NumberedLetter(str(letter_id), number or "", dated_on, sequence, year, counter)


def bookless_numbers(session: Session) -> Iterator[str]:
    """Yield the taken numbers whose register and year have no book."""
    query = (
        select(LetterNumberRow.sequence, LetterNumberRow.year)
        .outerjoin(
            NumberBookRow,
            (NumberBookRow.government_id == LetterNumberRow.government_id)
            & (NumberBookRow.register == LetterNumberRow.register)
            & (NumberBookRow.year == LetterNumberRow.year),
        )
        .where(NumberBookRow.register.is_(None))
        .order_by(LetterNumberRow.year, LetterNumberRow.sequence)
    )
    for sequence, year in session.execute(query):
        yield f"{sequence}/{year}"


def frozen_facts(session: Session) -> Iterator[FrozenText]:
    """Yield the facts of every letter that was issued; ``number`` only when from an own book."""
    query = (
        select(LetterRow)
        .where(LetterRow.issued_at.is_not(None) | LetterRow.facts.is_not(None))
        .order_by(LetterRow.id)
        .execution_options(yield_per=200)
    )
    for row in session.scalars(query):
        number = row.number if row.number_source == "own_book" else None
        yield FrozenText(str(row.id), row.facts, row.facts_digest, number)


def frozen_wordings(session: Session) -> Iterator[FrozenText]:
    """Yield every wording that a letter was frozen with."""
    for row in session.scalars(select(LetterTemplateRow).order_by(LetterTemplateRow.id)):
        yield FrozenText(str(row.id), row.source, row.digest)
