"""An office begun from the terminal: the setup code, a government, the first account."""

from pathlib import Path

import pytest

from orgflow.bootstrap import build
from orgflow.config import read_settings
from orgflow.setup_code import CODE_FILE, held_code, offered_code, withdraw_code
from tests.cli.running import orgflow

PLACE = ("--name", "Provinsi Uji Coba", "--capital", "Kota Uji")


def prepared(folder: Path) -> Path:
    """Return a data folder as ``init`` leaves it, without its code."""
    data = folder / "var"
    installation = build(read_settings({}, data), may_create=True)
    installation.database.upgrade()
    installation.close()
    return data


def test_init_makes_no_government_and_tells_the_setup_code(tmp_path: Path) -> None:
    data = tmp_path / "var"

    first, second = orgflow("init", data=data), orgflow("init", data=data)

    assert first.returncode == 0, first.stderr
    code = held_code(data)
    assert code is not None
    assert code in first.stdout
    assert code in second.stdout
    assert (data / CODE_FILE).stat().st_mode & 0o777 == 0o600
    assert "belum ada yang dicatat" in first.stdout


def test_a_government_and_its_first_account_are_entered_without_the_page(tmp_path: Path) -> None:
    data = prepared(tmp_path)
    assert offered_code(data) is not None

    entered = orgflow("government", "add", "uji", *PLACE, "--zone", "WITA", data=data)
    added = orgflow(
        "user", "add", "contoh.satu", "--name", "Contoh", "--role", "system_administrator", data=data
    )

    assert entered.returncode == 0, entered.stderr
    assert added.returncode == 0, added.stderr
    assert not (data / CODE_FILE).exists()
    later = orgflow("init", data=data)
    assert "Provinsi Uji Coba" in later.stdout
    assert "kode pemasangan" not in later.stdout.casefold()
    assert held_code(data) is None


@pytest.mark.parametrize(
    ("words", "sentence"), [(("--zone", "WIX"), "WIX"), (("--name", ""), "Isian ini masih kosong")]
)
def test_a_wrong_government_is_one_sentence(tmp_path: Path, words: tuple[str, str], sentence: str) -> None:
    answer = orgflow("government", "add", "uji", *PLACE, *words, data=prepared(tmp_path))

    assert answer.returncode in (1, 2)
    assert sentence in answer.stderr
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
