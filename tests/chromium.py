"""How Debian's own Chromium is started; Playwright's driver speaks to it, and downloads nothing."""

from pathlib import Path

import pytest

CHROMIUM = Path("/usr/bin/chromium")
SHELL = Path("/usr/bin/chromium-headless-shell")
"""The same engine without the browser's own windows, which cost as much as the pages do."""
ARGUMENTS = (
    # Tests may run as root in a container, where Chromium's sandbox cannot.
    "--no-sandbox",
    "--disable-dev-shm-usage",
    # A page of ours fetches from nowhere else: any other name does not exist.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, str | list[str] | bool]:
    """What pytest-playwright passes to ``chromium.launch``."""
    found = next((place for place in (SHELL, CHROMIUM) if place.exists()), None)
    if found is None:
        pytest.fail("Chromium is not installed: run `make setup-test`", pytrace=False)
    return {"executable_path": str(found), "args": list(ARGUMENTS), "headless": True}
