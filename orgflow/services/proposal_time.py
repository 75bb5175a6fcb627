"""By when a proposal's present desk is to be done, and the calendar by which its days are counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.calendar import local_date
from orgflow.domain.proposals.deadlines import Due, HeldDeadline, desk_of, due_of
from orgflow.domain.proposals.states import RUNNING, ProposalState
from orgflow.domain.values import ProposalId
from orgflow.domain.working_days import DayBook, Workdays
from orgflow.services.context import Context
from orgflow.services.scope import scope_of
from orgflow.services.use_case import read
from orgflow.services.working_days import day_book_of
from orgflow.store import deadlines, governments, proposals
from orgflow.store.proposal_steps import dated
from orgflow.store.proposals import ProposalRow, StepRow


@dataclass(frozen=True, slots=True)
class Clock:
    """What the due dates of a government's proposals are counted with, on one day."""

    zone: str
    today: date
    days: DayBook
    workdays: Workdays
    deadlines: dict[str, HeldDeadline]

    def due(self, row: ProposalRow, steps: Sequence[StepRow]) -> Due | None:
        """Return when the present desk is to be done; None when it has no deadline or the road has ended."""
        state = ProposalState(row.state)
        if state not in RUNNING:
            return None
        desk = desk_of(state, [dated(step) for step in steps], local_date(row.created_at, self.zone))
        held = self.deadlines.get(desk.code)
        return due_of(desk, held.deadline, self.workdays, self.today) if held is not None else None


@dataclass(frozen=True, slots=True)
class ProposalTime:
    """A proposal's calendar, and its due date; None has none."""

    days: DayBook
    due: Due | None


def clock_of(ctx: Context) -> Clock:
    """Return the clock of the actor's government on this day in its zone."""
    zone = governments.government(ctx.session, ctx.government_id).zone
    days = day_book_of(ctx)
    return Clock(
        zone, ctx.today(zone), days, days.workdays(), deadlines.deadlines(ctx.session, ctx.government_id)
    )


@read(requires=Permission.VIEW_PROPOSALS)
def show_time(ctx: Context, proposal_id: UUID) -> ProposalTime:
    """Return the time of one proposal.

    Raises:
        UnknownProposal: it does not exist or is out of the actor's reach.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id)
    clock = clock_of(ctx)
    return ProposalTime(clock.days, clock.due(row, proposals.steps_of(ctx.session, ProposalId(row.id))))
