"""A proposal on its road: its steps, who may take the next one, and why not."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from orgflow.domain.access.roles import Actor, Permission, PermissionMissing
from orgflow.domain.errors import Forbidden, RuleBroken
from orgflow.domain.proposals.states import ACTIONS, DESKS, ENDED, TRANSITIONS, Action, Ask, ProposalState
from orgflow.domain.values import GovernmentId, ProposalId, UnitId, UserId

_BACKWARD: Final = frozenset({Action.RETURN, Action.GO_BACK, Action.RECALL})
_ONCE: Final = frozenset({Action.PARAF_ASSISTANT, Action.SIGN})
_DESK_BOUND: Final = frozenset({Action.RETURN, Action.GO_BACK, Action.REJECT})


class TransitionNotAllowed(RuleBroken):
    """The action does not exist in the proposal's present state."""

    code = "transition_not_allowed"


class OutOfTurn(RuleBroken):
    """Another action must be taken first."""

    code = "out_of_turn"


class StepTakenAlready(RuleBroken):
    """The step was already taken in this round."""

    code = "step_taken_already"


class OwnWork(Forbidden):
    """Who drafted a proposal does not decide on it."""

    code = "own_work"


class StepNeeds(RuleBroken):
    """The step must be given something that is missing."""

    code = "step_needs"


class StepDateInFuture(RuleBroken):
    """A step is recorded for a day that has not come."""

    code = "step_date_in_future"


class NotEditable(RuleBroken):
    """Only a draft may be changed."""

    code = "proposal_not_editable"


@dataclass(frozen=True, slots=True)
class Step:
    """One step taken: ``is_recorded`` marks a leader's step recorded by the letter administrator."""

    action: Action
    source: ProposalState
    target: ProposalState
    actor_id: UserId | None
    is_recorded: bool = False


