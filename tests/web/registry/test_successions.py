"""The pages on which it is recorded, corrected or taken back which unit came out of which."""

from datetime import date

import pytest

from orgflow.domain.access.roles import Role
from tests.factories.governments import HUMAS
from tests.web.registry.window import Window

OLD, NEW, FEBRUARY = "Bagian Media", "Bagian Pers", date(2026, 2, 1)
WORDS = "melalui penggantian pada 1 Februari 2026"


@pytest.fixture
def kin(window: Window) -> Window:
    """An office in which one division came out of another."""
    window.keeper.found(NEW, HUMAS, FEBRUARY)
    window.keeper.follow(OLD, NEW, FEBRUARY)
    return window


def page(window: Window, act: str) -> str:
    return f"/unit/{window.unit(NEW)}/asal-usul/{window.unit(OLD)}/{act}"


def test_the_ways_to_correct_stand_on_both_units_and_in_what_can_be_recorded(kin: Window) -> None:
    keeper, drafter = kin.sit(), kin.sit(Role.DRAFTER)

    for unit in (OLD, NEW):
        assert WORDS in drafter.open(f"/unit/{kin.unit(unit)}")
        assert page(kin, "ralat") not in drafter.open(f"/unit/{kin.unit(unit)}")
        assert page(kin, "ralat") in keeper.open(f"/unit/{kin.unit(unit)}")
        assert page(kin, "ralat") in keeper.open(f"/unit/{kin.unit(unit)}/catat")
    assert page(kin, "batalkan") in keeper.open(page(kin, "ralat"))


def test_a_succession_is_corrected_and_what_was_recorded_stays_readable(kin: Window) -> None:
    seat = kin.sit()
    assert 'value="1 Februari 2026"' in seat.open(page(kin, "ralat"))

    answer = seat.send(
        page(kin, "ralat"),
        kind="split",
        effective_on="1 Maret 2026",
        instrument="",
        source="Salinan di Biro Hukum",
        reason="tanggal keliru",
    )

    assert answer.status_code == 303
    assert "melalui pemecahan pada 1 Maret 2026" in seat.open(f"/unit/{kin.unit(NEW)}")
    told = seat.open(f"/unit/{kin.unit(NEW)}/pencatatan")
    assert "pada 1 Februari 2026" in told
    assert "tanggal keliru" in told
    assert f"Meralat asal-usul {NEW} dari {OLD}." in seat.open("/riwayat")


def test_a_day_on_which_it_cannot_be_is_refused_beside_the_day(kin: Window) -> None:
    fields = {"kind": "split", "instrument": "", "source": "", "reason": "coba"}

    answer = kin.sit().send(page(kin, "ralat"), effective_on="1 Januari 2021", **fields)

    assert answer.status_code == 422
    assert 'id="effective_on-error"' in answer.text
    assert 'value="1 Januari 2021"' in answer.text


def test_a_succession_is_taken_back_with_a_reason(kin: Window) -> None:
    seat = kin.sit()
    assert seat.send(page(kin, "batalkan"), reason="").status_code == 422

    answer = seat.send(page(kin, "batalkan"), reason="tidak berhubungan")

    assert answer.status_code == 303
    assert WORDS not in seat.open(f"/unit/{kin.unit(NEW)}")
    assert "tidak berhubungan" in seat.open("/riwayat")
    assert seat.client.get(page(kin, "batalkan")).status_code == 404


def test_whoever_was_overtaken_sees_both_texts(kin: Window) -> None:
    seat, fields = kin.sit(), {"kind": "split", "instrument": "", "source": "", "reason": "coba"}
    opened = seat.form(page(kin, "ralat"))
    seat.send(page(kin, "ralat"), effective_on="1 Maret 2026", **fields)

    answer = seat.send(page(kin, "ralat"), opened, effective_on="2 Maret 2026", **fields)

    assert answer.status_code == 409
    assert "1 Maret 2026" in answer.text
    assert "2 Maret 2026" in answer.text


def test_what_is_not_recorded_or_not_allowed_is_not_shown(kin: Window) -> None:
    turned = f"/unit/{kin.unit(OLD)}/asal-usul/{kin.unit(NEW)}/ralat"

    assert kin.sit().client.get(turned).status_code == 404
    assert kin.sit(Role.DRAFTER).client.get(page(kin, "ralat")).status_code == 403
