"""How to run a PostgreSQL server of our own, one for the whole test run, from the installed programs."""

import fcntl
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from tests.in_memory import scratch

# The run's first process names the folder; its workers inherit the name.
FOLDER_VARIABLE = "POSTGRESQL_OF_THIS_TEST_RUN"
SUPERUSER = "postgres"
# What the application connects as: owner of its databases, but no superuser, as in a real office.
OWNER = "orgflow"
# Speed only: a test database need not survive a power cut.
SETTINGS = (
    "listen_addresses=",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=300",
    "shared_buffers=64MB",
    "autovacuum=off",
)

_NAMES_STRATEGIES = 150_000


@dataclass(frozen=True, slots=True)
class PostgresqlServer:
    """A running server that is reached through the Unix socket in its folder."""

    folder: Path

    def url(self, database: str) -> str:
        """Return the address of one database, as the application's role."""
        return f"postgresql://{OWNER}@/{database}?host={self.folder}"

    def administer(self, statement: str) -> None:
        """Run one statement as superuser, outside any transaction."""
        with self._superuser() as connection:
            connection.execute(statement.encode())

    def create(self, database: str, template: str = "template0") -> None:
        """Create a database that belongs to the application's role."""
        with self._superuser() as connection:
            # Copying files is the quicker way for small databases, and before 15 the only one.
            how = "STRATEGY FILE_COPY" if connection.info.server_version >= _NAMES_STRATEGIES else ""
            connection.execute(f"CREATE DATABASE {database} OWNER {OWNER} TEMPLATE {template} {how}".encode())

    def drop(self, database: str) -> None:
        """Drop a database, whoever is still connected to it."""
        self.administer(f"DROP DATABASE {database} WITH (FORCE)")

    def holds(self, database: str) -> bool:
        """Tell whether a database of this name exists."""
        with self._superuser() as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (database,))
            return found.fetchone() is not None

    def connected_to(self, database: str) -> int:
        """Return how many are connected to a database."""
        with self._superuser() as connection:
            asked = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s"
            found = connection.execute(asked, (database,)).fetchone()
            return int(found[0]) if found else 0

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep the other workers of this run out."""
        with _locked(self.folder):
            yield

    def _superuser(self) -> psycopg.Connection:
        return psycopg.connect(host=str(self.folder), user=SUPERUSER, dbname="postgres", autocommit=True)


def shared_server() -> PostgresqlServer:
    """Return this run's server; start it if this is the first worker to ask."""
    folder = Path(os.environ[FOLDER_VARIABLE])
    with _locked(folder):
        if not _is_running(folder):
            _start(folder)
    return PostgresqlServer(folder)


def hand_over(folder: Path) -> None:
    """Let the account that runs the server write in a folder."""
    account = _account()
    if account is not None:
        shutil.chown(folder, account)


def stop(folder: Path) -> None:
    """Stop the server in a folder, if anyone started it."""
    if _is_running(folder):
        _run(folder, "pg_ctl", "stop", "--mode", "immediate", "--pgdata", str(folder / "data"))


def _is_running(folder: Path) -> bool:
    return (folder / "data" / "postmaster.pid").exists()


def _program(name: str) -> str:
    """Return the newest installed server's program; Debian keeps them off the PATH."""
    installed = Path("/usr/lib/postgresql").glob(f"*/bin/{name}")
    newest = max(installed, key=lambda path: int(path.parts[-3]), default=None)
    found = str(newest) if newest else shutil.which(name)
    if found is None:
        pytest.fail(f"PostgreSQL's {name} is not installed: run `make setup-test`", pytrace=False)
    return found


def _account() -> str | None:
    """Return the account to run the server as: it refuses to run as root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return SUPERUSER if SUPERUSER in known else "nobody"


def _run(folder: Path, name: str, *arguments: str) -> None:
    # A file, not a pipe: the server inherits it and would keep a pipe open for ever.
    said = folder / f"{name}.log"
    with said.open("w") as log:
        done = subprocess.run(
            [_program(name), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=folder,
            user=_account(),
            extra_groups=None if _account() is None else [],
            check=False,
        )
    if done.returncode != 0:
        pytest.fail(f"{name} failed ({done.returncode}):\n{said.read_text()}", pytrace=False)


def _start(folder: Path) -> None:
    data = str(folder / "data")
    _run(
        folder, "initdb", "--pgdata", data, "--username", SUPERUSER, "--auth", "trust",
        "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync",
    )  # fmt: skip
    settings = " ".join(f"-c {setting}" for setting in (*SETTINGS, f"unix_socket_directories={folder}"))
    log = str(folder / "server.log")
    _run(folder, "pg_ctl", "start", "--wait", "--pgdata", data, "--log", log, "--options", settings)
    PostgresqlServer(folder).administer(f"CREATE ROLE {OWNER} LOGIN")


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def pytest_configure(config: pytest.Config) -> None:
    """Choose the folder in the run's first process; a socket's path must be short: not under pytest's own."""
    if hasattr(config, "workerinput"):
        return
    folder = Path(tempfile.mkdtemp(prefix="orgflow-pg-", dir=scratch()))
    hand_over(folder)
    os.environ[FOLDER_VARIABLE] = str(folder)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server, if anyone started it, when the run's first process ends."""
    if hasattr(config, "workerinput"):
        return
    folder = Path(os.environ.pop(FOLDER_VARIABLE))
    stop(folder)
    shutil.rmtree(folder)
