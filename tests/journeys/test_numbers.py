"""Numbers taken by many at once: no gap, no duplicate, and a failure takes none."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from uuid import UUID

import pytest

from orgflow.domain.access.roles import Permission, Role
from orgflow.domain.letters.kinds import KIND_RULES
from orgflow.domain.letters.kinds import MAIN_KIND as KIND
from orgflow.domain.letters.lifecycle import LetterState, NumberSource, SecurityClass, Urgency
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import LetterId, ProposalId
from orgflow.services.checking import check_store
from orgflow.services.context import Context
from orgflow.services.issuing import FreezeLetter, freeze_letter
from orgflow.services.lettering import letter_source
from orgflow.services.use_case import use_case
from orgflow.store import letters
from orgflow.store.checks import books
from orgflow.store.letters import LetterRow, NumberKey
from tests.factories.office import TODAY, Office
from tests.factories.roads import a_proposal_in

LETTERS = 100
WORKERS = 8
EVERY_TENTH_FAILS = 10


class PowerCut(Exception):
    """Something fails after the number was taken and before the commit."""


def test_one_hundred_numbers_in_parallel_leave_no_gap_and_no_duplicate(office: Office) -> None:
    _take_many(office, LETTERS)


@pytest.mark.slow("numbers")
@pytest.mark.timeout(1200)
def test_two_thousand_numbers_in_parallel_leave_no_gap_and_no_duplicate(office: Office) -> None:
    _take_many(office, 20 * LETTERS)


def _take_many(office: Office, count: int) -> None:
    proposal_id = a_proposal_in(office, ProposalState.SIGNING)
    drafts = _drafts(office, proposal_id, count)

    with ThreadPoolExecutor(WORKERS) as workers:
        list(workers.map(lambda entry: _issue(office, *entry), enumerate(drafts)))

    with office.resources.reading() as session:
        (book,) = books(session)
        numbers = [row.number for row in letters.letters_of(session, proposal_id) if row.number is not None]
    assert book.sequences == tuple(range(1, count + 1))
    assert len(set(numbers)) == count
    assert [finding for finding in check_store(office.as_system()) if "number" in finding.code] == []


def _issue(office: Office, turn: int, letter_id: LetterId) -> None:
    ctx = office.context(Role.LETTER_ADMINISTRATOR)
    if turn % EVERY_TENTH_FAILS == 0:
        with suppress(PowerCut):
            take_and_fail(ctx, letter_id)
    source = letter_source(ctx, letter_id)
    final = replace(source, facts=replace(source.facts, is_concept=False))
    freeze_letter(ctx, FreezeLetter(letter_id, source.revision, final))


@use_case(requires=Permission.ISSUE_LETTER)
def take_and_fail(ctx: Context, letter_id: LetterId) -> UUID:
    """Take a number and fail before the commit."""
    letters.take_number(
        ctx.session, NumberKey(ctx.government_id, KIND_RULES[KIND].register or "", TODAY.year)
    )
    raise PowerCut(letter_id)


def _drafts(office: Office, proposal_id: ProposalId, count: int) -> tuple[LetterId, ...]:
    """Return as many drafts of the proposal's letter, numbered from the office's own book."""
    now = office.clock()
    ids = [LetterId(office.resources.new_id()) for _ in range(count)]
    with office.resources.writing() as session:
        for letter_id in ids:
            row = LetterRow(
                id=letter_id,
                government_id=office.government_id,
                kind=KIND,
                state=str(LetterState.DRAFT),
                revision=1,
                subject="",
                urgency=str(Urgency.IMPORTANT),
                security_class=str(SecurityClass.ORDINARY),
                number_source=str(NumberSource.OWN_BOOK),
                copies="",
                created_at=now,
                changed_at=now,
            )
            letters.add_letter(session, row, proposal_id)
        session.commit()
    return tuple(ids)
