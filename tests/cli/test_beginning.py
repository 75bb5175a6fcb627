"""An office begun from the terminal: the setup code, a government, the first account."""

import json
from pathlib import Path

import pytest

from orgflow.setup_code import CODE_FILE, held_code, offered_code, withdraw_code
from tests.cli.test_commands import orgflow


def test_init_makes_no_government_and_tells_the_setup_code(tmp_path: Path) -> None:
    data = tmp_path / "var"

    first, second = orgflow("init", data=data), orgflow("init", data=data)

    assert (first.returncode, second.returncode) == (0, 0), first.stderr
    code = held_code(data)
    assert code is not None
    assert code in first.stdout
    assert code in second.stdout
    assert (data / CODE_FILE).stat().st_mode & 0o777 == 0o600
    assert json.loads(orgflow("government", "list", "--format", "json", data=data).stdout) == []


def test_a_government_and_its_first_account_are_entered_without_the_page(tmp_path: Path) -> None:
    data = tmp_path / "var"
    orgflow("init", data=data)
    place = ("--name", "Provinsi Uji Coba", "--capital", "Kota Uji", "--zone", "WITA")

    entered = orgflow("government", "add", "uji", *place, data=data)
    again = orgflow("government", "add", "uji", *place, data=data)
    added = orgflow(
        "user", "add", "contoh.satu", "--name", "Contoh", "--role", "system_administrator", data=data
    )

    assert entered.returncode == 0, entered.stderr
    assert (again.returncode, "sudah dipakai" in again.stderr) == (1, True)
    assert added.returncode == 0, added.stderr
    assert held_code(data) is None
    later = orgflow("init", data=data)
    assert "kode pemasangan" not in later.stdout.casefold()
    assert not (data / CODE_FILE).exists()
    listed = json.loads(orgflow("government", "list", "--format", "json", data=data).stdout)
    assert [(held["code"], held["zone"]) for held in listed] == [("uji", "Asia/Makassar")]
    shown = orgflow("structure", "show", "--on", "2026-01-01", "--format", "json", data=data)
    assert json.loads(shown.stdout)["units"] == []
    assert orgflow("check", data=data).returncode == 0
    assert orgflow("audit", "verify", data=data).returncode == 0


@pytest.mark.parametrize("words", [("--zone", "WIX"), ("--name", "")])
def test_a_wrong_government_is_one_sentence(tmp_path: Path, words: tuple[str, str]) -> None:
    data = tmp_path / "var"
    orgflow("init", data=data)

    answer = orgflow(
        "government", "add", "uji", "--name", "Provinsi Uji", "--capital", "Uji", *words, data=data
    )

    assert answer.returncode in (1, 2)
    assert answer.stderr.strip()
    assert "Traceback" not in answer.stderr


def test_a_code_is_random_stays_and_is_withdrawn(tmp_path: Path) -> None:
    one, other = tmp_path / "satu", tmp_path / "dua"
    one.mkdir()
    other.mkdir()

    codes = {offered_code(one), offered_code(one), offered_code(other)}

    assert None not in codes
    assert len(codes) == 2
    assert sorted(path.name for path in one.iterdir()) == [CODE_FILE]
    withdraw_code(one)
    withdraw_code(one)
    assert held_code(one) is None


def test_a_folder_that_cannot_be_written_offers_no_code(tmp_path: Path) -> None:
    assert offered_code(tmp_path / "tidak-ada") is None
    assert held_code(tmp_path / "tidak-ada") is None
