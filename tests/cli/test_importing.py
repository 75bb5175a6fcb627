"""``orgflow structure import``: looked at, refused with every row named, taken in, and taken in twice."""

from pathlib import Path

import pytest

from orgflow.bootstrap import build
from orgflow.config import read_settings
from orgflow.domain.access.roles import system_actor
from orgflow.services.context import Context
from orgflow.services.starting.entering import enter_government
from tests.cli.running import orgflow
from tests.factories.governments import a_government
from tests.factories.sheets import an_organogram, csv_of

MAP = """
sheet = "Data Jabatan"
heading_row = 3

[columns]
unit_name = "Unit Kerja"
parent_name = "Unit Atasan"
post = "Jabatan"
holder = "Nama Pejabat"
nip = "NIP"
"""
HEADINGS = ("kode", "nama", "kode_atasan")
SOUND = csv_of(HEADINGS, [("uji-arsip", "Biro Arsip", "")])
FAULTY = csv_of(HEADINGS, [("uji-a", "Biro A", "tak-ada"), ("uji-b", "", "")])


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """A data folder that holds a small government."""
    data = tmp_path / "var"
    installation = build(read_settings({}, data), may_create=True)
    installation.database.upgrade()
    command = a_government()
    ctx = Context(installation.resources, system_actor("uji", command.government.id))
    enter_government(ctx, command)
    installation.close()
    return data


def a_file(folder: Path, name: str, content: bytes) -> str:
    path = folder / name
    path.write_bytes(content)
    return str(path)


def units(data: Path) -> str:
    return orgflow("structure", "show", "--on", "2026-03-01", "--government", "uji", data=data).stdout


def test_a_file_is_looked_at_then_taken_in_and_the_second_time_changes_nothing(
    held: Path, tmp_path: Path
) -> None:
    words = ("structure", "import", a_file(tmp_path, "arsip.csv", SOUND), "--on", "2026-03-01")
    words = (*words, "--government", "uji")

    tried = orgflow(*words, "--dry-run", data=held)
    assert (tried.returncode, tried.stderr) == (0, "")
    assert "Biro Arsip (baru)" in tried.stdout
    assert "1 unit baru" in tried.stdout
    assert "tidak ada yang diubah" in tried.stdout
    assert "Biro Arsip" not in units(held)

    done = orgflow(*words, data=held)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Diimpor: 1 perubahan, keadaan per 1 Maret 2026." in done.stdout
    assert "Biro Arsip" in units(held)

    again = orgflow(*words, data=held)
    assert again.returncode == 0
    assert "sudah tercatat" in again.stdout


def test_every_faulty_row_stands_on_stderr_and_nothing_is_taken(held: Path, tmp_path: Path) -> None:
    before = units(held)
    words = ("structure", "import", a_file(tmp_path, "salah.csv", FAULTY), "--on", "2026-03-01")

    for way in ((), ("--dry-run",)):
        answer = orgflow(*words, *way, "--government", "uji", data=held)

        assert (answer.returncode, answer.stdout) == (1, "")
        assert "Baris 2, kolom kode_atasan: Unit atasan “tak-ada” tidak ada" in answer.stderr
        assert "Baris 3, kolom nama: Kolom ini wajib diisi" in answer.stderr
        assert "Tidak ada yang diimpor: 2 tempat perlu diperbaiki." in answer.stderr
        assert "Traceback" not in answer.stderr
    assert units(held) == before


def test_a_file_of_others_comes_in_by_a_map(held: Path, tmp_path: Path) -> None:
    file = a_file(tmp_path, "jabatan.xlsx", an_organogram(60))
    words = ("structure", "import", file, "--on", "2026-03-01", "--government", "uji")

    untold = orgflow(*words, data=held)
    assert untold.returncode == 1
    assert "--map" in untold.stderr

    told = orgflow(*words, "--map", a_file(tmp_path, "arti.toml", MAP.encode()), data=held)
    assert told.returncode == 0, told.stderr
    assert "Biro Karangan 3" in units(held)

    known = orgflow(*words, "--dry-run", data=held)
    assert known.returncode == 0, known.stderr


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7", "tidak dapat dibaca sebagai tabel"),
        (b"", "berkasnya kosong"),
        ("kode,nama\nx,Biro é\n".encode("cp1252"), "Baris 2: Huruf di berkas ini tidak memakai UTF-8"),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(
    held: Path, tmp_path: Path, content: bytes, sentence: str
) -> None:
    answer = orgflow("structure", "import", a_file(tmp_path, "x", content), "--on", "2026-03-01", data=held)

    assert answer.returncode == 1
    assert sentence in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize("said", ["[columns", "warna = 1", '[columns]\nunit = "Unit"', "columns = 3"])
def test_a_map_that_cannot_be_read_is_refused_in_a_sentence(held: Path, tmp_path: Path, said: str) -> None:
    words = ("structure", "import", a_file(tmp_path, "a.csv", SOUND), "--on", "2026-03-01")

    answer = orgflow(*words, "--map", a_file(tmp_path, "arti.toml", said.encode()), data=held)

    assert answer.returncode == 1
    assert "Berkas arti kolom tidak terbaca" in answer.stderr
    assert "Traceback" not in answer.stderr
