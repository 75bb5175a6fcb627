"""Debian's Chromium, driven by Playwright."""

import pytest
from playwright.sync_api import Error, Page


@pytest.mark.browser
def test_the_browser_shows_a_page_and_knows_no_other_host(page: Page) -> None:
    page.set_content("<h1>Usulan</h1>")

    assert page.inner_text("h1") == "Usulan"
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto("http://example.org/")
