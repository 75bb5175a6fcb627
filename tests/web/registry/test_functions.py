"""The pages of duties and functions."""

import re

import pytest

from orgflow.domain.access.roles import Role
from orgflow.domain.organisation.records import FunctionKind
from orgflow.domain.values import UnitId
from orgflow.services.organisation.functions import AddFunction, add_function
from tests.factories.governments import SINCE
from tests.factories.office import Office, a_neighbour
from tests.factories.registry import BASIS
from tests.web.registry.window import Seat, Window

MEDIA = "Bagian Media"
POINTS = ("penyiapan bahan siaran", "pelayanan media", "pengelolaan arsip")


@pytest.fixture
def points(window: Window) -> list[str]:
    """The addresses of three functions."""
    return [f"/tugas/{a_point(window.office, text)}" for text in POINTS]


def a_point(office: Office, text: str) -> object:
    unit = UnitId(office.units[MEDIA])
    command = AddFunction(unit, FunctionKind.FUNCTION, text, SINCE, BASIS)
    return add_function(office.context(Role.SYSTEM_ADMINISTRATOR), command)


def listed(window: Window, seat: Seat) -> list[str]:
    page = seat.open(f"/unit/{window.unit(MEDIA)}/tugas")
    return re.findall(r'<p class="of-typed">([^<]+)</p>', page)


def test_a_duty_is_added(window: Window) -> None:
    seat, path = window.sit(), f"/unit/{window.unit(MEDIA)}/tugas/baru"
    fields = {"kind": "duty", "text": "melayani media", "effective_on": "2 Maret 2026"}

    refused = seat.send(path, **{**fields, "text": ""}, instrument="", source="")
    answer = seat.send(path, **fields, instrument="", source="")

    assert refused.status_code == 422
    assert "Tulis bunyinya sesuai peraturan." in refused.text
    assert answer.status_code == 303
    assert "melayani media" in window.sit(Role.DRAFTER).open(f"/unit/{window.unit(MEDIA)}")


def test_a_function_changes_from_a_day_and_the_plan_is_withdrawn(window: Window, points: list[str]) -> None:
    seat = window.sit()
    fields = {"text": "penyiapan warta", "position": "1", "effective_on": "1 Mei 2026"}
    answer = seat.send(f"{points[0]}/perubahan", **fields, instrument="", source="")
    assert answer.status_code == 303
    assert "Terjadwal mulai 1 Mei 2026" in seat.open(answer.location)

    withdrawn = seat.send(f"{points[0]}/batalkan/2026-05-01", reason="tidak jadi")

    assert withdrawn.status_code == 303
    assert "Terjadwal" not in seat.open(withdrawn.location)


def test_a_function_is_corrected_and_whoever_was_overtaken_is_told(window: Window, points: list[str]) -> None:
    seat, path = window.sit(), f"{points[1]}/ralat"
    opened = seat.form(path)
    first = seat.send(path, text="pelayanan pers", position="2", reason="salah salin")

    second = seat.send(path, opened, text="pelayanan wartawan", position="2", reason="salah salin")

    assert (first.status_code, second.status_code) == (303, 409)
    assert "pelayanan pers" in second.text
    assert "pelayanan wartawan" in second.text
    assert listed(window, seat) == [POINTS[0], "pelayanan pers", POINTS[2]]


def test_the_order_is_corrected_by_numbers(window: Window, points: list[str]) -> None:
    seat, path = window.sit(), f"/unit/{window.unit(MEDIA)}/tugas/urutan/function"
    keys = [f"n{address.rsplit('/', 1)[1].replace('-', '')}" for address in points]

    same = seat.send(path, **dict(zip(keys, "123", strict=True)), reason="coba")
    answer = seat.send(path, **dict(zip(keys, "312", strict=True)), reason="urutan keliru")

    assert same.status_code == 422
    assert answer.status_code == 303
    assert listed(window, seat) == [POINTS[1], POINTS[2], POINTS[0]]
    assert "urutan keliru" in seat.open("/riwayat")


def test_a_function_ends_with_a_reason(window: Window, points: list[str]) -> None:
    seat = window.sit()

    early = seat.send(f"{points[2]}/akhiri", effective_on="1 Januari 2020", reason="dialihkan")
    answer = seat.send(f"{points[2]}/akhiri", effective_on="2 Maret 2026", reason="dialihkan")

    assert early.status_code == 422
    assert 'id="effective_on-error"' in early.text
    assert answer.status_code == 303
    assert "Yang sudah berakhir atau pindah" in seat.open(answer.location)


@pytest.mark.parametrize("page", ["perubahan", "ralat", "akhiri", "batalkan/2026-05-01"])
def test_functions_are_kept_by_their_own_government_alone(
    window: Window, points: list[str], page: str
) -> None:
    foreign = a_point(a_neighbour(window.office), POINTS[0])

    assert window.sit().client.get(f"/tugas/{foreign}/{page}").status_code == 404
    assert window.sit(Role.DRAFTER).client.get(f"{points[0]}/{page}").status_code == 403


def test_an_order_of_nothing_known_is_not_found(window: Window) -> None:
    assert window.sit().client.get(f"/unit/{window.unit(MEDIA)}/tugas/urutan/lain").status_code == 404
