"""The command line as a contract: names, forms of output, refusals in one sentence."""

import json
from pathlib import Path

import pytest

from tests.cli.running import orgflow, orgflow_itself
from tests.filled_demo import copy_of


@pytest.fixture(scope="module")
def held(filled_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that holds the demo."""
    return copy_of(filled_demo, tmp_path_factory.mktemp("cli") / "var")


def test_init_asks_nothing_and_may_be_repeated(tmp_path: Path) -> None:
    for _ in range(2):
        answer = orgflow_itself("init", data=tmp_path / "var")
        assert answer.returncode == 0, answer.stderr

    checked = orgflow_itself("check", "--json", data=tmp_path / "var")

    assert (checked.returncode, json.loads(checked.stdout)) == (0, [])


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"ORGFLOW_WARNA": "biru"}, "ORGFLOW_WARNA tidak dikenal"),
        ({"ORGFLOW_SECRET_KEY": "rahasia"}, "ORGFLOW_SECRET_KEY terlalu lemah"),
        ({"ORGFLOW_DATABASE_URL": "mysql://x"}, "ORGFLOW_DATABASE_URL"),
    ],
)
def test_a_faulty_setting_stops_the_start_with_a_sentence(
    tmp_path: Path, told: dict[str, str], sentence: str
) -> None:
    answer = orgflow("init", data=tmp_path / "var", told=told)

    assert answer.returncode == 2
    assert sentence in answer.stderr
    assert "Traceback" not in answer.stderr


def test_the_demo_opens_on_loopback_alone(tmp_path: Path) -> None:
    answer = orgflow("demo", "--host", "0.0.0.0", data=tmp_path / "var")

    assert answer.returncode == 2
    assert "hanya boleh dibuka di komputer ini" in answer.stderr


def test_governments_the_first_of_them_the_default(held: Path) -> None:
    listed = json.loads(orgflow("government", "list", "--format", "json", data=held).stdout)

    assert [government["code"] for government in listed] == ["sumsel", "contoh"]
    assert [government["sample"] for government in listed] == [False, True]


def test_the_structure_of_each_government_on_a_day(held: Path) -> None:
    words = ("structure", "show", "--on", "2022-12-07", "--format", "json")

    real = json.loads(orgflow(*words, data=held).stdout)
    invented = json.loads(orgflow(*words, "--government", "contoh", data=held).stdout)

    assert "Biro Humas dan Protokol" in [unit["name"] for unit in real["units"]]
    assert real["government"] == "sumsel"
    assert invented["government"] == "contoh"


def test_letters_are_listed_and_exported(held: Path, tmp_path: Path) -> None:
    listed = json.loads(
        orgflow("letter", "list", "--format", "json", "--government", "contoh", data=held).stdout
    )
    sent = next(letter for letter in listed if letter["state"] == "sent")
    assert {"id", "kind", "number", "subject", "state"} <= set(sent)

    for form, magic in (("pdf", b"%PDF-"), ("docx", b"PK")):
        target = tmp_path / f"surat.{form}"
        answer = orgflow("letter", "export", sent["id"], "--format", form, "--output", str(target), data=held)
        assert answer.returncode == 0, answer.stderr
        assert target.read_bytes().startswith(magic)


def test_the_routes_are_published_with_permission_and_scope(held: Path) -> None:
    published = json.loads(orgflow("routes", "--json", data=held).stdout)

    assert {"method", "path", "endpoint", "permission", "scope"} == set(published[0])
    assert {"/masuk", "/usulan", "/surat", "/struktur"} <= {route["path"] for route in published}


def test_the_chain_is_verified_and_an_account_added(held: Path) -> None:
    added = orgflow(
        "user", "add", "penyusun.lain", "--name", "Penyusun Lain", "--role", "drafter",
        "--unit", "Biro Hukum", data=held,
    )  # fmt: skip

    assert added.returncode == 0, added.stderr
    assert "Kata sandi" in added.stdout
    assert orgflow("audit", "verify", data=held).returncode == 0


def test_a_wrong_call_is_one_indonesian_sentence(held: Path) -> None:
    answer = orgflow("structure", "show", "--on", "kemarin", data=held)

    assert answer.returncode == 2
    assert "Tulis seperti 2022-12-07" in answer.stderr
