"""A mail as text, and as the bytes that a server is given."""

import re
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Final
from uuid import UUID

_SUBJECT_LENGTH: Final = 150
_LINE_START_DOT: Final = re.compile(rb"(?m)^\.")


@dataclass(frozen=True, slots=True)
class OutgoingMail:
    """One mail to one person; ``id`` is the same at every try, so that a mail that came twice shows."""

    id: UUID
    to_name: str
    to_address: str
    subject: str
    text: str
    written_at: datetime


def as_bytes(mail: OutgoingMail, sender: str) -> bytes:
    """Return the mail as it goes over the wire, without the dot that ends it."""
    message = EmailMessage(policy=SMTP)
    message["From"] = Address("OrgFlow", addr_spec=sender)
    message["To"] = Address(_one_line(mail.to_name), addr_spec=mail.to_address)
    message["Subject"] = _shortened(_one_line(mail.subject))
    message["Date"] = format_datetime(mail.written_at)
    message["Message-ID"] = f"<{mail.id}@{sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message["Content-Language"] = "id"
    message.set_content(mail.text, charset="utf-8", cte="quoted-printable")
    return _LINE_START_DOT.sub(b"..", message.as_bytes())


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _shortened(text: str) -> str:
    return text if len(text) <= _SUBJECT_LENGTH else f"{text[: _SUBJECT_LENGTH - 1].rstrip()}…"
