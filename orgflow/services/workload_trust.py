"""Whether an activity is true to its source; who says so is not whoever only records it."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Permission
from orgflow.domain.audit.workload_events import ActivityVerified
from orgflow.domain.values import ProposalId, UnitId
from orgflow.services.context import Context
from orgflow.services.organisation.freshness import as_seen
from orgflow.services.scope import scope_of
from orgflow.services.settings import NothingChanged
from orgflow.services.use_case import use_case
from orgflow.services.workload_words import activity_name, activity_words
from orgflow.store import proposals, workload

VERIFIER: Final = Permission.KEEP_REGISTRY
"""Whoever verifies the other registers verifies this one."""


@dataclass(frozen=True, slots=True)
class VerifyActivity:
    """Say that an activity is true to its source, or take that back."""

    proposal_id: ProposalId
    activity_id: UUID
    seen_revision: int
    is_verified: bool


@use_case(requires=VERIFIER)
def verify_activity(ctx: Context, command: VerifyActivity) -> UUID:
    """Say whether an activity of the proposal's unit is true to its source.

    Raises:
        UnknownProposal, UnknownActivity, StaleRevision, NothingChanged.
    """
    unit_id = UnitId(proposals.load_row(ctx.session, scope_of(ctx), command.proposal_id).unit_id)
    held = workload.activity_row(ctx.session, unit_id, command.activity_id)
    row = as_seen(ctx, held, command.seen_revision)
    if row.is_verified is command.is_verified:
        raise NothingChanged()
    row.is_verified, row.revision = command.is_verified, row.revision + 1
    name, words = activity_name(row.activity), activity_words(row.activity)
    ctx.record(ActivityVerified(str(command.proposal_id), name, words, command.is_verified))
    return row.id
