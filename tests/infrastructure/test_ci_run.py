"""What the one command of continuous integration lets through."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PASSED = "======= 7 passed in 1.20s ======="


def run(folder: Path, check: int, test: int, closing: str) -> subprocess.CompletedProcess[str]:
    """Run ``.ci/run`` with a ``make`` that answers as told."""
    make = folder / "make"
    make.write_text(
        f'#!/bin/sh\ncase $1 in check) exit {check};; test) echo "{closing}"; exit {test};; esac\n'
    )
    make.chmod(0o755)
    environment = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"}
    return subprocess.run(
        [ROOT / ".ci" / "run"], env=environment, capture_output=True, text=True, check=False
    )


def test_a_clean_run_passes_and_says_what_ran(tmp_path: Path) -> None:
    done = run(tmp_path, 0, 0, PASSED)

    assert done.returncode == 0
    assert done.stdout.splitlines()[-1].endswith(PASSED)


@pytest.mark.parametrize(
    ("check", "test", "closing"),
    [
        (1, 0, PASSED),
        (0, 1, "=== 1 failed, 6 passed in 1.20s ==="),
        (0, 2, "no output of pytest at all"),
        (0, 0, "no output of pytest at all"),
        (0, 0, "=== no tests ran in 0.01s ==="),
        (0, 0, "=== 7 deselected in 0.01s ==="),
    ],
)
def test_anything_else_fails(tmp_path: Path, check: int, test: int, closing: str) -> None:
    assert run(tmp_path, check, test, closing).returncode != 0
