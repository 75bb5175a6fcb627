"""The demos that browser tests walk through, and the desk they sit at."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.demo import Demo, running_demo
from tests.browser.desk import Desk
from tests.browser.looking import Faultless
from tests.filled_demo import copy_of, shared_folder

PATIENCE_MS = 20_000


@pytest.fixture(scope="session", autouse=True)
def _faultless(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What one process of this run found without fault, no other asks axe about."""
    Faultless.folder = shared_folder(tmp_path_factory) / "faultless"
    Faultless.folder.mkdir(exist_ok=True)


@pytest.fixture(scope="session", autouse=True)
def _patience() -> None:
    """A page may take long where two browsers and their servers share two cores."""
    expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture
def fresh_demo(filled_demo: Path, tmp_path: Path) -> Iterator[Demo]:
    """A demo that only this test changes."""
    with running_demo(copy_of(filled_demo, tmp_path / "var")) as demo:
        yield demo


@pytest.fixture(scope="session")
def looked_at_demo(filled_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """A demo that tests only look at."""
    data = copy_of(filled_demo, tmp_path_factory.mktemp("demo") / "var")
    with running_demo(data) as demo:
        yield demo


@pytest.fixture
def desk(browser: Browser, fresh_demo: Demo, tmp_path: Path) -> Iterator[Desk]:
    """A desk with a laptop."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        yield Desk(context.new_page(), fresh_demo, tmp_path)


@pytest.fixture
def plain_desk(browser: Browser, fresh_demo: Demo, tmp_path: Path) -> Iterator[Desk]:
    """A desk with a phone whose browser runs no script."""
    with browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False) as context:
        yield Desk(context.new_page(), fresh_demo, tmp_path)
