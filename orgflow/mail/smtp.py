"""Hands a mail to a server, and says of what failed whether the server may have taken it all the same."""

import smtplib
import ssl
from contextlib import suppress
from typing import Final

from orgflow.domain.notices.delivery import MailFault
from orgflow.mail.message import OutgoingMail, as_bytes
from orgflow.mail.server import Mailer, MailServer, Security

PATIENCE_S: Final = 30
"""How long any one answer of the server is waited for."""
_GO_ON: Final = 354
_FOR_EVER: Final = 500
_TAKEN: Final = range(200, 300)


class MailNotSent(Exception):
    """The server did not take the mail, or was not heard to; ``reply_code`` is its answer, if any."""

    def __init__(self, fault: MailFault, reply_code: int | None = None) -> None:
        super().__init__(f"{fault} {reply_code or ''}".strip())
        self.fault = fault
        self.reply_code = reply_code


def hand_over(mailer: Mailer, mail: OutgoingMail) -> None:
    """Hand the mail to the server; when this returns, the server has taken it.

    Raises:
        MailNotSent.
    """
    client = _connected(mailer.server)
    try:
        _address(client, mailer.sender, mail.to_address)
        _give(client, as_bytes(mail, mailer.sender))
    finally:
        with suppress(smtplib.SMTPException, OSError):
            client.quit()
        client.close()


def _connected(held: MailServer) -> smtplib.SMTP:
    """Return a connection over which mail may be given, signed in where the address says so."""
    secure = ssl.create_default_context()
    client: smtplib.SMTP | None = None
    try:
        if held.security is Security.TLS:
            client = smtplib.SMTP_SSL(held.host, held.port, timeout=PATIENCE_S, context=secure)
        else:
            client = smtplib.SMTP(held.host, held.port, timeout=PATIENCE_S)
        client.ehlo_or_helo_if_needed()
        if held.security is Security.STARTTLS:
            client.starttls(context=secure)
        if held.user:
            client.login(held.user, held.password)
    except smtplib.SMTPResponseException as error:
        _closed(client)
        raise MailNotSent(MailFault.DEFERRED, error.smtp_code) from error
    except (smtplib.SMTPException, OSError) as error:
        _closed(client)
        raise MailNotSent(MailFault.UNREACHABLE) from error
    return client


def _address(client: smtplib.SMTP, sender: str, receiver: str) -> None:
    """Say from whom and to whom; only what the server says of the receiver is final."""
    try:
        code, _ = client.mail(sender)
        if code not in _TAKEN:
            raise MailNotSent(MailFault.DEFERRED, code)
        code, _ = client.rcpt(receiver)
    except (smtplib.SMTPException, OSError) as error:
        raise MailNotSent(MailFault.UNREACHABLE) from error
    if code not in _TAKEN:
        raise _refusal(code)


def _give(client: smtplib.SMTP, content: bytes) -> None:
    """Give the mail itself; once its last line went out, silence leaves open whether it was taken."""
    try:
        code, _ = client.docmd("data")
    except (smtplib.SMTPException, OSError) as error:
        raise MailNotSent(MailFault.UNREACHABLE) from error
    if code != _GO_ON:
        raise _refusal(code)
    try:
        client.send(content + b".\r\n")
        code, _ = client.getreply()
    except (smtplib.SMTPException, OSError) as error:
        raise MailNotSent(MailFault.UNSURE) from error
    if code not in _TAKEN:
        raise _refusal(code)


def _refusal(code: int) -> MailNotSent:
    return MailNotSent(MailFault.REFUSED if code >= _FOR_EVER else MailFault.DEFERRED, code)


def _closed(client: smtplib.SMTP | None) -> None:
    if client is not None:
        client.close()
