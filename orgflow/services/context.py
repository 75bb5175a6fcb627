"""What a use case is given: who asks, from where, the day, the session, and the adapters."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy.orm import Session, sessionmaker

from orgflow.domain.access.roles import Actor, Permission
from orgflow.domain.audit.events import AuditEvent
from orgflow.domain.calendar import local_date
from orgflow.domain.values import GovernmentId
from orgflow.files.audit_head import AuditHeadFile
from orgflow.files.store import FileStore
from orgflow.mail.server import Mailer
from orgflow.services.rendering import RenderingCache

if TYPE_CHECKING:
    # Most of what is asked draws no letter: the libraries that do are loaded by whoever draws.
    from orgflow.letters.renderer import Renderer


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a request came from; empty for the command line."""

    request_id: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Resources:
    """What the installation is built of; made once by ``bootstrap``.

    Attributes:
        clock: returns the present instant in UTC.
        new_id: returns a fresh random id.
        audit_key: keys the seals of the audit chain.
        audit_head: keeps the chain's head outside the database; None keeps it nowhere.
        letter_templates: the folder with one folder a kind of letter.
        mailer: by what mails go out; None where the installation has no mail server.
        public_address: where people reach the pages, such as ``https://HOST``; '' where it is not known.
    """

    reading: sessionmaker[Session]
    writing: sessionmaker[Session]
    files: FileStore
    renderer: "Renderer"
    letter_templates: Path
    clock: Callable[[], datetime]
    new_id: Callable[[], UUID]
    audit_key: bytes
    audit_head: AuditHeadFile | None = None
    mailer: Mailer | None = None
    public_address: str = ""
    renderings: RenderingCache = field(default_factory=RenderingCache)


@dataclass(frozen=True, slots=True)
class Context:
    """One request's context; inside the gate it holds the open session.

    ``asked`` are the permissions, any of which let it through the gate: what the actor reaches is
    what one of them reaches.
    """

    resources: Resources
    actor: Actor
    origin: Origin = Origin()
    idempotency_key: str | None = None
    open_session: Session | None = None
    events: list[AuditEvent] = field(default_factory=list)
    asked: tuple[Permission, ...] = ()

    @property
    def session(self) -> Session:
        """The gate's session.

        Raises:
            LookupError: called outside the gate.
        """
        if self.open_session is None:
            raise LookupError("a session exists inside the gate only")
        return self.open_session

    @property
    def now(self) -> datetime:
        """The present instant in UTC."""
        return self.resources.clock()

    def today(self, zone: str) -> date:
        """Return the day it is in the zone."""
        return local_date(self.now, zone)

    def new_id(self) -> UUID:
        """Return a fresh random id."""
        return self.resources.new_id()

    @property
    def government_id(self) -> GovernmentId:
        """The actor's government.

        Raises:
            LookupError: the actor belongs to none.
        """
        if self.actor.government_id is None:
            raise LookupError("the actor belongs to no government")
        return self.actor.government_id

    def record(self, event: AuditEvent) -> None:
        """Record a fact; it is written with the transaction or not at all."""
        self.events.append(event)

    def inside(self, session: Session, asked: tuple[Permission, ...] = ()) -> "Context":
        """Return this context with the gate's session open and nothing recorded yet."""
        return replace(self, open_session=session, events=[], asked=asked)

    def acting_as(self, actor: Actor) -> "Context":
        """Return this context with the actor's authority as it was read anew."""
        return replace(self, actor=actor)
