"""The databases that tests are given."""

import pytest
from sqlalchemy import inspect

from orgflow.store.session import make_engine

pytestmark = pytest.mark.both_databases


def tables(url: str) -> set[str]:
    engine = make_engine(url)
    with engine.connect() as connection:
        found = set(inspect(connection).get_table_names())
    engine.dispose()
    return found


def test_a_test_is_given_all_tables(database_url: str) -> None:
    assert "alembic_version" in tables(database_url)


def test_a_migration_test_is_given_none(blank_database_url: str) -> None:
    assert tables(blank_database_url) == set()


def test_each_backend_is_what_it_says(sqlite_url: str, postgresql_url: str) -> None:
    assert make_engine(sqlite_url).dialect.name == "sqlite"
    assert make_engine(postgresql_url).dialect.name == "postgresql"
