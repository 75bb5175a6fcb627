"""In whose name the actor takes a step on one proposal, read with the units of today."""

from dataclasses import replace

from orgflow.domain.access.delegation import with_standing
from orgflow.domain.access.roles import PERMISSIONS, UNIT_BOUND, Actor, Loan, Permission, Role, Standing
from orgflow.domain.proposals.acting import Hat, hat_for
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.states import Action
from orgflow.domain.values import UnitId
from orgflow.services.context import Context
from orgflow.services.scope import units_below
from orgflow.store.proposals import StepRow


def hat_on(ctx: Context, proposal: Proposal, action: Action, key: str | None = None) -> Hat:
    """Return in whose name the actor takes the action.

    Raises:
        UnknownRouteStep: the route has no step of this key.
        PermissionMissing: neither the own authority nor a lent one allows it.
        OwnWork: the actor drafted the proposal, or the one in whose place it would be decided did.
    """
    return hat_for(proposal, action, actor_with_units(ctx), key)


def name_principal(step: StepRow, loan: Loan | None) -> None:
    """Let the step say in whose place it was taken, and by which delegation."""
    if loan is not None:
        step.on_behalf_of, step.on_behalf_kind = loan.principal, str(loan.kind)
        step.delegation_id = loan.delegation_id


def actor_with_units(ctx: Context) -> Actor:
    """Return the actor with the units of the standing written out, and unit-bound roles bound by them.

    Who holds unit-bound roles alone sees no other unit's proposal to begin with.
    """
    actor = ctx.actor
    bound, free = actor.roles & UNIT_BOUND, actor.roles - UNIT_BOUND
    if actor.is_system or not (actor.standing or (bound and free)):
        return actor
    standing = tuple(
        one if one.unit_ids is None else replace(one, unit_ids=units_below(ctx, one.unit_ids))
        for one in actor.standing
    )
    if not bound:
        return replace(actor, standing=standing)
    own = Standing(_all_of(bound), units_below(ctx, _own_units(actor)))
    return with_standing(replace(actor, roles=free), (own, *standing))


def _own_units(actor: Actor) -> frozenset[UnitId]:
    return frozenset({actor.unit_id}) if actor.unit_id is not None else frozenset()


def _all_of(roles: frozenset[Role]) -> frozenset[Permission]:
    return frozenset().union(*(PERMISSIONS[role] for role in roles))
