"""Steps taken before routes were data are named by the route's keys, and back again."""

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Connection, Engine, text

from orgflow.store.migrations.upgrade import downgrade, upgrade_to_head
from orgflow.store.session import make_engine

BEFORE = "0023"
TAKEN = (
    ("forward", "draft", "org_review"),
    ("approve_organisation", "org_review", "legal_review"),
    ("go_back", "legal_review", "org_review"),
    ("approve_organisation", "org_review", "legal_review"),
    ("approve_legal", "legal_review", "initialling"),
    ("paraf_assistant", "initialling", "initialling"),
    ("paraf_secretary", "initialling", "signing"),
    ("sign", "signing", "signing"),
    ("record_facilitation", "facilitation", "facilitation"),
)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = make_engine(database_url)
    yield engine
    engine.dispose()


def test_steps_of_old_are_named_by_the_routes_keys_and_back_again(engine: Engine) -> None:
    downgrade(engine, BEFORE)
    with engine.begin() as connection:
        proposal = _a_proposal(connection)

    upgrade_to_head(engine)
    with engine.connect() as connection:
        named = connection.execute(
            text("SELECT action, step_key FROM proposal_steps ORDER BY sequence")
        ).all()
        route = connection.execute(
            text("SELECT r.kind FROM proposals p JOIN routes r ON r.id = p.route_id WHERE p.id = :id"),
            {"id": proposal.hex},
        ).scalar_one()
    downgrade(engine, BEFORE)
    with engine.connect() as connection:
        again = connection.execute(
            text("SELECT action, source, target FROM proposal_steps ORDER BY sequence")
        ).all()

    assert [tuple(row) for row in named] == [
        ("forward", None),
        ("approve", "organisation"),
        ("return", "organisation"),
        ("approve", "organisation"),
        ("approve", "legal"),
        ("paraf", "assistant"),
        ("paraf", "secretary"),
        ("sign", "governor"),
        ("record_facilitation", None),
    ]
    assert route == "rename"
    assert [tuple(row) for row in again] == list(TAKEN)


def _a_proposal(connection: Connection) -> UUID:
    government, unit, proposal = uuid4(), uuid4(), uuid4()
    held: dict[str, str | int] = {"g": government.hex, "u": unit.hex, "p": proposal.hex}
    held["at"] = "2026-01-01 00:00:00"
    for table, columns in _ROWS.items():
        _insert(connection, table, columns, held)
    for number, (action, source, target) in enumerate(TAKEN, start=1):
        told = {"id": uuid4().hex, "n": number, "action": action, "source": source, "target": target}
        _insert(connection, "proposal_steps", _STEP, held | told)
    return proposal


_ROWS = {
    "governments": {
        "id": ":g",
        "code": "'uji'",
        "name": "'Uji'",
        "region": "'Uji'",
        "head_title": "'Gubernur'",
        "capital": "'Uji'",
        "zone": "'Asia/Jakarta'",
        "is_sample": "TRUE",
        "position": "1",
        "created_at": ":at",
    },
    "units": {"id": ":u", "government_id": ":g", "code": "'u'"},
    "proposals": {
        "id": ":p",
        "government_id": ":g",
        "unit_id": ":u",
        "state": "'facilitation'",
        "revision": "1",
        "background": "''",
        "considerations": "''",
        "base_on": "'2026-01-01'",
        "created_at": ":at",
        "changed_at": ":at",
    },
}
_STEP = {
    "id": ":id",
    "government_id": ":g",
    "proposal_id": ":p",
    "sequence": ":n",
    "action": ":action",
    "source": ":source",
    "target": ":target",
    "acted_on": "'2026-01-01'",
    "actor_name": "'Uji'",
    "is_recorded": "FALSE",
    "recorded_at": ":at",
}


def _insert(
    connection: Connection, table: str, columns: dict[str, str], values: dict[str, str | int]
) -> None:
    words = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(columns.values())})"
    connection.execute(text(words), values)
