"""Where a run keeps its files: in memory where there is enough of it, for no test needs them afterwards."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

_MEMORY = Path("/dev/shm")
_ENOUGH_BYTES = 6 * 2**30
_PYTEST_VARIABLE = "PYTEST_DEBUG_TEMPROOT"


def scratch() -> Path:
    """Return the folder under which a run makes its own."""
    if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free >= _ENOUGH_BYTES:
        return _MEMORY
    return Path(tempfile.gettempdir())


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Let pytest make its folders there too; whoever set another place is left alone."""
    if not hasattr(config, "workerinput"):
        os.environ.setdefault(_PYTEST_VARIABLE, str(scratch()))
