"""How far a proposal has come on its road: whose turn it is, and where each action leads from here."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from orgflow.domain.proposals.asking import StepFacts
from orgflow.domain.proposals.refusals import OutOfTurn, StepTakenAlready, TransitionNotAllowed
from orgflow.domain.proposals.routes import Route, RouteStep, UnknownRouteStep
from orgflow.domain.proposals.states import (
    ACTIONS,
    DESK_BOUND,
    ENDED,
    RECORDING_OF,
    REVIEW_OF,
    REVIEWS,
    ROUTED,
    STAGES,
    TRANSITIONS,
    Action,
    ProposalState,
)
from orgflow.domain.proposals.steps import (
    Standing,
    Step,
    carried_over,
    desk_steps,
    done_of,
    kept_by_return,
    open_steps,
    returnable,
    review_awaited,
    reviews_finished,
    round_of,
    stage_after,
    unsigned,
)

A, S = Action, ProposalState
_APPROVED: Final = frozenset({A.ANSWER_APPROVED, A.ANSWER_APPROVED_WITH_NOTES})


_AWAITED: Final[dict[ProposalState, Action]] = {
    S.DRAFT: A.SUBMIT,
    S.SIGNING: A.SEND,
    S.SUBMITTED: A.RECEIVE,
    S.MINISTRY_REVIEW: A.ANSWER_APPROVED,
    S.HARMONIZATION: A.ENACT,
    S.FACILITATION: A.ENACT,
    S.ENACTED: A.PROMULGATE,
    S.PROMULGATED: A.COMMENCE,
}
"""What a state waits for, where neither a step of the route nor a review is open."""


@dataclass(frozen=True, slots=True)
class Move:
    """An action, with the step of the route that it takes."""

    action: Action
    step: RouteStep | None = None

    @property
    def key(self) -> str | None:
        """The key of the step."""
        return self.step.key if self.step is not None else None


@dataclass(frozen=True, slots=True)
class Ahead:
    """What comes after what a proposal waits for: steps of its route, reviews in the office's order."""

    steps: tuple[RouteStep, ...]
    reviews: tuple[ProposalState, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """A state with the steps that led to it, the route, and the order of the reviews."""

    state: ProposalState
    route: Route
    steps: tuple[Step, ...]
    reviews: tuple[ProposalState, ...]

    @property
    def done(self) -> dict[str, Step]:
        """The steps of the route that are done in this round, each with what did it."""
        return done_of(self.route, self.steps)

    @property
    def waiting(self) -> tuple[RouteStep, ...]:
        """The steps of the route whose turn it is; none outside its stages."""
        return open_steps(self.route, self.done) if self.state in STAGES else ()

    @property
    def return_targets(self) -> tuple[RouteStep, ...]:
        """The earlier steps of the route to which it may be returned, besides the draft."""
        return returnable(self.route, self.done) if self.state in STAGES else ()

    @property
    def review_awaited(self) -> ProposalState | None:
        """The review of the draft regulation that is next; None when all are finished."""
        return review_awaited(self.reviews, reviews_finished(self.steps))

    @property
    def standing(self) -> Standing:
        """Where it is."""
        is_reviewed = self.state in REVIEWS and self.review_awaited is None
        return Standing(self.state, self.waiting, is_reviewed)

    @property
    def awaited(self) -> tuple[Move, ...]:
        """What brings the proposal on: the open steps of its route, or one action; none at an end."""
        if self.waiting:
            return tuple(Move(step.action, step) for step in self.waiting)
        if self.state in REVIEWS and self.review_awaited is not None:
            return (Move(RECORDING_OF[self.review_awaited]),)
        if self.steps and self.steps[-1].action is A.ANSWER_ASKS_COMPLETION:
            return (Move(A.COMPLETE),)
        return (Move(_AWAITED[self.state]),) if self.state in _AWAITED else ()

    @property
    def ahead(self) -> Ahead:
        """What comes after what it waits for now; nothing of the route once it is gone."""
        begun, on_route = self.done, self.state in (S.DRAFT, *STAGES)
        steps = (step for step in self.route.steps if step.key not in begun and step not in self.waiting)
        past = reviews_finished(self.steps)
        if self.state in REVIEWS and self.review_awaited is not None:
            past |= {self.review_awaited}
        is_regulated = self.state in (S.ENACTED, S.PROMULGATED, *ENDED)
        reviews = (review for review in self.reviews if review not in past)
        return Ahead(tuple(steps) if on_route else (), () if is_regulated else tuple(reviews))

    def takers_of(self, action: Action, key: str | None = None) -> tuple[RouteStep, ...]:
        """Return the steps any of whose takers may take the action; none where a permission decides."""
        if action in ROUTED and key is not None:
            return (self.route.step(key),)
        if action in DESK_BOUND and self.state in STAGES:
            return desk_steps(self.route, self.done)
        return ()

    def check_turn(self, action: Action, key: str | None = None) -> None:
        """Refuse an action whose turn it is not.

        Raises:
            TransitionNotAllowed: no such action in this state.
            UnknownRouteStep: the route has no such step.
            OutOfTurn: what must come first has not been done in this round.
            StepTakenAlready: it was done in this round.
        """
        if (self.state, action) not in TRANSITIONS:
            self._tell_taken(action, key)
            raise TransitionNotAllowed(action=str(action), state=str(self.state))
        acts = [step.action for step in round_of(self.steps)]
        for earlier in ACTIONS[action].after:
            if earlier not in acts:
                raise OutOfTurn(action=str(action), first=str(earlier))
        if action in ROUTED:
            self._check_step(action, key)
        elif action is A.SEND and self.waiting:
            raise OutOfTurn(action=str(action), first=self.waiting[0].title)
        elif action is A.RETURN and key is not None:
            self._check_return(key)
        elif action is A.FORWARD:
            self._check_forward()
        elif action in REVIEW_OF and REVIEW_OF[action] in reviews_finished(self.steps):
            raise StepTakenAlready(action=str(action))
        elif action is A.ENACT and self.review_awaited is not None:
            raise OutOfTurn(action=str(action), first=str(RECORDING_OF[self.review_awaited]))

    def after(self, action: Action, facts: StepFacts) -> Standing:
        """Return where an action leads: the table says where it may, route and reviews say where it does.

        Raises:
            TransitionNotAllowed: the table does not lead there.
        """
        possible = TRANSITIONS.get((self.state, action), ())
        standing = self._on_route(action, facts.step) or self._beside_route(action, facts, possible)
        if standing.state not in possible:
            raise TransitionNotAllowed(action=str(action), state=str(self.state))
        return standing

    def after_change(self, route: Route) -> tuple[Standing, tuple[str, ...]]:
        """Return where a proposal would stand on another route, and which steps count there.

        What was signed by all and is to be signed by one more is a new letter, which all sign.
        """
        if self.state not in STAGES:
            return Standing(self.state), ()
        carried = carried_over(route, self.done)
        if not self.waiting and open_steps(route, carried):
            carried = unsigned(route, carried)
        return Standing(stage_after(route, carried), open_steps(route, carried)), carried

    def is_out_of_order(self, action: Action) -> bool:
        """Say whether the action records a review while the office's order has another first."""
        return action in REVIEW_OF and self.review_awaited not in (REVIEW_OF[action], None)

    def previous_day(self, key: str | None) -> date | None:
        """Return the day of the step that came before; one beside the step of this key does not count."""
        beside = self._beside(key)
        for step in reversed(self.steps):
            if step.action is A.CHANGE_ROUTE or (step.action in ROUTED and step.key in beside):
                continue
            return step.acted_on
        return None

    def _on_route(self, action: Action, key: str | None) -> Standing | None:
        if action in ROUTED and key is not None:
            done = frozenset(self.done) | {key}
        elif action is A.SUBMIT:
            done = frozenset()
        elif action is A.FORWARD:
            done = frozenset(step.key for step in self.route.of(S.UNIT_REVIEW))
        elif action is A.RETURN and key is not None:
            done = kept_by_return(self.route, key, self.done)
        else:
            return None
        return Standing(stage_after(self.route, done), open_steps(self.route, done))

    def _beside_route(
        self, action: Action, facts: StepFacts, possible: tuple[ProposalState, ...]
    ) -> Standing:
        if action in _APPROVED:
            return Standing(self.reviews[0])
        if action not in REVIEW_OF:
            return Standing(possible[0] if possible else self.state)
        is_finished = facts.outcome is not None and facts.outcome.is_finished
        finished = reviews_finished(self.steps) | ({REVIEW_OF[action]} if is_finished else frozenset())
        awaited = review_awaited(self.reviews, finished)
        target = awaited if awaited in possible else self.state
        return Standing(target, is_reviewed=awaited is None)

    def _check_step(self, action: Action, key: str | None) -> None:
        if key is None:
            raise UnknownRouteStep(step="")
        step = self.route.step(key)
        if step.action is not action:
            raise UnknownRouteStep(step=key)
        if key in self.done:
            raise StepTakenAlready(action=str(action), step=step.title)
        if step not in self.waiting:
            raise OutOfTurn(action=str(action), first=self.waiting[0].title)

    def _tell_taken(self, action: Action, key: str | None) -> None:
        """Refuse a step of the route that was left behind as taken, rather than as unknown."""
        if action in ROUTED and key is not None and key in self.done:
            raise StepTakenAlready(action=str(action), step=self.route.step(key).title)

    def _check_return(self, key: str) -> None:
        step = self.route.step(key)
        if step not in self.return_targets:
            raise OutOfTurn(action=str(A.RETURN), first=step.title)

    def _check_forward(self) -> None:
        """A head submits directly where the review of the unit is the head's own and nobody else's."""
        for step in self.route.of(S.UNIT_REVIEW):
            if step.by not in ACTIONS[A.FORWARD].permission:
                raise OutOfTurn(action=str(A.FORWARD), first=step.title)

    def _beside(self, key: str | None) -> frozenset[str | None]:
        position = next((step.position for step in self.route.steps if step.key == key), None)
        return frozenset(step.key for step in self.route.steps if step.position == position)
