"""Which addresses a test may reach: this machine's, and no other."""

import ipaddress
import sys
from collections.abc import Sequence

import pytest

WATCHED = frozenset({"socket.connect", "socket.sendto", "socket.getaddrinfo"})


class ReachedOutside(AssertionError):
    """A test tried to leave this machine."""


def is_local(host: str | bytes | None) -> bool:
    """Tell whether a host is this machine; any name but localhost would need a look-up outside."""
    if host is None:
        return True
    name = host.decode() if isinstance(host, bytes) else host
    if name in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False


def refuse_other_machines(event: str, arguments: Sequence[object]) -> None:
    """Raise as Python connects, sends or looks up a name; a Unix socket's path is no address."""
    if event not in WATCHED:
        return
    if event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        address = arguments[1]
        if not isinstance(address, tuple):
            return
        host = address[0]
    if host is not None and not isinstance(host, str | bytes):
        return
    if not is_local(host):
        raise ReachedOutside(f"{event} to {host!r}: tests talk to this machine only")


def pytest_configure(config: pytest.Config) -> None:
    """Shut the way out for the rest of this process; an audit hook cannot be taken off again."""
    del config
    sys.addaudithook(refuse_other_machines)
