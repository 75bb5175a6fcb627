"""A fresh database for each test, on SQLite and on a PostgreSQL server of our own."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from orgflow.store.migrations.upgrade import upgrade_to_head
from orgflow.store.session import make_engine
from tests.postgresql import PostgresqlServer, shared_server

BACKENDS = ("sqlite", "postgresql")
TEMPLATE = "migrated"


def _migrate(url: str) -> None:
    engine = make_engine(url)
    upgrade_to_head(engine)
    engine.dispose()


@pytest.fixture(scope="session")
def postgresql_server() -> PostgresqlServer:
    """The one server of this run, started by whoever needs it first."""
    return shared_server()


@pytest.fixture(scope="session")
def _migrated_postgresql(postgresql_server: PostgresqlServer) -> str:
    """The name of a database with all tables and no rows, made once a run and never connected to."""
    with postgresql_server.alone():
        if not postgresql_server.holds(TEMPLATE):
            building = f"{TEMPLATE}_unfinished"
            postgresql_server.create(building)
            _migrate(postgresql_server.url(building))
            postgresql_server.administer(f"ALTER DATABASE {building} RENAME TO {TEMPLATE}")
    return TEMPLATE


@pytest.fixture(scope="session")
def _migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with all tables and no rows, made once a worker."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    _migrate(f"sqlite:///{path}")
    return path


def _postgresql_database(server: PostgresqlServer, template: str) -> Iterator[str]:
    name = f"test_{uuid4().hex}"
    server.create(name, template=template)
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def sqlite_url(_migrated_sqlite: Path, tmp_path: Path) -> str:
    """The address of a SQLite database with all tables and no rows."""
    path = tmp_path / "orgflow.db"
    shutil.copyfile(_migrated_sqlite, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgresql_url(postgresql_server: PostgresqlServer, _migrated_postgresql: str) -> Iterator[str]:
    """The address of a PostgreSQL database with all tables and no rows."""
    yield from _postgresql_database(postgresql_server, _migrated_postgresql)


@pytest.fixture(params=BACKENDS)
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a database with all tables and no rows; the test runs once on each backend."""
    url = request.getfixturevalue(f"{request.param}_url")
    assert isinstance(url, str)
    return url


@pytest.fixture(params=BACKENDS)
def blank_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without a single table, for the tests of migrations; once on each backend."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'blank.db'}"
        return
    server = request.getfixturevalue("postgresql_server")
    assert isinstance(server, PostgresqlServer)
    yield from _postgresql_database(server, "template0")
