"""The pages on which days off and deadlines are kept."""

import re

import pytest
from flask import Flask

from orgflow.domain.access.roles import Role
from orgflow.services.days_off import list_days_off
from tests.factories.office import Office
from tests.web.test_rule_pages import signed_in

PAGE = "/pengaturan/hari-libur"
TYPED = {"day": "13 Mei 2026", "kind": "local_holiday", "decree_id": "", "source": "Karangan untuk uji"}
DECREE = {"year": "2028", "number": "SKB CONTOH", "source": "Karangan untuk uji"}


def days_of(office: Office, year: int) -> list[str]:
    """Return the days of a year that are off."""
    page = list_days_off(office.context(Role.SYSTEM_ADMINISTRATOR), year)
    return [held.entry.day.isoformat() for held in page.days]


def test_a_local_day_is_added_changed_and_taken_out(app: Flask, office: Office) -> None:
    visitor = signed_in(app, office, Role.LETTER_ADMINISTRATOR)

    assert visitor.send(f"{PAGE}/baru", **TYPED, name="Hari jadi").status_code == 303
    listed = visitor.open(f"{PAGE}?tahun=2026").get_data(as_text=True)
    assert "Rabu, 13 Mei 2026" in listed
    found = re.search(r'href="(/pengaturan/hari-libur/[0-9a-f-]{36})">Ubah<[^>]*> Rabu, 13 Mei 2026', listed)
    assert found is not None
    assert visitor.send(found[1], name="Hari Jadi Provinsi").status_code == 303
    assert visitor.send(f"{found[1]}/hapus", reason="").status_code == 422
    assert visitor.send(f"{found[1]}/hapus", reason="batal").status_code == 303

    assert "2026-05-13" not in days_of(office, 2026)
    told = visitor.open("/riwayat").get_data(as_text=True)
    assert "Menghapus hari libur." in told
    assert "batal" in told


def test_a_decrees_days_are_typed_as_a_list(app: Flask, office: Office) -> None:
    visitor = signed_in(app, office)
    national, leave = "1 Januari 2028 Tahun Baru Masehi\n25/12/2028", "2028-12-26, Cuti bersama Natal"

    answer = visitor.send(
        f"{PAGE}/keputusan/baru", **DECREE, national_days=national, leave_days=leave, local_days="5 Mei 2028"
    )

    assert answer.status_code == 303
    assert days_of(office, 2028) == ["2028-01-01", "2028-05-05", "2028-12-25", "2028-12-26"]
    listed = visitor.open(f"{PAGE}?tahun=2028").get_data(as_text=True)
    assert "Cuti bersama Natal" in listed
    assert "belum diverifikasi" in listed


@pytest.mark.parametrize(
    ("path", "typed", "field"),
    [
        ("/baru", {**TYPED, "day": "30 Februari 2026"}, "day"),
        ("/baru", {**TYPED, "day": "25 Desember 2026"}, "day"),
        ("/baru", {**TYPED, "source": ""}, "source"),
        ("/baru", {**TYPED, "kind": "collective_leave"}, "decree_id"),
        ("/keputusan/baru", {**DECREE, "national_days": "1 Januari 2027"}, "national_days"),
        ("/keputusan/baru", {**DECREE, "leave_days": "besok"}, "leave_days"),
        ("/keputusan/baru", {**DECREE, "year": "28"}, "year"),
        ("/keputusan/baru", {**DECREE, "dated_on": "2 Mei 2027", "known_on": "1 Mei 2027"}, "known_on"),
    ],
)
def test_a_faulty_answer_stands_beside_its_field(
    app: Flask, office: Office, path: str, typed: dict[str, str], field: str
) -> None:
    before = days_of(office, 2026)

    answer = signed_in(app, office).send(f"{PAGE}{path}", **typed)

    told = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert f'id="{field}-error"' in told
    assert (days_of(office, 2026), days_of(office, 2028)) == (before, [])


def test_a_deadline_is_set_on_its_page_and_shown_with_its_basis(app: Flask, office: Office) -> None:
    visitor, path = signed_in(app, office), "/pengaturan/tenggat/legal_review"

    assert visitor.send(path, working_days="5").status_code == 422
    assert visitor.send(path, working_days="300", basis="x").status_code == 422
    assert visitor.send(path, working_days="5", basis="Ketentuan karangan").status_code == 303

    listed = visitor.open("/pengaturan/tenggat").get_data(as_text=True)
    assert "5 hari kerja" in listed
    assert "15 hari kerja" in listed
    assert "Ketentuan karangan" in listed
    assert visitor.open("/pengaturan/tenggat/rejected").status_code == 404
    assert "Mengubah tenggat telaah Biro Hukum." in visitor.open("/riwayat").get_data(as_text=True)
