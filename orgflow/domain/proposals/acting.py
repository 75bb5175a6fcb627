"""In whose name somebody takes a step on a proposal: one's own, or another's who lent the task."""

from dataclasses import dataclass, replace

from orgflow.domain.access.delegation import in_own_name, with_standing
from orgflow.domain.access.roles import Actor, Loan, PermissionMissing, Standing
from orgflow.domain.errors import Forbidden, RuleBroken
from orgflow.domain.proposals.progress import Move
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.refusals import OwnWork
from orgflow.domain.proposals.states import ACTIONS, Action
from orgflow.domain.values import UnitId


@dataclass(frozen=True, slots=True)
class Hat:
    """The actor with exactly the authority that a step rests on; ``loan`` where it is another's."""

    actor: Actor
    loan: Loan | None = None


def reaching(proposal: Proposal, actor: Actor) -> Actor:
    """Return the actor with what of the standing reaches this proposal.

    Authority over other units' proposals falls away, and what others lent to one of its drafters.

    Args:
        actor: the units of the standing are written out, with all that is below them.
    """
    if not actor.standing:
        return actor
    has_drafted = actor.user_id in proposal.drafters
    kept = tuple(one for one in actor.standing if one.loan is None or not has_drafted)
    return before_unit(with_standing(actor, kept), proposal.unit_id)


def before_unit(actor: Actor, unit_id: UnitId) -> Actor:
    """Return the actor with what of the standing reaches a unit's proposals; posts reach all.

    Args:
        actor: the units of the standing are written out, with all that is below them.
    """
    return with_standing(actor, tuple(_bounded(one, unit_id) for one in actor.standing))


def hat_for(proposal: Proposal, action: Action, actor: Actor, key: str | None = None) -> Hat:
    """Return in whose name the actor takes the action: the own one wherever that is enough.

    Args:
        actor: the units of the standing are written out, with all that is below them.
        key: the step of the route that is taken.

    Raises:
        UnknownRouteStep: the route has no step of this key.
        PermissionMissing: neither the own authority nor a lent one allows it.
        OwnWork: the actor drafted the proposal, or the one in whose place it would be decided did.
    """
    lent = tuple(one for one in actor.standing if one.loan is not None)
    own = reaching(proposal, in_own_name(actor)) if actor.standing else actor
    refused = _refusal(proposal, action, own, key)
    if (
        not lent
        or isinstance(refused, OwnWork)
        or (refused is None and not proposal.records(action, own, key))
    ):
        if refused is not None:
            raise refused
        return Hat(own)
    barred = False
    for one in lent:
        wearing = _wearing(own, _bounded(one, proposal.unit_id))
        missing = _refusal(proposal, action, wearing, key)
        if isinstance(missing, PermissionMissing):
            continue
        if missing is not None or _is_own_work(proposal, action, actor, one.loan):
            barred = True
        elif refused is not None or not proposal.records(action, wearing, key):
            return Hat(wearing, one.loan)
    if refused is None:
        return Hat(own)
    raise OwnWork(action=str(action)) if barred else refused


def records_for_another(proposal: Proposal, action: Action, actor: Actor, key: str | None = None) -> bool:
    """Say whether the actor would record the action for somebody else, in whichever name it is taken.

    Raises:
        UnknownRouteStep, PermissionMissing, OwnWork: as ``hat_for``.
    """
    return proposal.records(action, hat_for(proposal, action, actor, key).actor, key)


def offered_to(proposal: Proposal, actor: Actor) -> tuple[Move, ...]:
    """Return what the actor may take now, in the own name or another's, in the order of the table.

    Args:
        actor: the units of the standing are written out, with all that is below them.
    """
    seen = reaching(proposal, actor)
    if not any(one.loan is not None for one in seen.standing):
        return proposal.allowed_moves(seen)
    return tuple(move for move in proposal.allowed_moves(seen) if _wears(proposal, move, actor))


def _bounded(one: Standing, unit_id: UnitId) -> Standing:
    """Return the standing without its permissions where the proposal is another unit's; posts reach all."""
    if one.unit_ids is None or unit_id in one.unit_ids:
        return one
    return replace(one, permissions=frozenset())


def _wearing(own: Actor, lent: Standing) -> Actor:
    return with_standing(own, (*own.standing, lent))


def _is_own_work(proposal: Proposal, action: Action, actor: Actor, loan: Loan | None) -> bool:
    """Say whether the delegate drafted the proposal, or decides on it for one who did."""
    is_for_drafter = loan is not None and loan.is_of_any(proposal.drafters)
    return actor.user_id in proposal.drafters or (ACTIONS[action].is_decision and is_for_drafter)


def _refusal(proposal: Proposal, action: Action, actor: Actor, key: str | None) -> Forbidden | None:
    try:
        proposal.records(action, actor, key)
    except (PermissionMissing, OwnWork) as refused:
        return refused
    return None


def _wears(proposal: Proposal, move: Move, actor: Actor) -> bool:
    try:
        hat_for(proposal, move.action, actor, move.key)
    except (RuleBroken, Forbidden):
        return False
    return True
