"""Engines and sessions as each database needs them to keep its promises."""

import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError, DataError, IntegrityError, OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry

from orgflow.domain.errors import Conflict, DomainError, RuleBroken, Unavailable
from orgflow.store import tables

BUSY_TIMEOUT_MS: Final = 20_000
PRIVATE: Final = 0o600


def make_engine(url: str) -> Engine:
    """Return an engine for ``sqlite:///FILE`` or ``postgresql://...``.

    SQLite runs in WAL with synchronous=FULL, foreign keys on, and every transaction BEGIN IMMEDIATE
    when it writes: acknowledged commits survive a power cut.
    """
    tables.configure()
    parsed = make_url(url)
    if parsed.get_backend_name() == "postgresql":
        if parsed.drivername == "postgresql":
            parsed = parsed.set(drivername="postgresql+psycopg")
        return create_engine(parsed, pool_pre_ping=True, connect_args={"connect_timeout": 4})
    if parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        _keep_private(Path(parsed.database))
    engine = create_engine(parsed, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000, "isolation_level": None})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def reading(engine: Engine) -> sessionmaker[Session]:
    """Return sessions for reads."""
    return sessionmaker(engine, expire_on_commit=False)


def writing(engine: Engine) -> sessionmaker[Session]:
    """Return sessions for writes; on SQLite they take the write lock as they begin."""
    return sessionmaker(engine.execution_options(sqlite_begin="IMMEDIATE"), expire_on_commit=False)


class DatabaseUnavailable(Unavailable):
    """The database does not answer, is locked for too long, or its disk is full."""

    code = "database_unavailable"


class SimultaneousChange(Conflict):
    """Another transaction wrote the same thing first."""

    code = "simultaneous_change"


class DatabaseDamaged(Unavailable):
    """The database's file is no database, or no longer a whole one."""

    code = "database_damaged"


class ValueNotStorable(RuleBroken):
    """A value is larger or of another form than the database can keep."""

    code = "value_not_storable"


@contextmanager
def database_errors() -> Iterator[None]:
    """Turn what the driver raises into errors of ours.

    Raises:
        DatabaseUnavailable, DatabaseDamaged, SimultaneousChange, ValueNotStorable.
    """
    try:
        yield
    except DatabaseError as error:
        told = told_by(error)
        if told is None:
            raise
        raise told from error


def told_by(error: SQLAlchemyError) -> DomainError | None:
    """Return our error for one of the driver's; None when it is a fault of this program."""
    match error:
        case IntegrityError():
            return SimultaneousChange()
        case DataError():
            return ValueNotStorable()
        case OperationalError():
            return DatabaseUnavailable()
        case _ if type(error) is DatabaseError:
            return DatabaseDamaged()
        case _:
            return None


def _keep_private(file: Path) -> None:
    """See that a database's file is its owner's alone from its first byte; its log takes its mode."""
    with suppress(OSError):
        if not file.exists():
            file.touch(PRIVATE, exist_ok=True)
        elif stat.S_IMODE(file.stat().st_mode) & ~PRIVATE:
            file.chmod(PRIVATE)


def _prepare_sqlite(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_TIMEOUT_MS}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    mode = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {mode}")
