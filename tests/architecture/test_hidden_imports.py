"""No import hides from the rules about floors: a module is named where import-linter can read it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, dotted, imported, modules, write

# What names a module in a string, or runs text as code.
LOADERS = frozenset({"imp", "importlib", "pkgutil", "runpy", "zipimport"})
# Reading a file that was packed with the program loads no module.
HARMLESS = ("importlib.resources", "importlib.metadata")
BUILTINS = frozenset({"__builtins__", "__import__", "compile", "eval", "exec"})


def hidden_imports(folder: Path) -> list[str]:
    """Name whatever could load a module that no import statement names."""
    return [
        module.at(node, f"loads by {name}")
        for module in modules(folder)
        for node in ast.walk(module.tree)
        for name in _hidden(node)
    ]


def _hidden(node: ast.AST) -> Iterator[str]:
    for name in imported(node):
        if name.partition(".")[0] in LOADERS | {"builtins"} and not name.startswith(HARMLESS):
            yield name
    if isinstance(node, ast.Name) and node.id in BUILTINS:
        yield node.id
    if isinstance(node, ast.Attribute) and dotted(node) in {"sys.modules", "sys.meta_path", "sys.path"}:
        yield dotted(node)


def test_no_import_hides() -> None:
    assert hidden_imports(PACKAGE) == []


@pytest.mark.parametrize(
    "line",
    [
        "import importlib\nimportlib.import_module('orgflow.store.session')",
        "from importlib import import_module as load",
        "import importlib.util",
        "store = __import__('orgflow.store.session')",
        "load = __import__\n",
        "import sys\nstore = sys.modules['orgflow.store.session']",
        "import builtins",
        "exec('import sqlalchemy')",
        "from runpy import run_module",
        "import pkgutil",
    ],
)
def test_an_import_that_hides_is_found(tmp_path: Path, line: str) -> None:
    assert hidden_imports(write(tmp_path, "web/views.py", f"{line}\n"))


def test_a_packed_file_is_no_import(tmp_path: Path) -> None:
    assert not hidden_imports(write(tmp_path, "web/assets.py", "from importlib.resources import files\n"))
