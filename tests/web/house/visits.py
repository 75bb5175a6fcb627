"""Visitors who come through the real door: their session, its token, and forms sent as they like."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from orgflow.bootstrap import Installation
from orgflow.config import read_settings
from orgflow.domain.access.roles import Role
from orgflow.services.sessions import key_of
from orgflow.store import sessions
from orgflow.store.database import Database
from orgflow.store.sessions import HeldSession
from orgflow.web.sessions import PLAIN_COOKIE, new_token
from tests.factories.office import Office
from tests.web.applications import an_application

HOME: Final = "http://127.0.0.1"
_TOKEN: Final = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
SECRET: Final = "a secret for the tests of the door, long enough"


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody with a browser of its own."""

    client: FlaskClient

    def open(self, path: str, *, host: str = "127.0.0.1") -> TestResponse:
        """Open a page under a host's name."""
        return self.client.get(path, base_url=HOME, headers={"Host": host})

    def token(self, path: str) -> str:
        """Return the token that a page's form bears."""
        found = _TOKEN.search(self.open(path).get_data(as_text=True))
        assert found is not None, path
        return found.group(1)

    def send(self, path: str, *, form: str | None = None, **typed: object) -> TestResponse:
        """Send a form, with the token that the page (another than the one sent to, if named) bears."""
        held = {"csrf_token": self.token(form or path), "idempotency_key": "a-key-of-this-test", **typed}
        return self.client.post(path, data=held, base_url=HOME)

    def send_bytes(
        self, path: str, body: bytes, kind: str = "application/x-www-form-urlencoded"
    ) -> TestResponse:
        """Send a form's bytes as they are."""
        return self.client.post(path, data=body, content_type=kind, base_url=HOME)


@dataclass(frozen=True, slots=True)
class House:
    """An office and its pages."""

    office: Office
    app: Flask

    def visit(self, role: Role | None = None) -> Visit:
        """Return a visitor: whoever holds the role, signed in, or somebody nobody knows."""
        client = self.app.test_client()
        if role is not None:
            token, now = new_token(), self.office.resources.clock()
            actor = self.office.actors[role]
            held = HeldSession(key_of(token), actor.user_id, "{}", "", now, now)
            with self.office.resources.writing() as session:
                sessions.open_session(session, held, self.office.government_id)
                session.commit()
            client.set_cookie(PLAIN_COOKIE, token, domain="127.0.0.1")
        return Visit(client)


@contextmanager
def a_house(office: Office, url: str, folder: Path) -> Iterator[House]:
    """Yield the pages over an office's database."""
    settings = read_settings({"ORGFLOW_DATABASE_URL": url}, folder)
    database = Database.at(url)
    with an_application(Installation(settings, SECRET, database, office.resources)) as app:
        yield House(office, app)
    database.close()
