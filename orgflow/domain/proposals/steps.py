"""Steps taken on the road, and how far the route has come by them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from orgflow.domain.proposals.routes import Route, RouteStep, StepKind
from orgflow.domain.proposals.states import BACKWARD, REVIEW_OF, ROUTED, Action, ProposalState
from orgflow.domain.values import UserId

A, S = Action, ProposalState


class ReviewOutcome(StrEnum):
    """How a harmonisation or facilitation came out."""

    FINISHED = "finished"
    FINISHED_WITH_NOTES = "finished_with_notes"
    NEEDS_REPAIR = "needs_repair"

    @property
    def is_finished(self) -> bool:
        """Whether nothing is left that keeps the draft back."""
        return self is not ReviewOutcome.NEEDS_REPAIR

    @property
    def has_notes(self) -> bool:
        """Whether the result says something that must be told with it."""
        return self is not ReviewOutcome.FINISHED


@dataclass(frozen=True, slots=True)
class Step:
    """One step taken.

    Attributes:
        is_recorded: it is a leader's, recorded by the letter administrator.
        key: the step of the route that was taken, or to which the proposal was returned.
        outcome: of a review of the draft regulation.
        carried: where the route was changed, the steps that count as taken on the new one.
    """

    action: Action
    source: ProposalState
    target: ProposalState
    actor_id: UserId | None
    is_recorded: bool = False
    key: str | None = None
    acted_on: date | None = None
    outcome: ReviewOutcome | None = None
    carried: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a proposal is, or would be after a step.

    ``waiting`` are the open steps of its route; ``is_reviewed`` once nothing but the enactment is open.
    """

    state: ProposalState
    waiting: tuple[RouteStep, ...] = ()
    is_reviewed: bool = False


def round_of(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Return the steps since the proposal last went backwards."""
    taken: list[Step] = []
    for step in steps:
        if step.action in BACKWARD:
            taken.clear()
        else:
            taken.append(step)
    return tuple(taken)


def done_of(route: Route, steps: Iterable[Step]) -> dict[str, Step]:
    """Return which steps of the route are done, each with what did it.

    Who submits for himself passes the review of his own unit by it. A return undoes the step it leads to
    and all that is not before it, and every signature: the letter it was given under is void. What a change
    of route carried over counts on the new route.
    """
    done: dict[str, Step] = {}
    latest: dict[str, Step] = {}
    for step in steps:
        if step.action is A.CHANGE_ROUTE:
            done = {key: latest.get(key, step) for key in step.carried}
        elif step.action in (A.SUBMIT, A.RECALL) or (step.action is A.RETURN and step.key is None):
            done = {}
        elif step.action is A.FORWARD:
            done = {passed.key: step for passed in route.of(S.UNIT_REVIEW)}
            latest |= done
        elif step.action is A.RETURN:
            kept = kept_by_return(route, step.key, done)
            done = {key: earlier for key, earlier in done.items() if key in kept}
        elif step.action in ROUTED and step.key is not None:
            done[step.key] = latest[step.key] = step
    return done


def open_steps(route: Route, done: Iterable[str]) -> tuple[RouteStep, ...]:
    """Return the steps whose turn it is: those of the first position that is not wholly done."""
    undone = [step for step in route.steps if step.key not in frozenset(done)]
    first = min((step.position for step in undone), default=0)
    return tuple(step for step in undone if step.position == first)


def stage_after(route: Route, done: Iterable[str]) -> ProposalState:
    """Return the stage in which a route stands; all done, the signed letter waits to be sent."""
    waiting = open_steps(route, done)
    return waiting[0].stage if waiting else S.SIGNING


def desk_steps(route: Route, done: Iterable[str]) -> tuple[RouteStep, ...]:
    """Return the steps whose takers have the proposal before them: the open ones, or all done, the last."""
    waiting = open_steps(route, done)
    if waiting:
        return waiting
    last = max(step.position for step in route.steps)
    return tuple(step for step in route.steps if step.position == last)


def returnable(route: Route, done: dict[str, Step]) -> tuple[RouteStep, ...]:
    """Return the earlier steps to which a proposal may be returned; none that was passed by submitting."""
    here = min(step.position for step in desk_steps(route, done))
    taken = {key for key, step in done.items() if step.action in ROUTED}
    return tuple(step for step in route.steps if step.position < here and step.key in taken)


def kept_by_return(route: Route, key: str | None, done: Iterable[str]) -> frozenset[str]:
    """Return which steps stay done when a proposal is returned to one: those before it but signatures."""
    start = next((step.position for step in route.steps if step.key == key), 0)
    taken = frozenset(done)
    return frozenset(
        step.key
        for step in route.steps
        if step.key in taken and step.position < start and step.kind is not StepKind.SIGNATURE
    )


def carried_over(route: Route, done: Iterable[str]) -> tuple[str, ...]:
    """Return which steps done count on another route: those of a key it has too.

    A signature under what is to be approved anew does not count: the letter may still change. One beside
    another that is still to be given stays under the letter.
    """
    kept = route.keys & frozenset(done)
    waiting = open_steps(route, kept)
    first = waiting[0].position if waiting else max(step.position for step in route.steps) + 1
    return tuple(
        step.key
        for step in route.steps
        if step.key in kept and (step.kind is not StepKind.SIGNATURE or step.position <= first)
    )


def unsigned(route: Route, keys: Iterable[str]) -> tuple[str, ...]:
    """Return the keys among these whose step is no signature."""
    return tuple(key for key in keys if route.step(key).kind is not StepKind.SIGNATURE)


def reviews_finished(steps: Sequence[Step]) -> frozenset[ProposalState]:
    """Return the reviews of the draft regulation that ended with nothing left to mend."""
    return frozenset(
        REVIEW_OF[step.action]
        for step in round_of(steps)
        if step.action in REVIEW_OF and step.outcome is not None and step.outcome.is_finished
    )


def review_awaited(order: Sequence[ProposalState], finished: Iterable[ProposalState]) -> ProposalState | None:
    """Return the review that is next in the office's order; None when all are finished."""
    return next((review for review in order if review not in frozenset(finished)), None)
