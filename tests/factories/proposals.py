"""Proposals as rules see them, and the road that most of them take."""

from collections.abc import Iterable
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Actor, Role
from orgflow.domain.proposals.asking import StepFacts
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.routes import HOUSE_STEPS, KindOfChange, Route, RouteStep
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.proposals.steps import ReviewOutcome, Step
from orgflow.domain.values import ProposalId, RouteId, UserId
from tests.factories.access import GOVERNMENT_ID, an_actor
from tests.factories.organisation import unit_id

TODAY: Final = date(2026, 3, 2)
A, R = Action, Role

ROAD: Final[tuple[tuple[Action, str | None, Role], ...]] = (
    (A.SUBMIT, None, R.DRAFTER),
    (A.APPROVE, "unit", R.BUREAU_HEAD),
    (A.APPROVE, "organisation", R.ORGANISATION_REVIEWER),
    (A.APPROVE, "legal", R.LEGAL_REVIEWER),
    (A.PARAF, "assistant", R.ASSISTANT),
    (A.PARAF, "secretary", R.SECRETARY),
    (A.SIGN, "governor", R.GOVERNOR_OFFICE),
    (A.SEND, None, R.LETTER_ADMINISTRATOR),
    (A.RECEIVE, None, R.LETTER_ADMINISTRATOR),
    (A.ANSWER_APPROVED, None, R.LETTER_ADMINISTRATOR),
    (A.RECORD_HARMONIZATION, None, R.LEGAL_REVIEWER),
    (A.RECORD_FACILITATION, None, R.LEGAL_REVIEWER),
    (A.ENACT, None, R.LEGAL_REVIEWER),
    (A.PROMULGATE, None, R.LEGAL_REVIEWER),
    (A.COMMENCE, None, R.LETTER_ADMINISTRATOR),
)
"""The whole way of a drafter's proposal, everybody signing in, and who takes each step."""


def a_route(*steps: RouteStep, number: int = 700) -> Route:
    """Return a route of these steps; without any, the one of the house."""
    return Route(RouteId(UUID(int=number)), GOVERNMENT_ID, KindOfChange.RENAME, 1, steps or HOUSE_STEPS)


def a_proposal(
    state: ProposalState = ProposalState.DRAFT,
    acts: Iterable[Action] = (),
    drafters: Iterable[UserId] = (),
    route: Route | None = None,
) -> Proposal:
    """Return a proposal that stands in a state after these acts, whoever took them."""
    steps = tuple(Step(act, state, state, None) for act in acts)
    number, road = ProposalId(UUID(int=500)), route or a_route()
    return Proposal(number, GOVERNMENT_ID, unit_id(2), state, 1, frozenset(drafters), road, steps)


def all_given(acted_on: date = TODAY, *, step: str | None = None) -> StepFacts:
    """Return everything that any step may ask for."""
    return StepFacts(
        acted_on,
        reason="Mohon dilengkapi.",
        person="Contoh Satu, S.Sos.",
        document_number="CONTOH-001",
        has_scan=True,
        has_regulation=True,
        has_gazette=True,
        step=step,
        outcome=ReviewOutcome.FINISHED,
    )


def nothing_given(acted_on: date = TODAY, *, step: str | None = None) -> StepFacts:
    """Return a step's facts with nothing but its day."""
    return StepFacts(acted_on, step=step)


def walked(until: ProposalState, *, drafter: Actor | None = None) -> Proposal:
    """Return a proposal that walked the road until it first stood in a state."""
    author = drafter or an_actor(R.DRAFTER)
    proposal = a_proposal(drafters=[author.user_id] if author.user_id is not None else [])
    for action, step, role in ROAD:
        if proposal.state is until:
            return proposal
        actor = author if action is A.SUBMIT else an_actor(role)
        proposal = proposal.advance(action, actor, all_given(step=step), TODAY)
    return proposal
