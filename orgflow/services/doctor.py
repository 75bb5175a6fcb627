"""What the machine must have: libraries, fonts, a database that answers, a mail server if one is set."""

import ctypes.util
import smtplib
import subprocess
from dataclasses import dataclass
from shutil import which
from typing import Final
from urllib.parse import urlsplit

from orgflow.domain.errors import DomainError
from orgflow.store.database import Database

_LIBRARIES: Final = (
    ("pango-1.0", "libpango-1.0-0", True),
    ("pangoft2-1.0", "libpangoft2-1.0-0", True),
    ("harfbuzz-subset", "libharfbuzz-subset0", False),
)
_FONTS: Final = (
    (("Liberation Sans", "Arimo", "Arial"), "fonts-liberation", True),
    (("TeX Gyre Bonum", "Bookman Old Style"), "fonts-texgyre", False),
)


@dataclass(frozen=True, slots=True)
class Need:
    """One thing the machine must or should have, and the line that mends it."""

    name: str
    is_met: bool
    is_required: bool
    package: str | None
    mend: str


def examine(database_url: str | None, smtp_url: str | None) -> tuple[Need, ...]:
    """Return everything that was looked for."""
    needs = [
        Need(
            f"pustaka {name}",
            ctypes.util.find_library(name) is not None,
            is_required,
            package,
            f"pasang paket {package}",
        )
        for name, package, is_required in _LIBRARIES
    ]
    families = _families()
    needs += [
        Need(
            f"huruf {names[0]}",
            any(name in families for name in names),
            is_required,
            package,
            f"pasang paket {package}",
        )
        for names, package, is_required in _FONTS
    ]
    if database_url is not None:
        mend = "periksa ORGFLOW_DATABASE_URL dan pastikan servernya berjalan"
        needs.append(Need("basis data", _database_answers(database_url), True, None, mend))
    if smtp_url is not None:
        mend = "periksa ORGFLOW_SMTP_URL dan pastikan servernya berjalan"
        needs.append(Need("server surel", _mail_answers(smtp_url), False, None, mend))
    return tuple(needs)


def _families() -> frozenset[str]:
    """Return the font families that Pango finds, by the listing of the fontconfig it comes with."""
    program = which("fc-list")
    if program is None:
        return frozenset()
    listed = subprocess.run([program, ":", "family"], capture_output=True, text=True, check=False, timeout=30)
    return frozenset(name.strip() for line in listed.stdout.splitlines() for name in line.split(","))


def _database_answers(url: str) -> bool:
    database = Database.at(url)
    try:
        database.head()
    except DomainError:
        return False
    finally:
        database.close()
    return True


def _mail_answers(url: str) -> bool:
    parts = urlsplit(url)
    client = smtplib.SMTP_SSL if parts.scheme == "smtps" else smtplib.SMTP
    try:
        with client(parts.hostname or "", parts.port or 25, timeout=5) as server:
            return server.noop()[0] == 250
    except (OSError, smtplib.SMTPException):
        return False
