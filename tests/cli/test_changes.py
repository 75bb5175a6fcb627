"""Change-sets at the command line: derived, applied and counted, with the registry left as it is."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from orgflow.bootstrap import build
from orgflow.cli.main import orgflow as program
from orgflow.config import read_settings
from orgflow.domain.access.roles import system_actor
from orgflow.services.context import Context
from orgflow.services.starting.entering import enter_government
from tests.factories.governments import a_government
from tests.factories.sheets import Cell, csv_of, units_csv, xlsx_of

HEADINGS = ("kode", "nama", "jenis", "kode_atasan")
POSTS = ("kode_jabatan", "kode_unit", "nama_jabatan", "eselon", "formasi")
FIRST: tuple[Sequence[Cell], ...] = (
    ("pemprov", "Pemerintah Provinsi Uji", "Pemerintah", ""),
    ("setda", "Sekretariat Daerah", "Sekretariat Daerah", "pemprov"),
    ("umum", "Biro Umum", "Biro", "setda"),
    ("humas", "Biro Humas dan Protokol", "Biro", "setda"),
    ("arsip", "Bagian Arsip", "Bagian", "umum"),
    ("media", "Bagian Media", "Bagian", "humas"),
)
SECOND: tuple[Sequence[Cell], ...] = (
    ("pemprov", "Pemerintah Provinsi Uji", "Pemerintah", ""),
    ("setda", "Sekretariat Daerah", "Sekretariat Daerah", "pemprov"),
    ("humas", "Biro Administrasi Pimpinan", "Biro", "setda"),
    ("umum", "Biro Umum", "Biro", "setda"),
    ("arsip", "Bagian Arsip dan Pustaka", "Bagian", "humas"),
    ("acara", "Bagian Acara", "Bagian", "humas"),
)


def orgflow(*words: str) -> Result:
    """Run a command in this process, in the folder the test stands in."""
    return CliRunner().invoke(program, words)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two files and no registry, in which the command is run."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ORGFLOW_DATA", raising=False)
    (tmp_path / "kini.csv").write_bytes(csv_of(HEADINGS, FIRST))
    (tmp_path / "kelak.csv").write_bytes(csv_of(HEADINGS, SECOND))
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_two_files_are_counted_without_any_registry() -> None:
    answer = orgflow("structure", "diff", "kini.csv", "kelak.csv", "--format", "json")

    said = json.loads(answer.stdout)
    assert said["units"] == {"kept": 3, "renamed": 2, "moved": 1, "created": 1, "abolished": 1}
    assert set(said["posts"].values()) == {0}
    assert [one["code"] for one in said["details"]["units"]["moved"]] == ["arsip"]
    assert (answer.exit_code, said["asked"]) == (0, [])


def test_what_is_derived_gives_the_second_file_when_it_is_applied(folder: Path) -> None:
    derived = orgflow("structure", "derive", "kini.csv", "kelak.csv", "--format", "json")
    (folder / "perubahan.json").write_text(derived.stdout, encoding="utf-8")

    applied = orgflow("structure", "apply", "perubahan.json", "kini.csv", "--format", "json")

    units = json.loads(applied.stdout)["units"]
    assert [(one["code"], one["name"], one["parent_code"]) for one in units] == [
        ("pemprov", "Pemerintah Provinsi Uji", None),
        ("setda", "Sekretariat Daerah", "pemprov"),
        ("humas", "Biro Administrasi Pimpinan", "setda"),
        ("arsip", "Bagian Arsip dan Pustaka", "humas"),
        ("acara", "Bagian Acara", "humas"),
        ("umum", "Biro Umum", "setda"),
    ]
    assert not (folder / "var").exists()


@pytest.mark.usefixtures("folder")
def test_a_change_set_is_told_in_the_words_of_the_office() -> None:
    answer = orgflow("structure", "derive", "kini.csv", "kelak.csv")

    assert "Nomenklatur Biro Humas dan Protokol diubah menjadi Biro Administrasi Pimpinan." in answer.stdout
    assert "Bagian Arsip dipindahkan dari Biro Umum ke Biro Administrasi Pimpinan." in answer.stdout
    assert "Dibentuk Bagian Acara di bawah Biro Administrasi Pimpinan." in answer.stdout
    assert "Bagian Media dihapus." in answer.stdout


def test_posts_of_a_workbook_are_counted_and_come_back(folder: Path) -> None:
    first = [
        POSTS,
        ("J1", "umum", "", "II.b", 1),
        ("J2", "umum", "Analis", "", 3),
        ("J3", "media", "Juru", "", 1),
    ]
    second = [POSTS, ("J1", "umum", "", "II.b", 1), ("J2", "acara", "Analis Arsip", "", 4)]
    (folder / "a.xlsx").write_bytes(xlsx_of({"unit": [HEADINGS, *FIRST], "jabatan": first}))
    (folder / "b.xlsx").write_bytes(xlsx_of({"unit": [HEADINGS, *SECOND], "jabatan": second}))

    counted = json.loads(orgflow("structure", "diff", "a.xlsx", "b.xlsx", "--format", "json").stdout)
    derived = orgflow("structure", "derive", "a.xlsx", "b.xlsx", "--format", "json")
    (folder / "c.json").write_text(derived.stdout, encoding="utf-8")
    applied = orgflow("structure", "apply", "c.json", "a.xlsx", "--format", "json")

    assert counted["posts"] == {"kept": 1, "renamed": 1, "moved": 1, "created": 0, "abolished": 1}
    posts = json.loads(applied.stdout)["posts"]
    assert [(one["code"], one["unit_code"], one["full_title"], one["seats"]) for one in posts] == [
        ("J2", "acara", "Analis Arsip", 4),
        ("J1", "umum", "Kepala Biro Umum", 1),
    ]


def test_a_file_of_others_is_read_with_its_map(folder: Path) -> None:
    rows = [("Unit Kerja", "Unit Atasan"), *((one[1], _name_of(one[3])) for one in SECOND)]
    (folder / "lain.csv").write_bytes(csv_of(rows[0], rows[1:]))
    (folder / "lain.toml").write_text(
        '[columns]\nunit_name = "Unit Kerja"\nparent_name = "Unit Atasan"\n', encoding="utf-8"
    )

    words = ("structure", "diff", "kini.csv", "lain.csv", "--map", "lain.toml", "--format", "json")
    answer = orgflow(*words)

    said = json.loads(answer.stdout)
    assert said["units"]["kept"] >= 3
    assert {one["to"]["name"] for one in said["asked"]} >= {"Biro Administrasi Pimpinan"}


def a_registry(folder: Path) -> Path:
    """Return a data folder with a government."""
    data = folder / "var"
    installation = build(read_settings({}, data), may_create=True)
    installation.database.upgrade()
    command = a_government()
    enter_government(Context(installation.resources, system_actor("uji", command.government.id)), command)
    installation.close()
    return data


def test_a_day_of_the_registry_is_one_side_and_stays_as_it_is(tmp_path: Path) -> None:
    data = a_registry(tmp_path)
    before = (data / "orgflow.db").stat().st_size

    words = ("structure", "diff", "2020-02-01", "2026-11-25", "--format", "json", "--data", str(data))
    answer = orgflow(*words)

    assert answer.exit_code == 0, answer.stderr
    assert json.loads(answer.stdout)["units"]["kept"] > 0
    assert (data / "orgflow.db").stat().st_size == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"kode,nama\n,Tanpa Kode\n", "baris 2"),
        (b"", "berkas"),
        (units_csv(("a", "A", "Biro", "tiada")), "baris 2"),
    ],
)
def test_every_faulty_row_is_named(folder: Path, content: bytes, said: str) -> None:
    (folder / "salah.csv").write_bytes(content)

    alone = orgflow("structure", "derive", "kini.csv", "salah.csv")
    data = a_registry(folder)
    beside = orgflow("structure", "derive", "kini.csv", "salah.csv", "--data", str(data))

    for answer in (alone, beside):
        assert answer.exit_code == 1
        assert said in answer.stderr.casefold()
        assert "Traceback" not in answer.stderr


@pytest.mark.parametrize("text", ["", "[]", '{"changeset": 1}', '{"changeset": 9, "operations": []}', "\x00"])
def test_what_is_no_change_set_is_refused_in_a_sentence(folder: Path, text: str) -> None:
    (folder / "c.json").write_text(text, encoding="utf-8")

    answer = orgflow("structure", "apply", "c.json", "kini.csv")

    assert answer.exit_code == 1
    assert answer.stderr.count("\n") == 1
    assert "c.json bukan daftar perubahan" in answer.stderr


@pytest.mark.usefixtures("folder")
def test_a_name_that_is_neither_file_nor_day_is_refused() -> None:
    answer = orgflow("structure", "diff", "kini.csv", "tiada.csv")

    assert answer.exit_code == 2
    assert "tiada.csv" in answer.stderr


def _name_of(code: Cell) -> str:
    return next((str(one[1]) for one in SECOND if one[0] == code), "")
