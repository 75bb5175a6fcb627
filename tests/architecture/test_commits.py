"""Only the gate commits."""

import ast
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, dotted, modules, write

TRANSACTION_VERBS = frozenset({"begin", "begin_nested", "commit", "rollback"})
# Migrations change tables, not an office's data: they run on their own connection before anyone is served.
PLACES = frozenset({"services/use_case.py", "store/migrations/upgrade.py"})


def transactions(folder: Path) -> list[str]:
    """Name every call that opens or ends a transaction outside the places that may."""
    return [
        module.at(node, f"calls {dotted(node.func)}()")
        for module in modules(folder)
        if module.path.relative_to(folder).as_posix() not in PLACES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in TRANSACTION_VERBS
    ]


def test_only_the_gate_commits() -> None:
    assert transactions(PACKAGE) == []


@pytest.mark.parametrize("verb", sorted(TRANSACTION_VERBS))
@pytest.mark.parametrize("place", ["web/proposals/views.py", "store/proposals.py", "services/proposals.py"])
def test_a_commit_elsewhere_is_found(tmp_path: Path, place: str, verb: str) -> None:
    assert transactions(write(tmp_path, place, f"def save(session):\n    session.{verb}()\n"))


def test_the_gate_itself_may(tmp_path: Path) -> None:
    assert not transactions(write(tmp_path, "services/use_case.py", "def gate(s):\n    s.commit()\n"))
