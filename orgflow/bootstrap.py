"""Builds an installation from its settings: engine, file store, renderer, clock and ids."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import Engine

from orgflow.config import Settings, SettingRefused
from orgflow.files.store import FileStore
from orgflow.letters.worker import LetterRenderer
from orgflow.resources import letter_templates
from orgflow.services.context import Resources
from orgflow.store.migrations.upgrade import code_head, database_head, upgrade_to_head
from orgflow.store.session import make_engine, reading, weak_durability, writing


@dataclass(frozen=True, slots=True)
class Installation:
    """An installation with its settings and what it is built of."""

    settings: Settings
    engine: Engine
    resources: Resources

    def close(self) -> None:
        """Give back connections and rendering processes."""
        self.resources.renderer.close()
        self.engine.dispose()


def build(settings: Settings, *, may_be_weak: bool = False) -> Installation:
    """Return the installation these settings describe.

    Args:
        may_be_weak: accept a PostgreSQL that may lose acknowledged commits: for tests and the demo.

    Raises:
        SettingRefused: the database would lose acknowledged commits in a power cut.
    """
    engine = make_engine(settings.database_url)
    if not may_be_weak:
        weak = weak_durability(engine)
        if weak:
            raise SettingRefused(
                f"PostgreSQL ini dapat kehilangan data saat listrik padam: {', '.join(weak)} harus 'on'."
                " Ubah pada postgresql.conf, lalu mulai lagi."
            )
    resources = Resources(
        reading(engine),
        writing(engine),
        FileStore(settings.files),
        LetterRenderer(timeout_s=settings.render_seconds),
        letter_templates(),
        lambda: datetime.now(UTC),
        uuid4,
        settings.audit_key,
    )
    return Installation(settings, engine, resources)


def migrate(installation: Installation) -> None:
    """Bring the database to the schema of this program."""
    upgrade_to_head(installation.engine)


def is_current(installation: Installation) -> bool:
    """Say whether the database has the schema of this program."""
    return database_head(installation.engine) == code_head()
