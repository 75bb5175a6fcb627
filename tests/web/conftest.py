"""The application at the door, over a database of each kind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.factories.office import Office, an_office
from tests.web.applications import an_installed_application


@pytest.fixture
def empty_app(database_url: str, tmp_path: Path) -> Iterator[Flask]:
    """The application of an installation that holds nothing; runs once on each database."""
    with an_installed_application(tmp_path, database_url) as app:
        yield app


@pytest.fixture
def office(database_url: str, tmp_path: Path) -> Iterator[Office]:
    """An office with nothing lacking; the test runs once on each database."""
    office = an_office(database_url, tmp_path)
    yield office
    office.close()


@pytest.fixture
def app(office: Office, database_url: str, tmp_path: Path) -> Iterator[Flask]:
    """The application over that office's database."""
    assert office.units
    with an_installed_application(tmp_path, database_url) as app:
        yield app
