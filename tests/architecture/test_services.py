"""A service may hold a session, and knows nothing else of the database library."""

import ast
from pathlib import Path

import pytest

from tests.architecture.source import SERVICES, imported, modules, write

ALLOWED = frozenset({"sqlalchemy.orm.Session", "sqlalchemy.orm.sessionmaker"})


def database_imports(folder: Path) -> list[str]:
    """Name every import from the database library beyond the session."""
    return [
        module.at(node, f"imports {name}")
        for module in modules(folder)
        for node in ast.walk(module.tree)
        for name in imported(node)
        if name.partition(".")[0] in {"alembic", "psycopg", "sqlalchemy", "sqlite3"} and name not in ALLOWED
    ]


def test_services_know_the_session_only() -> None:
    assert database_imports(SERVICES) == []


@pytest.mark.parametrize(
    "line",
    ["from sqlalchemy import select", "import sqlalchemy.orm", "from sqlalchemy.orm import joinedload"],
)
def test_a_query_in_a_service_is_found(tmp_path: Path, line: str) -> None:
    assert database_imports(write(tmp_path, "proposals.py", line))


def test_the_day_of_the_office_is_read_in_one_place() -> None:
    asked = "ctx.today(governments.government(ctx.session, ctx.government_id).zone)"

    places = [
        module.path.name
        for module in modules(SERVICES)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and ast.unparse(node) == asked
    ]

    assert places == ["scope.py"]
