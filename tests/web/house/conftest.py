"""The application over an office's database, with the real sessions, tokens and guards."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factories.office import Office, an_office
from tests.web.house.visits import House, a_house


@pytest.fixture
def office(sqlite_url: str, tmp_path: Path) -> Iterator[Office]:
    """An office with nothing lacking."""
    office = an_office(sqlite_url, tmp_path)
    yield office
    office.close()


@pytest.fixture
def house(office: Office, sqlite_url: str, tmp_path: Path) -> Iterator[House]:
    """The office's pages."""
    with a_house(office, sqlite_url, tmp_path) as house:
        yield house
