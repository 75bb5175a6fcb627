"""Random walks through the use cases of a whole office, on a real database: what is kept is read from it."""

import random
import sys
from pathlib import Path
from typing import Final

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.proposals.routes import KindOfChange
from orgflow.domain.proposals.states import REVIEWS
from orgflow.services.routes import SaveRoute, SetReviewOrder, save_route, set_review_order, show_routes
from orgflow.store import routes
from tests.walks.choosing import Chooser
from tests.walks.ledger import Case
from tests.walks.office_acts import WholeOffice
from tests.walks.people import People
from tests.walks.roads import drawn_steps
from tests.walks.staff import Staff, a_staff
from tests.walks.table import STATES
from tests.walks.trying import Try, What, Who
from tests.walks.walk import BEGIN, Tally, Walk

WALKS: Final = 100
A_TWENTIETH: Final = WALKS // 20
LONG: Final = 70
SHORT: Final = 30


def begun(seed: int, tally: Tally, staff: Staff, url: str) -> Walk:
    """Return a walk of which two people have drafted two proposals of one bureau."""
    chance = random.Random(seed)
    ctx = staff.office.context(Role.LETTER_ADMINISTRATOR)
    for kind in KindOfChange:
        steps = drawn_steps(chance, staff.posts)
        if steps != show_routes(ctx).routes[list(KindOfChange).index(kind)].steps:
            save_route(ctx, SaveRoute(kind, 1, steps))
    first = chance.choice(REVIEWS)
    set_review_order(ctx, SetReviewOrder(str(first), "Keputusan uji", True, show_routes(ctx).order.revision))
    with staff.office.resources.reading() as session:
        roads = tuple(routes.routes_of(session, staff.office.government_id).values())
    reviews = (first, *(one for one in REVIEWS if one is not first))
    ground = WholeOffice(staff, url, roads, reviews)
    people = People(staff.posts[0], dict.fromkeys(staff.posts), BEGIN)
    walk = Walk(chance, ground, people, [], tally, ground.tree_on(BEGIN))
    for post, who in zip(staff.posts, (Who.HEAD, Who.ORGANISATION), strict=True):
        walk.go(Try(what=What.APPOINT, who=Who.ADMIN, on=BEGIN, post=post, to=who))
    for number, who in enumerate((Who.DRAFTER, Who.HEIR)):
        ground.begin(who, ("Biro Administrasi Pimpinan", "Biro Humas dan Pimpinan")[number])
        seen = ground.seen().cases[number]
        walk.cases.append(Case(seen.route, tuple(map(str, reviews)), {who}, list(seen.operations)))
    walk.last = None
    return walk


def walked(seed: int, tally: Tally, url: str, folder: Path, length: int = LONG) -> None:
    """Walk from a fresh copy of the office."""
    walk = begun(seed, tally, a_staff(url, folder), url)
    walk.stroll(Chooser(walk, keeps_revisions=True), length, seed)
    assert isinstance(walk.ground, WholeOffice)
    walk.ground.close()


def test_some_walks_through_the_office_keep_to_the_rules(sqlite_url: str, tmp_path: Path) -> None:
    tally = Tally()

    for seed in range(A_TWENTIETH):
        walked(seed, tally, sqlite_url, tmp_path, SHORT)

    assert tally.stood.keys() >= {"draft", "unit_review", "org_review", "legal_review", "signing"}
    assert tally.refused


@pytest.mark.slow("walks")
@pytest.mark.timeout(3_600)
def test_the_walks_through_the_office_keep_to_the_rules(
    sqlite_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = Tally()

    for seed in range(WALKS):
        walked(seed, tally, sqlite_url, tmp_path)

    with capsys.disabled():
        sys.stdout.write(f"\n{WALKS} walks through the office\n{tally.table()}\n")
    assert set(tally.stood) == STATES
    assert tally.refused.keys() >= {"stale_revision", "own_work", "out_of_turn"}
