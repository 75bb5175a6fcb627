"""The window through which the registry's pages are tried."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.registry.window import Window, a_window


@pytest.fixture
def window(sqlite_url: str, tmp_path: Path) -> Iterator[Window]:
    """An office's application."""
    with a_window(sqlite_url, tmp_path) as window:
        yield window
