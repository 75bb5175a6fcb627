"""The part of the store's check about letters: numbers one to one with the book, frozen texts unchanged."""

import hashlib
import re
from collections.abc import Iterator
from typing import Final

from orgflow.domain.errors import DomainError
from orgflow.domain.letters.facts import Gap
from orgflow.domain.letters.facts_json import facts_digest, facts_from_json
from orgflow.services.check_findings import CheckFinding
from orgflow.services.context import Context
from orgflow.store import checks, letter_checks
from orgflow.store.letter_checks import FrozenText, NumberedLetter

_DIGITS: Final = re.compile(r"[0-9]+")


def number_findings(ctx: Context) -> Iterator[CheckFinding]:
    """Yield faults between the number books and the letters."""
    for book in checks.books(ctx.session):
        expected = tuple(range(1, book.last_sequence + 1))
        if book.sequences != expected:
            missing = sorted(set(expected) ^ set(book.sequences))
            yield CheckFinding("number_gap", f"{book.register} {book.year}", str(missing[:20]))
    for number in checks.unlinked_numbers(ctx.session):
        yield CheckFinding("number_without_letter", number, "")
    for number in letter_checks.bookless_numbers(ctx.session):
        yield CheckFinding("number_without_book", number, "")
    for number in checks.doubled_numbers(ctx.session):
        yield CheckFinding("number_doubled", number, "")
    for letter in letter_checks.own_numbers(ctx.session):
        if letter.sequence is None:
            yield CheckFinding("letter_not_in_book", letter.id, letter.number)
        elif not _is_numbered_so(letter):
            yield CheckFinding("number_differs", letter.id, f"{letter.number} != {letter.sequence}")


def text_findings(ctx: Context) -> Iterator[CheckFinding]:
    """Yield frozen facts and wordings that are no longer what was frozen."""
    for facts in letter_checks.frozen_facts(ctx.session):
        yield from _facts_findings(facts)
    for wording in letter_checks.frozen_wordings(ctx.session):
        if hashlib.sha256((wording.text or "").encode()).hexdigest() != wording.digest:
            yield CheckFinding("wording_changed", wording.id, "")


def _is_numbered_so(letter: NumberedLetter) -> bool:
    is_day_of_year = letter.dated_on is None or letter.dated_on.year == letter.year
    return is_day_of_year and str(letter.sequence) in _DIGITS.findall(letter.number)


def _facts_findings(frozen: FrozenText) -> Iterator[CheckFinding]:
    try:
        facts = facts_from_json(frozen.text or "")
    except DomainError as fault:
        yield CheckFinding("facts_unreadable", frozen.id, fault.code)
        return
    if hashlib.sha256((frozen.text or "").encode()).hexdigest() != frozen.digest:
        yield CheckFinding("facts_changed", frozen.id, facts_digest(facts))
    number = "".join(piece for piece in facts.number if not isinstance(piece, Gap))
    if frozen.number is not None and number != frozen.number:
        yield CheckFinding("number_differs", frozen.id, f"{frozen.number} != {number}")
