"""One cache of compiled statements a process: each test has its own engine, the statements are the same."""

from collections.abc import Iterator
from typing import Any, Final

import pytest
import sqlalchemy
from sqlalchemy import Engine
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

from orgflow.store import session

_CAPACITY: Final = 5_000
# What a statement is compiled to depends on the dialect's kind alone: it is the same server throughout.
_DIALECTS: Final = (SQLiteDialect_pysqlite, PGDialect_psycopg)


@pytest.fixture(autouse=True, scope="session")
def _shared_statements() -> Iterator[None]:
    """Give all engines of this process one cache, in which dialects of a kind are the same key."""
    cache: LRUCache[Any, Any] = LRUCache(_CAPACITY)

    def create(url: sqlalchemy.URL, **settings: object) -> Engine:
        engine = sqlalchemy.create_engine(url, **settings)
        engine._compiled_cache = cache
        return engine

    with pytest.MonkeyPatch.context() as patch:
        for dialect in _DIALECTS:
            patch.setattr(dialect, "__hash__", lambda one: hash(type(one)))
            patch.setattr(dialect, "__eq__", lambda one, other: type(one) is type(other))
        patch.setattr(session, "create_engine", create)
        yield
