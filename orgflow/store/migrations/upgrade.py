"""Moves a database to a schema revision."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, select
from sqlalchemy.orm import Session

from orgflow.domain.audit.chain import GENESIS
from orgflow.store.audit import HEAD_ID, AuditHeadRow


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    return config


def upgrade_to_head(engine: Engine, revision: str = "head") -> None:
    """Bring the database up to a revision in one transaction, and start the audit chain."""
    config = _config()
    with _migrating(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        with Session(bind=connection, join_transaction_mode="create_savepoint") as session:
            _start_chain(session)


def downgrade(engine: Engine, revision: str) -> None:
    """Take the database back to a revision in one transaction."""
    config = _config()
    with _migrating(engine) as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)


@contextmanager
def _migrating(engine: Engine) -> Iterator[Connection]:
    """Open one transaction for a migration.

    SQLite changes a column by making its table anew, which foreign keys would forbid: they rest
    meanwhile, and are checked before the commit.
    """
    with engine.execution_options(sqlite_begin="IMMEDIATE").connect() as connection:
        is_sqlite = engine.dialect.name == "sqlite"
        if is_sqlite:
            _set_foreign_keys(connection, "OFF")
        try:
            with connection.begin():
                yield connection
                if is_sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    raise LookupError("a migration left a row that refers to none")
        finally:
            if is_sqlite:
                _set_foreign_keys(connection, "ON")


def _set_foreign_keys(connection: Connection, state: str) -> None:
    cursor = connection.connection.cursor()
    cursor.execute(f"PRAGMA foreign_keys={state}")
    cursor.close()


def _start_chain(session: Session) -> None:
    if session.scalars(select(AuditHeadRow.id).where(AuditHeadRow.id == HEAD_ID)).first() is None:
        session.add(AuditHeadRow(id=HEAD_ID, government_id=None, length=0, seal=GENESIS))
        session.commit()
