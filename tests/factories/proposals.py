"""Proposals as rules see them, and the road that most of them take."""

from collections.abc import Iterable
from datetime import date
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Actor, Role
from orgflow.domain.proposals.proposal import Proposal, Step, StepFacts
from orgflow.domain.proposals.states import Action, ProposalState
from orgflow.domain.values import ProposalId, UserId
from tests.factories.access import GOVERNMENT_ID, an_actor
from tests.factories.organisation import unit_id

TODAY: Final = date(2026, 3, 2)
A, R = Action, Role

ROAD: Final[tuple[tuple[Action, Role], ...]] = (
    (A.SUBMIT, R.DRAFTER),
    (A.APPROVE_UNIT, R.BUREAU_HEAD),
    (A.APPROVE_ORGANISATION, R.ORGANISATION_REVIEWER),
    (A.APPROVE_LEGAL, R.LEGAL_REVIEWER),
    (A.PARAF_ASSISTANT, R.ASSISTANT),
    (A.PARAF_SECRETARY, R.SECRETARY),
    (A.SIGN, R.GOVERNOR_OFFICE),
    (A.SEND, R.LETTER_ADMINISTRATOR),
    (A.RECEIVE, R.LETTER_ADMINISTRATOR),
    (A.ANSWER_APPROVED, R.LETTER_ADMINISTRATOR),
    (A.RECORD_FACILITATION, R.LEGAL_REVIEWER),
    (A.ENACT, R.LEGAL_REVIEWER),
    (A.PROMULGATE, R.LEGAL_REVIEWER),
    (A.COMMENCE, R.LETTER_ADMINISTRATOR),
)
"""The whole way of a drafter's proposal, everybody signing in, and who takes each step."""


def a_proposal(
    state: ProposalState = ProposalState.DRAFT,
    acts: Iterable[Action] = (),
    drafters: Iterable[UserId] = (),
) -> Proposal:
    """Return a proposal that stands in a state after these acts, whoever took them."""
    steps = tuple(Step(act, state, state, None) for act in acts)
    return Proposal(
        ProposalId(UUID(int=500)), GOVERNMENT_ID, unit_id(2), state, 1, frozenset(drafters), steps
    )


def all_given(acted_on: date = TODAY) -> StepFacts:
    """Return everything that any step may ask for."""
    return StepFacts(
        acted_on,
        reason="Mohon dilengkapi.",
        person="Contoh Satu, S.Sos.",
        document_number="CONTOH-001",
        has_scan=True,
        has_regulation=True,
        has_gazette=True,
    )


def nothing_given(acted_on: date = TODAY) -> StepFacts:
    """Return a step's facts with nothing but its day."""
    return StepFacts(acted_on)


def walked(until: ProposalState, *, drafter: Actor | None = None) -> Proposal:
    """Return a proposal that walked the road until it first stood in a state."""
    author = drafter or an_actor(R.DRAFTER)
    proposal = a_proposal(drafters=[author.user_id] if author.user_id is not None else [])
    for action, role in ROAD:
        if proposal.state is until:
            return proposal
        actor = author if action is A.SUBMIT else an_actor(role)
        proposal = proposal.advance(action, actor, all_given(), TODAY)
    return proposal
