"""One wheel, built and unpacked once for all tests of this folder."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def pip(*arguments: str) -> None:
    """Run the environment's own pip, which needs no network for these."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    pip(
        "wheel", ".", "--quiet", "--no-index", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder)
    )
    (built,) = folder.glob("orgflow-*.whl")
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the installed wheel and nothing else of the project."""
    folder = tmp_path_factory.mktemp("installed")
    pip("install", "--quiet", "--no-index", "--no-deps", "--target", str(folder), str(wheel))
    return folder
