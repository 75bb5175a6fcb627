"""The other running proposals of a government, as far as an actor may hear of them."""

from collections.abc import Iterator

from orgflow.domain.changes.operations import Operation
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import ProposalId
from orgflow.services.context import Context
from orgflow.services.scope import scope_of
from orgflow.store import rebases
from orgflow.store.proposals import ProposalRow


def running_beside(
    ctx: Context, proposal_id: ProposalId
) -> Iterator[tuple[ProposalRow, tuple[Operation, ...]]]:
    """Yield the other running proposals of which the actor may hear, with their operations.

    A draft is nobody's business outside its unit and the reviewers; one that was submitted is everybody's.
    """
    reach = scope_of(ctx).unit_ids
    for other, theirs in rebases.other_running(ctx.session, ctx.government_id, proposal_id):
        is_out = other.state != ProposalState.DRAFT
        if is_out or reach is None or other.unit_id in reach:
            yield other, theirs
