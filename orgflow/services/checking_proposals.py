"""The part of the store's check about proposals: each state reached by steps, each commencement whole."""

from collections.abc import Iterator
from datetime import date

from orgflow.domain.changes.apply import apply_proposed
from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.structure import Unit
from orgflow.domain.proposals.follow_up import FollowUpState
from orgflow.domain.proposals.states import TRANSITIONS, Action, ProposalState
from orgflow.domain.values import GovernmentId, ProposalId, UnitId
from orgflow.services.check_findings import CheckFinding
from orgflow.services.context import Context
from orgflow.store import checks, commencements, follow_ups, organisations, proposal_steps, proposals, rebases
from orgflow.store.checks import Road
from orgflow.store.commencements import CommencementRow


def road_findings(ctx: Context, government_id: GovernmentId) -> Iterator[CheckFinding]:
    """Yield proposals whose state no road leads to, or whose operations cannot be read."""
    for road in checks.roads(ctx.session, government_id):
        yield from _along(road)
        yield from _unreadable(ctx, road)


def commencement_findings(ctx: Context, government_id: GovernmentId) -> Iterator[CheckFinding]:
    """Yield commencements that the registry does not show whole, and days that differ from what was told."""
    for proposal, regulation in checks.commenced(ctx.session, government_id):
        written = commencements.commencements_of(ctx.session, proposal.id)
        if not written:
            yield CheckFinding("commencement_unrecorded", str(proposal.id), "")
            continue
        if written[-1].effective_on != regulation.effective_on:
            detail = f"{written[-1].effective_on} != {regulation.effective_on}"
            yield CheckFinding("commencement_day_differs", str(proposal.id), detail)
        yield from _commenced(ctx, government_id, written[-1])
        yield from _following(ctx, written[-1])
    for proposal, regulation in checks.promulgated(ctx.session, government_id):
        told = commencements.days_of(ctx.session, proposal.id)
        if not told or told[-1].effective_on != regulation.effective_on:
            yield CheckFinding("commencement_day_untold", str(proposal.id), str(regulation.effective_on))


def _following(ctx: Context, written: CommencementRow) -> Iterator[CheckFinding]:
    """Yield tasks that a list lacks, and tasks of which is said too little."""
    held = follow_ups.follow_ups_of(ctx.session, written.proposal_id)
    if len(held) < written.follow_ups:
        yield CheckFinding(
            "follow_up_missing", str(written.proposal_id), f"{len(held)} < {written.follow_ups}"
        )
    for row in held:
        task = follow_ups.task_of(row)
        is_untold = task.state is FollowUpState.NOT_NEEDED and not task.reason
        if is_untold or (task.state is FollowUpState.DONE and task.acted_on is None):
            yield CheckFinding("follow_up_untold", str(written.proposal_id), row.code)


def _commenced(ctx: Context, government_id: GovernmentId, written: CommencementRow) -> Iterator[CheckFinding]:
    """Yield what of the operations applied the registry of the day does not bear, or bears no longer."""
    proposal_id, day = ProposalId(written.proposal_id), written.effective_on
    known_at = proposal_steps.commenced_at(ctx.session, proposal_id)
    before = organisations.organisation_on(ctx.session, government_id, day, known_at)
    try:
        after = apply_proposed(before, rebases.read_operations(written.operations))
    except DomainError as refused:
        yield CheckFinding("commencement_partial", str(proposal_id), refused.code)
        return
    for unit_id in {**before.units, **after.units}:
        old, new = before.units.get(unit_id), after.units.get(unit_id)
        code = _fault(ctx, proposal_id, unit_id, new, day) if old != new else None
        if code is not None:
            yield CheckFinding(code, str(proposal_id), str(unit_id))


def _fault(ctx: Context, proposal_id: ProposalId, unit_id: UnitId, now: Unit | None, day: date) -> str | None:
    if now is None:
        return None if checks.was_ended_on(ctx.session, unit_id, day) else "commencement_partial"
    applied = [
        record
        for record in checks.records_of_proposal(ctx.session, proposal_id, unit_id)
        if (record.valid_from, record.name, record.parent_id) == (day, now.name, now.parent_id)
    ]
    if not applied:
        return "commencement_partial"
    return "commencement_lost" if all(checks.is_lost(ctx.session, record) for record in applied) else None


def _along(road: Road) -> Iterator[CheckFinding]:
    state: ProposalState = ProposalState.DRAFT
    for action, source, target in road.steps:
        possible = TRANSITIONS.get((state, Action(action)), ()) if action in set(Action) else ()
        if source != state or target not in possible:
            yield CheckFinding("road_broken", str(road.proposal_id), f"{source} {action} {target}")
            return
        state = ProposalState(target)
    if road.state != state:
        yield CheckFinding("state_unreached", str(road.proposal_id), f"{road.state} != {state}")


def _unreadable(ctx: Context, road: Road) -> Iterator[CheckFinding]:
    try:
        proposals.operations_of(ctx.session, ProposalId(road.proposal_id))
    except DomainError as fault:
        yield CheckFinding("operation_unreadable", str(road.proposal_id), fault.code)
