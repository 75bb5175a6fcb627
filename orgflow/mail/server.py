"""Which mail server is spoken to, and how: read from the address in the settings."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final
from urllib.parse import unquote, urlsplit


class Security(StrEnum):
    """How the connection is kept from others' eyes."""

    NONE = "smtp"
    STARTTLS = "smtp+starttls"
    TLS = "smtps"


PORTS: Final = {Security.NONE: 25, Security.STARTTLS: 587, Security.TLS: 465}


@dataclass(frozen=True, slots=True)
class MailServer:
    """A mail server; ``user`` is empty where none signs in."""

    host: str
    port: int
    security: Security
    user: str = ""
    password: str = field(default="", repr=False)

    @classmethod
    def at(cls, url: str) -> "MailServer":
        """Return the server of an address such as ``smtp+starttls://USER:PASSWORD@HOST:587``."""
        parts = urlsplit(url)
        security = Security(parts.scheme)
        return cls(
            parts.hostname or "",
            parts.port or PORTS[security],
            security,
            unquote(parts.username or ""),
            unquote(parts.password or ""),
        )


@dataclass(frozen=True, slots=True)
class Mailer:
    """By which server mails go out, and from which address."""

    server: MailServer
    sender: str
