"""The store's own check finds what does not hold, and is silent about a sound store."""

import os
import shutil
import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest

from orgflow.bootstrap import build
from orgflow.config import read_settings
from orgflow.domain.access.roles import system_actor
from orgflow.services.checking import check_store
from orgflow.services.context import Context
from orgflow.services.demo.load import load_demo
from orgflow.services.files import sweep_files

LONG_AGO = 1_700_000_000
OWN = "SELECT id FROM letters WHERE number_source='own_book' AND number IS NOT NULL"
TAMPERED = {
    "an unknown step": (("UPDATE proposal_steps SET action='weird'",), "road_broken"),
    "an unknown state": (("UPDATE proposals SET state='weird'",), "state_unreached"),
    "an unreadable operation": (("UPDATE operations SET body='{'",), "operation_unreadable"),
    "no number books at all": (
        ("DELETE FROM letter_numbers", "DELETE FROM number_books"),
        "letter_not_in_book",
    ),
    "no number books": (("DELETE FROM number_books",), "number_without_book"),
    "no line in the book": (("DELETE FROM letter_numbers",), "letter_not_in_book"),
    "another number": ((f"UPDATE letters SET number='{{}}/999' WHERE id IN ({OWN})",), "number_differs"),
    "another sequence": (("UPDATE letter_numbers SET sequence=sequence+7770",), "number_differs"),
    "other facts": (("UPDATE letters SET facts=replace(facts, 'Biro', 'BIRO')",), "facts_changed"),
    "no facts": (("UPDATE letters SET facts=NULL",), "facts_unreadable"),
    "another wording": (("UPDATE letter_templates SET source=source || ' '",), "wording_changed"),
    "no commencement": (
        ("UPDATE unit_versions SET superseded_at='2199-01-01 00:00:00' WHERE proposal_id IS NOT NULL",),
        "commencement_lost",
    ),
    "another day of commencement": (
        ("UPDATE commencements SET effective_on='2031-01-01'",),
        "commencement_day_differs",
    ),
    "no day that was told": (("DELETE FROM commencement_days",), "commencement_day_untold"),
    "nothing that was written": (("DELETE FROM commencements",), "commencement_unrecorded"),
    "no tasks that follow": (("DELETE FROM follow_ups",), "follow_up_missing"),
    "a task without its reason": (("UPDATE follow_ups SET state='not_needed'",), "follow_up_untold"),
    "an instant that is none": (("UPDATE proposals SET created_at='kemarin'",), "unreadable"),
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that holds the demo."""
    data = tmp_path_factory.mktemp("sound") / "var"
    installation = build(read_settings({}, data), may_create=True)
    installation.database.upgrade()
    load_demo(installation.resources)
    installation.close()
    return data


@pytest.fixture
def held(sound: Path, tmp_path: Path) -> Path:
    """A copy of it, to be spoilt."""
    shutil.copytree(sound, tmp_path / "var")
    return tmp_path / "var"


def spoil(data: Path, statements: Iterable[str]) -> None:
    connection = sqlite3.connect(data / "orgflow.db")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def codes(data: Path) -> set[str]:
    installation = build(read_settings({}, data))
    findings = check_store(Context(installation.resources, system_actor("uji")))
    installation.close()
    return {finding.code for finding in findings}


def sweep(data: Path) -> int:
    installation = build(read_settings({}, data))
    swept = sweep_files(Context(installation.resources, system_actor("uji")))
    installation.close()
    return swept


def lay(data: Path, name: str, *, is_old: bool) -> Path:
    place = data / "files" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(b"half")
    if is_old:
        os.utime(place, (LONG_AGO, LONG_AGO))
    return place


def test_a_sound_store_is_found_sound(held: Path) -> None:
    assert codes(held) == set()


@pytest.mark.parametrize("what", TAMPERED)
def test_what_does_not_hold_is_found(held: Path, what: str) -> None:
    statements, code = TAMPERED[what]

    spoil(held, statements)

    assert code in codes(held)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("tmp/abc", "file_unfinished"),
        ("ab/" + "0" * 62, "file_stray"),
        ("readme.txt", "file_odd"),
        ("ab/xyz", "file_odd"),
    ],
)
def test_what_lies_among_the_files_is_found(held: Path, name: str, code: str) -> None:
    lay(held, name, is_old=True)

    assert codes(held) == {code}


def test_old_strays_are_swept_and_nothing_else(held: Path) -> None:
    before = sorted((held / "files").rglob("*"))
    young = [lay(held, name, is_old=False) for name in ("tmp/new", "ac/" + "1" * 62)]
    for name in ("tmp/old", "ac/" + "0" * 62):
        lay(held, name, is_old=True)

    assert sweep(held) == 2

    assert set(before) | set(young) <= set((held / "files").rglob("*"))
    assert codes(held) == set()


def test_bytes_that_are_kept_again_are_young_again(held: Path) -> None:
    installation = build(read_settings({}, held))
    files = installation.resources.files
    sha256 = files.put(b"kept, and rolled back")
    place = held / "files" / sha256[:2] / sha256[2:]
    os.utime(place, (LONG_AGO, LONG_AGO))

    files.put(b"kept, and rolled back")

    assert sweep_files(Context(installation.resources, system_actor("uji"))) == 0
    assert files.read(sha256) == b"kept, and rolled back"
    installation.close()


def test_one_name_of_two_governments_is_told_once(held: Path) -> None:
    connection = sqlite3.connect(held / "orgflow.db")
    for moment in ("insert", "update"):
        connection.execute(f"DROP TRIGGER unit_versions_no_overlap_{moment}")
    columns = [row[1] for row in connection.execute("PRAGMA table_info(unit_versions)")]
    others = ", ".join(name for name in columns if name != "id")
    connection.execute(
        f"INSERT INTO unit_versions (id, {others}) SELECT lower(hex(randomblob(16))), {others}"
        " FROM unit_versions WHERE superseded_at IS NULL AND valid_to IS NULL LIMIT 1"
    )
    connection.commit()
    connection.close()
    installation = build(read_settings({}, held))

    findings = check_store(Context(installation.resources, system_actor("uji")))

    installation.close()
    assert [finding.code for finding in findings].count("unit_overlap") == 1