@dataclass(frozen=True, slots=True)
class StepFacts:
    """What is given with a step; ``person`` is the leader for whom TU records it."""

    acted_on: date
    reason: str | None = None
    person: str | None = None
    document_number: str | None = None
    has_scan: bool = False
    has_regulation: bool = False
    has_gazette: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal as rules see it; ``steps`` in the order they were taken."""

    id: ProposalId
    government_id: GovernmentId
    unit_id: UnitId
    state: ProposalState
    revision: int
    drafters: frozenset[UserId]
    steps: tuple[Step, ...] = ()

    def acts_of_round(self) -> tuple[Action, ...]:
        """Return the actions taken since the proposal last went backwards."""
        acts: list[Action] = []
        for step in self.steps:
            if step.action in _BACKWARD:
                acts.clear()
            else:
                acts.append(step.action)
        return tuple(acts)

    def permissions_for(self, action: Action) -> tuple[Permission, ...]:
        """Return the permissions any of which lets the action be taken as one's own act."""
        rule = ACTIONS[action]
        if action in _DESK_BOUND:
            desk = DESKS.get(self.state, ())
            return tuple(permission for permission in rule.permission if permission in desk)
        return rule.permission

    def is_recordable(self, action: Action) -> bool:
        """Say whether TU may record the action for a leader in the present state."""
        leaders_desk = self.state in (ProposalState.INITIALLING, ProposalState.SIGNING)
        return ACTIONS[action].recordable and leaders_desk

    def records(self, action: Action, actor: Actor) -> bool:
        """Say whether the actor would record the action for somebody else.

        Raises:
            PermissionMissing: the actor may neither take nor record it.
            OwnWork: the actor drafted the proposal and the action is a decision.
        """
        own = self.permissions_for(action)
        if any(actor.may(permission) for permission in own) and not actor.is_system:
            if ACTIONS[action].is_decision and actor.user_id in self.drafters:
                raise OwnWork(action=str(action))
            return False
        if self.is_recordable(action) and actor.may(Permission.RECORD_FOR_LEADERS):
            return True
        if actor.is_system:
            return False
        raise PermissionMissing(permission=tuple(str(permission) for permission in own))

    def check_turn(self, action: Action) -> ProposalState:
        """Return the state the action leads to.

        Raises:
            TransitionNotAllowed: no such action in this state.
            OutOfTurn: what must come first has not been done in this round.
            StepTakenAlready: it was done in this round.
        """
        if (self.state, action) not in TRANSITIONS:
            raise TransitionNotAllowed(action=str(action), state=str(self.state))
        acts = self.acts_of_round()
        for earlier in ACTIONS[action].after:
            if earlier not in acts:
                raise OutOfTurn(action=str(action), first=str(earlier))
        if action in _ONCE and action in acts:
            raise StepTakenAlready(action=str(action))
        return TRANSITIONS[self.state, action]

    def advance(self, action: Action, actor: Actor, facts: StepFacts, today: date) -> "Proposal":
        """Return the proposal after the step.

        Args:
            today: the day in the government's zone.

        Raises:
            TransitionNotAllowed, OutOfTurn, StepTakenAlready, PermissionMissing, OwnWork: see above.
            StepNeeds: a reason, document, scan or person is missing.
            StepDateInFuture: ``acted_on`` is after ``today``.
        """
        target = self.check_turn(action)
        is_recorded = self.records(action, actor)
        missing = missing_facts(action, facts, is_recorded=is_recorded)
        if missing:
            raise StepNeeds(action=str(action), missing=missing)
        if facts.acted_on > today:
            raise StepDateInFuture(field="acted_on", acted_on=facts.acted_on.isoformat())
        step = Step(action, self.state, target, actor.user_id, is_recorded)
        return replace(self, state=target, steps=(*self.steps, step), revision=self.revision + 1)

    def edited_by(self, actor: Actor) -> "Proposal":
        """Return the draft with the actor among its drafters and a new revision.

        Raises:
            NotEditable: it is not a draft.
        """
        if self.state is not ProposalState.DRAFT:
            raise NotEditable(state=str(self.state))
        return replace(self, drafters=drafters_with(self, actor), revision=self.revision + 1)

    @property
    def is_running(self) -> bool:
        """Whether the road has not ended."""
        return self.state not in ENDED

    @property
    def awaits_completion(self) -> bool:
        """Whether the ministry asked for completion and has not been given it yet."""
        asked = bool(self.steps) and self.steps[-1].action is Action.ANSWER_ASKS_COMPLETION
        return asked and self.state is ProposalState.MINISTRY_REVIEW

    def takes_documents_from(self, actor: Actor) -> bool:
        """Say whether the actor may bring documents now.

        The bureau brings them to a draft and while the ministry waits for completion; reviewers at any
        time before the road ends.
        """
        if actor.may(Permission.REVIEW_AS_ORGANISATION) or actor.may(Permission.REVIEW_AS_LEGAL):
            return self.is_running
        is_open = self.state is ProposalState.DRAFT or self.awaits_completion
        return is_open and actor.may(Permission.EDIT_PROPOSAL)

    def allowed_actions(self, actor: Actor) -> tuple[Action, ...]:
        """Return the actions the actor may take now, in the order of the table."""
        return tuple(action for action in _reachable(self) if _may_take(self, action, actor))


def drafters_with(proposal: Proposal, actor: Actor) -> frozenset[UserId]:
    """Return the proposal's drafters and the actor; the system drafts nothing."""
    return proposal.drafters | ({actor.user_id} if actor.user_id is not None else frozenset())


def missing_facts(action: Action, facts: StepFacts, *, is_recorded: bool) -> tuple[str, ...]:
    """Return the names of what the step asks for and was not given."""
    asks = ACTIONS[action].asks
    given = {
        Ask.REASON: bool(facts.reason),
        Ask.ACTED_ON: True,
        Ask.DOCUMENT: bool(facts.document_number),
        Ask.SCAN: facts.has_scan,
        Ask.REGULATION: facts.has_regulation,
        Ask.GAZETTE: facts.has_gazette,
    }
    missing = [str(ask) for ask in Ask if ask in asks and not given[ask]]
    if is_recorded:
        if not facts.person:
            missing.append("person")
        if not facts.has_scan and Ask.SCAN not in asks:
            missing.append(str(Ask.SCAN))
    return tuple(missing)


def _reachable(proposal: Proposal) -> Iterable[Action]:
    return (action for state, action in TRANSITIONS if state is proposal.state)


def _may_take(proposal: Proposal, action: Action, actor: Actor) -> bool:
    if action is Action.SUBMIT and actor.may(Permission.REVIEW_AS_UNIT):
        return False
    try:
        proposal.check_turn(action)
        proposal.records(action, actor)
    except (RuleBroken, Forbidden):
        return False
    return True
