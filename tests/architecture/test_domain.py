"""The domain imports a few modules of the standard library, and never reads the world under any name."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import DOMAIN, dotted, imported, modules, write

# Values, text and numbers. No module that reads a clock, chance, a file, the environment or another machine;
# a zone is a table of its own, which the same name always gives.
CALM_MODULES = frozenset(
    {
        "abc",
        "bisect",
        "collections",
        "collections.abc",
        "contextlib",
        "dataclasses",
        "datetime",
        "decimal",
        "difflib",
        "enum",
        "fractions",
        "functools",
        "hashlib",
        "heapq",
        "hmac",
        "itertools",
        "json",
        "math",
        "operator",
        "re",
        "statistics",
        "string",
        "types",
        "typing",
        "unicodedata",
        "uuid",
        "zoneinfo",
    }
)
# Whatever they hang on: `dt.now`, taken hold of or called, is a clock under every alias.
WORLDLY_ATTRIBUTES = frozenset({"fromtimestamp", "getnode", "now", "today", "utcnow", "uuid1", "uuid4"})
WORLDLY_BUILTINS = frozenset(
    {
        "__builtins__",
        "__import__",
        "breakpoint",
        "compile",
        "eval",
        "exec",
        "globals",
        "input",
        "open",
        "print",
    }
)
REACHED_BY_NAME = frozenset({"attrgetter", "getattr", "methodcaller"})


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
    """Name every way to a clock, chance, the environment, a file or a log, taken hold of or called."""
    return [
        module.at(node, f"reaches the world by {name}")
        for module in modules(folder)
        for node in ast.walk(module.tree)
        for name in _worldly(node)
    ]


def _worldly(node: ast.AST) -> Iterator[str]:
    yield from _worldly_imports(node)
    if isinstance(node, ast.Attribute) and node.attr in WORLDLY_ATTRIBUTES:
        yield dotted(node)
    if isinstance(node, ast.Name) and node.id in WORLDLY_BUILTINS and isinstance(node.ctx, ast.Load):
        yield node.id
    if isinstance(node, ast.Call) and dotted(node.func).rpartition(".")[2] in REACHED_BY_NAME:
        named = {held.value for held in node.args if isinstance(held, ast.Constant)}
        yield from (f"the name {name!r}" for name in WORLDLY_ATTRIBUTES & named)


def _worldly_imports(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names if not _is_calm(alias.name))
    elif isinstance(node, ast.ImportFrom) and node.module is not None:
        taken = {alias.name for alias in node.names}
        if not _is_calm(node.module):
            yield node.module
        elif not node.module.startswith("orgflow."):
            # `from uuid import uuid4 as fresh`; a star takes whatever there is.
            yield from (f"{node.module}.{name}" for name in taken & (WORLDLY_ATTRIBUTES | {"*"}))


def _is_calm(name: str) -> bool:
    return name in CALM_MODULES or name.startswith("orgflow.domain.")


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
        "from datetime import datetime as dt\nx = dt.now()",
        "import datetime as d\nx = d.datetime.now()",
        "from datetime import datetime\nnow = datetime.now\nx = now()",
        "from datetime import datetime\nx = getattr(datetime, 'now')()",
        "from operator import methodcaller\nx = methodcaller('today')",
        "from datetime import date\nx = date.fromtimestamp(0)",
        "import uuid\nx = uuid.uuid4()",
        "from uuid import uuid4\nx = uuid4()",
        "from uuid import uuid4 as fresh\nx = fresh()",
        "from uuid import *",
        "from random import choice",
        "from time import monotonic as tick",
        "x = open('law.txt')",
        "read = open\nx = read('law.txt')",
        "from pathlib import Path\nx = Path('law.txt').read_text()",
        "from io import open as read",
        "import importlib\nx = importlib.import_module('os')",
        "from importlib import import_module as load",
        "x = __import__('os')",
        "x = eval('1')",
        "import builtins",
        "import sys",
    ],
)
def test_a_reading_of_the_world_is_found(tmp_path: Path, text: str) -> None:
    assert worldly_reads(write(tmp_path, "rule.py", text))


def test_a_value_is_no_reading(tmp_path: Path) -> None:
    text = "from datetime import date\nfrom uuid import UUID\ndef f(today: date) -> date:\n    return today\n"

    assert not worldly_reads(write(tmp_path, "rule.py", text))
