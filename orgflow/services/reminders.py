"""Reminders of due dates: found when their time has come, each given once, and nothing but told."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from orgflow.domain.access.roles import system_actor
from orgflow.domain.notices.kinds import NoticeKind
from orgflow.domain.notices.turns import WITHOUT_DAY, turn_of
from orgflow.domain.proposals.deadlines import (
    COMPLETION,
    Due,
    Reminder,
    ReminderKind,
    reminded,
    reminders_of,
)
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.routes import Taker
from orgflow.domain.proposals.states import ACTIONS, RUNNING, Action, ProposalState
from orgflow.domain.values import GovernmentId, UnitId, UserId
from orgflow.services.context import Context
from orgflow.services.notices import takers_today, tell
from orgflow.services.proposal_time import clock_of
from orgflow.services.step_words import step_word
from orgflow.services.use_case import PUBLIC, housekeeping, read
from orgflow.store import commencements, deadlines, gate, governments, proposal_sets, proposals
from orgflow.store.proposals import Scope
from orgflow.store.routes import roads_of

REASON: Final = "pengingat tenggat"
_NOTICES: Final = {
    ReminderKind.BEFORE: NoticeKind.REMINDER_BEFORE,
    ReminderKind.TODAY: NoticeKind.REMINDER_ON,
    ReminderKind.AFTER: NoticeKind.REMINDER_AFTER,
    ReminderKind.ESCALATION: NoticeKind.ESCALATED,
}


@dataclass(frozen=True, slots=True)
class DueReminder:
    """A reminder whose time has come, with the proposal and the due date it is about."""

    reminder: Reminder
    proposal: Proposal
    due: Due


def remind_all(ctx: Context) -> int:
    """Give every government's reminders whose time has come; return how many there were."""
    return sum(
        remind(replace(ctx, actor=system_actor(REASON, government_id)))
        for government_id in _governments_held(ctx)
    )


@housekeeping
def remind(ctx: Context) -> int:
    """Tell whoever is to be reminded now, and note it in the same transaction; return how many reminders.

    Asked again it tells nothing twice. It moves no proposal: a due date that passes approves nothing.
    """
    gate.take_turn(ctx.session, ctx.government_id)
    due = reminders_due(ctx)
    known: dict[tuple[frozenset[Taker], UnitId], frozenset[UserId]] = {}
    for one in due:
        deadlines.add_reminder(ctx.session, ctx.government_id, one.reminder, new_id=ctx.new_id(), at=ctx.now)
        whom = frozenset(_whom(one)), one.proposal.unit_id
        if whom not in known:
            known[whom] = takers_today(ctx, *whom)
        _tell(ctx, one, known[whom])
    return len(due)


def reminders_due(ctx: Context) -> tuple[DueReminder, ...]:
    """Return the reminders of the actor's government whose time has come and that nobody was given yet.

    Nobody is reminded of a regulation that commences by itself on its day; of one that is held, somebody is.
    """
    clock = clock_of(ctx)
    rows = proposal_sets.proposals_page(ctx.session, Scope(ctx.government_id), RUNNING)
    parts = proposal_sets.parts_of(ctx.session, [row.id for row in rows])
    roads = roads_of(ctx.session, ctx.government_id)
    given = deadlines.reminders_given(ctx.session, parts)
    dated = commencements.of_known_day(ctx.session, ctx.government_id)
    found: list[DueReminder] = []
    for row in rows:
        if row.id in dated:
            continue
        held = parts[row.id]
        due = clock.due(row, held.steps)
        if due is None:
            continue
        road = roads.of(row.route_id, (placed.operation for placed in held.operations))
        proposal = proposals.proposal_from(row, held.drafters, held.steps, road)
        for kind in reminders_of(due):
            reminder = Reminder(proposal.id, due.desk.sequence, kind, due.due_on)
            if reminder not in given:
                found.append(DueReminder(reminder, proposal, due))
    return tuple(found)


def _tell(ctx: Context, one: DueReminder, readers: frozenset[UserId]) -> None:
    proposal, kind, due_on = one.proposal, one.reminder.kind, one.due.due_on.isoformat()
    words = {"desk": step_word(one.due.desk.code)} if kind is ReminderKind.ESCALATION else {}
    tell(ctx, _NOTICES[kind], proposal.id, readers, due_on=due_on, **words)


def _whom(one: DueReminder) -> Iterable[Taker]:
    """Return the permissions or posts of whoever is reminded: those whose turn it is, or the next above."""
    kind, desk = one.reminder.kind, one.due.desk
    if kind is ReminderKind.ESCALATION or desk.code == COMPLETION:
        return reminded(kind, desk)
    if one.proposal.state is ProposalState.PROMULGATED:
        return WITHOUT_DAY.union(ACTIONS[Action.COMMENCE].permission)
    return turn_of(one.proposal) or reminded(kind, desk)


@read(requires=PUBLIC)
def _governments_held(ctx: Context) -> tuple[GovernmentId, ...]:
    return tuple(held.id for held in governments.governments(ctx.session))
