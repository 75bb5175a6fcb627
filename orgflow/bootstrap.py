"""Builds an installation from its settings: the one place that knows every adapter."""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime

from orgflow.config import Settings, keys_of
from orgflow.domain.errors import Unavailable
from orgflow.files.store import FileStore
from orgflow.letters.worker import LetterRenderer
from orgflow.resources import letter_templates
from orgflow.services.context import Resources
from orgflow.services.demo.people import DemoAccount
from orgflow.store.database import Database


class DatabaseBehind(Unavailable):
    """The database is not at the revision of this program."""

    code = "database_behind"


class DatabaseNotDurable(Unavailable):
    """The database server is set so that it may lose what it has acknowledged; ``settings`` names them."""

    code = "database_not_durable"


@dataclass(frozen=True, slots=True)
class Installation:
    """An installation ready to be used; ``demo`` holds its accounts in the demonstration only."""

    settings: Settings
    secret: str
    database: Database
    resources: Resources
    demo: tuple[DemoAccount, ...] = ()

    @property
    def is_demo(self) -> bool:
        """Whether this is the demonstration."""
        return bool(self.demo)

    def close(self) -> None:
        """Give back connections and processes."""
        self.resources.renderer.close()
        self.database.close()


def build(
    settings: Settings, *, may_create: bool = False, demo: tuple[DemoAccount, ...] = ()
) -> Installation:
    """Return the installation; nothing is connected yet.

    Args:
        may_create: makes the secret if there is none.

    Raises:
        SettingRefused: there is no secret, or it is weak.
    """
    keys = keys_of(settings, may_create=may_create)
    database = Database.at(settings.database_url)
    resources = Resources(
        reading=database.reading,
        writing=database.writing,
        files=FileStore(settings.files),
        renderer=LetterRenderer(timeout_s=settings.render_seconds),
        letter_templates=letter_templates(),
        clock=_now,
        new_id=uuid.uuid4,
        audit_key=keys.audit,
    )
    return Installation(settings, keys.secret, database, resources, demo)


def check_current(installation: Installation) -> None:
    """Refuse a database at another revision than this program's.

    Raises:
        DatabaseBehind, DatabaseUnavailable.
    """
    if not installation.database.is_current():
        raise DatabaseBehind()


def check_durable(installation: Installation) -> None:
    """Refuse a database that may lose what it has acknowledged.

    Raises:
        DatabaseNotDurable, DatabaseUnavailable.
    """
    weaknesses = installation.database.weaknesses()
    if weaknesses:
        raise DatabaseNotDurable(settings=weaknesses)


def _now() -> datetime:
    return datetime.now(UTC)
