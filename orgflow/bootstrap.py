"""Builds an installation from its settings: the one place that knows every adapter."""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from orgflow.config import Settings, keys_of
from orgflow.domain.access.roles import ANONYMOUS
from orgflow.domain.errors import Unavailable
from orgflow.files.audit_head import AuditHeadFile
from orgflow.files.store import FileStore
from orgflow.letters.worker import LetterRenderer
from orgflow.mail.server import Mailer, MailServer
from orgflow.resources import letter_templates
from orgflow.services.context import Context, Resources
from orgflow.services.demo.accounts import DemoAccount
from orgflow.services.history import mark_head
from orgflow.store.database import Database

HEAD_FILE: Final = "audit-head.json"
"""Where in the data folder the audit chain's head is kept outside the database."""
HEADS_SEALED: Final = "0011"
"""The revision since which the audit chain's head bears a seal."""


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
        audit_head=AuditHeadFile(settings.data / HEAD_FILE),
        mailer=_mailer(settings) if not demo else None,
        public_address=settings.public_address,
    )
    return Installation(settings, keys.secret, database, resources, demo)


def prepare(installation: Installation) -> None:
    """Bring the database to this program's revision.

    An audit chain from before heads were sealed is verified and its head sealed: this once, for a head
    without a seal is a fault from then on.

    Raises:
        DatabaseUnavailable, DatabaseDamaged.
    """
    earlier = installation.database.head()
    installation.database.upgrade()
    if earlier is not None and earlier < HEADS_SEALED:
        mark_head(Context(installation.resources, ANONYMOUS))


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


def _mailer(settings: Settings) -> Mailer | None:
    if settings.smtp_url is None or settings.mail_from is None:
        return None
    return Mailer(MailServer.at(settings.smtp_url), settings.mail_from)


def _now() -> datetime:
    return datetime.now(UTC)
