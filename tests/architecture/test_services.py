"""A service may hold a session, and knows nothing else of the database library."""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from orgflow.domain.access.roles import EVERYBODY, Permission
from tests.architecture.source import PACKAGE, SERVICES, Module, imported, modules, write

WRITERS_THAT_READ: Final = {
    "road.take_step": "the route decides on its own steps",
    "notes.write_note": "a seat at the proposal's desk allows it, whoever's desk it is",
    "notes.reply_to_note": "as a note is written",
    "letters.keep_letter_files": "an issued letter says the same whoever opens it first",
    "snapshot_files.keep_snapshot_files": "what was frozen says the same whoever opens it first",
}
"""What writes and asks no more than to read, and why; whoever holds a post on a route comes so far."""
ZONE: Final = "governments.government(ctx.session, ctx.government_id).zone"
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


def days_read(module: Module) -> Iterator[str]:
    """Name every function that reads the zone of the actor's government for nothing but the day."""
    for function in ast.walk(module.tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        told = ast.unparse(function)
        zones = [name for name in (ZONE, "zone", "_zone(ctx)") if f"ctx.today({name})" in told]
        uses = len(re.findall(r"\bzone\b", told.replace(ZONE, "")))
        if ZONE in zones or "_zone(ctx)" in zones or (f"zone = {ZONE}" in told and zones and uses == 2):
            yield f"{module.path.stem}.{function.name}"


def test_the_day_of_the_office_is_read_in_one_place() -> None:
    assert [name for module in modules(SERVICES) for name in days_read(module)] == ["scope.today_of"]


@pytest.mark.parametrize(
    "line",
    [f"return ctx.today({ZONE})", f"zone = {ZONE}; return ctx.today(zone)", "return ctx.today(_zone(ctx))"],
)
def test_a_day_read_beside_it_is_found(tmp_path: Path, line: str) -> None:
    (module,) = modules(write(tmp_path, "board.py", f"def f(ctx):\n    {line}\n"))

    assert list(days_read(module)) == ["board.f"]


def use_cases(module: Module) -> Iterator[tuple[str, ast.expr]]:
    """Yield every use case of a module with what it requires."""
    for function in ast.walk(module.tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        for gate in function.decorator_list:
            if isinstance(gate, ast.Call) and ast.unparse(gate.func) == "use_case":
                (asked,) = (keyword.value for keyword in gate.keywords if keyword.arg == "requires")
                yield function.name, asked


def required(module: Module, asked: ast.expr) -> frozenset[object]:
    """Return the permissions that stand in a requirement, or the function that tells them."""
    if isinstance(asked, ast.Tuple):
        return frozenset().union(*(required(module, part) for part in asked.elts))
    if isinstance(asked, ast.Attribute):
        return frozenset({Permission[asked.attr]})
    name = ".".join(module.path.relative_to(PACKAGE.parent).with_suffix("").parts)
    held = getattr(importlib.import_module(name), ast.unparse(asked))
    return frozenset(held) if isinstance(held, tuple) else frozenset({held})


def test_what_writes_and_asks_no_more_than_to_read_is_listed() -> None:
    found = {
        f"{module.path.stem}.{name}": required(module, asked)
        for module in modules(SERVICES)
        for name, asked in use_cases(module)
    }

    reading = EVERYBODY - {Permission.SIGN_IN}
    lenient = {name for name, asked in found.items() if any(map(callable, asked)) or asked & reading}
    assert len(found) > 100
    assert lenient == WRITERS_THAT_READ.keys()
