"""Moves a database to a schema revision and says at which it is."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from orgflow.domain.audit.chain import GENESIS
from orgflow.store.audit import HEAD_ID, AuditHeadRow


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    return config


def code_head() -> str:
    """Return the newest revision this program knows."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    if head is None:
        raise LookupError("no migration is held")
    return head


def database_head(engine: Engine) -> str | None:
    """Return the database's revision; None when it is empty."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def upgrade_to_head(engine: Engine, revision: str = "head") -> None:
    """Bring the database up to a revision in one transaction, and start the audit chain."""
    config = _config()
    with engine.execution_options(sqlite_begin="IMMEDIATE").begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        with Session(bind=connection, join_transaction_mode="create_savepoint") as session:
            _start_chain(session)


def downgrade(engine: Engine, revision: str) -> None:
    """Take the database back to a revision in one transaction."""
    config = _config()
    with engine.execution_options(sqlite_begin="IMMEDIATE").begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)


def _start_chain(session: Session) -> None:
    if session.scalars(select(AuditHeadRow.id).where(AuditHeadRow.id == HEAD_ID)).first() is None:
        session.add(AuditHeadRow(id=HEAD_ID, government_id=None, length=0, seal=GENESIS))
        session.commit()
