"""An office whose pages are opened as whoever holds a role, without a door to go through."""

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse
from werkzeug.wrappers import Request

from orgflow.bootstrap import Installation
from orgflow.config import read_settings
from orgflow.domain.access.roles import Actor, Role
from orgflow.services.starting.entering import EnterGovernment
from orgflow.store.database import Database
from orgflow.web.sessions import OfficeSession, OfficeSessions
from tests.factories.office import Office, an_office
from tests.web.applications import an_application

SEAT = "Seat"


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who reads the pages and sends their forms."""

    client: FlaskClient
    role: Role

    def open(self, path: str) -> TestResponse:
        """Open a page."""
        return self.client.get(path, headers={SEAT: str(self.role)})

    def read(self, path: str) -> str:
        """Return the words of a page's own part, one blank between any two."""
        answer = self.open(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return words_of(answer)

    def send(self, path: str, **typed: object) -> TestResponse:
        """Send a form with what was typed, and its key."""
        held = {"idempotency_key": "a-key-of-this-test", **typed}
        return self.client.post(path, data=held, headers={SEAT: str(self.role)})


@dataclass(frozen=True, slots=True)
class DeskOffice:
    """An office and its pages."""

    office: Office
    app: Flask

    def reader(self, role: Role) -> Reader:
        """Return whoever holds the role, at a desk."""
        return Reader(self.app.test_client(), role)


class _Seats(OfficeSessions):
    """Seats whoever the request names; nothing is kept."""

    def __init__(self, installation: Installation, actors: dict[Role, Actor]) -> None:
        super().__init__(installation)
        self._actors = actors

    def open_session(self, app: Flask, request: Request) -> OfficeSession:
        """Return a session in which the named role has signed in."""
        session = OfficeSession()
        session.actor = self._actors[Role(request.headers[SEAT])]
        return session

    def save_session(self, app: Flask, session: object, response: object) -> None:
        """Keep nothing."""


@contextmanager
def a_desk_office(url: str, folder: Path, command: EnterGovernment | None = None) -> Iterator[DeskOffice]:
    """Yield an office, with nothing lacking unless told otherwise, and its pages over the same database."""
    office = an_office(url, folder, command)
    settings = read_settings({"ORGFLOW_DATABASE_URL": url}, folder)
    installation = Installation(
        settings, "a secret for the tests of pages, long enough", Database.at(url), office.resources
    )
    with an_application(installation) as app:
        app.config["WTF_CSRF_ENABLED"] = False
        app.session_interface = _Seats(installation, office.actors)
        yield DeskOffice(office, app)
    office.close()


@pytest.fixture
def desks(sqlite_url: str, tmp_path: Path) -> Iterator[DeskOffice]:
    """An office with nothing lacking and its pages, on SQLite: the use cases are tested on both."""
    with a_desk_office(sqlite_url, tmp_path) as desks:
        yield desks


def words_of(answer: TestResponse) -> str:
    """Return the words of an answer's main part, one blank between any two."""
    body = answer.get_data(as_text=True)
    main = re.search(r"<main.*</main>", body, re.DOTALL)
    assert main is not None
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main.group())).split())


def main_of(answer: TestResponse) -> str:
    """Return an answer's main part as it was sent."""
    found = re.search(r"<main.*</main>", answer.get_data(as_text=True), re.DOTALL)
    assert found is not None
    return found.group()
