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
    base = tmp_path_factory.getbasetemp()
    # The workers of one run have folders side by side.
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    filled = shared / _FILLED
    with (shared / f"{_FILLED}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not filled.exists():
            building = shared / f"{_FILLED}-unfinished"
            with running_demo(building, is_asked_to_end=True):
                pass
            building.rename(filled)
    return filled


def copy_of(filled: Path, data: Path) -> Path:
    """Return a folder of one's own with what the demo holds."""
    shutil.copytree(filled, data)
    return data
