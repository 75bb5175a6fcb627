"""The office through which journeys go, on each database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factories.office import Office, an_office


@pytest.fixture
def office(database_url: str, tmp_path: Path) -> Iterator[Office]:
    """An office with nothing lacking; the test runs once on each database."""
    office = an_office(database_url, tmp_path)
    yield office
    office.close()
