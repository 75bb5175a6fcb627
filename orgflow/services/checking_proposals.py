"""The part of the store's check about proposals: each state reached by steps, each commencement whole."""

from collections.abc import Iterator
from contextlib import suppress

from orgflow.domain.changes.operations import Operation, RenameUnit
from orgflow.domain.errors import DomainError
from orgflow.domain.proposals.states import TRANSITIONS, Action, ProposalState
from orgflow.domain.values import GovernmentId, ProposalId, UnitId
from orgflow.services.check_findings import CheckFinding
from orgflow.services.context import Context
from orgflow.store import checks, proposals
from orgflow.store.checks import Road


def road_findings(ctx: Context, government_id: GovernmentId) -> Iterator[CheckFinding]:
    """Yield proposals whose state no road leads to, or whose operations cannot be read."""
    for road in checks.roads(ctx.session, government_id):
        yield from _along(road)
        yield from _unreadable(ctx, road)


def commencement_findings(ctx: Context, government_id: GovernmentId) -> Iterator[CheckFinding]:
    """Yield commencements that the registry does not show whole."""
    for proposal, regulation in checks.commenced(ctx.session, government_id):
        for unit_id, operation in _final_operations(ctx, ProposalId(proposal.id)).items():
            match operation:
                case RenameUnit(new_name=new_name):
                    records = checks.records_of_proposal(ctx.session, proposal.id, unit_id)
            applied = [
                record
                for record in records
                if record.name == new_name and record.valid_from == regulation.effective_on
            ]
            if not applied:
                yield CheckFinding("commencement_partial", str(proposal.id), str(unit_id))
            elif all(checks.is_lost(ctx.session, record) for record in applied):
                yield CheckFinding("commencement_lost", str(proposal.id), str(unit_id))


def _along(road: Road) -> Iterator[CheckFinding]:
    state: ProposalState = ProposalState.DRAFT
    for action, source, target in road.steps:
        reached = TRANSITIONS.get((state, Action(action))) if action in set(Action) else None
        if source != state or reached is None or target != reached:
            yield CheckFinding("road_broken", str(road.proposal_id), f"{source} {action} {target}")
            return
        state = reached
    if road.state != state:
        yield CheckFinding("state_unreached", str(road.proposal_id), f"{road.state} != {state}")


def _unreadable(ctx: Context, road: Road) -> Iterator[CheckFinding]:
    try:
        proposals.operations_of(ctx.session, ProposalId(road.proposal_id))
    except DomainError as fault:
        yield CheckFinding("operation_unreadable", str(road.proposal_id), fault.code)


def _final_operations(ctx: Context, proposal_id: ProposalId) -> dict[UnitId, Operation]:
    with suppress(DomainError):
        placed = proposals.operations_of(ctx.session, proposal_id)
        return {one.operation.unit_id: one.operation for one in placed}
    return {}
