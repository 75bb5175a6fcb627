"""P8: the structure page of 500 units, in process, against the same page by entities and a recursive macro.

Both go through the whole application: session, permission, queries, template. The other page differs in
three places alone: it loads entities, nests them as nodes, and prints them by a macro that calls itself.
"""

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient
from jinja2 import ChoiceLoader, DictLoader
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bench.databases import postgres, sqlite
from bench.nation import government_id, write_nation
from bench.pairs import measure, report
from orgflow.bootstrap import Installation, build
from orgflow.config import read_settings
from orgflow.domain.access.roles import Role, system_actor
from orgflow.domain.organisation.kinds import UnitKind
from orgflow.domain.organisation.structure import Placement, Structure, Unit
from orgflow.domain.values import GovernmentId, UnitId
from orgflow.services.accounts import AddUser, add_user
from orgflow.services.context import Context
from orgflow.services.organisation.pages import StructurePage
from orgflow.store import structures
from orgflow.store.organisation import UnitVersionRow, kinds
from orgflow.web.app import create_app
from orgflow.web.organisation import structure as structure_views

TARGET: Final = 0.75
UNITS: Final = 500
TURNS: Final = 60
USERNAME, PASSWORD = "ukur", "kuda lumping di atap rumah"
MACRO: Final = Path(__file__).with_name("recursive_tree.html").read_text()


class Node:
    """A unit with its children, as a page that nests them has it."""

    def __init__(self, unit: Unit, page: StructurePage, chosen: UUID | None, opened: set[UnitId]) -> None:
        self.unit = unit
        self.on = page.on.isoformat()
        self.is_current = unit.id == chosen
        self.is_open = unit.kind.level <= structure_views.NAMED or unit.id in opened
        self.children = [Node(child, page, chosen, opened) for child in page.structure.children(unit.id)]


def main() -> None:
    """Measure on both databases."""
    for name, place in (("SQLite", sqlite), ("PostgreSQL", postgres)):
        with place() as url, tempfile.TemporaryDirectory(prefix="orgflow-bench-") as folder:
            environment = {"ORGFLOW_DATABASE_URL": url, "ORGFLOW_SESSION_IDLE_MINUTES": "720"}
            installation = build(read_settings(environment, Path(folder)), may_create=True)
            write_nation(installation.database.engine, 1, UNITS)
            _measure(name, installation)
            installation.close()


def _measure(name: str, installation: Installation) -> None:
    ours, theirs = create_app(installation), create_app(installation)
    kept = theirs.jinja_env.loader
    if kept is None:
        raise LookupError("the application has templates")
    theirs.jinja_env.loader = ChoiceLoader([DictLoader({"_macros/tree.html": MACRO}), kept])
    _enter(installation)
    client, other = _signed_in(ours), _signed_in(theirs)

    def by_entities(day: date) -> str:
        with _nesting():
            return _open(other, day)

    days = [date(2016, 1, 4) + timedelta(days=61 * turn) for turn in range(TURNS)]
    if _tree_in(_open(client, days[0])) != _tree_in(by_entities(days[0])):
        raise AssertionError("the two pages must show the same tree")
    pair = measure(days, lambda day: _open(client, day), by_entities)
    note = f"{name}, {UNITS} units, {pair.ours * 1000:.1f} ms against {pair.theirs * 1000:.1f} ms"
    report("P8", pair.ratio, TARGET, note)


def _enter(installation: Installation) -> None:
    ctx = Context(installation.resources, system_actor("pengukuran", government_id(1)))
    command = AddUser(
        USERNAME, "Pengukur", frozenset({Role.AUDITOR}), None, PASSWORD, must_change_password=False
    )
    add_user(ctx, command)


def _signed_in(app: Flask) -> FlaskClient:
    client = app.test_client()
    page = client.get("/masuk").text
    hidden = dict(re.findall(r'name="(\w+)"[^>]*type="hidden"[^>]*value="([^"]*)"', page))
    hidden |= dict(re.findall(r'type="hidden"[^>]*name="(\w+)"[^>]*value="([^"]*)"', page))
    client.post("/masuk", data={**hidden, "username": USERNAME, "password": PASSWORD})
    return client


def _open(client: FlaskClient, day: date) -> str:
    answer = client.get(f"/struktur?pada={day.isoformat()}")
    if answer.status_code != 200:
        raise AssertionError(f"{answer.status} {answer.location}")
    return answer.text


def _tree_in(page: str) -> str:
    found = re.search(r'<ul class="of-tree">.*?</nav>', page, re.DOTALL)
    if found is None:
        raise AssertionError("the page shows no tree")
    return re.sub(r"\s+", " ", found[0]).replace("> <", "><")


@contextmanager
def _nesting() -> Iterator[None]:
    """Let the page be made the other way."""
    kept = structures.structure_on, structure_views._tree
    structures.structure_on = _by_entities
    structure_views._tree = _nested
    try:
        yield
    finally:
        structures.structure_on = kept[0]
        structure_views._tree = kept[1]


def _by_entities(
    session: Session, government: GovernmentId, on: date, known_at: datetime | None = None
) -> Structure:
    table = UnitVersionRow
    held = kinds(session, government)
    rows = session.scalars(
        select(table).where(
            table.government_id == government,
            table.believed(known_at),
            table.valid_from <= on,
            or_(table.valid_to.is_(None), table.valid_to > on),
        )
    )
    return Structure.of(on, [_unit(row, held) for row in rows])


def _unit(row: UnitVersionRow, held: dict[str, UnitKind]) -> Unit:
    return Unit(
        UnitId(row.unit_id),
        held[row.kind_code],
        row.name,
        UnitId(row.parent_id) if row.parent_id is not None else None,
        row.position,
        row.short_name,
        row.letter_code,
        row.duty_field,
        Placement(row.placement),
    )


def _nested(page: StructurePage, chosen: UUID | None) -> list[Node]:
    structure = page.structure
    opened = {above.id for above in structure.path(UnitId(chosen))} if chosen is not None else set()
    return [Node(unit, page, chosen, opened) for unit in structure.children(None)]


if __name__ == "__main__":
    main()
