"""A migration is a record of one day: it imports no live code, which will have changed since."""

import ast
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, imported, modules, write

VERSIONS = PACKAGE / "store" / "migrations" / "versions"


def live_imports(folder: Path) -> list[str]:
    """Name every import of the application's own code."""
    return [
        module.at(node, f"imports {name}")
        for module in modules(folder)
        for node in ast.walk(module.tree)
        for name in imported(node)
        if name.partition(".")[0] in {"orgflow", "tests", "bench"}
    ]


def test_there_are_migrations() -> None:
    assert list(VERSIONS.glob("0*.py"))


def test_no_migration_imports_live_code() -> None:
    assert live_imports(VERSIONS) == []


@pytest.mark.parametrize("line", ["from orgflow.store.base import Base", "import orgflow.domain.values"])
def test_live_code_in_a_migration_is_found(tmp_path: Path, line: str) -> None:
    assert live_imports(write(tmp_path, "0001_first.py", line))
