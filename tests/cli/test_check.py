"""``orgflow check --json`` tells of every fault as JSON, also of a database that cannot be read."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.running import orgflow


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """A data folder as ``init`` leaves it."""
    data = tmp_path / "var"
    assert orgflow("init", data=data).returncode == 0
    return data


def without_log(data: Path) -> Path:
    """Return the database's file with nothing left beside it."""
    connection = sqlite3.connect(data / "orgflow.db")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return data / "orgflow.db"


@pytest.mark.parametrize("kept", [0.5, 0.0])
def test_a_cut_or_overwritten_database_is_a_finding(held: Path, kept: float) -> None:
    database = without_log(held)
    whole = database.read_bytes()
    start = whole[: int(len(whole) * kept)]
    database.write_bytes(start or b"no database at all " * 5000)

    answer = orgflow("check", "--json", data=held)

    assert answer.returncode == 1
    assert "Traceback" not in answer.stderr
    findings = json.loads(answer.stdout)
    assert {"database_integrity", "unreadable"} & {finding["code"] for finding in findings}


def test_a_database_that_is_none_is_told_to_be_damaged(held: Path) -> None:
    without_log(held).write_bytes(b"no database at all " * 5000)

    answer = orgflow("check", data=held)

    assert answer.returncode == 1
    assert "Berkas basis data rusak" in answer.stderr


def test_a_day_out_of_range_is_told_as_such(held: Path) -> None:
    answer = orgflow("structure", "show", "--on", "1800-01-01", data=held)

    assert answer.returncode == 2
    assert "di luar jangkauan" in answer.stderr
    assert "bukan tanggal" not in answer.stderr
