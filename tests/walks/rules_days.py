"""A regulation's days and what it changes in the registry, on a walk over the rules alone."""

from dataclasses import replace
from datetime import date
from typing import Final

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.changes.commencing import commence_operations
from orgflow.domain.changes.commencing_plan import CommencingPlan, plan_commencement
from orgflow.domain.changes.rebase_conflicts import Choice
from orgflow.domain.changes.recommencing import (
    Beside,
    Move,
    Touched,
    move_commencement,
    require_apart,
    require_last,
    spoken_of,
)
from orgflow.domain.errors import DomainError
from orgflow.domain.organisation.records import Basis
from orgflow.domain.organisation.soundness import check
from orgflow.domain.proposals.acting import hat_for
from orgflow.domain.proposals.asking import StepFacts
from orgflow.domain.proposals.commencement import (
    CommencementKnown,
    CommencementSame,
    CommencementUnknown,
    NotPromulgated,
)
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.services.commencement_days import CommencementWritten
from orgflow.services.enactment import CommencementAsks
from tests.factories.access import GOVERNMENT_ID
from tests.factories.commencing import a_registry
from tests.walks.rules_authority import Authority
from tests.walks.rules_kept import Kept
from tests.walks.trying import Try, What, Who

A, P, S = Action, Permission, ProposalState
_REGISTRY: Final = a_registry()


class Regulations:
    """The registry, the proposals, and how a regulation comes to hold."""

    def __init__(self, today: date) -> None:
        """Begin with the secretariat as it stands and no proposal."""
        self.authority = Authority(today)
        self.history = _REGISTRY
        self.cases: list[Kept] = []

    @property
    def today(self) -> date:
        """The day it is."""
        return self.authority.today

    def _advanced(self, case: Kept, action: Action, actor: Actor, facts: StepFacts) -> Proposal:
        case.proposal.progress.check_turn(action, facts.step)
        hat = hat_for(case.proposal, action, actor, facts.step)
        return case.proposal.advance(action, hat.actor, facts, self.today)

    def _set_day(self, case: Kept, tried: Try, actor: Actor) -> None:
        actor.require(P.RECORD_REGULATION)
        if case.proposal.state is not S.PROMULGATED:
            raise NotPromulgated(state=str(case.proposal.state))
        if case.days.effective_on is not None:
            raise CommencementKnown(effective_on=case.days.effective_on.isoformat())
        days = replace(case.days, effective_on=tried.effective or self.today)
        days.check(tried.late)
        case.days = days

    def _correct_day(self, case: Kept, tried: Try, actor: Actor) -> None:
        actor.require(P.RECORD_REGULATION)
        old, new = case.days.effective_on, tried.effective
        if case.proposal.state not in (S.PROMULGATED, S.IMPLEMENTED):
            raise NotPromulgated(state=str(case.proposal.state))
        if old is None:
            raise CommencementUnknown()
        if old == new:
            raise CommencementSame(field="effective_on", effective_on=old.isoformat())
        days = replace(case.days, effective_on=new)
        days.check("keliru dicatat")
        if case.touched is not None:
            actor.require(P.COMMENCE)
            if new is None:
                raise CommencementWritten(field="effective_on", effective_on=old.isoformat())
            move = Move(case.instrument, old, new)
            require_apart(case.spoken, move, self._beside(case))
            moved = move_commencement(self.history, case.touched, move)
            check(moved, min(old, new))
            self.history = moved
        case.days = days

    def _beside(self, case: Kept) -> list[Beside]:
        """Return the other regulations that commenced."""
        return [
            Beside(one.days.effective_on, one.spoken, str(one.number))
            for one in self.cases
            if one is not case and one.touched is not None and one.days.effective_on is not None
        ]

    def _plan(self, case: Kept, day: date) -> CommencingPlan:
        standing = self.history.organisation_on(day)
        return plan_commencement(case.base, standing, case.granted, case.choices)

    def _decide(self, case: Kept, tried: Try, actor: Actor) -> None:
        actor.require(P.COMMENCE)
        if case.proposal.state is not S.PROMULGATED:
            raise NotPromulgated(state=str(case.proposal.state))
        if case.days.effective_on is None:
            raise CommencementUnknown()
        for question in self._plan(case, case.days.effective_on).open_questions:
            wanted = tried.choice or Choice.LATEST
            case.choices[question.key] = wanted if question.can_keep else Choice.LATEST

    def _commence(self, case: Kept, _: Try, actor: Actor) -> None:
        actor.require(P.COMMENCE)
        case.proposal.progress.check_turn(A.COMMENCE)
        day = case.days.effective_on
        if day is None:
            raise CommencementUnknown()
        after = self._advanced(case, A.COMMENCE, actor, StepFacts(self.today))
        plan = self._plan(case, day)
        if plan.open_questions:
            raise CommencementAsks(questions=len(plan.open_questions))
        spoken = spoken_of(self.history.organisation_on(day), plan.operations)
        require_last(spoken, day, self._beside(case))
        basis = Basis(source="Peraturan Gubernur CONTOH", instrument_id=case.instrument)
        commenced = commence_operations(self.history, plan.operations, day, basis).history
        check(commenced, day)
        case.touched, case.spoken = Touched.between(self.history, commenced), spoken
        self.history, case.proposal = commenced, after

    def _commence_due(self) -> None:
        system = Actor("sistem: uji", GOVERNMENT_ID, is_system=True)
        for case in self.cases:
            day = case.days.effective_on
            if case.proposal.state is S.PROMULGATED and day is not None and day <= self.today:
                try:
                    self._commence(case, Try(what=What.DUE, who=Who.TU, on=self.today), system)
                except DomainError:
                    continue
