"""A real mail server on this machine: it keeps what it takes, and answers as a test tells it."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from types import SimpleNamespace

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

TAKEN = "250 taken"
USER, PASSWORD = "kantor", "sandi surel: 1%"


@dataclass
class MailBox:
    """What arrived; ``rcpt`` and ``data`` are what the server answers, ``on_data`` runs before it does."""

    arrived: list[EmailMessage] = field(default_factory=list)
    receivers: list[str] = field(default_factory=list)
    rcpt: str = TAKEN
    data: str = TAKEN
    on_data: Callable[[], None] = lambda: None
    server: SMTP | None = None

    async def know_receiver(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Answer whether a receiver is known."""
        if self.rcpt == TAKEN:
            envelope.rcpt_tos.append(address)
        return self.rcpt

    async def take(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Take a mail, or refuse it."""
        if self.data == TAKEN:
            content = envelope.content
            assert isinstance(content, bytes)
            message = message_from_bytes(content, policy=policy.default)
            assert isinstance(message, EmailMessage)
            self.arrived.append(message)
            self.receivers.extend(envelope.rcpt_tos)
        self.server = server
        self.on_data()
        return self.data

    def hang_up(self) -> None:
        """Break the connection that is open, without an answer."""
        assert self.server is not None
        assert self.server.transport is not None
        self.server.transport.abort()

    def is_known(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: object
    ) -> AuthResult:
        """Let in whoever knows the password."""
        known = isinstance(given, LoginPassword) and given == LoginPassword(USER.encode(), PASSWORD.encode())
        return AuthResult(success=known, handled=known)

    def ids(self) -> list[str]:
        """Return the Message-IDs in the order they arrived."""
        return [str(message["Message-ID"]) for message in self.arrived]


@dataclass(frozen=True, slots=True)
class MailServerHere:
    """A running server and its box."""

    port: int
    box: MailBox

    @property
    def url(self) -> str:
        """Return the address in the open."""
        return f"smtp://127.0.0.1:{self.port}"


@contextmanager
def serving(
    box: MailBox, port: int | None = None, certificate: ssl.SSLContext | None = None
) -> Iterator[int]:
    """Run a server and yield its port; with a certificate it takes mail under TLS and after sign-in only."""
    chosen = port or free_port()
    asked = {}
    if certificate is not None:
        asked = {"tls_context": certificate, "require_starttls": True, "auth_required": True}
    hooks = SimpleNamespace(handle_RCPT=box.know_receiver, handle_DATA=box.take)
    controller = Controller(hooks, hostname="127.0.0.1", port=chosen, authenticator=box.is_known, **asked)
    controller.start()
    try:
        yield chosen
    finally:
        controller.stop()


@pytest.fixture
def mail_server() -> Iterator[MailServerHere]:
    """A server that takes every mail."""
    box = MailBox()
    with serving(box) as port:
        yield MailServerHere(port, box)


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert isinstance(port, int)
    return port
