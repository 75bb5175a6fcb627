"""Thousands of random walks over the rules of an office: all that must hold is looked at after each try."""

import random
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from orgflow.domain.access.roles import Actor
from orgflow.domain.changes.commencing_plan import CommencingPlan
from orgflow.domain.changes.operations import RenameUnit
from orgflow.domain.errors import DomainError
from orgflow.domain.proposals.asking import StepFacts
from orgflow.domain.proposals.proposal import Proposal
from orgflow.domain.proposals.states import REVIEWS, Action, ProposalState
from tests.walks.choosing import Chooser
from tests.walks.ledger import Case
from tests.walks.people import People
from tests.walks.roads import drawn_routes
from tests.walks.rules_alone import RulesAlone
from tests.walks.rules_authority import HEAD_POST, OTHER_POST
from tests.walks.rules_kept import Kept
from tests.walks.table import STATES, TABLE
from tests.walks.trying import Try, What, Who
from tests.walks.walk import BEGIN, Tally, Walk

WALKS: Final = 5_000
A_TWENTIETH: Final = WALKS // 20
LENGTH: Final = 100
REFUSALS: Final = {"out_of_turn", "own_work", "permission_missing", "step_date_before_previous"}
_NAMES: Final = ("Biro Administrasi Pimpinan", "Biro Humas dan Pimpinan")
Opening = Callable[[date, random.Random], RulesAlone]


def opened(today: date, chance: random.Random, ground: type[RulesAlone] = RulesAlone) -> RulesAlone:
    """Return a ground with routes and an order of the reviews drawn by chance."""
    return ground(today, drawn_routes(chance, (HEAD_POST, OTHER_POST)), tuple(chance.sample(REVIEWS, 2)))


def begun(seed: int, tally: Tally, opening: Opening = opened) -> Walk:
    """Return a walk of which two people have drafted two proposals of one bureau."""
    chance = random.Random(seed)
    ground = opening(BEGIN, chance)
    people = People(HEAD_POST, dict(ground.authority.holders), BEGIN)
    walk = Walk(chance, ground, people, [], tally, ground.tree_on(BEGIN))
    for who, name, route in zip((Who.DRAFTER, Who.HEIR), _NAMES, ground.routes[:2], strict=True):
        operation = RenameUnit(ground.units["bureau"], name)
        ground.begin(who, operation, route)
        walk.cases.append(Case(route, tuple(map(str, ground.reviews)), {who}, [operation]))
    return walk


def walked(seeds: range, opening: Opening = opened) -> Tally:
    """Walk, and return what was come by."""
    tally = Tally()
    for seed in seeds:
        walk = begun(seed, tally, opening)
        walk.stroll(Chooser(walk), LENGTH, seed)
    return tally


def test_a_twentieth_of_the_walks_keeps_to_the_rules() -> None:
    tally = walked(range(A_TWENTIETH))

    assert set(tally.stood) == STATES
    assert set(tally.tried) == set(What)
    assert tally.refused.keys() >= REFUSALS


@pytest.mark.slow("walks")
@pytest.mark.timeout(3_600)
def test_all_the_walks_keep_to_the_rules(capsys: pytest.CaptureFixture[str]) -> None:
    tally = walked(range(WALKS))

    with capsys.disabled():
        sys.stdout.write(f"\n{WALKS} walks over the rules\n{tally.table()}\n")
    assert set(tally.stood) == STATES
    assert {(source, action) for source, action, _ in tally.taken} == set(TABLE)
    assert tally.refused.keys() >= REFUSALS | {"step_taken_already", "route_unchanged", "commencements_cross"}


class _WithoutOwnWork(RulesAlone):
    """Lets people decide on what they drafted."""

    def _advanced(self, case: Kept, action: Action, actor: Actor, facts: StepFacts) -> Proposal:
        after = super()._advanced(replace_proposal(case), action, actor, facts)
        return replace(after, drafters=case.proposal.drafters)


class _WithoutEarlierRounds(RulesAlone):
    """Forgets what was asked once it was sent."""

    def do(self, tried: Try) -> None:
        super().do(tried)
        if tried.action is Action.COMPLETE:
            self.cases[tried.case].ministry.items.clear()


class _WithoutRefusals(RulesAlone):
    """Commences all that was asked, whatever was granted of it."""

    def _plan(self, case: Kept, day: date) -> CommencingPlan:
        whole = Kept(case.proposal, case.operations, case.base, case.number, choices=case.choices)
        return super()._plan(whole, day)


class _WithoutCorrection(RulesAlone):
    """Corrects the day of a commencement and leaves the registry as it is."""

    def do(self, tried: Try) -> None:
        before = self.history
        super().do(tried)
        if tried.what is What.CORRECT_DAY:
            self.history = before


class _WithTracesOfRefusals(RulesAlone):
    """Keeps something of what it refuses."""

    def do(self, tried: Try) -> None:
        try:
            super().do(tried)
        except DomainError:
            if tried.what is What.ASK:
                self.cases[tried.case].ministry.letters.append((tried.on, (), False))
            raise


class _WithoutRecall(RulesAlone):
    """Lets a delegation go on that was taken back."""

    def do(self, tried: Try) -> None:
        held = list(self.authority.lent)
        super().do(tried)
        if tried.what is What.RECALL:
            self.authority.lent[:] = held


class _WithAJump(RulesAlone):
    """Goes from the signature right to the ministry's desk."""

    def _advanced(self, case: Kept, action: Action, actor: Actor, facts: StepFacts) -> Proposal:
        after = super()._advanced(case, action, actor, facts)
        return replace(after, state=ProposalState.MINISTRY_REVIEW) if action is Action.SEND else after


@pytest.mark.parametrize(
    "broken",
    [
        _WithoutOwnWork,
        _WithoutEarlierRounds,
        _WithoutRefusals,
        _WithoutCorrection,
        _WithTracesOfRefusals,
        _WithoutRecall,
        _WithAJump,
    ],
)
def test_an_office_that_breaks_a_rule_is_found_out(broken: type[RulesAlone]) -> None:
    with pytest.raises(AssertionError, match="seed"):
        walked(range(A_TWENTIETH), lambda today, chance: opened(today, chance, broken))


def replace_proposal(case: Kept) -> Kept:
    """Return a proposal as if nobody had drafted it."""
    return replace(case, proposal=replace(case.proposal, drafters=frozenset()))
