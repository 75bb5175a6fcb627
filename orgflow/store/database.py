"""One database as the start of the program sees it: reachable, at which revision, and how durable."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from orgflow.domain.errors import Unavailable
from orgflow.store.migrations.revisions import code_head, database_head
from orgflow.store.session import DatabaseUnavailable, make_engine, reading, told_by, writing

_DURABLE_POSTGRESQL: Final = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"}
_STRONGER: Final = {"synchronous_commit": frozenset({"on", "local", "remote_write", "remote_apply"})}


class UpgradeRefused(Unavailable):
    """What the database holds breaks a rule that it is to keep from now on."""

    code = "upgrade_refused"


@dataclass(frozen=True, slots=True)
class Database:
    """A database with its engine; ``url`` may hold a password and is never shown."""

    url: str
    engine: Engine

    @classmethod
    def at(cls, url: str) -> "Database":
        """Return the database at an address; nothing is opened yet."""
        return cls(url, make_engine(url))

    @property
    def reading(self) -> sessionmaker[Session]:
        """Sessions for reads."""
        return reading(self.engine)

    @property
    def writing(self) -> sessionmaker[Session]:
        """Sessions for writes."""
        return writing(self.engine)

    @property
    def shown(self) -> str:
        """The address without its password."""
        return make_url(self.url).render_as_string(hide_password=True)

    def head(self) -> str | None:
        """Return the database's revision, None when it holds no table of ours.

        Raises:
            DatabaseUnavailable, DatabaseDamaged.
        """
        try:
            return database_head(self.engine)
        except SQLAlchemyError as error:
            raise told_by(error) or DatabaseUnavailable() from error

    def is_current(self) -> bool:
        """Say whether the database is at the revision of this program.

        Raises:
            DatabaseUnavailable, DatabaseDamaged.
        """
        return self.head() == code_head()

    def upgrade(self) -> None:
        """Bring the database to this program's revision.

        Raises:
            DatabaseUnavailable, DatabaseDamaged.
            UpgradeRefused: what the database holds breaks a rule that it is to keep from now on.
        """
        # Every start asks for the revision, few move it: only they wait for the library that migrates.
        from orgflow.store.migrations.upgrade import upgrade_to_head

        try:
            upgrade_to_head(self.engine)
        except IntegrityError as error:
            raise UpgradeRefused(detail=str(error.orig).partition("\n")[0]) from error
        except SQLAlchemyError as error:
            raise told_by(error) or DatabaseUnavailable() from error

    def weaknesses(self) -> tuple[str, ...]:
        """Return server settings under which an acknowledged commit may be lost.

        Raises:
            DatabaseUnavailable, DatabaseDamaged.
        """
        if self.engine.dialect.name != "postgresql":
            return ()
        try:
            with self.engine.connect() as connection:
                shown = {name: connection.scalar(text(f"SHOW {name}")) for name in _DURABLE_POSTGRESQL}
        except SQLAlchemyError as error:
            raise told_by(error) or DatabaseUnavailable() from error
        return tuple(
            name for name, value in shown.items() if value not in _STRONGER.get(name, frozenset({"on"}))
        )

    def close(self) -> None:
        """Give back every connection; the database may be used again."""
        self.engine.dispose()
