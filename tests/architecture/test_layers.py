"""The floors hold: each contract of import-linter is kept, and is broken by what it forbids."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, ROOT, write

ADAPTERS = frozenset({"exchange", "files", "letters", "mail", "signing", "store"})
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
    "contracts"
]


def broken_contracts(root: Path) -> str:
    """Run import-linter over a copy of the project; return what it says of broken contracts, or nothing."""
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--no-logo"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project that a test may break."""
    shutil.copytree(PACKAGE, tmp_path / "orgflow", ignore=shutil.ignore_patterns("__pycache__", "static"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_floors_hold(project: Path) -> None:
    assert broken_contracts(project) == ""


@pytest.mark.parametrize(
    ("place", "line", "contract"),
    [
        ("utils/__init__.py", "", "floors"),
        ("domain/rule.py", "import orgflow.store.session", "floors"),
        ("domain/rule.py", "import orgflow.services.context", "floors"),
        ("letters/rule.py", "import orgflow.store.session", "floors"),
        ("store/rule.py", "import orgflow.services.context", "floors"),
        ("web/rule.py", "import orgflow.store.session", "adapters"),
        ("web/rule.py", "import orgflow.letters.docx", "adapters"),
        ("letters/rule.py", "import sqlalchemy", "database"),
        ("web/rule.py", "import sqlalchemy", "database"),
        ("services/rule.py", "import flask", "pages"),
        ("services/rule.py", "import docx", "documents"),
        ("store/rule.py", "import weasyprint", "documents"),
        ("web/rule.py", "import click", "commands"),
        ("services/rule.py", "import huey", "commands"),
    ],
)
def test_a_wrong_import_is_found(project: Path, place: str, line: str, contract: str) -> None:
    write(project / "orgflow", place, f"{line}\n")
    (name,) = [held["name"] for held in CONTRACTS if held["id"] == contract]

    assert f"{name} BROKEN" in " ".join(broken_contracts(project).split())


def test_every_adapter_is_kept_from_the_doors() -> None:
    (forbidden,) = [held["forbidden_modules"] for held in CONTRACTS if held["id"] == "adapters"]

    assert {f"orgflow.{path.name}" for path in PACKAGE.iterdir() if path.name in ADAPTERS} <= set(forbidden)
