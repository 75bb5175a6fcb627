"""What a reader may do with a proposal now, and how far its route has come, as pages read it."""

from dataclasses import dataclass
from enum import StrEnum

from orgflow.domain.access.roles import Actor
from orgflow.domain.errors import DomainError
from orgflow.domain.proposals.acting import offered_to, reaching, records_for_another
from orgflow.domain.proposals.asking import StepFacts
from orgflow.domain.proposals.completeness import Lack, lacks_before
from orgflow.domain.proposals.progress import Move
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.routes import RouteStep
from orgflow.domain.proposals.states import ACTIONS, ROUTED, Action, Ask
from orgflow.domain.proposals.steps import ReviewOutcome, Standing
from orgflow.services.dossier import Dossier


@dataclass(frozen=True, slots=True)
class ActionOffer:
    """An action the reader may take now.

    Attributes:
        is_recorded: it is recorded for a leader.
        blocked_by: what must be mended before.
        step: the step of the route that it takes.
        after: where the proposal will be.
        targets: the earlier steps to which it may be returned instead of the draft.
        may_be_late: a day before that of the step before it may be told, with a reason.
        needs_late_reason: it is told before what the office does first.
    """

    action: Action
    asks: frozenset[Ask]
    is_recorded: bool
    blocked_by: tuple[Lack, ...]
    step: RouteStep | None
    after: Standing
    targets: tuple[RouteStep, ...]
    may_be_late: bool
    needs_late_reason: bool

    @property
    def move(self) -> Move:
        """The action with its step."""
        return Move(self.action, self.step)


class PlaceStatus(StrEnum):
    """How a step of a route stands."""

    DONE = "done"
    PASSED = "passed"
    CARRIED = "carried"
    WAITING = "waiting"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class RoutePlace:
    """A step of the route and how it stands; ``taken`` counts which of the proposal's steps did it."""

    step: RouteStep
    status: PlaceStatus
    taken: int | None


def offers_of(dossier: Dossier, actor: Actor) -> tuple[ActionOffer, ...]:
    """Return what the actor may do in the own name or another's, in the order of the table.

    Args:
        actor: the units of the standing are written out, with all that is below them.
    """
    moves, seen = offered_to(dossier.proposal, actor), reaching(dossier.proposal, actor)
    return tuple(_offer(dossier, move, seen) for move in moves if move.action is not Action.SUPERSEDE)


def is_recording(proposal: Proposal, move: Move, actor: Actor) -> bool:
    """Say whether the actor would record the move for a leader; False for what the actor may not do."""
    try:
        return proposal.records(move.action, actor, move.key)
    except DomainError:
        return False


def recordable_parafs(proposal: Proposal, actor: Actor) -> frozenset[str]:
    """Return the keys of the parafs that the actor would record for whoever gives them; none of the own.

    Args:
        actor: the units of the standing are written out, with all that is below them.
    """
    parafs = (step.key for step in proposal.route.steps if step.action is Action.PARAF)
    return frozenset(key for key in parafs if _would_record(proposal, key, actor))


def places_of(proposal: Proposal) -> tuple[RoutePlace, ...]:
    """Return the route's steps in their order with how each stands."""
    progress = proposal.progress
    done, waiting = progress.done, progress.waiting
    places: list[RoutePlace] = []
    for step in proposal.route.steps:
        by = done.get(step.key)
        if by is None:
            status = PlaceStatus.WAITING if step in waiting else PlaceStatus.LATER
            places.append(RoutePlace(step, status, None))
            continue
        status = PlaceStatus.CARRIED if by.action is Action.CHANGE_ROUTE else PlaceStatus.PASSED
        if by.action in ROUTED:
            status = PlaceStatus.DONE
        at = max(number for number, taken in enumerate(proposal.steps) if taken is by)
        places.append(RoutePlace(step, status, at))
    return tuple(places)


def _would_record(proposal: Proposal, key: str, actor: Actor) -> bool:
    try:
        return records_for_another(proposal, Action.PARAF, actor, key)
    except DomainError:
        return False


def _offer(dossier: Dossier, move: Move, actor: Actor) -> ActionOffer:
    proposal, rule = dossier.proposal, ACTIONS[move.action]
    is_recorded = is_recording(proposal, move, actor)
    facts = StepFacts(dossier.today, step=move.key, outcome=ReviewOutcome.FINISHED)
    is_outside = rule.is_outside and move.action not in (Action.SEND, Action.PROMULGATE)
    return ActionOffer(
        move.action,
        rule.asks,
        is_recorded,
        lacks_before(dossier.lacks, move.action, proposal.state),
        move.step,
        proposal.progress.after(move.action, facts),
        proposal.progress.return_targets if move.action is Action.RETURN else (),
        is_recorded or is_outside,
        proposal.progress.is_out_of_order(move.action),
    )
