"""A browser's session: a random token in its cookie, everything else in our table."""

import json
import secrets
from collections.abc import Iterator
from typing import Final

from flask import Flask, Request, Response, current_app, session
from flask.sessions import SessionInterface, SessionMixin

from orgflow.bootstrap import Installation
from orgflow.domain.access.roles import ANONYMOUS, Actor
from orgflow.domain.errors import DomainError
from orgflow.services.context import Context
from orgflow.services.sessions import (
    Lifetime,
    LoadedSession,
    begin_session,
    load_session,
    see_session,
    write_session,
)

PLAIN_COOKIE: Final = "orgflow_session"
SECURE_COOKIE: Final = "__Host-orgflow_session"
TOKEN_LENGTH: Final = 43
_WITHOUT_SESSION: Final = ("/static/", "/pustaka/", "/kalender/", "/healthz", "/readyz")

Stored = str | int | bool | None | list["Stored"] | dict[str, "Stored"]


class OfficeSession(SessionMixin):
    """What a session holds in plain values, and who has signed in."""

    def __init__(self, token: str | None = None, held: LoadedSession | None = None) -> None:
        self.token = token if held is not None else None
        self.actor: Actor | None = held.actor if held is not None else None
        self.must_change_password = held is not None and held.must_change_password
        self.is_seen_lately = held is not None and held.is_seen_lately
        self.fault: DomainError | None = None
        self.is_new = False
        self.has_ended = False
        self.modified = False
        self.accessed = True
        self._values: dict[str, Stored] = _values(held.data) if held is not None else {}

    def __getitem__(self, key: str) -> Stored:
        return self._values[key]

    def __setitem__(self, key: str, value: Stored) -> None:
        self._values[key] = value
        self.modified = True

    def __delitem__(self, key: str) -> None:
        del self._values[key]
        self.modified = True

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def become(self, token: str) -> None:
        """Bear another token and forget what was held: somebody has just signed in."""
        self.token, self._values, self.modified = token, {}, False
        self.is_new, self.is_seen_lately = True, True

    def end(self) -> None:
        """Bear no token any more: somebody has just signed out."""
        self.token, self.actor, self._values, self.modified = None, None, {}, False
        self.has_ended, self.must_change_password = True, False

    def as_json(self) -> str:
        """Return what is held as JSON."""
        return json.dumps(self._values, ensure_ascii=False, default=str)


class OfficeSessions(SessionInterface):
    """Finds the session of a request in the table, and keeps it there."""

    def __init__(self, installation: Installation) -> None:
        settings = installation.settings
        self._resources = installation.resources
        self.lifetime = Lifetime(settings.session_idle, settings.session_life)
        self.cookie = SECURE_COOKIE if settings.is_https else PLAIN_COOKIE
        self._is_secure = settings.is_https

    def open_session(self, app: Flask, request: Request) -> OfficeSession:
        """Return the request's session; a fault of the database is kept for the error page."""
        token = request.cookies.get(self.cookie, "")
        if len(token) != TOKEN_LENGTH or request.path.startswith(_WITHOUT_SESSION):
            return OfficeSession()
        try:
            return OfficeSession(token, load_session(self._context(), token, self.lifetime))
        except DomainError as fault:
            without = OfficeSession()
            without.fault = fault
            return without

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Keep what changed; open a session only when there is something to hold."""
        if not isinstance(session, OfficeSession) or session.fault is not None:
            return
        if session.token is not None or session.modified:
            response.vary.add("Cookie")
        try:
            self._keep(session)
        except DomainError:
            app.logger.warning("a session could not be kept")
            return
        self._set_cookie(session, response)

    def _keep(self, session: OfficeSession) -> None:
        ctx = self._context()
        if session.token is None:
            if session.modified and session:
                session.token = new_token()
                begin_session(ctx, session.token, session.as_json(), self.lifetime)
                session.is_new = True
        elif session.modified:
            write_session(ctx, session.token, session.as_json())
        elif not session.is_seen_lately:
            see_session(ctx, session.token)

    def _set_cookie(self, session: OfficeSession, response: Response) -> None:
        if session.is_new and session.token is not None:
            response.set_cookie(
                self.cookie, session.token, path="/", secure=self._is_secure, httponly=True, samesite="Lax"
            )
        elif session.has_ended:
            response.delete_cookie(
                self.cookie, path="/", secure=self._is_secure, httponly=True, samesite="Lax"
            )

    def _context(self) -> Context:
        return Context(self._resources, ANONYMOUS)


def new_token() -> str:
    """Return 256 random bits for a cookie."""
    return secrets.token_urlsafe(32)


def current_session() -> OfficeSession:
    """Return the present request's session."""
    if not isinstance(session, OfficeSession):
        raise LookupError("the application was built without our sessions")
    return session


def _values(data: str) -> dict[str, Stored]:
    held = json.loads(data)
    return held if isinstance(held, dict) else {}


def current_lifetime() -> Lifetime:
    """Return how long sessions live here."""
    interface = current_app.session_interface
    if not isinstance(interface, OfficeSessions):
        raise LookupError("the application was built without our sessions")
    return interface.lifetime
