"""Who came out of whom: corrected and taken back without loss, and told as it was once known."""

from datetime import date

import pytest

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.domain.organisation.records import SuccessionKind
from orgflow.domain.organisation.soundness import SuccessionOutsideUnit
from orgflow.domain.organisation.successions import UnknownSuccession
from orgflow.domain.organisation.timeline import NothingChanges
from orgflow.domain.values import UnitId
from orgflow.services.history import show_history
from orgflow.services.organisation.freshness import RecordStale
from orgflow.services.organisation.recordings import show_recordings
from orgflow.services.organisation.successions import (
    CorrectSuccession,
    SuccessionFile,
    WithdrawSuccession,
    correct_succession,
    show_succession,
    withdraw_succession,
)
from orgflow.services.organisation.unit_fields import GivenBasis
from orgflow.services.organisation.unit_record import show_unit_file
from orgflow.store.registry import load_history
from tests.factories.governments import HUMAS, UMUM
from tests.factories.office import Office, a_neighbour
from tests.factories.registry import REASON, Keeper

OLD, NEW = "Bagian Media", "Bagian Pers"
FEBRUARY, MARCH = date(2026, 2, 1), date(2026, 3, 1)
RIGHT = GivenBasis("Salinan di Biro Hukum")


@pytest.fixture
def keeper(office: Office) -> Keeper:
    """A keeper with a division that came out of another."""
    keeper = Keeper.of(office)
    keeper.found(NEW, HUMAS, FEBRUARY)
    keeper.follow(OLD, NEW, FEBRUARY)
    return keeper


def pair(keeper: Keeper) -> tuple[UnitId, UnitId]:
    return keeper.units[OLD], keeper.units[NEW]


def correction(keeper: Keeper, on: date = MARCH) -> CorrectSuccession:
    return CorrectSuccession(*pair(keeper), SuccessionKind.SPLIT, on, RIGHT, REASON)


def held(keeper: Keeper) -> SuccessionFile:
    return show_succession(keeper.ctx, *pair(keeper))


def test_what_was_wrongly_recorded_of_it_is_corrected(keeper: Keeper) -> None:
    correct_succession(keeper.ctx, correction(keeper))

    found = held(keeper).succession
    assert (found.kind, found.on, found.basis.source) == (SuccessionKind.SPLIT, MARCH, RIGHT.source)
    (kin,) = show_unit_file(keeper.ctx, keeper.units[NEW]).predecessors
    assert (kin.name, kin.kind, kin.on) == (OLD, SuccessionKind.SPLIT, MARCH)


def test_as_known_before_the_correction_it_is_what_was_believed(keeper: Keeper) -> None:
    before = keeper.office.resources.clock()
    correct_succession(keeper.ctx, correction(keeper))

    with keeper.office.resources.reading() as session:
        (then,) = load_history(session, keeper.office.government_id, before).successions
        (now,) = load_history(session, keeper.office.government_id).successions

    assert (then.kind, then.on) == (SuccessionKind.REPLACEMENT, FEBRUARY)
    assert (now.kind, now.on) == (SuccessionKind.SPLIT, MARCH)


def test_what_was_believed_stands_in_the_recordings_of_both_units(keeper: Keeper) -> None:
    correct_succession(keeper.ctx, correction(keeper))

    for unit in pair(keeper):
        now, then = show_recordings(keeper.ctx, unit).kin
        assert (now.on, now.reason, now.superseded_at) == (MARCH, REASON, None)
        assert (then.on, then.predecessor, then.successor) == (FEBRUARY, OLD, NEW)
        assert then.superseded_at is not None


def test_it_is_taken_back_and_may_be_recorded_anew(keeper: Keeper) -> None:
    withdraw_succession(keeper.ctx, WithdrawSuccession(*pair(keeper), "tidak berhubungan"))

    assert show_unit_file(keeper.ctx, keeper.units[NEW]).predecessors == ()
    with pytest.raises(UnknownSuccession):
        held(keeper)
    keeper.follow(OLD, NEW, MARCH)
    assert held(keeper).succession.on == MARCH
    assert len(show_recordings(keeper.ctx, keeper.units[NEW]).kin) == 2


def test_each_act_is_told_once_with_its_reason(keeper: Keeper) -> None:
    correct_succession(keeper.ctx, correction(keeper))
    withdraw_succession(keeper.ctx, WithdrawSuccession(*pair(keeper), "tidak berhubungan"))

    newest, before, *_ = show_history(keeper.ctx).events
    assert (newest.event, before.event) == ("unit:succession_withdrawn", "unit:succession_corrected")
    assert "tidak berhubungan" in newest.payload
    assert FEBRUARY.isoformat() in before.payload
    assert MARCH.isoformat() in before.payload


def test_a_correction_that_corrects_nothing_or_cannot_be_is_refused(keeper: Keeper) -> None:
    file = held(keeper)
    same = GivenBasis(file.succession.basis.source, file.succession.basis.instrument_id)

    with pytest.raises(NothingChanges):
        correct_succession(
            keeper.ctx,
            CorrectSuccession(*pair(keeper), file.succession.kind, file.succession.on, same, REASON),
        )
    with pytest.raises(SuccessionOutsideUnit):
        correct_succession(keeper.ctx, correction(keeper, date(2021, 1, 1)))
    assert held(keeper) == file


def test_whoever_was_overtaken_is_told(keeper: Keeper) -> None:
    seen = held(keeper).seen_at
    correct_succession(keeper.ctx, correction(keeper))

    with pytest.raises(RecordStale):
        withdraw_succession(keeper.ctx, WithdrawSuccession(*pair(keeper), REASON, seen))


def test_a_planned_unit_that_is_taken_back_takes_its_origin_with_it(keeper: Keeper) -> None:
    keeper.found("Bagian Siaran", UMUM, date(2026, 5, 1))
    keeper.follow(OLD, "Bagian Siaran", date(2026, 5, 1))

    keeper.withdraw("Bagian Siaran", date(2026, 5, 1))

    (left,) = show_unit_file(keeper.ctx, keeper.units[OLD]).successors
    assert left.name == NEW


def test_nobody_else_corrects_or_takes_back(keeper: Keeper) -> None:
    with pytest.raises(PermissionMissing):
        correct_succession(keeper.office.context(Role.DRAFTER), correction(keeper))
    with pytest.raises(UnknownSuccession):
        withdraw_succession(a_neighbour(keeper.office).as_system(), WithdrawSuccession(*pair(keeper), REASON))
