"""The board: what runs, by phase, the longest on the way first, with how long each has stood where it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from orgflow.domain.access.roles import Permission
from orgflow.domain.proposals.phases import PHASES, Phase
from orgflow.domain.proposals.states import RUNNING, ProposalState
from orgflow.domain.values import ProposalId
from orgflow.services.context import Context
from orgflow.services.monthly import reported
from orgflow.services.overview import ProposalCard, cards_of
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read
from orgflow.services.working_days import workdays_of
from orgflow.store import governments, proposal_sets
from orgflow.store.proposals import ProposalRow

SHOWN: Final = 8
"""Cards that a column shows; the list has them all."""


@dataclass(frozen=True, slots=True)
class BoardCard:
    """A proposal on the board; both counts are of working days, ``days_here`` since it came to its state."""

    card: ProposalCard
    age: int
    days_here: int


@dataclass(frozen=True, slots=True)
class Column:
    """A phase with the oldest of its proposals; ``total`` counts them all."""

    phase: Phase
    total: int
    cards: tuple[BoardCard, ...]


@read(requires=Permission.VIEW_PROPOSALS)
def show_board(ctx: Context) -> tuple[Column, ...]:
    """Return the columns of the board for the proposals in the actor's reach."""
    rows = proposal_sets.proposals_page(ctx.session, scope_of(ctx), RUNNING)
    zone = governments.government(ctx.session, ctx.government_id).zone
    today, count = ctx.today(zone), workdays_of(ctx).between
    courses = {one.id: one.course for one in reported(ctx, rows, zone)}
    ages = {row.id: courses[ProposalId(row.id)].age(today, count) for row in rows}
    columns = {
        phase: sorted(_in(rows, phase), key=lambda row: (-ages[row.id], row.changed_at, str(row.id)))
        for phase in Phase
        if phase in PHASES_RUN
    }
    shown = [row for held in columns.values() for row in held[:SHOWN]]
    cards = {card.id: card for card in cards_of(ctx, shown)}
    return tuple(
        Column(
            phase,
            len(held),
            tuple(
                BoardCard(cards[one], ages[one], courses[one].stays(today, count)[-1].days)
                for one in (ProposalId(row.id) for row in held[:SHOWN])
            ),
        )
        for phase, held in columns.items()
    )


PHASES_RUN: Final = frozenset(PHASES[state] for state in RUNNING)
"""Phases in which a road has not ended."""


def _in(rows: Sequence[ProposalRow], phase: Phase) -> list[ProposalRow]:
    return [row for row in rows if PHASES[ProposalState(row.state)] is phase]
