"""Routes drawn by chance: sound ones, some of whose steps stand beside one another, some by post."""

import random
from typing import Final

from orgflow.domain.access.roles import Permission
from orgflow.domain.proposals.routes import HOUSE_STEPS, Route, RouteStep, StepKind, checked_steps
from orgflow.domain.proposals.states import STAGES, ProposalState
from orgflow.domain.values import PostId
from tests.factories.proposals import a_route

S = ProposalState
_BY: Final = {step.stage: step.by for step in HOUSE_STEPS if isinstance(step.by, Permission)}


def drawn_steps(chance: random.Random, posts: tuple[PostId, ...]) -> tuple[RouteStep, ...]:
    """Return the steps of a sound route: the house's, or one to three a stage."""
    if chance.random() < 0.25:
        return HOUSE_STEPS
    steps: list[RouteStep] = []
    position = 0
    for stage in STAGES:
        if stage in (S.UNIT_REVIEW, S.LEGAL_REVIEW, S.INITIALLING) and chance.random() < 0.2:
            continue
        for count in range(chance.choice((1, 1, 2, 3))):
            position += 0 if count and chance.random() < 0.5 else 1
            steps.append(_drawn_step(chance, stage, (position, count), posts))
    return checked_steps(steps, frozenset(posts))


def drawn_routes(chance: random.Random, posts: tuple[PostId, ...], count: int = 3) -> tuple[Route, ...]:
    """Return some routes."""
    return tuple(a_route(*drawn_steps(chance, posts), number=800 + number) for number in range(count))


def _drawn_step(
    chance: random.Random, stage: ProposalState, place: tuple[int, int], posts: tuple[PostId, ...]
) -> RouteStep:
    position, count = place
    kind = chance.choice([StepKind.APPROVAL, StepKind.PARAF])
    if stage is S.SIGNING:
        kind = StepKind.SIGNATURE
    elif stage is S.ORG_REVIEW and not count:
        kind = StepKind.APPROVAL
    by = chance.choice(posts) if chance.random() < 0.3 else _BY[stage]
    is_recordable = chance.random() < 0.5
    return RouteStep(f"{stage}-{count}", stage, position, kind, f"{stage} {count}", by, is_recordable)
