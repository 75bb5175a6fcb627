"""A commencement written into the registry whole: records, what was written, and the list of what follows."""

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.commencement_events import FollowUpsBegun
from orgflow.domain.changes.commencing import Commenced, commence_operations
from orgflow.domain.changes.recommencing import Touched
from orgflow.domain.notices.kinds import NoticeKind
from orgflow.domain.proposals.follow_up import follow_ups_for, kinds_of_change
from orgflow.domain.values import ProposalId, UnitId
from orgflow.services.commencement import citation_of, commencement_events
from orgflow.services.commencement_plan import Planned, basis_of
from orgflow.services.context import Context
from orgflow.services.notices import holders_of, tell
from orgflow.services.registry import held_history, keep
from orgflow.store import commencements, follow_ups, proposals, rebases
from orgflow.store.commencements import CommencementRow
from orgflow.store.follow_ups import FollowUpRow
from orgflow.store.instruments import InstrumentRow
from orgflow.store.proposals import ProposalRow


def write_commencement(ctx: Context, row: ProposalRow, regulation: InstrumentRow, planned: Planned) -> None:
    """Let what was planned hold in the registry from its day on, in the gate's session.

    Raises:
        LaterChangeStands, LaterChangePlanned, and those of the operations: the registry changed meanwhile.
        RuleBroken: as ``soundness.check``, when the registry after it could not be.
    """
    held = held_history(ctx)
    commenced = commence_operations(held, planned.plan.operations, planned.day, basis_of(regulation))
    for event in commencement_events(commenced, planned.day, citation_of(regulation)):
        ctx.record(event)
    keep(ctx, held, commenced.history, since=planned.day, proposal_id=row.id)
    count = _begin_follow_ups(ctx, row, commenced)
    ctx.session.add(
        CommencementRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            proposal_id=row.id,
            sequence=1,
            effective_on=planned.day,
            operations=rebases.write_operations(planned.plan.operations),
            left_out="\n".join(planned.said[place] for place in planned.plan.left_out),
            touched=commencements.write_touched(Touched.between(held, commenced.history)),
            follow_ups=count,
            written_by=ctx.actor.name,
            written_at=ctx.now,
        )
    )
    commencements.settle_hold(ctx.session, row.id, ctx.now)
    ctx.session.flush()
    _tell(ctx, row, planned)


def _tell(ctx: Context, row: ProposalRow, planned: Planned) -> None:
    """Tell those who drafted the proposal, and those who see to what follows."""
    drafters = proposals.proposal_of(ctx.session, row).drafters
    see_to_it = holders_of(ctx, (Permission.COMMENCE,), UnitId(row.unit_id))
    day = planned.day.isoformat()
    tell(ctx, NoticeKind.COMMENCED, ProposalId(row.id), drafters | see_to_it, effective_on=day)


def _begin_follow_ups(ctx: Context, row: ProposalRow, commenced: Commenced) -> int:
    """Begin the list of what follows, by what changed; return how many tasks it has."""
    rules = (held.rule for held in follow_ups.follow_up_rules(ctx.session, ctx.government_id))
    tasks = follow_ups_for(rules, kinds_of_change(commenced.before, commenced.after))
    for position, task in enumerate(tasks, start=1):
        entered = FollowUpRow(
            id=ctx.new_id(),
            government_id=ctx.government_id,
            proposal_id=row.id,
            code=task.code,
            title=task.title,
            usual=task.usual,
            position=position,
            revision=1,
            changed_by=ctx.actor.name,
            changed_at=ctx.now,
        )
        follow_ups.write_task(entered, task)
        ctx.session.add(entered)
    if tasks:
        ctx.record(FollowUpsBegun(str(row.id), len(tasks)))
    return len(tasks)
