"""The other running proposals of a government, as far as an actor may hear of them."""

from collections.abc import Iterator

from orgflow.domain.changes.operations import Operation
from orgflow.domain.ministry.grants import Grant
from orgflow.domain.proposals.states import GRANTED, ProposalState
from orgflow.domain.values import ProposalId
from orgflow.services.context import Context
from orgflow.services.scope import scope_of
from orgflow.store import grants, rebases
from orgflow.store.proposals import ProposalRow


def running_beside(
    ctx: Context, proposal_id: ProposalId
) -> Iterator[tuple[ProposalRow, tuple[Operation, ...]]]:
    """Yield the other running proposals of which the actor may hear, with their operations.

    Of one that the ministry answered item by item they are what it granted.
    A draft is nobody's business outside its unit and the reviewers; one that was submitted is everybody's.
    """
    reach = scope_of(ctx).unit_ids
    held = rebases.other_running(ctx.session, ctx.government_id, proposal_id)
    granted = grants.granted_of_each(ctx.session, [other.id for other, _ in held if other.state in GRANTED])
    for other, asked in held:
        theirs = Grant(granted[other.id]).operations if other.id in granted else asked
        is_out = other.state != ProposalState.DRAFT
        if is_out or reach is None or other.unit_id in reach:
            yield other, theirs
