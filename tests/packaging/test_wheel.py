"""The wheel holds all that the program reads, and works far from the repository."""

import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LEFT_BEHIND = frozenset({".pyc", ".swp"})
PLACES = {
    "orgflow": "orgflow",
    "templates": "orgflow/templates",
    "letter_templates": "orgflow/letter_templates",
}


def held(folder: str) -> set[str]:
    """Return what the wheel should hold of one of the repository's folders."""
    return {
        f"{PLACES[folder]}/{path.relative_to(ROOT / folder).as_posix()}"
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix not in LEFT_BEHIND
    }


@pytest.mark.parametrize("folder", PLACES)
def test_the_wheel_holds_every_file(wheel: Path, folder: str) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())

    assert held(folder)
    assert held(folder) - names == set()


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}

    assert names - held("orgflow") - held("templates") - held("letter_templates") == set()


def test_the_wheel_carries_its_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name.rpartition("/")[2] for name in archive.namelist() if ".dist-info/licenses/" in name}

    assert names == {"LICENSE", "NOTICE"}
