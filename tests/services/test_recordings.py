"""The two times: what held, and what was believed when."""

from datetime import date, timedelta

import pytest

from orgflow.domain.access.roles import PermissionMissing, Role
from orgflow.services.organisation.freshness import RecordStale
from orgflow.services.organisation.keeping import ChangeUnit, change_unit
from orgflow.services.organisation.pages import show_structure
from orgflow.services.organisation.recordings import show_recordings
from orgflow.services.organisation.unit_fields import UnitFields
from orgflow.services.organisation.unit_record import show_unit_file
from tests.factories.governments import HUMAS, SINCE, UMUM
from tests.factories.office import TODAY, Office
from tests.factories.registry import BASIS, Keeper

pytestmark = pytest.mark.both_databases

MAY = date(2026, 5, 1)
ADMIN = Role.SYSTEM_ADMINISTRATOR


def test_as_known_last_week_shows_what_was_believed_then(office: Office) -> None:
    keeper = Keeper.of(office)
    last_week = office.clock()
    office.clock.set_to(TODAY + timedelta(days=7))
    keeper.correct(UMUM, SINCE, "Biro Umum dan Perlengkapan")
    keeper.rename(HUMAS, MAY, "Biro Pers")

    then = show_structure(keeper.ctx, MAY, last_week).structure
    now = show_structure(keeper.ctx, MAY).structure

    assert (then.unit(keeper.units[UMUM]).name, then.unit(keeper.units[HUMAS]).name) == (UMUM, HUMAS)
    assert now.unit(keeper.units[UMUM]).name == "Biro Umum dan Perlengkapan"
    assert now.unit(keeper.units[HUMAS]).name == "Biro Pers"


def test_a_drafter_never_sees_the_second_time(office: Office) -> None:
    ctx = office.context(Role.DRAFTER)

    with pytest.raises(PermissionMissing):
        show_structure(ctx, TODAY, office.clock())
    with pytest.raises(PermissionMissing):
        show_recordings(ctx, office.units[HUMAS])
    assert not show_structure(ctx).may_see_records


def test_a_correction_destroys_nothing(office: Office) -> None:
    keeper = Keeper.of(office)
    keeper.correct(UMUM, SINCE, "Biro Umum dan Perlengkapan")

    newest, oldest = show_recordings(office.context(Role.AUDITOR), keeper.units[UMUM]).recordings

    assert (newest.name, newest.reason, newest.superseded_at) == (
        "Biro Umum dan Perlengkapan",
        "keliru dicatat",
        None,
    )
    assert (oldest.name, oldest.reason) == (UMUM, None)
    assert oldest.superseded_at == newest.recorded_at
    assert newest.recorded_by


def test_two_people_on_one_unit_the_second_is_told(office: Office) -> None:
    keeper = Keeper.of(office)
    seen_at = show_unit_file(keeper.ctx, keeper.units[HUMAS]).seen_at
    keeper.rename(HUMAS, MAY, "Biro Pers")

    with pytest.raises(RecordStale):
        change_unit(
            keeper.ctx, ChangeUnit(keeper.units[HUMAS], MAY, UnitFields("Biro Media"), BASIS, seen_at)
        )


def test_the_file_of_a_unit_holds_its_posts_and_holders_by_day(office: Office) -> None:
    keeper = Keeper.of(office)
    keeper.post("Analis Media", "Bagian Media", SINCE)
    keeper.appoint("Contoh Dua", "Analis Media", SINCE, MAY)
    keeper.appoint("Contoh Tiga", "Analis Media", MAY)

    (post,) = show_unit_file(keeper.ctx, keeper.units["Bagian Media"], MAY).posts

    assert post.title == "Analis Media"
    assert [term.official.name for term in post.terms] == ["Contoh Tiga", "Contoh Dua"]
    assert [term.record.holds_on(MAY) for term in post.terms] == [True, False]
