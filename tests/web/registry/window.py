"""A window of the office: the whole application without a browser, with somebody signed in."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from orgflow.bootstrap import build
from orgflow.config import read_settings
from orgflow.domain.access.roles import Role
from orgflow.services.sessions import key_of
from orgflow.store.sessions import HeldSession, open_session
from orgflow.web.sessions import PLAIN_COOKIE, new_token
from tests.factories.governments import HUMAS
from tests.factories.office import Office, an_office
from tests.factories.registry import Keeper
from tests.web.applications import an_application

_HIDDEN = re.compile(r'<input type="hidden" name="([a-z_]+)" value="([^"]*)">')


@dataclass(frozen=True, slots=True)
class Window:
    """An application's client and the office behind it."""

    app: Flask
    office: Office
    keeper: Keeper

    def sit(self, role: Role = Role.SYSTEM_ADMINISTRATOR, office: Office | None = None) -> "Seat":
        """Return a client in which whoever holds the role is signed in."""
        there = office or self.office
        token, actor, at = new_token(), there.actors[role], there.resources.clock()
        held = HeldSession(key_of(token), actor.user_id, "{}", "", at, at)
        with there.resources.writing() as session:
            open_session(session, held, actor.government_id)
            session.commit()
        client = self.app.test_client()
        client.set_cookie(PLAIN_COOKIE, token)
        return Seat(client)

    def unit(self, name: str = HUMAS) -> UUID:
        """Return a unit's id by the name it began with."""
        return self.keeper.units[name]


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody's client."""

    client: FlaskClient

    def open(self, path: str) -> str:
        """Open a page that there is."""
        answer = self.client.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return answer.text

    def form(self, path: str) -> dict[str, str]:
        """Return what a form bears before anything is filled in."""
        page = self.open(path)
        main = page[page.index("<main") :]
        return dict(_HIDDEN.findall(main))

    def send(self, path: str, form: dict[str, str] | None = None, **fields: str) -> TestResponse:
        """Fill in a form and send it."""
        return self.client.post(path, data={**(form or self.form(path)), **fields})


@contextmanager
def a_window(url: str, folder: Path) -> Iterator[Window]:
    """Yield the application of an office."""
    office = an_office(url, folder)
    installation = build(read_settings({"ORGFLOW_DATABASE_URL": url}, folder), may_create=True)
    try:
        with an_application(replace(installation, resources=office.resources)) as app:
            yield Window(app, office, Keeper.of(office))
    finally:
        installation.close()
        office.close()
