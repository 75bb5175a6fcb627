"""An empty installation: its beginning by the page, and every page of a government without units."""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, inspect, select, text

from orgflow.setup_code import CODE_FILE
from orgflow.store.access import UserRow
from orgflow.store.governments import GovernmentRow
from orgflow.store.session import make_engine
from tests.web.beginnings import PASSWORD, TYPED, begin, code_of
from tests.web.visitor import Visitor

PAGES = (
    "/",
    "/struktur",
    "/struktur/bagan",
    "/struktur?pada=2020-01-01",
    "/struktur/puncak",
    "/struktur/bandingkan",
    "/struktur/bandingkan?dari=2020-01-01&sampai=2026-01-01",
    "/usulan",
    "/surat",
    "/lainnya",
    "/cari",
    "/cari?q=biro",
    "/peraturan",
    "/peraturan/baru",
    "/riwayat",
    "/pengaturan",
    "/pengaturan/aturan",
    "/pengaturan/jenis",
    "/pengaturan/naskah",
    "/pengaturan/klasifikasi",
    "/pengaturan/klasifikasi/baru",
    "/pengguna",
    "/pengguna/baru",
    "/akun",
)


def counted(url: str) -> tuple[int, int]:
    """Return how many governments and accounts a database holds."""
    engine = make_engine(url)
    with engine.connect() as connection:
        found = tuple(
            connection.execute(select(func.count()).select_from(row)).scalar_one()
            for row in (GovernmentRow, UserRow)
        )
    engine.dispose()
    return found[0], found[1]


@pytest.mark.parametrize("path", ["/", "/struktur", "/pengaturan/aturan", "/masuk", "/mulai"])
def test_every_page_of_an_empty_installation_leads_to_its_beginning(empty_app: Flask, path: str) -> None:
    answer = Visitor.of(empty_app).client.get(path, follow_redirects=True)

    assert answer.status_code == 200
    assert "Mulai memakai OrgFlow" in answer.get_data(as_text=True)


def test_the_beginning_makes_a_government_and_signs_its_administrator_in(
    empty_app: Flask, tmp_path: Path, database_url: str
) -> None:
    visitor, answer = begin(empty_app, tmp_path)

    assert (answer.status_code, answer.location) == (303, "/struktur")
    page = visitor.open("/struktur").get_data(as_text=True)
    assert "Susunan organisasi belum dicatat" in page
    assert "Contoh Satu, S.H." in page
    assert counted(database_url) == (1, 1)
    assert not (tmp_path / CODE_FILE).exists()
    told = visitor.open("/riwayat").get_data(as_text=True)
    assert "Mencatat pemerintah Provinsi Uji Coba." in told
    assert "Menambah akun contoh.satu." in told
    settings = visitor.fill("/pengaturan/naskah")
    assert (settings["paper"], settings["letterhead_contact"]) == ("f4", "Jalan Uji Nomor 1")


def test_the_pages_of_a_government_without_units_are_kind(empty_app: Flask, tmp_path: Path) -> None:
    visitor, _ = begin(empty_app, tmp_path)

    statuses = {page: visitor.open(page).status_code for page in PAGES}

    assert {page: status for page, status in statuses.items() if status != 200} == {}


def test_what_an_office_begins_with_tells_of_no_other_province(
    empty_app: Flask, tmp_path: Path, database_url: str
) -> None:
    begin(empty_app, tmp_path)

    engine = make_engine(database_url)
    with engine.connect() as connection:
        cells = [
            str(cell).casefold()
            for table in inspect(connection).get_table_names()
            for row in connection.execute(text(f'SELECT * FROM "{table}"'))
            for cell in row
        ]
    engine.dispose()
    assert any("provinsi uji coba" in cell for cell in cells)
    foreign = ("sumatera selatan", "sumsel", "palembang", "rika", "biro humas")
    assert [cell for cell in cells if any(word in cell for word in foreign)] == []


@pytest.mark.parametrize("code", ["AAAAA-BBBBB-CCCCC-DDDDD", "x", "'; DROP TABLE users; --"])
def test_a_stranger_without_the_code_begins_nothing(
    empty_app: Flask, tmp_path: Path, database_url: str, code: str
) -> None:
    _, answer = begin(empty_app, tmp_path, setup_code=code)

    told = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "Kode pemasangan tidak cocok" in told
    assert "Provinsi Uji Coba" in told
    assert PASSWORD not in told
    assert counted(database_url) == (0, 0)


