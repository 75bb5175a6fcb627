"""How long a file may be, what it may be called, and what may not stand in it."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, modules, write

FOLDERS = ("orgflow", "tests", "bench", "scripts", "templates", "letter_templates", ".ci")
KINDS = frozenset({".css", ".html", ".j2", ".js", ".py", ".sh"})
LONGEST = 300
NAMELESS = frozenset({"common", "constants", "helpers", "managers", "misc", "utils"})
# One file of all the application's models or forms; a concept's own forms.py is welcome.
UNDIVIDED = frozenset({"orgflow/models.py", "orgflow/store/models.py", "orgflow/web/forms.py"})
EXCUSES = {
    "switches a checker off": re.compile(r"#\s*(type:\s*ignore|noqa|pragma:\s*no\s*cover)"),
    "promises work": re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b"),
    "skips a test": re.compile(r"pytest\.(skip|mark\.(skip|xfail)|importorskip)"),
    "is not written": re.compile(r"NotImplemented" r"Error"),
    "replaces code under test": re.compile(r"mock\.patch|from unittest\.mock import"),
}


def source_files(root: Path) -> Iterator[Path]:
    """Yield every file that people write and read as code."""
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and path.suffix in KINDS:
                yield path


def long_files(root: Path) -> list[str]:
    """Name every file past the limit."""
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in source_files(root)}
    return [f"{path}: {length} lines" for path, length in lengths.items() if length > LONGEST]


def nameless_files(root: Path) -> list[str]:
    """Name every file or folder whose name says nothing of what it holds."""
    return [
        str(path)
        for path in source_files(root)
        if NAMELESS.intersection(part.partition(".")[0] for part in path.relative_to(root).parts)
        or path.relative_to(root).as_posix() in UNDIVIDED
    ]


def packages_with_logic(root: Path) -> list[str]:
    """Name every ``__init__.py`` that holds more than a docstring."""
    return [
        module.at(node, "an __init__.py holds a docstring at most")
        for folder in ("orgflow", "tests", "bench")
        for module in modules(root / folder)
        if module.path.name == "__init__.py"
        for node in module.tree.body
        if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
    ]


def excuses(root: Path) -> list[str]:
    """Name every line that puts work off or silences a check."""
    return [
        f"{path}:{number}: {what}"
        for path in source_files(root)
        if path.suffix == ".py"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        for what, pattern in EXCUSES.items()
        if pattern.search(line)
    ]


def keys_named_twice(folder: Path) -> list[str]:
    """Name every table that gives one key two values, of which the first is lost."""
    found = []
    for module in modules(folder):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Dict):
                keys = Counter(ast.unparse(key) for key in node.keys if key is not None)
                found += [module.at(node, f"names {key} twice") for key, count in keys.items() if count > 1]
    return found


def test_no_file_passes_three_hundred_lines() -> None:
    assert long_files(ROOT) == []


def test_every_file_has_a_name_that_says_something() -> None:
    assert nameless_files(ROOT) == []


def test_no_package_file_holds_logic() -> None:
    assert packages_with_logic(ROOT) == []


def test_nothing_is_put_off() -> None:
    assert excuses(ROOT) == []


@pytest.mark.parametrize(
    "name", ["orgflow/store/rows.py", "tests/test_road.py", "bench/letters.py", "templates/base.html"]
)
def test_a_long_file_is_found(tmp_path: Path, name: str) -> None:
    assert not long_files(write(tmp_path, name, "#\n" * LONGEST))
    assert long_files(write(tmp_path, name, "#\n" * (LONGEST + 1)))


@pytest.mark.parametrize(
    "name", ["orgflow/web/utils.py", "tests/helpers/rows.py", "orgflow/web/forms.py", "bench/common.py"]
)
def test_a_name_that_says_nothing_is_found(tmp_path: Path, name: str) -> None:
    assert nameless_files(write(tmp_path, name, ""))


def test_logic_in_a_package_file_is_found(tmp_path: Path) -> None:
    assert not packages_with_logic(write(tmp_path, "orgflow/__init__.py", '"""What it is."""\n'))
    assert packages_with_logic(write(tmp_path, "orgflow/web/__init__.py", "from flask import Flask\n"))


@pytest.mark.parametrize(
    "line",
    [
        "x = 1  # type:" + " ignore[attr-defined]",
        "x = 1  #" + " noqa: E501",
        "# TO" + "DO: later",
        "@pytest.mark." + "xfail",
        "raise NotImplemented" + "Error",
        "with mock." + "patch('x'):",
    ],
)
def test_an_excuse_is_found(tmp_path: Path, line: str) -> None:
    assert excuses(write(tmp_path, "orgflow/rule.py", line + "\n"))


def test_no_table_names_a_key_twice() -> None:
    assert [found for folder in ("orgflow", "tests") for found in keys_named_twice(ROOT / folder)] == []


def test_a_key_named_twice_is_found(tmp_path: Path) -> None:
    assert len(keys_named_twice(write(tmp_path, "desks.py", "ABOVE = {S.A: 1, S.B: 2, S.A: 1}"))) == 1
