"""Letters in lists: all of them for the command line, a page for the screen."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from orgflow.domain.access.roles import Permission
from orgflow.domain.calendar import local_date
from orgflow.domain.letters.lifecycle import LetterState
from orgflow.domain.values import LetterId, ProposalId
from orgflow.services.context import Context
from orgflow.services.paging import PAGE, Place, place_of
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read
from orgflow.store import governments, letter_lists
from orgflow.store.letters import LetterRow


@dataclass(frozen=True, slots=True)
class LetterSummary:
    """One letter in a list; ``changed_on`` is the day in the government's zone."""

    id: LetterId
    kind: str
    number: str | None
    dated_on: date | None
    changed_on: date
    subject: str
    state: LetterState
    proposal_id: ProposalId
    is_sample: bool


@dataclass(frozen=True, slots=True)
class LetterWish:
    """Which letters are asked for, and which page of them."""

    states: frozenset[LetterState] = frozenset(LetterState)
    page: int = 1


@dataclass(frozen=True, slots=True)
class LetterList:
    """A page of letters, the newest first."""

    letters: tuple[LetterSummary, ...]
    place: Place


EVERY_LETTER: Final = LetterWish()


@read(requires=Permission.VIEW_LETTERS)
def list_letters(ctx: Context) -> tuple[LetterSummary, ...]:
    """Return the letters in the actor's reach, the newest first."""
    return _summaries(ctx, letter_lists.letters_in(ctx.session, scope_of(ctx)))


@read(requires=Permission.VIEW_LETTERS)
def letters_page(ctx: Context, wish: LetterWish = EVERY_LETTER) -> LetterList:
    """Return a page of the letters in the actor's reach."""
    scope = scope_of(ctx)
    place = place_of(letter_lists.count_letters(ctx.session, scope, wish.states), wish.page)
    rows = letter_lists.letters_in(ctx.session, scope, wish.states, first=place.first, limit=PAGE)
    return LetterList(_summaries(ctx, rows), place)


def _summaries(ctx: Context, rows: list[LetterRow]) -> tuple[LetterSummary, ...]:
    held = governments.government(ctx.session, ctx.government_id)
    carried = letter_lists.first_proposals(ctx.session, [row.id for row in rows])
    return tuple(
        LetterSummary(
            LetterId(row.id),
            row.kind,
            row.number,
            row.dated_on,
            local_date(row.changed_at, held.zone),
            row.subject,
            LetterState(row.state),
            ProposalId(carried[row.id]),
            held.is_sample,
        )
        for row in rows
    )
