"""What stands around every page: the bands, the brand, the entries by role, and who is signed in."""

from dataclasses import dataclass
from typing import Final

from flask import current_app, g, request, url_for
from flask_babel import LazyString, gettext, lazy_gettext

from orgflow.domain.access.roles import Actor
from orgflow.domain.errors import DomainError
from orgflow.services.notice_pages import unread_notices
from orgflow.web.current import (
    NO_GOVERNMENT,
    current_actor,
    current_government,
    installation,
    reading_context,
)


@dataclass(frozen=True, slots=True)
class NavEntry:
    """One entry of the navigation."""

    label: str
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Shell:
    """What ``base.html`` asks for."""

    language: str
    government: str
    is_demo: bool
    is_sample: bool
    home_url: str
    entries: tuple[NavEntry, ...]
    search: NavEntry | None
    guide: NavEntry | None
    notices: NavEntry | None
    unread: int
    user_name: str | None
    account_url: str | None
    sign_out_url: str | None


ENTRIES: Final[tuple[tuple[str, LazyString, bool], ...]] = (
    ("home.show", lazy_gettext("Beranda"), True),
    ("organisation.show", lazy_gettext("Struktur"), False),
    ("proposals.index", lazy_gettext("Usulan"), True),
    ("letters.index", lazy_gettext("Surat"), True),
    ("home.more", lazy_gettext("Lainnya"), False),
)
"""Endpoint, label, and whether a head or drafter sees it too."""


def shell() -> Shell:
    """Return the shell of the present page; it stands even when the database does not answer."""
    try:
        actor, government = current_actor(), current_government()
        unread = unread_notices(reading_context()) if actor.user_id is not None else 0
    except DomainError:
        return _without_database()
    is_in = actor.user_id is not None
    return Shell(
        language="id",
        government=gettext("Setda %(name)s", name=government.name) if government.name else "",
        is_demo=installation().is_demo,
        is_sample=is_in and government.is_sample,
        home_url=home_address(),
        entries=_entries(actor) if is_in else (),
        search=_entry("searching.show", gettext("Cari")) if is_in else None,
        guide=_entry("guidance.show", gettext("Panduan")) if is_in else None,
        notices=_entry("notices.index", gettext("Pemberitahuan")) if is_in else None,
        unread=unread,
        user_name=actor.name if is_in else None,
        account_url=url_for("account.show") if is_in else None,
        sign_out_url=url_for("access.sign_out_here") if is_in else None,
    )


def provide_shell() -> dict[str, Shell]:
    """Return what every template is given; made once a request."""
    if "shell" not in g:
        g.shell = shell()
    return {"shell": g.shell}


def _entries(actor: Actor) -> tuple[NavEntry, ...]:
    found: list[NavEntry] = []
    for endpoint, label, is_for_units in ENTRIES:
        if endpoint in current_app.view_functions and (is_for_units or not actor.is_unit_bound):
            found.append(_entry(endpoint, str(label)))
    return tuple(found)


def _entry(endpoint: str, label: str) -> NavEntry:
    url = url_for(endpoint)
    is_current = request.path == url or (url != "/" and request.path.startswith(url + "/"))
    return NavEntry(label, url, is_current)


def home_address() -> str:
    """Return where the brand and the way back lead."""
    return url_for("home.show") if "home.show" in current_app.view_functions else url_for("access.sign_in")


def _without_database() -> Shell:
    g.government = NO_GOVERNMENT
    return Shell(
        language="id",
        government="",
        is_demo=installation().is_demo,
        is_sample=False,
        home_url=home_address(),
        entries=(),
        search=None,
        guide=None,
        notices=None,
        unread=0,
        user_name=None,
        account_url=None,
        sign_out_url=None,
    )
