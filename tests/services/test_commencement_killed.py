"""A commencement whose process is killed (SIGKILL) at any point is whole, or it did not happen."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from uuid import UUID

import pytest

from orgflow.domain.changes.operations import CreateUnit, NewUnit
from orgflow.domain.proposals.states import ProposalState
from orgflow.domain.values import ProposalId, UnitId
from orgflow.services.checking import check_store
from tests.factories.governments import HUMAS
from tests.factories.killing import Gate, Killing, Left, Point
from tests.factories.office import Office, an_office
from tests.factories.roads import a_proposal_in

POINTS = 100
SEED = 20_270_101


def a_promulgated_reorganisation(office: Office) -> ProposalId:
    """Return a regulation that renames the bureau and begins a division in it."""
    new = NewUnit(UnitId(UUID(int=501)), "bagian", "Bagian Baru", office.units[HUMAS], 5)
    return a_proposal_in(office, ProposalState.PROMULGATED, operations=(CreateUnit(new),))


@pytest.fixture
def killing(database_url: str, tmp_path: Path) -> Iterator[Killing]:
    """A commencement to be killed; the test runs once on each database."""
    office = an_office(database_url, tmp_path)
    yield Killing(office, a_promulgated_reorganisation(office), database_url, tmp_path)
    office.close()


def some_points(killing: Killing, count: int) -> list[Point]:
    """Return points drawn by chance, every second one left while the process is on its way from it."""
    random = Random(SEED)
    return [Point(random.randint(1, killing.steps), bool(turn % 2)) for turn in range(count)]


def left_by(killing: Killing, points: list[Point]) -> dict[Point, Left]:
    return {point: killing.left_at(point) for point in points}


def test_a_killed_commencement_is_whole_or_did_not_happen(killing: Killing) -> None:
    late = range(killing.steps // 2, killing.steps, killing.steps // 6)

    left = left_by(killing, some_points(killing, POINTS // 20))
    ends = [killing.left_at(Point(killing.steps - 1)), killing.left_at(Point(killing.steps))]
    found = check_store(killing.office.as_system())
    # A gate that commits amid the records: the proof is worth nothing unless it is found out.
    broken = {killing.left_at(Point(number), Gate.BROKEN) for number in late}

    assert Left.A_PART not in left.values(), left
    assert (ends, found) == ([Left.NOTHING, Left.ALL], ())
    assert Left.A_PART in broken


@pytest.mark.slow("commencement")
@pytest.mark.timeout(3600)
def test_a_commencement_killed_at_a_hundred_points_is_whole_or_did_not_happen(killing: Killing) -> None:
    left = left_by(killing, some_points(killing, POINTS))

    assert Left.A_PART not in left.values(), left
