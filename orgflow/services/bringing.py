"""Who brings documents and evidence to a proposal, and whether it takes any now."""

from typing import Final

from orgflow.domain.access.roles import Permission
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.values import ProposalId
from orgflow.services.acting import reader_of
from orgflow.services.context import Context
from orgflow.services.scope import scope_of
from orgflow.store import proposals
from orgflow.store.proposals import ProposalRow

BRINGERS: Final = (Permission.EDIT_PROPOSAL, Permission.REVIEW_AS_ORGANISATION, Permission.REVIEW_AS_LEGAL)
"""The bureau, and the reviewers; each only while the proposal takes documents from them."""


def open_for_documents(ctx: Context, proposal_id: ProposalId, seen: int | None = None) -> ProposalRow:
    """Return a proposal to which the actor may bring something, in the gate's session.

    Raises:
        UnknownProposal, StaleRevision.
        NotEditable: the road has ended, or the bureau brings what nobody waits for.
    """
    row = proposals.load_row(ctx.session, scope_of(ctx), proposal_id, seen=seen)
    require_open(ctx, proposals.proposal_of(ctx.session, row))
    return row


def require_open(ctx: Context, proposal: Proposal) -> None:
    """Refuse a proposal that takes no documents from the actor now.

    Raises:
        NotEditable.
    """
    if not proposal.takes_documents_from(reader_of(ctx, proposal.unit_id)):
        raise NotEditable(state=str(proposal.state))
