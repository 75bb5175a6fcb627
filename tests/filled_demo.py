"""A demo's data folder as its first start leaves it, filled once a run and copied for whoever needs one."""

import fcntl
import os
import shutil
from pathlib import Path

import pytest

from tests.browser.demo import running_demo

_FILLED = "filled-demo"


@pytest.fixture(scope="session")
def filled_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The filled folder, which nobody changes: copy it with ``copy_of``."""
    shared = shared_folder(tmp_path_factory)
    filled = shared / _FILLED
    with (shared / f"{_FILLED}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not filled.exists():
            building = shared / f"{_FILLED}-unfinished"
            with running_demo(building, is_asked_to_end=True):
                pass
            building.rename(filled)
    return filled


def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that the workers of one run share: theirs lie side by side in it."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def copy_of(filled: Path, data: Path) -> Path:
    """Return a folder of one's own with what the demo holds."""
    shutil.copytree(filled, data)
    return data
