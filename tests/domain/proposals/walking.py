"""Random walks of a proposal: random people try random actions on a random route, and days go by.

What else walks beside the road joins as another ``Happening``: somebody takes another's place, an answer
comes item by item, a change commences. Each changes the ``World`` and says nothing of what must hold.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from orgflow.domain.access.roles import Actor, Permission, Role
from orgflow.domain.errors import DomainError
from orgflow.domain.proposals.asking import StepFacts
from orgflow.domain.proposals.progress import Move
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.routes import HOUSE_STEPS, Route, RouteStep, StepKind, checked_steps
from orgflow.domain.proposals.states import REVIEWS, STAGES, Action, ProposalState
from orgflow.domain.proposals.steps import ReviewOutcome
from orgflow.domain.values import PostId
from tests.factories.access import an_actor
from tests.factories.proposals import a_proposal, a_route

A, S = Action, ProposalState
BEGIN: Final = date(2026, 1, 5)
POSTS: Final = tuple(PostId(UUID(int=60 + number)) for number in range(4))


@dataclass(slots=True)
class World:
    """All that a walk changes; ``stood`` is the proposal after each change, ``refused`` the codes met."""

    chance: random.Random
    today: date
    people: list[Actor]
    routes: list[Route]
    proposal: Proposal
    stood: list[Proposal] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)


Happening = Callable[[World], None]


def act(world: World) -> None:
    """Let somebody try something; most often what the proposal waits for, so that walks get far."""
    chance, proposal = world.chance, world.proposal
    actor = chance.choice(world.people)
    moves = proposal.progress.awaited
    if moves and chance.random() < 0.7:
        move = chance.choice(moves)
        action, key = move.action, move.key
        actor = _somebody_able(world, move)
    else:
        action = chance.choice([one for one in Action if one is not A.CHANGE_ROUTE])
        key = chance.choice([None, *(step.key for step in proposal.route.steps)])
    _put(world, lambda: proposal.advance(action, actor, _facts(world, key), world.today))


def edit(world: World) -> None:
    """Let somebody write in the draft."""
    _put(world, lambda: world.proposal.edited_by(world.chance.choice(world.people)))


def reroute(world: World) -> None:
    """Move the proposal to another route."""
    route, actor = world.chance.choice(world.routes), world.chance.choice(world.people)
    _put(world, lambda: world.proposal.on_route(route, actor, world.today))


def pass_on(world: World) -> None:
    """Let a post's tasks go from whoever has them to somebody else."""
    post = world.chance.choice(POSTS)
    heir = world.chance.randrange(len(world.people))
    world.people = [
        replace(one, posts=one.posts - {post} | ({post} if number == heir else frozenset()))
        for number, one in enumerate(world.people)
    ]


def let_days_go_by(world: World) -> None:
    """Let some days go by."""
    world.today += timedelta(days=world.chance.randrange(1, 15))


HAPPENINGS: Final[tuple[Happening, ...]] = (*(act,) * 6, edit, reroute, pass_on, let_days_go_by)


def walked_at_random(seed: int, length: int = 60, happenings: Sequence[Happening] = HAPPENINGS) -> World:
    """Return the world after a walk; the same seed walks the same way."""
    chance = random.Random(seed)
    people = [an_actor(role, user=number) for number, role in enumerate(Role, start=900)]
    people += [an_actor(role, user=number) for number, role in enumerate(Role, start=950)]
    routes = [random_route(chance, number) for number in range(3)]
    proposal = replace(a_proposal(route=routes[0]), reviews=tuple(chance.sample(REVIEWS, 2)))
    world = World(chance, BEGIN, people, routes, proposal, [proposal])
    for happening in chance.choices(happenings, k=length):
        happening(world)
    return world


def random_route(chance: random.Random, number: int) -> Route:
    """Return a sound route of one to three steps a stage, some beside one another, some by post."""
    steps: list[RouteStep] = []
    position = 0
    for stage in STAGES:
        if stage in (S.UNIT_REVIEW, S.LEGAL_REVIEW, S.INITIALLING) and chance.random() < 0.2:
            continue
        for count in range(chance.randrange(1, 4)):
            position += 0 if count and chance.random() < 0.4 else 1
            steps.append(_random_step(chance, stage, position, count))
    return a_route(*checked_steps(steps, frozenset(POSTS)), number=800 + number)


def _random_step(chance: random.Random, stage: ProposalState, position: int, count: int) -> RouteStep:
    kind = StepKind.SIGNATURE if stage is S.SIGNING else chance.choice([StepKind.APPROVAL, StepKind.PARAF])
    if stage is S.ORG_REVIEW and not count:
        kind = StepKind.APPROVAL
    by = chance.choice(POSTS) if chance.random() < 0.3 else _permission(stage)
    return RouteStep(
        f"{stage}-{count}", stage, position, kind, f"{stage} {count}", by, is_recordable=chance.random() < 0.5
    )


def _somebody_able(world: World, move: Move) -> Actor:
    """Return somebody who may make the move, where one of a few asked may."""
    asked = world.chance.sample(world.people, 12)
    for one in asked:
        try:
            world.proposal.records(move.action, one, move.key)
        except DomainError:
            continue
        return one
    return asked[0]


def _permission(stage: ProposalState) -> Permission:
    held = {step.stage: step.by for step in HOUSE_STEPS if isinstance(step.by, Permission)}
    return held[stage]


def _facts(world: World, key: str | None) -> StepFacts:
    """Return everything a step may ask for; sometimes told late, sometimes with something missing."""
    chance = world.chance
    return StepFacts(
        world.today - timedelta(days=chance.choice([0, 0, 0, 1, 20])),
        reason=chance.choice(["Mohon dilengkapi.", "Mohon dilengkapi.", None]),
        person="Contoh Satu, S.Sos.",
        document_number="CONTOH-001",
        has_scan=chance.random() < 0.9,
        has_regulation=True,
        has_gazette=True,
        step=key,
        outcome=chance.choice([*ReviewOutcome, ReviewOutcome.FINISHED]),
        late_reason=chance.choice([None, "Baru diterima."]),
    )


def _put(world: World, change: Callable[[], Proposal]) -> None:
    try:
        world.proposal = change()
    except DomainError as refused:
        world.refused.add(refused.code)
        return
    world.stood.append(world.proposal)
