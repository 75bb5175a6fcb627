"""Thousands of random walks over the rules of a whole office, everything that must hold looked at after each try."""

import random
from typing import Final

import pytest

from orgflow.domain.changes.operations import RenameUnit
from tests.walks.choosing import Chooser
from tests.walks.ledger import Case
from tests.walks.people import People
from tests.walks.roads import drawn_routes
from tests.walks.rules_alone import RulesAlone
from tests.walks.table import STATES, TABLE
from tests.walks.trying import Who
from tests.walks.walk import BEGIN, Tally, Walk
from orgflow.domain.proposals.states import REVIEWS
from tests.walks.rules_authority import HEAD_POST, OTHER_POST

WALKS: Final = 5_000
A_TWENTIETH: Final = WALKS // 20
LENGTH: Final = 110


def begun(seed: int, tally: Tally) -> Walk:
    """Return a walk of which two people have drafted two proposals of one bureau."""
    chance = random.Random(seed)
    routes = drawn_routes(chance, (HEAD_POST, OTHER_POST))
    reviews = tuple(chance.sample(REVIEWS, 2))
    ground = RulesAlone(BEGIN, routes, reviews)
    people = People(HEAD_POST, dict(ground.authority.holders), BEGIN)
    walk = Walk(chance, ground, people, [], tally, ground.tree_on(BEGIN))
    names = ("Biro Administrasi Pimpinan", "Biro Humas dan Pimpinan")
    for who, name, route in zip((Who.DRAFTER, Who.HEIR), names, routes[:2], strict=True):
        operation = RenameUnit(ground.units["bureau"], name)
        ground.begin(who, operation, route)
        walk.cases.append(Case(route, tuple(map(str, reviews)), {who}, [operation]))
    return walk


def walked(seeds: range) -> Tally:
    """Walk, and return what was come by; a walk that fails tells its seed and its path."""
    tally = Tally()
    for seed in seeds:
        walk = begun(seed, tally)
        chooser = Chooser(walk)
        try:
            for _ in range(LENGTH):
                tried = chooser.next()
                if tried is None:
                    walk.pass_days(walk.chance.randrange(1, 15))
                else:
                    walk.go(tried)
        except AssertionError as failed:
            raise AssertionError(f"seed {seed}: {failed}\n{walk.told()}") from failed
    return tally


def test_a_twentieth_of_the_walks_keeps_to_the_rules() -> None:
    tally = walked(range(A_TWENTIETH))
    print(tally.table())

    assert set(tally.stood) == STATES
