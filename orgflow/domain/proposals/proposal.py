"""A proposal on its road: its steps, who may take the next one, and why not."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from orgflow.domain.access.roles import Actor, Permission, PermissionMissing
from orgflow.domain.errors import DomainError
from orgflow.domain.proposals.asking import StepFacts, missing_facts
from orgflow.domain.proposals.progress import Move, Progress
from orgflow.domain.proposals.refusals import (
    NotEditable,
    OwnWork,
    RouteUnchanged,
    StepDateBeforePrevious,
    StepDateInFuture,
    StepNeeds,
    TransitionNotAllowed,
)
from orgflow.domain.proposals.routes import Route, RouteStep
from orgflow.domain.proposals.states import (
    ACTIONS,
    ENDED,
    REVIEW_OF,
    REVIEWS,
    ROUTED,
    STAGES,
    TRANSITIONS,
    Action,
    ProposalState,
)
from orgflow.domain.proposals.steps import Standing, Step, round_of
from orgflow.domain.values import GovernmentId, ProposalId, UnitId, UserId

A, S = Action, ProposalState


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal as rules see it.

    Attributes:
        route: the one it goes, or would go if it were submitted now.
        steps: in the order they were taken.
        reviews: the reviews of the draft regulation in the office's order.
    """

    id: ProposalId
    government_id: GovernmentId
    unit_id: UnitId
    state: ProposalState
    revision: int
    drafters: frozenset[UserId]
    route: Route
    steps: tuple[Step, ...] = ()
    reviews: tuple[ProposalState, ...] = REVIEWS

    @property
    def progress(self) -> Progress:
        """How far it has come."""
        return Progress(self.state, self.route, self.steps, self.reviews)

    @property
    def standing(self) -> Standing:
        """Where it is, with the steps of its route whose turn it is."""
        return self.progress.standing

    def acts_of_round(self) -> tuple[Action, ...]:
        """Return the actions taken since the proposal last went backwards."""
        return tuple(step.action for step in round_of(self.steps))

    def records(self, action: Action, actor: Actor, key: str | None = None) -> bool:
        """Say whether the actor would record the action for somebody else.

        Raises:
            UnknownRouteStep.
            PermissionMissing: the actor may neither take nor record it.
            OwnWork: the actor drafted the proposal and the action is a decision.
        """
        rule, takers = ACTIONS[action], self.progress.takers_of(action, key)
        if self._is_own(action, actor, takers):
            if rule.is_decision and actor.user_id in self.drafters:
                raise OwnWork(action=str(action))
            return False
        if any(step.is_recordable for step in takers) and actor.may(Permission.RECORD_FOR_LEADERS):
            return True
        if actor.is_system and not takers:
            return False
        wanted = tuple(str(step.by) for step in takers) or tuple(str(one) for one in rule.permission)
        raise PermissionMissing(permission=wanted)

    def advance(self, action: Action, actor: Actor, facts: StepFacts, today: date) -> "Proposal":
        """Return the proposal after the step.

        Args:
            today: the day in the government's zone.

        Raises:
            TransitionNotAllowed, UnknownRouteStep, OutOfTurn, StepTakenAlready: as ``check_turn``.
            PermissionMissing, OwnWork: as ``records``.
            StepNeeds: a reason, document, scan or person is missing.
            StepDateInFuture: ``acted_on`` is after ``today``.
            StepDateBeforePrevious: it is before the day of the step before it, and no reason is told.
        """
        self.progress.check_turn(action, facts.step)
        is_recorded = self.records(action, actor, facts.step)
        missing = missing_facts(action, facts, is_recorded=is_recorded)
        if self.progress.is_out_of_order(action) and not facts.late_reason:
            missing = (*missing, "late_reason")
        if missing:
            raise StepNeeds(action=str(action), missing=missing)
        if facts.acted_on > today:
            raise StepDateInFuture(field="acted_on", acted_on=facts.acted_on.isoformat())
        if not (facts.late_reason and (is_recorded or ACTIONS[action].is_outside)):
            self._check_order_of_days(action, facts)
        target = self.progress.after(action, facts).state
        outcome = facts.outcome if action in REVIEW_OF else None
        taken = Step(
            action, self.state, target, actor.user_id, is_recorded, facts.step, facts.acted_on, outcome
        )
        return self._with(taken)

    def on_route(self, route: Route, actor: Actor, today: date) -> "Proposal":
        """Return the proposal moved to another route; what is done of the same key stays done.

        Raises:
            TransitionNotAllowed: it is past its route, or was never submitted and has begun none.
            PermissionMissing: the actor does not keep the settings.
            RouteUnchanged: it goes this route already.
        """
        self.progress.check_turn(A.CHANGE_ROUTE)
        self.records(A.CHANGE_ROUTE, actor)
        if not self.steps:
            raise TransitionNotAllowed(action=str(A.CHANGE_ROUTE), state=str(self.state))
        if route.id == self.route.id:
            raise RouteUnchanged()
        standing, carried = self.progress.after_change(route)
        moved = Step(
            A.CHANGE_ROUTE, self.state, standing.state, actor.user_id, acted_on=today, carried=carried
        )
        return replace(self._with(moved), route=route)

    def edited_by(self, actor: Actor) -> "Proposal":
        """Return the draft with the actor among its drafters and a new revision.

        Raises:
            NotEditable: it is not a draft.
        """
        if self.state is not S.DRAFT:
            raise NotEditable(state=str(self.state))
        return replace(self, drafters=drafters_with(self, actor), revision=self.revision + 1)

    @property
    def is_running(self) -> bool:
        """Whether the road has not ended."""
        return self.state not in ENDED

    @property
    def is_bureaus_alone(self) -> bool:
        """Whether it is a draft, or ended as one: whoever has a post on its route does not see it."""
        ended = bool(self.steps) and self.steps[-1].action is A.WITHDRAW and self.steps[-1].source is S.DRAFT
        return self.state is S.DRAFT or ended

    @property
    def is_on_route(self) -> bool:
        """Whether its route is still before it or being gone, so that it may be moved to another."""
        return self.state in (S.DRAFT, *STAGES)

    @property
    def awaits_completion(self) -> bool:
        """Whether the ministry asked for completion and has not been given it yet."""
        asked = bool(self.steps) and self.steps[-1].action is A.ANSWER_ASKS_COMPLETION
        return asked and self.state is S.MINISTRY_REVIEW

    def takes_documents_from(self, actor: Actor) -> bool:
        """Say whether the actor may bring documents now.

        The bureau brings them to a draft and while the ministry waits for completion; reviewers at any
        time before the road ends.
        """
        if actor.may(Permission.REVIEW_AS_ORGANISATION) or actor.may(Permission.REVIEW_AS_LEGAL):
            return self.is_running
        is_open = self.state is S.DRAFT or self.awaits_completion
        return is_open and actor.may(Permission.EDIT_PROPOSAL)

    def allowed_moves(self, actor: Actor) -> tuple[Move, ...]:
        """Return what the actor may do now, in the order of the table; a change of route is asked apart."""
        return tuple(move for move in self._moves() if self._may_take(move, actor))

    def allowed_actions(self, actor: Actor) -> tuple[Action, ...]:
        """Return the actions among what the actor may do now."""
        return tuple(dict.fromkeys(move.action for move in self.allowed_moves(actor)))

    def _with(self, step: Step) -> "Proposal":
        return replace(self, state=step.target, steps=(*self.steps, step), revision=self.revision + 1)

    def _is_own(self, action: Action, actor: Actor, takers: tuple[RouteStep, ...]) -> bool:
        if takers:
            return any(step.is_taken_by(actor) for step in takers)
        return not actor.is_system and any(actor.may(one) for one in ACTIONS[action].permission)

    def _check_order_of_days(self, action: Action, facts: StepFacts) -> None:
        previous = self.progress.previous_day(facts.step if action in ROUTED else None)
        if previous is not None and facts.acted_on < previous:
            raise StepDateBeforePrevious(
                field="acted_on", acted_on=facts.acted_on.isoformat(), previous=previous.isoformat()
            )

    def _moves(self) -> Iterator[Move]:
        for state, action in TRANSITIONS:
            if state is not self.state or action is A.CHANGE_ROUTE:
                continue
            if action in ROUTED:
                yield from (Move(action, step) for step in self.progress.waiting if step.action is action)
            else:
                yield Move(action)

    def _may_take(self, move: Move, actor: Actor) -> bool:
        if (
            move.action is A.SUBMIT
            and actor.may(Permission.REVIEW_AS_UNIT)
            and self._may_take(Move(A.FORWARD), actor)
        ):
            return False
        try:
            self.progress.check_turn(move.action, move.key)
            self.records(move.action, actor, move.key)
        except DomainError:
            return False
        return True


def drafters_with(proposal: Proposal, actor: Actor) -> frozenset[UserId]:
    """Return the proposal's drafters and the actor; the system drafts nothing."""
    return proposal.drafters | ({actor.user_id} if actor.user_id is not None else frozenset())
