"""The databases a measurement runs on: SQLite in a folder, and a PostgreSQL server of our own."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from orgflow.store.migrations.upgrade import upgrade_to_head
from orgflow.store.session import make_engine
from tests import postgresql


@contextmanager
def sqlite() -> Iterator[str]:
    """Give the address of an empty store on SQLite."""
    with tempfile.TemporaryDirectory(prefix="orgflow-bench-") as folder:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        _prepare(url)
        yield url


@contextmanager
def postgres() -> Iterator[str]:
    """Give the address of an empty store on PostgreSQL, on a server that ends with it."""
    with tempfile.TemporaryDirectory(prefix="orgflow-pg-", dir="/tmp", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        postgresql.hand_over(folder)
        os.environ[postgresql.FOLDER_VARIABLE] = name
        server = postgresql.shared_server()
        try:
            server.create("bench")
            url = server.url("bench")
            _prepare(url)
            yield url
        finally:
            postgresql.stop(folder)


def _prepare(url: str) -> None:
    engine = make_engine(url)
    upgrade_to_head(engine)
    engine.dispose()
