"""Only the gate commits, under whatever name it is called."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, dotted, modules, write

TRANSACTION_VERBS = frozenset({"begin", "begin_nested", "begin_twophase", "commit", "rollback"})
# Migrations change tables, not an office's data: they run on their own connection before anyone is served.
PLACES = frozenset({"services/use_case.py", "store/migrations/upgrade.py"})
# An engine that commits each statement by itself needs no gate; how SQLite begins is decided here alone.
ENGINE = "store/session.py"
ISOLATION = frozenset({"autocommit", "isolation_level"})
STATEMENT = re.compile(
    r"\s*(COMMIT|ROLLBACK|SAVEPOINT|RELEASE|END TRANSACTION|START TRANSACTION"
    r"|BEGIN(\s+(DEFERRED|IMMEDIATE|EXCLUSIVE|TRANSACTION|WORK))?\s*;?\s*$)"
)
REACHED_BY_NAME = frozenset({"attrgetter", "getattr", "methodcaller"})


def transactions(folder: Path) -> list[str]:
    """Name whatever opens or ends a transaction where none may: called, or only taken hold of."""
    found: list[str] = []
    for module in modules(folder):
        place = module.path.relative_to(folder).as_posix()
        for node in ast.walk(module.tree):
            if place not in PLACES:
                found += (module.at(node, what) for what in _verbs(node))
            if place != ENGINE:
                found += (module.at(node, what) for what in _isolation(node))
    return found


def _verbs(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Attribute) and node.attr in TRANSACTION_VERBS:
        yield f"takes hold of {dotted(node)}"
    if isinstance(node, ast.Call) and dotted(node.func).rpartition(".")[2] in REACHED_BY_NAME:
        named = {held.value for held in node.args if isinstance(held, ast.Constant)}
        yield from (f"takes hold of {name} by its name" for name in TRANSACTION_VERBS & named)


def _isolation(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.keyword) and node.arg in ISOLATION:
        yield f"sets {node.arg}"
    if isinstance(node, ast.Attribute) and node.attr in ISOLATION:
        yield f"takes hold of {dotted(node)}"
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if node.value in ISOLATION or node.value.upper() == "AUTOCOMMIT":
            yield f"names {node.value!r}"
        if STATEMENT.match(node.value) or node.value.strip(" ;\n").lower() in {"commit", "rollback"}:
            yield f"says {node.value!r} to the database"


def test_only_the_gate_commits() -> None:
    assert transactions(PACKAGE) == []


@pytest.mark.parametrize("verb", sorted(TRANSACTION_VERBS))
@pytest.mark.parametrize("place", ["web/proposals/views.py", "store/proposals.py", "services/proposals.py"])
def test_a_commit_elsewhere_is_found(tmp_path: Path, place: str, verb: str) -> None:
    assert transactions(write(tmp_path, place, f"def save(session):\n    session.{verb}()\n"))


@pytest.mark.parametrize(
    "line",
    [
        "c = session.commit; c()",
        "keep(session.commit)",
        "Session.commit(session)",
        "with engine.begin() as connection: pass",
        "getattr(session, 'commit')()",
        "operator.methodcaller('commit')(session)",
        "session.execute(text('COMMIT'))",
        "session.execute(text('commit;'))",
        "session.connection().exec_driver_sql('SAVEPOINT here')",
        "connection.exec_driver_sql('BEGIN IMMEDIATE')",
        "engine = create_engine(url, isolation_level='AUTOCOMMIT')",
        "engine = create_engine(url, **{'isolation_level': None})",
        "engine = engine.execution_options(**{'isolation_level': 'autocommit'})",
        "connection.autocommit = True",
    ],
)
def test_a_commit_by_another_name_is_found(tmp_path: Path, line: str) -> None:
    assert transactions(write(tmp_path, "store/proposals.py", f"def save(session):\n    {line}\n"))


def test_the_gate_itself_may(tmp_path: Path) -> None:
    assert not transactions(write(tmp_path, "services/use_case.py", "def gate(s):\n    s.commit()\n"))


def test_the_word_alone_is_no_commit(tmp_path: Path) -> None:
    text = '"""Commit to nothing: rollback is a word."""\nCREATED = "BEGIN SELECT RAISE(ABORT); END"\n'

    assert not transactions(write(tmp_path, "store/migrations/versions/0099_words.py", text))
