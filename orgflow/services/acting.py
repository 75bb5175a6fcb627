"""In whose name the actor takes a step on one proposal, read with the units of today."""

from dataclasses import dataclass, replace
from uuid import UUID

from orgflow.domain.access.delegation import loan_for, with_standing
from orgflow.domain.access.roles import PERMISSIONS, UNIT_BOUND, Actor, Loan, Permission, Role, Standing
from orgflow.domain.audit.events import LetterChanged
from orgflow.domain.proposals.acting import Hat, before_unit, hat_for
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.recording import Recording
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import UnitId
from orgflow.services.context import Context
from orgflow.services.scope import each_with_below
from orgflow.store.proposals import StepRow


def hat_on(ctx: Context, proposal: Proposal, action: Action, key: str | None = None) -> Hat:
    """Return in whose name the actor takes the action.

    Raises:
        UnknownRouteStep: the route has no step of this key.
        PermissionMissing: neither the own authority nor a lent one allows it.
        OwnWork: the actor drafted the proposal, or the one in whose place it would be decided did.
    """
    return hat_for(proposal, action, actor_with_units(ctx), key)


def reader_of(ctx: Context, unit_id: UUID) -> Actor:
    """Return the actor with what of the authority reaches a unit's proposals, as their pages read it."""
    return before_unit(actor_with_units(ctx), UnitId(unit_id))


@dataclass(frozen=True, slots=True)
class StepBy:
    """In whose place a step is taken, by which delegation, and how a leader's step came to be recorded."""

    loan: Loan | None = None
    recording: Recording | None = None

    def tell(self, step: StepRow) -> None:
        """Let the step say it."""
        if self.loan is not None:
            step.on_behalf_of, step.on_behalf_kind = self.loan.principal, str(self.loan.kind)
            step.delegation_id = self.loan.delegation_id
        if self.recording is not None and step.is_recorded:
            step.basis, step.doubt = str(self.recording.basis), self.recording.doubt


def record_issuing(ctx: Context, event: LetterChanged) -> None:
    """Record what whoever issues letters did to one, and in whose place, inside an open gate."""
    loan = loan_for(ctx.actor, Permission.ISSUE_LETTER)
    if loan is not None:
        event = replace(event, on_behalf_of=loan.principal, on_behalf_kind=str(loan.kind))
    ctx.record(event)


def actor_with_units(ctx: Context) -> Actor:
    """Return the actor with the units of the standing written out, and unit-bound roles bound by them.

    Who holds unit-bound roles alone and no post sees no other unit's proposal to begin with.
    """
    actor = ctx.actor
    bound, free = actor.roles & UNIT_BOUND, actor.roles - UNIT_BOUND
    if actor.is_system or not (actor.standing or (bound and free)):
        return actor
    within, mine = tuple(one.unit_ids for one in actor.standing), _own_units(actor)
    below = each_with_below(ctx, (mine, *(units for units in within if units is not None)))
    standing = tuple(
        one if one.unit_ids is None else replace(one, unit_ids=below[one.unit_ids]) for one in actor.standing
    )
    if not bound:
        return replace(actor, standing=standing)
    own = Standing(_all_of(bound), below[mine])
    return with_standing(replace(actor, roles=free), (own, *standing))


def _own_units(actor: Actor) -> frozenset[UnitId]:
    return frozenset({actor.unit_id}) if actor.unit_id is not None else frozenset()


def _all_of(roles: frozenset[Role]) -> frozenset[Permission]:
    return frozenset().union(*(PERMISSIONS[role] for role in roles))
