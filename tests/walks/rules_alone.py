"""The rules alone as the ground of a walk: no database, no gate, everything in memory."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.changes.apply import apply_proposed
from orgflow.domain.changes.operations import Operation
from orgflow.domain.ministry.grants import AskedOperation
from orgflow.domain.proposals.acting import offered_to
from orgflow.domain.proposals.asking import StepFacts
from orgflow.domain.proposals.commencement import (
    RegulationDays,
)
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.refusals import NotEditable
from orgflow.domain.proposals.routes import Route
from orgflow.domain.proposals.states import ACTIONS, Action, ProposalState
from orgflow.domain.values import OperationId, ProposalId, UnitId
from orgflow.services.notes import ONWARD
from orgflow.services.proposals import NotRunningAgain
from tests.factories.access import GOVERNMENT_ID
from tests.factories.secretariat import ACARA, HUMAS, PROTOKOL, PUBLIKASI, UMUM
from tests.walks.rules_authority import HEAD_POST, OTHER_POST
from tests.walks.rules_days import Regulations
from tests.walks.rules_kept import Kept, facts_of
from tests.walks.trying import Asked, Seen, Tree, Try, What, Who

A, P, S = Action, Permission, ProposalState
_UNITS: Final = {"bureau": HUMAS, "outside": UMUM, "one": PUBLIKASI, "two": PROTOKOL, "three": ACARA}


class RulesAlone(Regulations):
    """An office that is nothing but the rules; what is refused raises before anything is kept."""

    def __init__(self, today: date, routes: tuple[Route, ...], reviews: tuple[ProposalState, ...]) -> None:
        """Begin with no proposal."""
        super().__init__(today)
        self.units: Mapping[str, UnitId] = _UNITS
        self.posts = (HEAD_POST, OTHER_POST)
        self.routes, self.reviews = routes, reviews
        self._numbers = count(50_000)

    def ready(self, tried: Try) -> bool:
        """Do nothing: the rules alone know no paperwork."""
        return False

    def turn_to(self, day: date) -> None:
        """Let it be another day."""
        self.authority.turn_to(day)

    def new_id(self) -> UUID:
        """Return an id that nothing has."""
        return UUID(int=next(self._numbers))

    def begin(self, who: Who, operation: Operation, route: Route) -> None:
        """Let somebody draft a proposal."""
        self._begin(self.authority.actor(who), (operation,), route)

    def do(self, tried: Try) -> None:
        """Carry it out; what the rules refuse raises a DomainError."""
        if tried.what is What.DUE:
            self._commence_due()
            return
        if tried.what in (What.LEND, What.SUBSTITUTE, What.RECALL, What.LEAVE, What.APPOINT):
            self.authority.do(tried)
            return
        actor = self.authority.actor(tried.who)
        case = self.cases[tried.case]
        doing = {
            What.EDIT: self._edit,
            What.OPERATION: self._add_operation,
            What.TAKE: self._take,
            What.REROUTE: self._reroute,
            What.COPY: self._copy,
            What.NOTE: lambda c, t, a: c.notes.write(t.text, a, c.proposal),
            What.REPLY: lambda c, t, a: c.notes.reply(t.number, t.act or _no_act(), a, c.proposal),
            What.LETTER: self._letter,
            What.ASK: self._ask,
            What.ANSWER: self._answer,
            What.COMPOSE: self._compose,
            What.RECORD: self._record,
            What.SET_DAY: self._set_day,
            What.CORRECT_DAY: self._correct_day,
            What.DECIDE: self._decide,
            What.COMMENCE: self._commence,
        }
        doing[tried.what](case, tried, actor)

    def seen(self) -> Seen:
        """Return all that is kept."""
        lent = tuple(one.recalled_at is not None for one in self.authority.lent)
        rest = tuple(self.authority.holders.values())
        return Seen(tuple(case.seen() for case in self.cases), lent, self.history, rest)

    def tree_on(self, day: date) -> Tree:
        """Return the units of a day."""
        return {one.unit_id: (one.name, one.parent_id) for one in self.history.units_on(day)}

    def asked(self, case: int) -> tuple[Asked, ...]:
        """Return what is asked before a commencement."""
        held = self.cases[case]
        if held.days.effective_on is None:
            return ()
        plan = self._plan(held, held.days.effective_on)
        return tuple(Asked(question.place, question.choice) for question in plan.questions)

    def offered(self, case: int, who: Who) -> set[tuple[str, str | None]]:
        """Return what somebody's desk offers of a proposal."""
        moves = offered_to(self.cases[case].proposal, self.authority.actor(who))
        return {(str(move.action), move.key) for move in moves}

    def told(self, case: int) -> ProposalState:
        """Return the state to which the steps alone lead."""
        at = S.DRAFT
        for step in self.cases[case].proposal.steps:
            assert step.source is at
            at = step.target
        return at

    def _begin(self, actor: Actor, operations: tuple[Operation, ...], route: Route) -> None:
        actor.require(P.EDIT_PROPOSAL)
        base = self.history.organisation_on(self.today)
        apply_proposed(base, operations)
        number = len(self.cases)
        proposal_id, drafters = ProposalId(UUID(int=500 + number)), frozenset({actor.user_id} - {None})
        proposal = Proposal(
            proposal_id, GOVERNMENT_ID, HUMAS, S.DRAFT, 1, drafters, route, reviews=self.reviews
        )
        asked = tuple(AskedOperation(OperationId(self.new_id()), one) for one in operations)
        self.cases.append(Kept(proposal, asked, base, number))

    def _edit(self, case: Kept, _: Try, actor: Actor) -> None:
        actor.require(P.EDIT_PROPOSAL)
        case.proposal = case.proposal.edited_by(actor)

    def _add_operation(self, case: Kept, tried: Try, actor: Actor) -> None:
        actor.require(P.EDIT_PROPOSAL)
        if case.proposal.state is not S.DRAFT or tried.operation is None:
            raise NotEditable(state=str(case.proposal.state))
        listed = (*case.operations, AskedOperation(OperationId(self.new_id()), tried.operation))
        apply_proposed(case.base, (one.operation for one in listed))
        case.proposal, case.operations = case.proposal.edited_by(actor), listed

    def _reroute(self, case: Kept, tried: Try, actor: Actor) -> None:
        actor.require(P.MANAGE_SETTINGS)
        case.proposal = case.proposal.on_route(self.routes[tried.number], actor, self.today)

    def _copy(self, case: Kept, tried: Try, actor: Actor) -> None:
        actor.require(P.EDIT_PROPOSAL)
        if case.proposal.state not in (S.REJECTED, S.WITHDRAWN):
            raise NotRunningAgain(state=str(case.proposal.state))
        facts = StepFacts(self.today)
        after = self._advanced(case, A.SUPERSEDE, actor, facts)
        self._begin(actor, tuple(one.operation for one in case.operations), self.routes[0])
        case.proposal = after

    def _letter(self, case: Kept, tried: Try, actor: Actor) -> None:
        actor.require(P.RECORD_MINISTRY)
        case.ministry.letters.append((tried.on, (), False))

    def _ask(self, case: Kept, tried: Try, actor: Actor) -> None:
        texts = tuple(tried.text.splitlines())
        actor.require(P.RECORD_MINISTRY)
        case.ministry.check_request(tried.number, texts)
        answered = self._by_letter(case, tried, actor, A.ANSWER_ASKS_COMPLETION, tried.text)
        case.ministry.ask(tried.number, texts, answered)

    def _answer(self, case: Kept, tried: Try, actor: Actor) -> None:
        actor.require(P.EDIT_PROPOSAL, P.REVIEW_AS_ORGANISATION, P.REVIEW_AS_LEGAL, P.RECORD_MINISTRY)
        case.ministry.answer(tried.number, tried.text)

    def _compose(self, case: Kept, tried: Try, actor: Actor) -> None:
        actor.require(P.RECORD_MINISTRY)
        case.proposal.progress.check_turn(A.ANSWER_APPROVED_WITH_NOTES)
        case.ministry.compose(tried, case.operations)

    def _record(self, case: Kept, tried: Try, actor: Actor) -> None:
        actor.require(P.RECORD_MINISTRY)
        grant = case.ministry.settled(tried.number, case.operations, case.base)
        self._by_letter(case, tried, actor, grant.outcome, "Sebagian disetujui.")
        case.ministry.keep(tried.number, grant)

    def _by_letter(self, case: Kept, tried: Try, actor: Actor, action: Action, reason: str) -> int:
        dated_on, answered = case.ministry.take_letter(tried.number, case.proposal, tried.late)
        facts = StepFacts(
            dated_on, reason, document_number="CONTOH-1", has_scan=True, late_reason=tried.late or None
        )
        case.proposal = self._advanced(case, action, actor, facts)
        return answered

    def _take(self, case: Kept, tried: Try, actor: Actor) -> None:
        action = tried.action or Action.WITHDRAW
        actor.require(*ACTIONS[action].permission)
        case.proposal.progress.check_turn(action, tried.key)
        if action in ONWARD:
            case.notes.check()
        case.ministry.check_completion(action)
        days = self._days_after(case, tried, action)
        case.proposal = self._advanced(case, action, actor, facts_of(tried))
        case.days = days
        if action is A.RETURN:
            case.notes.give_back()
        if action is A.COMPLETE:
            case.ministry.send()

    def _days_after(self, case: Kept, tried: Try, action: Action) -> RegulationDays:
        if action is A.ENACT:
            return replace(case.days, enacted_on=tried.on)
        if action is A.PROMULGATE:
            days = replace(case.days, promulgated_on=tried.on, effective_on=tried.effective)
            days.check(tried.late)
            return days
        return case.days


def _no_act() -> None:
    raise AssertionError("a reply says what it is")
