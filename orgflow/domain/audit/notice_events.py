"""What happened to a person's notices and to the mails that carry them; no event bears an address."""

from dataclasses import dataclass
from typing import ClassVar

from orgflow.domain.audit.events import AuditEvent


@dataclass(frozen=True, slots=True)
class NoticesRead(AuditEvent):
    """Somebody marked notices as read; ``count`` says how many."""

    event: ClassVar[str] = "user:notices_read"
    subject_kind: ClassVar[str] = "user"
    count: int


@dataclass(frozen=True, slots=True)
class MailWishChanged(AuditEvent):
    """Somebody chose how to be told by mail; ``address`` says what became of it: kept, changed, removed."""

    event: ClassVar[str] = "user:mail_wish_changed"
    subject_kind: ClassVar[str] = "user"
    before: str
    after: str
    address: str


@dataclass(frozen=True, slots=True)
class MailRetried(AuditEvent):
    """Somebody had a mail sent again that had not gone out."""

    event: ClassVar[str] = "mail:retried"
    subject_kind: ClassVar[str] = "mail"
    receiver: str