def test_without_a_code_nobody_begins(empty_app: Flask, database_url: str) -> None:
    answer = Visitor.of(empty_app).send("/mulai", **TYPED, setup_code="-")

    assert answer.status_code == 422
    assert counted(database_url) == (0, 0)


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"password": "pendek", "password_again": "pendek"}, "password", "terlalu pendek"),
        ({"password": "katasandi123456", "password_again": "katasandi123456"}, "password", "mudah ditebak"),
        ({"password_again": "lain"}, "password_again", "tidak sama"),
        ({"name": ""}, "name", "Tulis nama provinsinya"),
        ({"code": "Kode Panjang"}, "code", "Kode terdiri atas"),
        ({"username": "a b"}, "username", "Nama pengguna terdiri atas"),
        ({"display_name": "a\u202eb"}, "display_name", "tidak dapat dicetak"),
    ],
)
def test_a_faulty_answer_stands_beside_its_field_and_what_was_typed_stays(
    *, empty_app: Flask, tmp_path: Path, database_url: str, typed: dict[str, str], field: str, sentence: str
) -> None:
    _, answer = begin(empty_app, tmp_path, **typed)

    told = answer.get_data(as_text=True)
    assert answer.status_code == 422
    beside = told.split(f'id="{field}-error"')[1].split("</p>")[0]
    assert sentence in beside
    assert "Kota Uji" in told
    assert counted(database_url) == (0, 0)


def test_sent_twice_it_has_one_effect(empty_app: Flask, tmp_path: Path, database_url: str) -> None:
    visitor = Visitor.of(empty_app)
    filled = visitor.fill("/mulai", **TYPED, setup_code=code_of(tmp_path))

    answers = [visitor.client.post("/mulai", data=filled) for _ in range(2)]

    assert answers[0].status_code == 303
    assert answers[1].status_code in (303, 400)
    assert counted(database_url) == (1, 1)


def test_the_beginning_is_closed_once_there_is_an_account(
    empty_app: Flask, tmp_path: Path, database_url: str
) -> None:
    late = Visitor.of(empty_app)
    code = code_of(tmp_path)
    filled = late.fill("/mulai", **{**TYPED, "code": "lain", "username": "orang.lain"}, setup_code=code)
    begin(empty_app, tmp_path)

    assert late.open("/mulai").location == "/masuk"
    assert late.client.post("/mulai", data=filled).location == "/masuk"
    assert late.open("/masuk").status_code == 200
    assert counted(database_url) == (1, 1)


def test_the_topmost_unit_is_entered_by_hand_once(empty_app: Flask, tmp_path: Path) -> None:
    visitor, _ = begin(empty_app, tmp_path)
    filled = visitor.fill("/struktur/puncak", valid_from="1 Januari 2026")

    wrong = visitor.send("/struktur/puncak", valid_from="31 November 2025")
    answers = [visitor.client.post("/struktur/puncak", data=filled) for _ in range(2)]

    assert wrong.status_code == 422
    assert [answer.status_code for answer in answers] == [303, 303]
    page = visitor.open("/struktur").get_data(as_text=True)
    assert "Pemerintah Provinsi Uji Coba" in page
    assert "Susunan organisasi belum dicatat" not in page
    assert visitor.open("/struktur/puncak").location == "/struktur"


def test_a_government_held_already_is_not_asked_again(
    empty_app: Flask, tmp_path: Path, database_url: str
) -> None:
    engine = make_engine(database_url)
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO governments (id, code, name, region, head_title, capital, zone, is_sample,"
                " position, created_at) VALUES (:id, 'dulu', 'Provinsi Dahulu', 'Dahulu', 'Gubernur', 'Uji',"
                " 'Asia/Jakarta', FALSE, 1, '2026-01-01 00:00:00')"
            ),
            {"id": "0" * 31 + "7"},
        )
    engine.dispose()
    first = {name: TYPED[name] for name in ("display_name", "username", "password", "password_again")}
    visitor = Visitor.of(empty_app)

    answer = visitor.send("/mulai", **first, setup_code=code_of(tmp_path))

    assert answer.status_code == 303, answer.get_data(as_text=True)[-1500:]
    assert counted(database_url) == (1, 1)
    assert "Provinsi Dahulu" in visitor.open("/pengguna").get_data(as_text=True)
