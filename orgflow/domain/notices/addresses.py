"""Mail addresses: which are taken, and how much of one is shown to others."""

import re
from typing import Final

from orgflow.domain.errors import RuleBroken
from orgflow.domain.values import clean_text

ADDRESS_LENGTH: Final = 254
_LOCAL_LENGTH: Final = 64
_ATOM: Final = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL: Final = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS: Final = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})+")


class MailAddressUnfit(RuleBroken):
    """What was typed is no mail address that a server would take."""

    code = "mail_address_unfit"


def clean_address(value: str, *, field: str = "address") -> str:
    """Return a mail address as typed, its server's name in small letters.

    Raises:
        MailAddressUnfit: it is not of the form name@server, or too long.
        TextUnprintable, TextTooLong: as ``clean_text``.
    """
    typed = clean_text(value, field=field, limit=ADDRESS_LENGTH)
    name, _, server = typed.rpartition("@")
    if not _ADDRESS.fullmatch(typed) or len(name) > _LOCAL_LENGTH:
        raise MailAddressUnfit(field=field)
    return f"{name}@{server.lower()}"


def masked(address: str) -> str:
    """Return of an address what others may see: its first letter and its server."""
    name, _, server = address.rpartition("@")
    return f"{name[:1]}…@{server}"
