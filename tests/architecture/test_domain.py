"""The domain imports the standard library only, and never reads the world."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import DOMAIN, dotted, imported, modules, write

# Time, chance, the environment, other machines and the log come in as arguments or not at all.
WORLDLY_MODULES = frozenset(
    {
        "logging",
        "os",
        "random",
        "secrets",
        "socket",
        "subprocess",
        "tempfile",
        "threading",
        "time",
        "warnings",
    }
)
WORLDLY_CALLS = frozenset(
    {
        "date.today",
        "datetime.now",
        "datetime.today",
        "datetime.utcnow",
        "open",
        "print",
        "uuid1",
        "uuid4",
    }
)


def foreign_imports(folder: Path) -> list[str]:
    """Name what a folder imports from neither the standard library nor the domain itself."""
    return [
        module.at(node, f"imports {name}")
        for module in modules(folder)
        for node in ast.walk(module.tree)
        for name in imported(node)
        if not name.startswith("orgflow.domain.") and name.partition(".")[0] not in sys.stdlib_module_names
    ]


def worldly_reads(folder: Path) -> list[str]:
    """Name every reading of a clock, chance, the environment, a file or a log."""
    return [
        module.at(node, f"reads the world by {name}")
        for module in modules(folder)
        for node in ast.walk(module.tree)
        for name in _worldly(node)
    ]


def _worldly(node: ast.AST) -> Iterator[str]:
    for name in imported(node):
        if name.partition(".")[0] in WORLDLY_MODULES:
            yield name
    if isinstance(node, ast.Call):
        parts = dotted(node.func).split(".")
        for name in (parts[-1], ".".join(parts[-2:])):
            if name in WORLDLY_CALLS and not (name == "open" and len(parts) > 1):
                yield name


def test_the_domain_imports_the_standard_library_only() -> None:
    assert foreign_imports(DOMAIN) == []


def test_the_domain_never_reads_the_world() -> None:
    assert worldly_reads(DOMAIN) == []


@pytest.mark.parametrize(
    "line", ["import sqlalchemy", "from orgflow.config import Settings", "from flask import session"]
)
def test_a_foreign_import_is_found(tmp_path: Path, line: str) -> None:
    assert foreign_imports(write(tmp_path, "rule.py", f"import dataclasses\n{line}\n"))


@pytest.mark.parametrize(
    "text",
    [
        "import logging",
        "from os import environ",
        "import datetime\nx = datetime.datetime.now(datetime.UTC)",
        "from datetime import date\nx = date.today()",
        "import uuid\nx = uuid.uuid4()",
        "from uuid import uuid4\nx = uuid4()",
        "from random import choice",
        "x = open('law.txt')",
    ],
)
def test_a_reading_of_the_world_is_found(tmp_path: Path, text: str) -> None:
    assert worldly_reads(write(tmp_path, "rule.py", text))
